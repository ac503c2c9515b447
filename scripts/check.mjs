/* npm run check: what can be said in under a minute, without a database: types, lint, format, schema freshness, import rules. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runJest } from './jest.mjs';
import { runSteps } from './steps.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const failedSteps = await runSteps(project);
const { passed, failed, exitCode } = await runJest(project, ['test/architecture', 'test/schema', '--passWithNoTests'], {
  PTS_TEST_WITHOUT_DATABASE: '1',
});
const allFailed = failedSteps.length + Math.max(failed, exitCode === 0 ? 0 : 1);
console.log(`${passed + 2 - failedSteps.length} passed, ${allFailed} failed`);
process.exitCode = allFailed === 0 ? 0 : 1;
