/*
 * npm test: types, lint and format, beside them every test against a PostgreSQL of the run's own.
 * npm run test:long: the tests in test/long instead. Further words go to Jest (npm test -- test/domain).
 * The last line is `N passed, N failed`; a failing step counts as one failed.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runJest } from './jest.mjs';
import { runSteps } from './steps.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const long = words.includes('--long');
const forJest = words.filter(word => word !== '--long');
if (long) forJest.push('--testMatch', '<rootDir>/test/long/**/*.long.ts', '--testTimeout=3600000');

const [failedSteps, { passed, failed, exitCode }] = await Promise.all([
  long ? [] : runSteps(project),
  runJest(project, forJest),
]);
const allFailed = failedSteps.length + Math.max(failed, exitCode === 0 ? 0 : 1);
console.log(`${passed} passed, ${allFailed} failed`);
process.exitCode = allFailed === 0 ? 0 : 1;
