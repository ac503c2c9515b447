import { acceptTerms } from '../../src/document/accept-terms.js';
import { currentTermsVersionId } from '../../src/document/terms-version.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { assignGisAsset } from '../../src/gis/assign-gis-asset.js';
import { createGisAccount } from '../../src/gis/create-gis-account.js';
import { awaitingStaff } from '../../src/ledger/awaiting-staff.js';
import { gisReportFile } from '../../src/ledger/gis-report.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { reportDifferences } from '../../src/ledger/list-corrections.js';
import { retireCertificates } from '../../src/ledger/retire-certificates.js';
import { replaceMeter } from '../../src/metering/replace-meter.js';
import { setUpMeter } from '../../src/metering/set-up-meter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { rawSql, row } from '../../src/platform/sql.js';
import { portfolio } from '../../src/portfolio/portfolio.js';
import { issuanceTable, lastUnit, ledgerTable } from '../support/ledger-table.js';
import { createWorld, type World, type WorldStage } from '../support/world.js';
import { staffOf } from '../support/world-corrections.js';
import type { PartyName, SystemName } from '../support/world-data.js';

/* Corrections on a real database through the verbs; after every test all laws hold and frozen reports are as they were. */

const quarters = ['2017-Q3', '2017-Q4', '2018-Q1'] as Quarter[];
const may = '2018-05-02T12:00:00Z';
const page = { first: 100, after: null };
let world: World;
let staff: Awaited<ReturnType<typeof staffOf>>;
let frozen: Map<string, string>;

const ask = (query: string) => row<Record<string, string>>(world.orm.em.fork(), rawSql(query));
const frozenFiles = async () => {
  const files = new Map<string, string>();
  for (const quarter of quarters) {
    const file = await gisReportFile(world.orm.em.fork(), quarter);
    if (file !== null) files.set(quarter, file);
  }
  return files;
};
const differences = async (quarter: string) => {
  const { id } = await ask(`select id from issuance_run where quarter = '${quarter}'`);
  const found = await reportDifferences(world.orm.em.fork(), id ?? '', quarter as Quarter, page);
  return found.edges.map(({ node }) => `${node.gisId} ${node.month} ${node.reportedMwh} -> ${node.nowMwh}`);
};
const retire = async (gisId: string, month: string) => {
  const { id } = await ask(`select b.id from certificate_batch b join gis_asset a on a.id = b.asset_id
    where a.gis_id = '${gisId}' and b.vintage_month = '${month}-01' order by b.id desc limit 1`);
  return world.act('aggregator', '2018-05-01T12:00:00Z', verb =>
    retireCertificates(verb, { ranges: [`${id} - 1 to 1`], reason: 'used' }),
  );
};
const submit = (
  at: string,
  system: SystemName,
  valueKwh: string,
  { label = 'main', by = 'dasProvider' }: { readonly label?: string; readonly by?: PartyName } = {},
) =>
  world.act(by, `${at}T17:00:00Z`, verb =>
    submitReadings(verb, { readings: [{ ...world.reading(system, `${at}T16:00:00Z`, valueKwh), meterLabel: label }] }),
  );
const addMeter = (system: SystemName, label: string, installedOn: string) =>
  world.act('operator', may, verb =>
    setUpMeter(verb, {
      ptsId: world.ptsIds[system],
      label,
      accuracyPercent: new Decimal('0.5'),
      initialValueKwh: new Decimal(0),
      installedOn: installedOn as LocalDate,
    }),
  );
const waiting = async () => {
  const { em, actor } = await world.as('operator', may);
  return (await awaitingStaff(em, actor, page)).edges.map(({ node }) => `${node.month} ${node.productionKwh}`);
};
/** What a correction tells of each month: what became of it, and by how much. */
const told = (settled: Awaited<ReturnType<typeof staff.correct>>['settled']) =>
  settled.map(
    each =>
      `${each.month} ${each.how} ${each.productionKwh} kWh, ${each.certificates} certificates, ${each.adjustedMwh} MWh next`,
  );

const inWorld = (stage: WorldStage) => {
  beforeAll(async () => {
    world = await createWorld(stage);
    staff = await staffOf(world);
  });
  beforeEach(async () => {
    frozen = await frozenFiles();
  });
  afterEach(async () => {
    expect((await runLaws(world.orm.em)).filter(result => !result.holds)).toEqual([]);
    const now = await frozenFiles();
    for (const [quarter, file] of frozen) expect(now.get(quarter)).toBe(file);
  });
  afterAll(() => world?.end());
};

describe('from before the report to after the mint', () => {
  inWorld('READ');

  test('while the window is open the representative submits again', async () => {
    await expect(staff.correct('2018-01-02T12:00:00Z', 'mill', '2017-12', '180002')).rejects.toMatchObject({
      code: 'CONFLICT',
      facts: { month: '2017-12' },
    });
  });

  test('before the report: a reading is superseded, nothing is settled', async () => {
    const { settled, readingIds } = await staff.correct('2018-01-08T12:00:00Z', 'mill', '2017-08', '82500.5');
    expect(settled).toEqual([]);
    expect(readingIds).toHaveLength(2); // and September's, whose difference changed
    await addMeter('shed', 'b', '2017-07-31');
    await submit('2017-08-31', 'shed', '400.4', { label: 'b' });
    await submit('2017-09-30', 'shed', '900.9', { label: 'b' });
    expect(await ask('select count(*) from ledger_unit')).toEqual({ count: '0' });
    await staff.report('2018-01-12T12:00:00Z', '2017-Q3');
    expect(await issuanceTable(world, 'NON700001', '2017-08', '2017-09')).toEqual([
      '2017-08 r1 | SREC_II | 44599.684 kWh | 44 reported | 0.8 + 35.35 + 0 = 36 + 0.15 | first',
      '2017-09 r1 | SREC_II | 45538.613 kWh | 46 reported | 0.15 + 36.95 + 0 = 37 + 0.1 | first',
    ]);
    expect(await issuanceTable(world, 'MSS700003', '2017-08', '2017-09')).toEqual([
      '2017-08 r1 | SREC_II | 2750.15 kWh | 3 reported | 0.8 + 2.7 + 0 = 3 + 0.5 | first',
      '2017-09 r1 | SREC_II | 2560.375 kWh | 2 reported | 0.5 + 1.8 + 0 = 2 + 0.3 | first',
    ]);
  });

  test('between report and mint: adjusted; minted is what was reported', async () => {
    const { settled } = await staff.correct('2018-01-13T12:00:00Z', 'mill', '2017-09', '114432.1');
    expect(told(settled)).toEqual(['2017-09 ADJUSTED -1000 kWh, 0 certificates, -0.8 MWh next']);
    expect(await differences('2017-Q3')).toEqual(['NON700001 2017-09 46 -> 45']);
    await staff.issue('2018-01-16T12:00:00Z', '2017-Q3');
    const { minted } =
      await ask(`select sum(quantity) as minted from certificate_batch b join gis_asset a on a.id = b.asset_id
      where a.gis_id = 'NON700001'`);
    expect(minted).toBe('101');
  });

  test('a system with two meters: what the other one counted stays, in one issuance of both', async () => {
    const { settled } = await staff.correct(may, 'shed', '2017-08', '500.5', { label: 'b' });
    expect(told(settled)).toEqual([
      '2017-08 ROLLED_BACK 100.1 kWh, 0 certificates, 0.09009 MWh next',
      '2017-09 ROLLED_BACK -100.1 kWh, -1 certificates, 0.90991 MWh next',
    ]);
    expect(await issuanceTable(world, 'MSS700003', '2017-08', '2017-09')).toEqual([
      '2017-08 r1 | SREC_II | 2750.15 kWh | 3 reported | 0.8 + 2.7 + 0 = 3 + 0.5 | first',
      '2017-08 r2 | SREC_II | 2850.25 kWh | 3 reported | 0.8 + 2.7 + 0 = 3 + 0.5 | first',
      '2017-09 r1 | SREC_II | 2560.375 kWh | 2 reported | 0.5 + 1.8 + 0 = 2 + 0.3 | first',
      '2017-09 r2 | SREC_II | 2460.275 kWh | 1 reported | 0.5 + 0.9 + -0.1 = 1 + 0.3 | first',
    ]);
  });

  test('the next quarter takes the debit', async () => {
    await staff.report('2018-04-12T12:00:00Z', '2017-Q4');
    expect(await issuanceTable(world, 'NON700001', '2017-10')).toEqual([
      '2017-10 r1 | SREC_II | 40947.952 kWh | 42.11 reported | 0.1 + 33.78565 + -0.8 = 33 + 0.08565 | first',
    ]);
  });
});

describe('after minting', () => {
  inWorld('ISSUED');
  const minted = async () => {
    const { em, actor } = await world.as('aggregator', may);
    return (await portfolio(em, actor, null, null)).certificatesActive;
  };

  test('untouched: rolled back and issued anew; the account counts at once', async () => {
    const before = await minted();
    const { settled } = await staff.correct(may, 'shed', '2017-09', '6210.125');
    expect(told(settled)).toEqual(['2017-09 ROLLED_BACK -1000 kWh, -1 certificates, 0.1 MWh next']);
    expect((await minted()) - before).toBe(-1);
    expect(await ledgerTable(world, 'MSS700003')).toEqual([
      '2017-07 | MINT | 1: 1-1 | 1 | - | -> first | a small world for tests',
      '2017-07 | RETIRE_REMAINDER | - | - | 0.2 MWh |  | a small world for tests',
      '2017-08 | MINT | 2: 1-2 | 2 | - | -> first | a small world for tests',
      '2017-08 | RETIRE_REMAINDER | - | - | 0.2 MWh |  | a small world for tests',
      '2017-09 | MINT | 3: 1-2 | 2 | - | -> first | a small world for tests',
      '2017-09 | RETIRE_REMAINDER | - | - | 0.2 MWh |  | a small world for tests',
      '2017-09 | ROLL_BACK | 3: 1-2 | 2 | - | first -> | misread',
      '2017-09 | ROLL_BACK_REMAINDER | - | - | 0.2 MWh |  | misread',
      '2017-09 | ADJUST | - | - | 0.1 MWh | -> first | misread',
      '2017-09 | MINT | 4: 1-1 | 1 | - | -> first | misread',
      '2017-09 | RETIRE_REMAINDER | - | - | 0.1 MWh |  | misread',
    ]);
  });

  test('a correction of a correction: kWh that were deferred are not deferred twice', async () => {
    const less = await staff.correct(may, 'shed', '2017-09', '5710.125');
    expect(told(less.settled)).toEqual(['2017-09 ROLLED_BACK -500 kWh, -1 certificates, 0.55 MWh next']);
    const back = await staff.correct(may, 'shed', '2017-09', '7210.125');
    expect(told(back.settled)).toEqual(['2017-09 ADJUSTED 1500 kWh, 0 certificates, 1.35 MWh next']);
    // 5 certificates and 0.4 MWh as it was first issued: 3 standing, 0.4 carried on, 0.1 + 0.55 + 1.35 waiting
    expect(await issuanceTable(world, 'MSS700003', '2017-07', '2017-09')).toEqual([
      '2017-07 r1 | SREC_II | 2300.5 kWh | 2 reported | 0 + 1.8 + 0 = 1 + 0.8 | first',
      '2017-08 r1 | SREC_II | 2349.75 kWh | 2 reported | 0.8 + 1.8 + 0 = 2 + 0.6 | first',
      '2017-09 r1 | SREC_II | 2059.875 kWh | 2 reported | 0.6 + 1.8 + 0 = 2 + 0.4 | first',
      '2017-09 r2 | SREC_II | 1059.875 kWh | 1 reported | 0.6 + 0.9 + -0.1 = 1 + 0.4 | first',
      '2017-09 r3 | SREC_II | 559.875 kWh | 0 reported | 0.6 + 0 + -0.2 = 0 + 0.4 | first',
    ]);
    await expect(staff.correct(may, 'shed', '2017-09', '7210.125')).rejects.toMatchObject({
      code: 'NOTHING_TO_CORRECT',
    });
  });

  test('after a retirement of one certificate: adjusted, and the certificates stay', async () => {
    await retire('NON700001', '2017-12');
    const before = await minted();
    const { settled } = await staff.correct(may, 'mill', '2017-12', '163501');
    expect(told(settled)).toEqual(['2017-12 ADJUSTED -16500.125 kWh, 0 certificates, -13.2 MWh next']);
    expect(await minted()).toBe(before);
    expect(await differences('2017-Q4')).toEqual(['NON700001 2017-12 16.501 -> 0.001']);
  });

  test('the next quarter: a debit larger than what there is is carried below zero, an asset without production takes its credit', async () => {
    await submit('2018-01-31', 'mill', '164001');
    await submit('2018-02-28', 'mill', '184001');
    await staff.report('2018-07-12T12:00:00Z', '2018-Q1');
    await staff.issue('2018-07-16T12:00:00Z', '2018-Q1');
    expect(await issuanceTable(world, 'NON700001', '2018-01', '2018-02')).toEqual([
      '2018-01 r1 | SREC_II | 500 kWh | 0.5 reported | 0.72085 + 0.4 + -13.2 = 0 + -12.07915 | first',
      '2018-02 r1 | SREC_II | 20000 kWh | 20 reported | -12.07915 + 16 + 0 = 3 + 0.92085 | first',
    ]);
    expect(await issuanceTable(world, 'MSS700003', '2018-01', '2018-03')).toEqual([
      '2018-01 r1 | SREC_II | 0 kWh | 0.71 reported | 0.4 + 0.639 + 2 = 3 + 0.039 | first',
    ]);
    expect(await ledgerTable(world, 'NON700001', 5)).toEqual([
      '2017-12 | ADJUST | - | - | -13.2 MWh | first -> | misread',
      '2018-01 | RETIRE_REMAINDER | - | - | 0.1 MWh |  | issued',
      '2018-02 | MINT | 7: 1-3 | 3 | - | -> first | issued',
      '2018-02 | RETIRE_REMAINDER | - | - | 4 MWh |  | issued',
    ]);
  });

  test('a month that took a debit may be corrected too: it keeps the debit', async () => {
    const { settled } = await staff.correct('2018-08-02T12:00:00Z', 'mill', '2018-02', '174001');
    expect(told(settled)).toEqual(['2018-02 ROLLED_BACK -10000 kWh, -3 certificates, -5 MWh next']);
    const zero = await staff.correct('2018-08-02T12:00:00Z', 'mill', '2018-01', '163901');
    expect(told(zero.settled)).toEqual([
      '2018-01 ADJUSTED -100 kWh, 0 certificates, -0.08 MWh next',
      '2018-02 ADJUSTED 100 kWh, 0 certificates, 0.08 MWh next',
    ]);
    expect(await issuanceTable(world, 'NON700001', '2018-01', '2018-02')).toEqual([
      '2018-01 r1 | SREC_II | 500 kWh | 0.5 reported | 0.72085 + 0.4 + -13.2 = 0 + -12.07915 | first',
      '2018-02 r1 | SREC_II | 20000 kWh | 20 reported | -12.07915 + 16 + 0 = 3 + 0.92085 | first',
      '2018-02 r2 | SREC_II | 10000 kWh | 10 reported | -12.07915 + 8 + 5 = 0 + 0.92085 | first',
    ]);
  });
});

describe('adjustments of an asset that nobody may receive for', () => {
  inWorld('CORRECTED');
  const pending = () =>
    ask(`select count(*) as waiting from adjustment a join gis_asset asset on asset.id = a.asset_id
      where asset.gis_id = 'NON700001' and a.program = 'SREC_II'
        and not exists (select from adjustment_application applied where applied.adjustment_id = a.id)`);

  test('wait until its holder accepted the terms, hold no quarter up, and go in with the next one', async () => {
    const { waiting } = await pending();
    expect(Number(waiting)).toBeGreaterThan(0);
    await staff.issue('2018-07-16T12:00:00Z', '2018-Q1');
    const ownerId =
      (await ask(`select organisation_id as id from account where id = ${world.accountIds.owner}`)).id ?? '';
    const { gisAccountId } = await world.act('operator', '2018-07-17T12:00:00Z', verb =>
      createGisAccount(verb, { organisationId: ownerId, name: 'new' }),
    );
    await world.act('operator', '2018-07-17T12:00:00Z', verb =>
      assignGisAsset(verb, { gisId: 'NON700001', gisAccountId, fromMonth: '2018-04' as Month, reason: 'sold' }),
    );
    await staff.report('2018-10-12T12:00:00Z', '2018-Q2');
    await staff.issue('2018-10-16T12:00:00Z', '2018-Q2');
    expect(await pending()).toEqual({ waiting });
    await world.act('operator', '2018-11-01T12:00:00Z', async verb =>
      acceptTerms(verb, {
        versionId: await currentTermsVersionId(verb.em),
        organisationId: ownerId,
        evidence: 'signed',
      }),
    );
    await staff.report('2019-01-12T12:00:00Z', '2018-Q3');
    expect(await pending()).toEqual({ waiting: '0' });
  });
});

describe('what a value stands between', () => {
  inWorld('ISSUED');
  const everything = () =>
    ask(`select (select count(*) from reading) as readings, (select count(*) from correction) as corrections,
      (select count(*) from ledger_unit) as units, (select count(*) from issuance) as issuances`);

  test('a value above the next reading, or below the one before, changes nothing', async () => {
    const before = await everything();
    const refused = { code: 'METER_DECREASE' };
    await expect(staff.correct(may, 'mill', '2017-09', '143210.988')).rejects.toMatchObject(refused);
    await expect(staff.correct(may, 'mill', '2017-09', '81000')).rejects.toMatchObject(refused);
    const readAt = '2017-09-30T16:00:00Z';
    await expect(staff.correct(may, 'school', '2017-09', '52345.679', { readAt })).rejects.toMatchObject(refused);
    await expect(staff.correct(may, 'school', '2017-09', '40000')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(staff.correct(may, 'mill', '2017-09', '115432.1')).rejects.toMatchObject({
      code: 'NOTHING_TO_CORRECT',
    });
    await expect(staff.correct(may, 'mill', '2017-09', '115000', { reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(
      staff.correct(may, 'mill', '2017-09', '115432.1', { readAt: '2017-08-31T16:00:00Z' }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await everything()).toEqual(before);
  });

  test('a month that was missed: its reading takes the place of the share, and the reading after it counts less', async () => {
    const { settled } = await staff.correct(may, 'school', '2017-09', '40000', { readAt: '2017-09-30T16:00:00Z' });
    expect(told(settled)).toEqual([
      '2017-09 ROLLED_BACK -176.613 kWh, -1 certificates, 0.8587096 MWh next',
      '2017-10 ROLLED_BACK 176.613 kWh, 0 certificates, 0.1416 MWh next',
    ]);
    const shares =
      await ask(`select count(*) from estimated_share s join reading r on r.month = s.reading_month and r.id = s.reading_id
      join system y on y.id = s.system_id where y.name = 'school' and r.superseded_at is null`);
    expect(shares).toEqual({ count: '0' });
    expect(await issuanceTable(world, 'NON700001', '2017-09', '2017-10')).toEqual([
      '2017-09 r1 | SREC_II | 45038.613 kWh | 45 reported | 0.95 + 36.15 + 0 = 37 + 0.1 | first',
      '2017-09 r2 | SREC_II | 44862 kWh | 44 reported | 0.95 + 35.35 + -0.2 = 36 + 0.1 | first',
      '2017-10 r1 | SREC_II | 39947.952 kWh | 41.11 reported | 0.1 + 32.98565 + 0 = 33 + 0.08565 | first',
      '2017-10 r2 | SREC_II | 40124.565 kWh | 41.287 reported | 0.1 + 33.12725 + -0.1416 = 33 + 0.08565 | first',
    ]);
  });

  test('over a register that rolled over', async () => {
    const { settled } = await staff.correct(may, 'barn', '2017-07', '99500.5');
    expect(told(settled)).toEqual([
      '2017-07 ROLLED_BACK 100 kWh, 0 certificates, 0.095 MWh next',
      '2017-08 ROLLED_BACK -100 kWh, -1 certificates, 0.905 MWh next',
    ]);
  });

  test('the first month of a statement counts by days', async () => {
    const { settled } = await staff.correct(may, 'school', '2017-08', '30400.1');
    expect(told(settled)).toEqual([
      '2017-08 ROLLED_BACK 2000 kWh, 0 certificates, 0.8258064 MWh next',
      '2017-09 ROLLED_BACK -2000 kWh, -2 certificates, 0.4 MWh next',
    ]);
  });

  test('a meter that was replaced in between: the device that was taken out showed no less', async () => {
    await world.act('operator', may, verb =>
      replaceMeter(verb, {
        ptsId: world.ptsIds.field,
        label: 'main',
        replacedAt: new Date('2018-01-10T15:00:00Z'),
        oldFinalKwh: new Decimal('1270000'),
        newInitialKwh: new Decimal('50'),
        reason: 'broken',
      }),
    );
    await submit('2018-01-31', 'field', '17550');
    await expect(staff.correct(may, 'field', '2017-12', '1270001')).rejects.toMatchObject({ code: 'METER_DECREASE' });
    const { settled, readingIds } = await staff.correct(may, 'field', '2017-12', '1262000');
    expect(told(settled)).toEqual(['2017-12 ROLLED_BACK 1499.5 kWh, 1 certificates, 0.499 MWh next']);
    expect(readingIds).toHaveLength(2);
    expect(
      await ask(`select production_kwh from reading r where month = '2018-01-01' and superseded_at is null`),
    ).toEqual({
      production_kwh: '25500.000',
    });
  });

  test('the holder changed meanwhile: a month goes back to where it was issued, what is next to whoever holds the asset today', async () => {
    const before = await lastUnit(world, 'MSS700002');
    const { settled } = await staff.correct(may, 'field', '2017-09', '1167499.5');
    expect(told(settled)).toEqual([
      '2017-09 ROLLED_BACK -500.5 kWh, -1 certificates, 0.4995 MWh next',
      '2017-10 ROLLED_BACK 500.5 kWh, 0 certificates, 0.501 MWh next',
    ]);
    expect(await ledgerTable(world, 'MSS700002', before)).toEqual([
      '2017-09 | ROLL_BACK | 3: 1-49 | 49 | - | first -> | misread',
      '2017-10 | ROLL_BACK | 4: 1-38 | 38 | - | second -> | misread',
      '2017-09 | ADJUST | - | - | 0.4995 MWh | -> second | misread',
      '2017-10 | ADJUST | - | - | 0.501 MWh | -> second | misread',
      '2017-09 | MINT | 8: 1-48 | 48 | - | -> first | misread',
      '2017-10 | MINT | 9: 1-38 | 38 | - | -> second | misread',
    ]);
    const { id } = await ask(`select id from gis_account where name = 'first'`);
    await world.act('operator', may, verb =>
      assignGisAsset(verb, {
        gisId: 'MSS700002',
        gisAccountId: id ?? '',
        fromMonth: '2018-01' as Month,
        reason: 'sold',
      }),
    );
    await staff.report('2018-07-12T12:00:00Z', '2018-Q1');
    // the mill reports nothing: what its asset's corrections deferred goes into an issuance of no production
    expect(await issuanceTable(world, 'NON700001', '2018-01')).toEqual([
      '2018-01 r1 | SREC_II | 0 kWh | 0 reported | 0.72085 + 0 + 3.226116 = 3 + 0.946966 | first',
    ]);
    expect(await issuanceTable(world, 'MSS700002', '2018-01')).toEqual([
      '2018-01 r1 | SREC_I | 25500 kWh | 25.5 reported | 0.501 + 25.5 + 1.4995 = 27 + 0.5005 | first',
    ]);
  });
});

describe('production that waits', () => {
  inWorld('ISSUED');
  const april = '2018-04-27T12:00:00Z';

  test('is released or dismissed, once', async () => {
    await addMeter('field', 'late', '2017-11-10');
    await submit('2018-04-26', 'field', '18100', { label: 'late' });
    expect(await waiting()).toEqual(['2017-11 3000.000', '2017-12 3100.000']);
    const released = await staff.release(april, 'field', '2017-11');
    expect(released).toMatchObject({ productionKwh: '3000', adjustedMwh: '3' });
    const dismissed = await staff.dismiss(april, 'field', '2017-12');
    expect(dismissed).toMatchObject({ productionKwh: '3100', adjustedMwh: '0' });
    expect(await waiting()).toEqual([]);
    for (const decide of [staff.release, staff.dismiss]) {
      for (const month of ['2017-11', '2017-12', '2018-01']) {
        await expect(decide(april, 'field', month)).rejects.toMatchObject({ code: 'NOTHING_TO_CORRECT' });
      }
    }
    expect(await differences('2017-Q4')).toEqual([]); // an MSS asset is not in the file
  });

  test('a reading that counts by a release is not submitted again, its window be open or not', async () => {
    const { outcomes } = await submit('2018-04-28', 'field', '18200', { label: 'late' });
    expect(outcomes).toMatchObject([{ status: 'REFUSED', code: 'MONTH_ALREADY_ISSUED' }]);
    await expect(
      staff.correct('2018-04-29T12:00:00Z', 'field', '2018-04', '18200', { label: 'late' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('corrected, what was released is adjusted by the difference, and what was dismissed stays dismissed', async () => {
    const { settled } = await staff.correct('2018-06-02T12:00:00Z', 'field', '2018-04', '12067', { label: 'late' });
    expect(told(settled)).toEqual(['2017-11 ADJUSTED -999.945 kWh, 0 certificates, -1 MWh next']);
    expect(await waiting()).toEqual([]);
  });

  test('a month of two meters, one in the issuance and one by a release, is adjusted and never rolled back', async () => {
    const { settled } = await staff.correct('2018-06-02T12:00:00Z', 'field', '2017-11', '1235000');
    expect(told(settled)).toEqual([
      '2017-11 ADJUSTED -1000 kWh, 0 certificates, -1 MWh next',
      '2017-12 ROLLED_BACK 1000 kWh, 1 certificates, 0 MWh next',
    ]);
  });
});

describe('RPS Class I, after the opt-in term', () => {
  inWorld('ISSUED');

  test('is issued and corrected in a carry of its own, by factor 1', async () => {
    await submit('2022-01-31', 'shed', '20000');
    await submit('2022-02-28', 'shed', '21500.5');
    await staff.report('2022-07-12T12:00:00Z', '2022-Q1');
    await staff.issue('2022-07-16T12:00:00Z', '2022-Q1');
    const { settled } = await staff.correct('2022-08-02T12:00:00Z', 'shed', '2022-01', '20100.25');
    expect(told(settled)).toEqual([
      '2022-01 ADJUSTED 2.091 kWh, 0 certificates, 0.002 MWh next',
      '2022-02 ROLLED_BACK -100.25 kWh, -1 certificates, 0.899 MWh next',
    ]);
    expect(await issuanceTable(world, 'MSS700003', '2022-01', '2022-02')).toEqual([
      '2022-01 r1 | CLASS_I | 187.012 kWh | 0.187 reported | 0 + 0.187 + 0 = 0 + 0.187 | first',
      '2022-02 r1 | CLASS_I | 1500.5 kWh | 1.501 reported | 0.187 + 1.501 + 0 = 1 + 0.688 | first',
      '2022-02 r2 | CLASS_I | 1400.25 kWh | 1.4 reported | 0.187 + 1.4 + -0.899 = 0 + 0.688 | first',
    ]);
  });
});
