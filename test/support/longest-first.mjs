/* The order of the test files: those that take long come first, so that in the end no worker waits for another one. */
import Sequencer from '@jest/test-sequencer';

/** They take more than five seconds. Of others Jest knows how long they took last time, and before the first time their sizes. */
const long = [
  'api/mutations',
  'serve/modes',
  'serve/serve',
  'serve/kill-issue-quarter',
  'cli/cli',
  'api/refusals',
  'api/permissions',
  'serve/emptied',
  'import/gis-report-file',
  'serve/production',
  'cli/demo-year',
  'cli/report-quarter',
  'ledger/races',
  'publication/large-table',
  'serve/interrupted',
  'ledger/random-corrections',
  'embedded/life',
  'ledger/laws',
  'import/qualified-units',
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
