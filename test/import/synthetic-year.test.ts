import { parseMonth } from '../../src/domain/month.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { row, rows, sql } from '../../src/platform/sql.js';
import { type StartedHttp, startHttp } from '../../src/server/start.js';
import type { YearFigures, YearRequest } from '../../src/synthetic/run-year.js';
import { everyRow, openTestHouse, runYearIn, type TestHouse } from './house.js';
import { listText, madeUpRow } from './made-up-list.js';

const units = Array.from({ length: 60 }, (_, index) =>
  madeUpRow({
    name: `Unit ${index}`,
    asset: index === 59 ? 'MSS41000' : `NON${900_000 + (index % 9)}`,
    applicant: ['Tern Energy', 'Gannet Power', 'Petrel Solar'][index % 3] ?? '',
    kw: index % 9 === 4 ? '250' : '7.5',
    facility: index % 9 === 4 ? 'Industrial' : 'Residential',
  }),
);

let house: TestHouse;
let server: StartedHttp;
beforeAll(async () => {
  house = await openTestHouse();
  server = await startHttp({ databaseUrl: house.url, host: '127.0.0.1', port: 0, mode: 'sandbox', logLevel: 'silent' });
});
afterAll(async () => {
  await server?.close();
  await house?.end();
});

const run = (options: Partial<YearRequest> = {}): Promise<YearFigures> => runYearIn(house, server.url, options);

/** Figures without what differs from run to run. */
function lasting({ setupMs, readings: { ms, replayedCalls, ...readings }, quarters, ...figures }: YearFigures) {
  return { ...figures, readings, quarters: quarters.map(({ ms: _, ...quarter }) => quarter) };
}

test('without imported units there is nothing to report', async () => {
  await expect(run()).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('pts import') });
});

test('a year on imported units, interrupted and gone on with, is reported, issued and lawful; a second run changes nothing', async () => {
  await house.import(listText(units));
  const interrupted = (done: number) => {
    if (done === 8) throw new Error('pulled the plug');
  };
  await expect(run({ progress: interrupted })).rejects.toThrow('pulled the plug');
  const first = await run();
  expect(first).toMatchObject({ systems: 59, providers: 3 });
  const { readings, quarters } = first;
  expect(readings).toMatchObject({ refused: 0, duplicates: 0, accepted: readings.rows, refusals: {} });
  expect(readings.rows + readings.missed).toBe(59 * 12);
  expect(readings.missed).toBeGreaterThan(0);
  expect(readings.estimated).toBe(readings.missed);
  expect(readings.replacedMeters).toBeGreaterThan(0);
  expect(readings.producedKwh).toBe(readings.onRecordKwh);
  expect(quarters.map(quarter => quarter.quarter)).toEqual(['2017-Q3', '2017-Q4', '2018-Q1', '2018-Q2']);
  expect(quarters.map(quarter => quarter.ptsCarryKwh === '0.000')).toEqual([false, true, true, true]);
  expect(quarters.map(quarter => quarter.reportLines)).toEqual([27, 27, 27, 27]);
  expect(quarters.every(quarter => quarter.assets === 9 && quarter.certificates > 0)).toBe(true);
  expect((await runLaws(house.em, { laws: allLaws })).filter(law => !law.holds)).toEqual([]);

  const before = await everyRow(house.em);
  const second = await run();
  expect(lasting(second)).toEqual(lasting(first));
  expect(second.readings.replayedCalls).toBe(second.readings.calls);
  expect(await everyRow(house.em)).toEqual(before);
});

test('all that was made up is marked; no credential is left; the clock is real again', async () => {
  const made = await row(
    house.em,
    sql`select (select count(*)::int from system_role where not synthetic or reason not like 'synthetic%') as roles,
               (select count(*)::int from system_role) as appointments,
               (select count(*)::int from organisation o join system_role r on r.organisation_id = o.id where not o.synthetic) as holders,
               (select count(*)::int from das_provider d join organisation o on o.id = d.organisation_id where o.synthetic) as providers,
               (select count(*)::int from meter where serial_number not like 'SYNTHETIC-%') as meters,
               (select count(*)::int from api_credential) as credentials,
               (select offset_ms::int from sandbox_clock) as "offsetMs"`,
  );
  expect(made).toEqual({
    roles: 0,
    appointments: 177,
    holders: 0,
    providers: 3,
    meters: 0,
    credentials: 0,
    offsetMs: 0,
  });
});

test('a year before an issued quarter, and one in production, are refused', async () => {
  await expect(run({ from: parseMonth('2016-07') })).rejects.toMatchObject({ code: 'QUARTER_OUT_OF_ORDER' });
  const real = await startHttp({ databaseUrl: house.url, host: '127.0.0.1', port: 0, mode: 'production' });
  try {
    await expect(run({ url: real.url })).rejects.toMatchObject({ code: 'CLOCK_NOT_MOVABLE' });
  } finally {
    await real.close();
  }
  expect(await rows(house.em, sql`select from api_credential`)).toEqual([]);
});
