/* The order of the test files: those that take long come first, so that in the end no worker waits for another one. */
import Sequencer from '@jest/test-sequencer';

/** They take more than five seconds. Of others Jest knows how long they took last time, and before the first time their sizes. */
const long = [
  'serve/kill-issue-quarter',
  'api/mutations',
  'serve/serve',
  'api/permissions',
  'api/refusals',
  'ledger/races',
  'api/pages',
  'cli/demo-year',
  'import/gis-report-file',
  'serve/production',
  'serve/emptied',
  'serve/modes',
  'ledger/corrections',
  'api/statements',
  'api/examples',
  'serve/interrupted',
  'delivery/webhook',
  'api/requests/documents',
  'docs/first-hour',
  'embedded/life',
  'cli/cli',
  'export/export',
  'ledger/laws',
  'publication/large-table',
  'submission/uploads',
  'api/nodes',
  'ledger/random-corrections',
  'embedded/trouble',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rank(a.path) - rank(b.path));
  }
}

function rank(path) {
  const index = long.findIndex(name => path.endsWith(`/test/${name}.test.ts`));
  return index < 0 ? long.length : index;
}
