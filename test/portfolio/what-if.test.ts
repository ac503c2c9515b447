import { Decimal } from '../../src/domain/decimal.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { rows, sql } from '../../src/platform/sql.js';
import { whatIf } from '../../src/portfolio/what-if.js';
import type { WhatIfInput } from '../../src/portfolio/what-if.type.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('ISSUED');
});
afterAll(() => world?.end());

const at = '2018-05-01T12:00:00Z';
const nothing = { production: [], readings: [], onRecord: false, factors: [], joining: [], leaving: [] };
async function suppose(input: Partial<WhatIfInput>, party: Parameters<World['as']>[0] = 'aggregator') {
  const { em, actor } = await world.as(party, at);
  return whatIf(em, actor, {
    gisId: 'NON700001',
    program: 'SREC_II',
    ...nothing,
    ...input,
  });
}
const row = (system: keyof World['ptsIds'], month: string, kwh: string) => ({
  ptsId: world.ptsIds[system],
  month: month as Month,
  productionKwh: new Decimal(kwh),
});
const texts = (months: readonly object[]) =>
  months.map(month => Object.fromEntries(Object.entries(month).map(([key, value]) => [key, String(value)])));

test('is what the issuance of the quarter then computes, from the same carry', async () => {
  const production = [
    row('mill', '2018-01', '10123.4'),
    row('school', '2018-01', '2000.7'),
    row('mill', '2018-02', '9000'),
  ];
  const supposed = await suppose({ production });
  const tx = world.orm.em.fork();
  await tx.begin();
  try {
    for (const month of ['2018-01', '2018-02'])
      await rows(tx, sql`select ensure_reading_partition(${`${month}-01`}::date)`);
    for (const { ptsId, month, productionKwh } of production)
      await rows(
        tx,
        sql`insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel,
              submitted_at, submitted_by)
            select ${`${month}-01`}::date, m.id, m.system_id, ${`${month}-28`}::date, 900000, ${productionKwh.toFixed()}::numeric,
                   ${productionKwh.toFixed()}::numeric, false, 'AUTOMATED', ${`${month}-28`}::date, (select min(id) from account)
            from meter m join system s on s.id = m.system_id where s.pts_id = ${ptsId}`,
      );
    const { actor } = await world.as('aggregator', at);
    const fromRecord = await whatIf(tx, actor, {
      gisId: 'NON700001',
      program: 'SREC_II',
      ...nothing,
      production: [row('mill', '2018-01', '10123.4'), row('mill', '2018-02', '9000')],
    });
    expect(texts(fromRecord.months)).toEqual(texts(supposed.months)); // the school's month is taken from the record
    const context = { ...(await world.as('operator', '2018-07-10T12:00:00Z')), em: tx };
    await reportQuarter(
      { em: tx, context, now: context.now },
      { quarter: '2018-Q1' as Quarter, reason: 'test', dryRun: true },
    );
    const issued = await rows<object>(
      tx,
      sql`select to_char(i.month, 'YYYY-MM') as month, i.minted, trim_scale(i.production_kwh)::text as "productionKwh",
                 trim_scale(i.reported_mwh)::text as "reportedMwh", trim_scale(i.eligible_mwh)::text as "eligibleMwh",
                 trim_scale(i.opening_gis_carry_mwh)::text as "openingCarryMwh", trim_scale(i.closing_gis_carry_mwh)::text as "closingCarryMwh"
          from issuance i join gis_asset a on a.id = i.asset_id
          where a.gis_id = 'NON700001' and i.program = 'SREC_II' and i.month >= '2018-01-01' order by i.month`,
    );
    expect(texts(supposed.months)).toMatchObject(texts(issued));
    expect(issued).toHaveLength(2);
  } finally {
    await tx.rollback();
  }
});

test('knows other factors, systems that join and leave, and says what it supposed', async () => {
  const plain = await suppose({ production: [row('mill', '2018-01', '10000')] });
  expect(plain.months[0]?.eligibleMwh.toString()).toBe('8');
  expect(plain.assumptions).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Starts from the carry of today/),
      expect.stringMatching(/policy of this house/),
      expect.stringMatching(/produces nothing in 2018-01/),
    ]),
  );
  const whole = await suppose({
    production: [row('mill', '2018-01', '10000')],
    factors: [{ ptsId: world.ptsIds.mill, srecFactor: new Decimal(1) }],
  });
  expect(whole.months[0]?.eligibleMwh.toString()).toBe('10');
  const joined = await suppose({
    production: [row('mill', '2018-01', '10000'), row('turbine', '2018-01', '5000')],
    factors: [{ ptsId: world.ptsIds.turbine, srecFactor: new Decimal('0.5') }],
  });
  expect(joined.months[0]?.eligibleMwh.toString()).toBe('10.5');
  expect(joined.assumptions.join()).toMatch(/is taken to be qualified for SREC_II.*which it is not today/);
  const left = await suppose({ production: [row('mill', '2018-01', '10000')], leaving: [world.ptsIds.mill] });
  expect(left.months[0]?.eligibleMwh.toString()).toBe('0');
});

const reading = (system: keyof World['ptsIds'], readAt: string, valueKwh: string, meterLabel = 'main') => ({
  ptsId: world.ptsIds[system],
  meterLabel,
  readAt: new Date(readAt),
  valueKwh: new Decimal(valueKwh),
});
const january = '2018-01-31T16:00:00Z';

test('readings are production by what the meters counted, months that were missed before them included', async () => {
  // the mill stood at 180001.125 kWh at the end of December, the turbine, which joins, at 63000
  const byReading = await suppose({ readings: [reading('mill', january, '190124.525')] });
  expect(texts(byReading.months)).toEqual(
    texts((await suppose({ production: [row('mill', '2018-01', '10123.4')] })).months),
  );
  const twice = await suppose({
    readings: [reading('mill', '2018-02-28T16:00:00Z', '199124.525'), reading('mill', january, '190124.525')],
  });
  const asProduction = [row('mill', '2018-01', '10123.4'), row('mill', '2018-02', '9000')];
  expect(texts(twice.months)).toEqual(texts((await suppose({ production: asProduction })).months));
  const missed = await suppose({ readings: [reading('mill', '2018-03-31T16:00:00Z', '210001.125')] });
  expect(missed.months.map(({ month }) => month)).toEqual(['2018-01', '2018-02', '2018-03']);
  expect(missed.months.reduce((sum, each) => sum.plus(each.productionKwh), new Decimal(0)).toString()).toBe('30000');
  const joined = await suppose({
    readings: [reading('turbine', january, '68000')],
    factors: [{ ptsId: world.ptsIds.turbine, srecFactor: new Decimal('0.5') }],
  });
  expect(joined.months[0]?.eligibleMwh.toString()).toBe('2.5');
  expect(
    await suppose({ readings: [reading('mill', january, '190124.525')], leaving: [world.ptsIds.mill] }),
  ).toMatchObject({ certificates: 0 });
});

test('a reading that would be refused is refused with its code, and the place where it stands', async () => {
  const refused = (readings: WhatIfInput['readings'], refusal: object, more: Partial<WhatIfInput> = {}) =>
    expect(suppose({ readings, ...more })).rejects.toMatchObject(refusal);
  const good = reading('mill', january, '190000');
  await refused([good, reading('school', january, '1')], { code: 'METER_DECREASE', facts: { field: 'readings[1]' } });
  await refused([reading('mill', '2018-01-15T16:00:00Z', '190000')], { code: 'OUTSIDE_REPORTING_WINDOW' });
  await refused([reading('mill', january, '9000000')], { code: 'ABOVE_NAMEPLATE' });
  await refused([reading('mill', '2017-11-30T18:00:00Z', '190000')], { code: 'MONTH_ALREADY_ISSUED' });
  await refused([good, good], { code: 'BAD_USER_INPUT', facts: { field: 'readings[1]' } });
  await refused([reading('mill', january, '190000', 'roof')], { code: 'NOT_FOUND' });
  await refused([reading('mill', january, '190000.0001')], { code: 'BAD_USER_INPUT' });
  await refused([good], { code: 'BAD_USER_INPUT' }, { production: [row('mill', '2018-01', '1')] });
  await refused([{ ...good, ptsId: 'NONE' }], { code: 'NOT_FOUND' });
});

test('without production and readings, and where it is asked for, months on record that are not reported are computed', async () => {
  expect(await suppose({})).toMatchObject({ certificates: 0, months: [] });
  const tx = world.orm.em.fork();
  await tx.begin();
  try {
    await rows(tx, sql`select ensure_reading_partition('2018-01-01'::date)`);
    for (const name of ['mill', 'turbine'])
      await rows(
        tx,
        sql`insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel,
              submitted_at, submitted_by)
            select '2018-01-01', m.id, m.system_id, '2018-01-31', 900000, 10000, 10000, false, 'AUTOMATED', '2018-01-31',
                   (select min(id) from account)
            from meter m join system s on s.id = m.system_id where s.name = ${name}`,
      );
    const { actor } = await world.as('aggregator', at);
    const asked = (input: Partial<WhatIfInput>) =>
      whatIf(tx, actor, { gisId: 'NON700001', program: 'SREC_II', ...nothing, ...input });
    const monthsOf = async (input: Partial<WhatIfInput>) =>
      (await asked(input)).months.map(({ month, eligibleMwh }) => [month, eligibleMwh.toString()]);
    expect(await monthsOf({})).toEqual([['2018-01', '8']]);
    expect(await monthsOf({ factors: [{ ptsId: world.ptsIds.mill, srecFactor: new Decimal(1) }] })).toEqual([
      ['2018-01', '10'],
    ]);
    const half = { factors: [{ ptsId: world.ptsIds.turbine, srecFactor: new Decimal('0.5') }] };
    expect(await monthsOf(half)).toEqual([['2018-01', '13']]);
    expect(await monthsOf({ ...half, leaving: [world.ptsIds.mill] })).toEqual([['2018-01', '5']]);
    expect((await asked({ joining: [world.ptsIds.turbine] })).assumptions.join()).toMatch(/it is not qualified then/);
    const february = [row('mill', '2018-02', '1000')];
    expect(await monthsOf({ production: february })).toEqual([['2018-02', '0.8']]);
    expect(await monthsOf({ production: february, onRecord: true })).toEqual([
      ['2018-01', '8'],
      ['2018-02', '0.8'],
    ]);
  } finally {
    await tx.rollback();
  }
});

test('refuses what it cannot suppose, and what is not the asker’s', async () => {
  const refused = (input: Partial<WhatIfInput>, party?: Parameters<World['as']>[0]) =>
    expect(suppose(input, party)).rejects.toMatchObject({
      code: expect.stringMatching(/^(BAD_USER_INPUT|NOT_FOUND)$/),
    });
  await refused({ production: [row('mill', '2017-12', '1')] });
  await refused({ production: [row('mill', '2018-01', '1'), row('mill', '2018-01', '2')] });
  await refused({ production: [row('mill', '2018-01', '-1')] });
  await refused({ factors: [{ ptsId: world.ptsIds.mill, srecFactor: new Decimal(2) }] });
  await refused({ production: [{ ...row('mill', '2018-01', '1'), ptsId: 'NONE' }] });
  const months = Array.from(
    { length: 37 },
    (_, at) => `${2018 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  await refused({ production: months.map(month => row('mill', month, '1')) });
  await refused({ gisId: 'NON1' });
  await refused({ production: [row('mill', '2018-01', '1')] }, 'owner');
});

test('keeps nothing', async () => {
  const counts = sql`select (select count(*) from reading) as readings, (select count(*) from issuance) as issuances,
    (select count(*) from rollup_dirty) as lines`;
  const before = await rows(world.orm.em.fork(), counts);
  await suppose({ production: [row('mill', '2018-01', '10000')] });
  await suppose({ readings: [reading('school', january, '70000')] });
  expect(await rows(world.orm.em.fork(), counts)).toEqual(before);
});
