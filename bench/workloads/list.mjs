/*
 * The workloads in the order in which they are run; those of a group share what was prepared for the first of them. Pages of systems come
 * late: V8 optimises the product while the others are measured, which short warm-ups leave no time for.
 */
import { measureMutation, measureUpload, prepareBulk } from './bulk.mjs';
import { measureDashboard } from './dashboard.mjs';
import { measureDeepPage } from './deep-page.mjs';
import { measureIssue, prepareIssue } from './issue-quarter.mjs';
import { measureObject } from './object.mjs';
import { measurePortfolio, measurePortfolio500 } from './portfolio.mjs';
import { measureGuarded } from './portfolio-guarded.mjs';
import { measurePublicCached } from './public-cached.mjs';
import { prepareReads } from './reads.mjs';
import { measureStart } from './start.mjs';

const reads = { group: 'reads', prepare: prepareReads };
const bulk = { group: 'bulk', prepare: prepareBulk };

export const workloads = [
  { name: 'object', ...reads, measure: measureObject },
  { name: 'deep-page', ...reads, measure: measureDeepPage },
  { name: 'portfolio-guarded', ...reads, measure: measureGuarded },
  { name: 'portfolio', ...reads, measure: measurePortfolio },
  { name: 'portfolio-500', ...reads, measure: measurePortfolio500 },
  { name: 'public-cached', ...reads, measure: measurePublicCached },
  { name: 'dashboard', ...reads, measure: measureDashboard },
  { name: 'start', ...reads, measure: measureStart },
  { name: 'upload', ...bulk, measure: measureUpload },
  { name: 'bulk-graphql-4', ...bulk, measure: measureMutation(4) },
  { name: 'bulk-graphql-1', ...bulk, measure: measureMutation(1) },
  { name: 'issue-quarter', group: 'issue', prepare: prepareIssue, measure: measureIssue },
];
