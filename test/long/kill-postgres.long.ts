import { embeddedIssuingDatabases, type IssuingDatabases } from '../support/issuing-database.js';
import {
  issueAndKill,
  issueUndisturbed,
  killPostgres,
  type Survived,
  type Undisturbed,
} from '../support/kill-issue-quarter.js';
import { differences } from '../support/ledger-rows.js';
import { runPts } from '../support/run-program.js';
import { sayKill } from '../support/say-kill.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const cases = [
  [101, 'the first process of PostgreSQL', false],
  [102, 'all of PostgreSQL', true],
  [103, 'the first process of PostgreSQL', false],
  [108, 'all of PostgreSQL', true],
] as const;

let databases: IssuingDatabases;
let undisturbed: Undisturbed;
const survivors: Survived[] = [];

beforeAll(async () => {
  databases = await embeddedIssuingDatabases(temporaryDirectory('kill-postgres'), 2500);
  undisturbed = await issueUndisturbed(await databases.copy(), { fourthToo: true });
});

test.each(cases)(
  'seed %i: when %s is killed under it, the command says so in a sentence; repeated, it recovers by itself and completes the quarter',
  async (seed, what, whole) => {
    const database = await databases.copy();
    const survived = await issueAndKill(database, seed, undisturbed, killPostgres(whole));
    const laws = await runPts(['laws', '--json'], database.environment);
    sayKill(what, survived, undisturbed);
    survivors.push(survived);
    expect(survived.killed.exitCode).toBe(1);
    expect(survived.killed.stderr).toMatch(/^pts: The database cannot be used: .*\.$/m);
    expect(survived.killed.stderr).not.toMatch(/defect/);
    expect(survived.brokenLaws).toEqual([]);
    expect(laws.exitCode).toBe(0);
    expect(JSON.parse(laws.stdout)).toMatchObject({ holds: true, failed: 0 });
    expect(survived.totals).toEqual(undisturbed.totals);
    expect(differences(undisturbed.rows, survived.rows)).toEqual([]);
  },
);

test('at least half of the kills landed in a run that was begun, with some assets reported or issued and others not', () => {
  expect(survivors.filter(survived => survived.inTheMiddle).length).toBeGreaterThanOrEqual(cases.length / 2);
});
