import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { acceptTerms } from '../../src/document/accept-terms.js';
import { fileDocument } from '../../src/document/file-document.js';
import { currentTermsVersionId } from '../../src/document/terms-version.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { correctReading } from '../../src/ledger/correct-reading.js';
import { gisReportFile } from '../../src/ledger/gis-report.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { contextFor, operatorActor } from '../../src/operator/operator.js';
import { type Outcome, perform, type Verb } from '../../src/platform/perform.js';
import { rawSql, rows } from '../../src/platform/sql.js';
import { refreshRollups } from '../../src/rollup/refresh-rollups.js';
import { migrate, openDatabase, pendingMigrations } from '../../src/server/database.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';

/*
 * A database of the release before corrections (migrations 01 to 07), with all that it may hold: a quarter issued in one step, one that
 * was interrupted, certificates retired, chains of format 1. It is brought up to date, and goes on.
 */

let database: TestDatabase;
let orm: MikroORM;
const all = <T = Record<string, string>>(query: string) => rows<T>(orm.em.fork(), rawSql(query));
const failing = async () => (await runLaws(orm.em, { laws: allLaws })).filter(result => !result.holds);

const zeros = `decode(repeat('00', 32), 'hex')`;
/** A unit as the release before closed it: hashed in format 1 over the unit before. */
const unit = (assetId: number, sequence: number, kind: string, at: string) => `
  insert into ledger_stream values (${assetId}) on conflict do nothing;
  insert into ledger_unit (asset_id, sequence, kind, reason, occurred_at, created_by, format, previous_hash, hash)
  select ${assetId}, ${sequence}, '${kind}', 'before', '${at}', 1, 1, previous, sha256(convert_to(
    ledger_unit_header_v1(${assetId}, ${sequence}, previous, '${kind}', 'before', '${at}', 1) || E'\\n' || (
      select string_agg(line, E'\\n' order by line collate "C") from ledger_unit_lines_v1(array[${assetId}], array[${sequence}])), 'UTF8'))
  from (select coalesce((select hash from ledger_unit where asset_id = ${assetId} and sequence = ${sequence} - 1), ${zeros}) as previous) p;
  update ledger_stream s set sequence = u.sequence, head_hash = u.hash from ledger_unit u
  where s.asset_id = ${assetId} and u.asset_id = s.asset_id and u.sequence = ${sequence};`;

const issuedAt = '2018-01-20T12:00:00Z';
const interruptedAt = '2018-04-20T12:00:00Z';

/** Asset 1 (NON): the mill, 300 kW, SREC II at 0.8. Asset 2 (MSS): the field, 2 MW, SREC I. The turbine is not qualified. */
const before = `
  insert into organisation (id, kind, name, created_at) values (1, 'COMPANY', 'aggregator', now());
  insert into account (id, organisation_id, name, kinds, created_at) values (1, 1, 'aggregator', '{REC_OWNER}', now());
  insert into system (id, pts_id, name, technology, capacity_kw, town, created_at) values
    (10001, 'PTS1', 'mill', 'SOLAR_PV', 300, 'Amherst', now()), (10002, 'PTS2', 'field', 'SOLAR_PV', 2000, 'Amherst', now()),
    (10003, 'PTS3', 'turbine', 'WIND', 100, 'Amherst', now());
  insert into meter (id, system_id, label, revenue_grade, initial_value_kwh, installed_on, created_at) values
    (1, 10001, 'main', true, 10000, '2017-06-30', now()), (2, 10002, 'main', true, 0, '2017-06-30', now()),
    (3, 10003, 'main', false, 0, '2017-06-30', now());
  insert into statement_of_qualification (id, system_id, sq_number, program, effective_on, last_eligible_quarter, market_sector, srec_factor,
    factor_source, factor_confidence, reason, created_at) values
    (1, 10001, 'S1', 'SREC_II', '2017-01-01', '2026-Q4', 'C', 0.8, 'a test', 'PROGRAM', '', now()),
    (2, 10002, 'S2', 'SREC_I', '2010-03-01', '2019-Q4', null, 1, 'a test', 'PROGRAM', '', now());
  insert into gis_account (id, organisation_id, name, created_at) values (1, 1, 'first', now());
  insert into gis_asset (id, gis_id, created_at) values (1, 'NON700001', now()), (2, 'MSS700002', now());
  insert into gis_asset_holder (asset_id, gis_account_id, from_month, reason, created_at) values
    (1, 1, '2017-01-01', '', now()), (2, 1, '2017-01-01', '', now());
  insert into gis_asset_membership (asset_id, system_id, from_month, reason, created_at) values
    (1, 10001, '2017-01-01', '', now()), (2, 10002, '2017-01-01', '', now());
  select ensure_reading_partition(month) from unnest(array['2017-07-01', '2017-08-01', '2017-10-01']::date[]) month;
  insert into reading (month, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, submitted_at, submitted_by) values
    ('2017-07-01', nextval('reading_id'), 1, 10001, '2017-07-31T16:00:00Z', 46123.456, 36123.456, 36123.456, false, 'AUTOMATED', '2017-07-31T17:00:00Z', 1),
    ('2017-07-01', nextval('reading_id'), 2, 10002, '2017-07-31T16:00:00Z', 61000, 61000, 61000, false, 'AUTOMATED', '2017-07-31T17:00:00Z', 1),
    ('2017-08-01', nextval('reading_id'), 1, 10001, '2017-08-31T16:00:00Z', 82000.5, 35877.044, 35877.044, false, 'AUTOMATED', '2017-08-31T17:00:00Z', 1);
  insert into reading (month, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, submitted_at, submitted_by) values
    ('2017-10-01', nextval('reading_id'), 1, 10001, '2017-10-31T16:00:00Z', 102000.5, 20000, 10163.935, true, 'AUTOMATED', '2017-10-31T17:00:00Z', 1),
    ('2017-10-01', nextval('reading_id'), 2, 10002, '2017-10-31T16:00:00Z', 71000.4, 10000.4, 3369.7, true, 'AUTOMATED', '2017-10-31T17:00:00Z', 1);
  insert into estimated_share (month, reading_month, reading_id, system_id, production_kwh, forfeited) values
    ('2017-09-01', '2017-10-01', 4, 10001, 9836.065, false),
    ('2017-08-01', '2017-10-01', 5, 10002, 3369.7, false), ('2017-09-01', '2017-10-01', 5, 10002, 3261, false);

  insert into issuance_run (id, quarter, issued_at, issued_by, reason) values
    (1, '2017-Q3', '${issuedAt}', 1, 'before'), (2, '2017-Q4', '${interruptedAt}', 1, 'before');
  update issuance_run set completed_at = '${issuedAt}' where id = 1;
  insert into issuance (id, run_id, asset_id, unit_sequence, program, month, gis_account_id, process, opening_pts_carry_kwh,
    opening_gis_carry_mwh, production_kwh, reported_mwh, eligible_mwh, minted, retired_remainder_mwh, closing_pts_carry_kwh,
    closing_gis_carry_mwh, occurred_at) values
    (1, 1, 1, 1, 'SREC_II', '2017-07-01', 1, 'WHOLE_MWH', 0, 0, 36123.456, 36, 28.8, 28, 7.2, 123.456, 0.8, '${issuedAt}'),
    (2, 1, 1, 1, 'SREC_II', '2017-08-01', 1, 'WHOLE_MWH', 123.456, 0.8, 35877.044, 36, 28.8, 29, 7.2, 0.5, 0.6, '${issuedAt}'),
    (3, 1, 1, 1, 'SREC_II', '2017-09-01', 1, 'WHOLE_MWH', 0.5, 0.6, 9836.065, 9, 7.2, 7, 1.8, 836.565, 0.8, '${issuedAt}'),
    (4, 1, 2, 1, 'SREC_I', '2017-07-01', 1, 'WHOLE_MWH', 0, 0, 61000, 61, 61, 61, 0, 0, 0, '${issuedAt}'),
    (5, 1, 2, 1, 'SREC_I', '2017-08-01', 1, 'WHOLE_MWH', 0, 0, 3369.7, 3, 3, 3, 0, 369.7, 0, '${issuedAt}'),
    (6, 1, 2, 1, 'SREC_I', '2017-09-01', 1, 'WHOLE_MWH', 369.7, 0, 3261, 3, 3, 3, 0, 630.7, 0, '${issuedAt}'),
    (7, 2, 2, 2, 'SREC_I', '2017-10-01', 1, 'WHOLE_KWH', 630.7, 0, 3369.7, 4, 4, 4, 0, 0, 0, '${interruptedAt}');
  insert into issuance_factor
    select id, case asset_id when 1 then 0.8 else 1 end, opening_pts_carry_kwh, production_kwh, reported_mwh, eligible_mwh, closing_pts_carry_kwh from issuance;
  insert into issuance_system
    select id, 10000 + asset_id, case asset_id when 1 then 0.8 else 1 end, production_kwh,
      case process when 'WHOLE_KWH' then opening_pts_carry_kwh else 0 end,
      case process when 'WHOLE_KWH' then reported_mwh end, case process when 'WHOLE_KWH' then eligible_mwh end from issuance;
  insert into reading_use
    select p.month, p.reading_month, p.reading_id, p.system_id, i.id, p.production_kwh, p.production_kwh
    from production_in_force p join issuance i on 10000 + i.asset_id = p.system_id and i.month = p.month;
  insert into certificate_batch (id, issuance_id, asset_id, program, vintage_month, quantity)
    select nextval('certificate_batch_id'), id, asset_id, program, month, minted from issuance order by id;
  insert into ledger_entry (asset_id, unit_sequence, position, kind, program, vintage_month, issuance_id, batch_id, first_serial, last_serial,
      remainder_mwh, to_gis_account_id, occurred_at)
    select asset_id, unit_sequence, row_number() over (partition by asset_id, unit_sequence order by month, kind), kind, program, month, id, batch_id,
      first_serial, last_serial, remainder, to_account, occurred_at
    from (
      select i.*, 'MINT' as kind, b.id as batch_id, 1 as first_serial, minted as last_serial, null::numeric as remainder, 1 as to_account
      from issuance i join certificate_batch b on b.issuance_id = i.id
      union all
      select i.*, 'RETIRE_REMAINDER', null, null, null, retired_remainder_mwh, null from issuance i where retired_remainder_mwh > 0) e;
  insert into certificate_holding
    select b.id, 1, b.quantity, 1, 'ACTIVE', e.id from certificate_batch b join ledger_entry e on e.batch_id = b.id;
  ${unit(1, 1, 'ISSUE', issuedAt)}
  ${unit(2, 1, 'ISSUE', issuedAt)}
  ${unit(2, 2, 'ISSUE', interruptedAt)}
  delete from certificate_holding where batch_id = 4000001;
  insert into ledger_entry (asset_id, unit_sequence, position, kind, program, vintage_month, batch_id, first_serial, last_serial, from_gis_account_id, occurred_at)
    values (1, 2, 1, 'RETIRE', 'SREC_II', '2017-07-01', 4000001, 5, 9, 1, '2018-05-01T12:00:00Z');
  insert into certificate_holding
    select 4000001, first, last, 1, state, case state when 'RETIRED' then (select id from ledger_entry where kind = 'RETIRE')
      else (select id from ledger_entry where kind = 'MINT' and batch_id = 4000001) end
    from (values (1, 4, 'ACTIVE'), (5, 9, 'RETIRED'), (10, 28, 'ACTIVE')) as held (first, last, state);
  ${unit(1, 2, 'RETIRE', '2018-05-01T12:00:00Z')}
  do $$ declare name text; begin
    foreach name in array array['organisation', 'account', 'system', 'meter', 'statement_of_qualification', 'gis_account', 'gis_asset',
        'issuance_run', 'issuance'] loop
      perform setval(pg_get_serial_sequence(name, 'id'), 20000);
    end loop;
  end $$;`;

const act = async <T extends Outcome>(key: string, work: (verb: Verb) => Promise<T>) => {
  const em = orm.em.fork();
  const now = new Date('2018-06-01T12:00:00Z');
  const context = contextFor(em, await operatorActor(em, now), now, 'sandbox');
  return perform(context, { mutation: 'upgrade', input: key, idempotencyKey: key, dryRun: false }, work);
};

const hashes = () => all(`select asset_id, sequence, encode(hash, 'hex') as hash from ledger_unit order by 1, 2`);
let hashesBefore: Awaited<ReturnType<typeof hashes>>;

beforeAll(async () => {
  database = await createEmptyDatabase();
  orm = await openDatabase(database.url, { poolSize: 5 });
  await orm.migrator.up({ to: '07-ledger-units-hash-in-format-1' });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(`begin; set local timezone = 'UTC'; ${before} commit;`);
  } finally {
    await client.end();
  }
  hashesBefore = await hashes();
  expect(await pendingMigrations(database.url)).toContain('08-documents-prove-and-requests-ask');
  await migrate(database.url);
  expect(await pendingMigrations(database.url)).toEqual([]);
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

test('all laws hold, and the chains are those of format 1, hash for hash', async () => {
  expect(await failing()).toEqual([]);
  expect(hashesBefore).toHaveLength(4);
  expect(await hashes()).toEqual(hashesBefore);
  expect(await all(`select distinct format::text from ledger_unit`)).toEqual([{ format: '1' }]);
});

test('every statement goes on as RPS Class I after its term, and after 2021', async () => {
  expect(
    await all(`select system_id, sq_number, effective_on::text, last_eligible_quarter, srec_factor, continues_id
               from statement_of_qualification where program = 'CLASS_I' order by id`),
  ).toEqual([
    {
      system_id: '10001',
      sq_number: 'S1',
      effective_on: '2027-01-01',
      last_eligible_quarter: null,
      srec_factor: '1.0000',
      continues_id: '1',
    },
    {
      system_id: '10002',
      sq_number: 'S2',
      effective_on: '2022-01-01',
      last_eligible_quarter: null,
      srec_factor: '1.0000',
      continues_id: '2',
    },
  ]);
});

test('a meter of revenue grade has the accuracy that suits its system, another has none', async () => {
  expect(await all(`select system_id, accuracy_percent from meter order by id`)).toEqual([
    { system_id: '10001', accuracy_percent: '1.00' },
    { system_id: '10002', accuracy_percent: '0.50' },
    { system_id: '10003', accuracy_percent: null },
  ]);
});

test('the quarter that was issued has a frozen report, the one that was interrupted none', async () => {
  expect(
    await all(`select quarter, reported_at = issued_at as at_once, run.frozen_at = completed_at as frozen, line_count, reported_mwh
               from issuance_run run left join gis_report r on r.run_id = run.id order by quarter`),
  ).toEqual([
    { quarter: '2017-Q3', at_once: true, frozen: true, line_count: 3, reported_mwh: '81.000' },
    { quarter: '2017-Q4', at_once: true, frozen: null, line_count: null, reported_mwh: null },
  ]);
  expect(await gisReportFile(orm.em.fork(), '2017-Q3' as Quarter)).toBe(
    '700001,07/2017,36.000\n700001,08/2017,36.000\n700001,09/2017,9.000\n',
  );
});

test('the interrupted quarter is taken up: the rest is reported, then minted, once', async () => {
  await act('terms', async verb =>
    acceptTerms(verb, { versionId: await currentTermsVersionId(verb.em), organisationId: '1', evidence: 'signed' }),
  );
  const request = { quarter: '2017-Q4' as Quarter, reason: 'after', dryRun: false };
  const reported = await act('report', verb => reportQuarter(verb, request));
  expect(reported).toMatchObject({ lineCount: 1, totals: { assets: 2, certificates: 13 } });
  expect(await failing()).toEqual([]);
  const issued = await act('issue', verb => issueQuarter(verb, request));
  expect(issued.totals).toMatchObject({ assets: 2, certificates: 13 });
  expect(await failing()).toEqual([]);
  expect(
    await all(`select asset_id, sequence, kind, format::text from ledger_unit where sequence > 1 order by 1, 2`),
  ).toEqual([
    { asset_id: '1', sequence: '2', kind: 'RETIRE', format: '1' },
    { asset_id: '1', sequence: '3', kind: 'REPORT', format: '2' },
    { asset_id: '1', sequence: '4', kind: 'ISSUE', format: '2' },
    { asset_id: '2', sequence: '2', kind: 'ISSUE', format: '1' },
  ]);
});

test('a month of format 1 is corrected like any other', async () => {
  const { settled } = await act('correct', async verb => {
    const { documentId } = await fileDocument(verb, {
      name: 'photograph.pdf',
      mediaType: 'application/pdf',
      contentBase64: Buffer.from('%PDF-1.4 the meter').toString('base64'),
    });
    return correctReading(verb, {
      ptsId: 'PTS1',
      label: 'main',
      month: '2017-08' as Month,
      valueKwh: new Decimal('81000.5'),
      documentIds: [documentId],
      reason: 'misread',
    });
  });
  expect(settled.map(({ month, how }) => `${month} ${how}`)).toEqual([
    '2017-08 ROLLED_BACK',
    '2017-09 ROLLED_BACK',
    '2017-10 ROLLED_BACK',
  ]);
  expect(await failing()).toEqual([]);
  expect((await hashes()).slice(0, 2)).toEqual(hashesBefore.slice(0, 2));
});

test('whoever waits for the log of changes while it is altered goes on as the version before, and so does its worker', async () => {
  const own = await createEmptyDatabase();
  const ofOwn = await openDatabase(own.url, { poolSize: 3 });
  const [holder, reporter] = [0, 1].map(() => new pg.Client({ connectionString: own.url })) as [pg.Client, pg.Client];
  const waiting = async (count: number) => {
    while (
      (
        await holder.query(`select from pg_locks where not granted and relation = 'rollup_dirty'::regclass
      and database = (select oid from pg_database where datname = current_database())`)
      ).rowCount !== count
    )
      await new Promise(setImmediate);
  };
  const meter = (label: string) => `insert into meter (system_id, label, initial_value_kwh, installed_on, created_at)
    values (10001, '${label}', 0, '2017-06-30', now())`;
  try {
    await ofOwn.migrator.up({ to: '41-files-prove-conformance' });
    await Promise.all([holder.connect(), reporter.connect()]);
    await holder.query(`insert into system (id, pts_id, name, technology, capacity_kw, town, created_at)
      values (10001, 'PTS1', 'mill', 'SOLAR_PV', 300, 'Amherst', now())`);
    await reporter.query(meter('before'));
    await holder.query('begin; lock table rollup_dirty in row exclusive mode');
    const migrated = migrate(own.url);
    await waiting(1);
    const reported = reporter.query(meter('meanwhile'));
    await waiting(2);
    await holder.query('commit');
    await Promise.all([migrated, reported]);
    const lines = await holder.query(`select town, systems from rollup_dirty where systems is not null order by id`);
    expect(lines.rows).toEqual([
      { town: null, systems: ['10001'] },
      { town: 'Amherst', systems: ['10001'] },
    ]);
    await holder.query(
      `insert into rollup_pending (month, town, systems) select from_month, town, systems from rollup_dirty where town is null`,
    );
    await refreshRollups(ofOwn.em.fork(), '2017-07' as Month);
    expect((await holder.query(`select from rollup_pending`)).rowCount).toBe(0);
  } finally {
    await Promise.all([holder.end(), reporter.end(), ofOwn.close(true)]);
    await own.drop();
  }
});
