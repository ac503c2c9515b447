import { externalIssuingDatabases, type IssuingDatabases } from '../support/issuing-database.js';
import {
  issueAndKill,
  issueUndisturbed,
  killCommand,
  type Survived,
  type Undisturbed,
} from '../support/kill-issue-quarter.js';
import { differences } from '../support/ledger-rows.js';
import { sayKill } from '../support/say-kill.js';

// The short form of test/long/kill-issue-quarter.long.ts.
const seeds = [1, 2, 3];
let databases: IssuingDatabases;
let undisturbed: Undisturbed;
let survivors: Survived[];

beforeAll(async () => {
  databases = await externalIssuingDatabases(700);
  undisturbed = await issueUndisturbed(await databases.copy(), { fourthToo: false });
  survivors = await Promise.all(
    seeds.map(async seed => issueAndKill(await databases.copy(), seed, undisturbed, killCommand)),
  );
  for (const each of survivors) sayKill('pts', each, undisturbed);
}, 120_000);

afterAll(() => databases.drop());

test.each(seeds)(
  'a quarter whose report or issuing is killed (seed %i) comes out of the repeat as if nothing had happened',
  seed => {
    const survived = survivors.find(each => each.seed === seed);
    expect(survived?.brokenLaws).toEqual([]);
    expect(survived?.totals).toEqual(undisturbed.totals);
    expect(survived && differences(undisturbed.rows, survived.rows)).toEqual([]);
  },
);

test('of these kills at least one landed where some assets were reported or issued and others were not', () => {
  expect(survivors.filter(each => each.inTheMiddle)).not.toEqual([]);
});
