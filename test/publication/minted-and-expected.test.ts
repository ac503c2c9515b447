import pg from 'pg';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { publicMintings } from '../../src/publication/public-data.js';
import { srecsMintedAndExpected } from '../../src/publication/tables/srecs-minted-and-expected.js';
import { withheldGroups } from '../../src/publication/tables/withheld.js';
import { createWorld, type World } from '../support/world.js';
import { addSystems } from './support/more-systems.js';

let world: World;
let database: pg.Client;
beforeAll(async () => {
  world = await createWorld('ISSUED');
  database = new pg.Client({ connectionString: world.url });
  await database.connect();
}, 60_000);
afterAll(async () => {
  await database.end();
  await world.end();
});

const asked = () => ({ em: world.orm.em.fork(), on: '2018-05-01' as LocalDate });

/** A row as one line: quarter, programme, status, systems; MWh to the PTS, MWh to the GIS, day, expected, minted. */
async function lines(): Promise<string[]> {
  const rows = await srecsMintedAndExpected.rowsAfter(asked(), null, 1000);
  return rows.map(
    row =>
      `${row.quarter} ${row.program} ${row.status} ${row.systems}: ${row.productionMwh} ${row.reportedMwh} ${row.mintOn} ${row.expectedCertificates} ${row.mintedCertificates}`,
  );
}

test('sums of one system, or of four, are withheld', async () => {
  expect(await lines()).toEqual([
    '2017-Q3 SREC_I MINTED 1: null null 2018-01-15 null null',
    '2017-Q3 SREC_II MINTED 4: null null 2018-01-15 null null',
    '2017-Q4 SREC_I MINTED 1: null null 2018-04-15 null null',
    '2017-Q4 SREC_II MINTED 2: null null 2018-04-15 null null',
  ]);
});

test('what was minted of a quarter is told for five systems and withheld for fewer, all programmes together', async () => {
  const count = await database.query<{ quarter: string; systems: string }>(
    `select run.quarter, count(distinct step.system_id) as systems from issuance_run run join issuance i on i.run_id = run.id
     join issuance_system step on step.issuance_id = i.id group by 1 order by 1`,
  );
  const told = await publicMintings(asked().em);
  expect(
    told.map(each => [each.quarter, each.withheld, each.certificates === null, each.reportedMwh === null]),
  ).toEqual(
    count.rows.map(({ quarter, systems }) => [quarter, Number(systems) < 5, Number(systems) < 5, Number(systems) < 5]),
  );
  expect(told.map(({ withheld }) => withheld)).toContain(true);
});

/** The first reading of the mill and of the field in 2018: 10,000 kWh each. */
async function readInJanuary(): Promise<void> {
  await world.act('dasProvider', '2018-01-31T17:00:00Z', verb =>
    submitReadings(verb, {
      readings: [
        world.reading('mill', '2018-01-31T16:00:00Z', '190001.125'),
        world.reading('field', '2018-01-31T16:00:00Z', '1270500.5'),
      ],
    }),
  );
}

test('production of enough systems is told; what was issued stays withheld, since those in it were too few', async () => {
  const kwh = { '2017-08': '1000', '2017-11': '1000', '2018-01': '1234.567' };
  await addSystems(database, { count: 5, program: 'SREC_I', gisId: 'MSS700002', kwh });
  await addSystems(database, { count: 5, program: 'SREC_II', factor: '0.8', gisId: 'NON700001', kwh });
  await addSystems(database, {
    count: 1,
    program: 'SREC_II',
    factor: '0.8',
    effectiveOn: '2018-01-17',
    gisId: 'NON700001',
    kwh: { '2018-01': '1234.567' },
  });
  await addSystems(database, { count: 4, kwh });
  await readInJanuary();
  expect(await lines()).toEqual([
    // The field 168,000 kWh, and 5 systems of 1,000 kWh that were in no asset.
    '2017-Q3 SREC_I MINTED 6: 173 null 2018-01-15 null null',
    // Mill 105,432.1, school 14,149.35 and 30 of 61 days of 23,945.578, barn 2,650.75, shed 6,710.125; and 5 x 1,000.
    '2017-Q3 SREC_II MINTED 9: 145.718838 null 2018-01-15 null null',
    '2017-Q4 SREC_I MINTED 6: 97.5005 null 2018-04-15 null null',
    '2017-Q4 SREC_II MINTED 7: 89.492416 null 2018-04-15 null null',
    // In 2018 four systems have no programme: with SREC I and SREC II told they would be told too, so the smaller one is not.
    '2018-Q1 SREC_I EXPECTED 6: null null 2018-07-15 null null',
    // Mill 10,000 and 5 x 1,234.567 whole, 1,234.567 by 15 of 31 days = 16,770.206 kWh, times 0.8 = 13.416 MWh.
    '2018-Q1 SREC_II EXPECTED 7: 17.407402 null 2018-07-15 13 null',
  ]);
});

test('a quarter that is reported and not minted expects what was computed for the report, and mints just that', async () => {
  await addSystems(database, { count: 1, kwh: { '2018-01': '1' } });
  const quarter = '2018-Q1' as Quarter;
  const run = { quarter, reason: 'test', dryRun: false };
  await world.act('operator', '2018-07-12T12:00:00Z', verb => reportQuarter(verb, run));
  // 10,000 + 5 x 1,234.567, each to whole kWh; what the field and the mill carried in makes 16.676 and 13.6 or more.
  expect((await lines()).slice(4)).toEqual([
    '2018-Q1 SREC_I REPORTED 6: 16.172835 16.175 2018-07-15 16 null',
    '2018-Q1 SREC_II REPORTED 7: 17.407402 16.772 2018-07-15 14 null',
  ]);
  await world.act('operator', '2018-07-16T12:00:00Z', verb => issueQuarter(verb, run));
  expect((await lines()).slice(4)).toEqual([
    '2018-Q1 SREC_I MINTED 6: 16.172835 16.175 2018-07-15 null 16',
    '2018-Q1 SREC_II MINTED 7: 17.407402 16.772 2018-07-15 null 14',
  ]);
  const [, , sum] = await publicMintings(asked().em);
  expect(sum).toMatchObject({ quarter, reportedMwh: '32.947', certificates: 30 });
});

test('pages go on where the page before ended, within a quarter too', async () => {
  const all = await srecsMintedAndExpected.rowsAfter(asked(), null, 1000);
  const paged = [];
  for (let key: string | null = null; ; ) {
    const [next] = await srecsMintedAndExpected.rowsAfter(asked(), key, 1);
    if (!next) break;
    paged.push(next);
    key = next.key;
  }
  expect(paged).toEqual(all);
  expect(all.length).toBeGreaterThan(4);
});

test.each([
  ['everybody is many', { SREC_I: 5, SREC_II: 5, rest: 5 }, []],
  ['nobody else', { SREC_I: 5, SREC_II: 5 }, []],
  ['a small one, and a rest to hide it', { SREC_I: 4, SREC_II: 9, rest: 1 }, ['SREC_I']],
  ['a small one alone: the sum of all tells it', { SREC_I: 4, SREC_II: 9 }, ['SREC_I', 'SREC_II']],
  ['two small ones hide each other', { SREC_I: 3, SREC_II: 2 }, ['SREC_I', 'SREC_II']],
  ['a small rest takes the smaller one with it', { SREC_I: 7, SREC_II: 9, rest: 1 }, ['SREC_I']],
])('%s', (_, systems, expected) => {
  const groups = Object.entries(systems).map(([name, systems]) => ({ name: name === 'rest' ? null : name, systems }));
  expect([...withheldGroups(groups, 5)].sort()).toEqual(expected);
});
