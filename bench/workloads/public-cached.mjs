/* A cached answer of the public endpoint beside bare node:http that sends the same bytes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monthAt } from '../population/state.mjs';
import { answerOf, askInTurn } from './reads.mjs';
import { rowOf } from './row.mjs';

const query = `{ publicTables { title } reportingWindow(month: "${monthAt(35)}") { firstDay lastDay } systems(first: 50) { edges { node { ptsId town technology capacityKw } } } }`;

export async function measurePublicCached(context, name) {
  const path = `/public/graphql?query=${encodeURIComponent(query)}`;
  const headers = { 'apollo-require-preflight': '1', accept: 'application/json' };
  const { base } = await context.server('product');
  const { text } = await answerOf({ url: `${base}${path}`, method: 'GET', headers });
  writeFileSync(join(context.directory, 'answer.json'), text);
  const plain = answer => answer;
  const questions = { product: { path, headers, plain }, 'node-http': { path: '/', plain } };
  const figures = await askInTurn(context, name, questions);
  return [rowOf({ workload: name, against: 'node-http', ours: figures.product, theirs: figures['node-http'] })];
}
