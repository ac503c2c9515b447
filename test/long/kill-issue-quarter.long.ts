import { serially } from '../../src/platform/serially.js';
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

const seeds = Array.from({ length: 22 }, (_, index) => index + 1);

let databases: IssuingDatabases;
let undisturbed: Undisturbed;
const survivors = new Map<number, Promise<Survived>>();

beforeAll(async () => {
  databases = await externalIssuingDatabases(2500);
  undisturbed = await issueUndisturbed(await databases.copy(), { fourthToo: true });
  for (const seed of seeds) {
    const survived = serially(`lane ${seed % 2}`, () => surviveOnce(seed)); // two at a time
    survived.catch(() => undefined); // the test of this seed waits for it
    survivors.set(seed, survived);
  }
});

afterAll(() => databases.drop());

async function surviveOnce(seed: number): Promise<Survived> {
  const database = await databases.copy();
  try {
    const survived = await issueAndKill(database, seed, undisturbed, killCommand);
    sayKill('pts', survived, undisturbed);
    return survived;
  } finally {
    await database.drop();
  }
}

test('the world is large and uneven enough to tell', () => {
  expect(undisturbed.of.REPORT.assets).toBeGreaterThan(1800);
  expect(undisturbed.of.ISSUE.assets).toBeGreaterThan(1800);
  for (const lines of undisturbed.rows.values()) expect(lines.length).toBeGreaterThan(1);
});

test.each(seeds)(
  'a quarter whose report or issuing is killed (seed %i) comes out of the repeat, and the next one after it, as if nothing had happened',
  async seed => {
    const survived = await survivors.get(seed);
    expect(survived?.brokenLaws).toEqual([]);
    expect(survived?.totals).toEqual(undisturbed.totals);
    expect(survived && differences(undisturbed.rows, survived.rows)).toEqual([]);
  },
);

test('at least half of the kills landed in a run that was begun, with some assets reported or issued and others not', async () => {
  const all = await Promise.all(survivors.values());
  expect(all.filter(survived => survived.inTheMiddle).length).toBeGreaterThanOrEqual(seeds.length / 2);
});
