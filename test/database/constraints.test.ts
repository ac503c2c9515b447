import type { Month } from '../../src/domain/month.js';
import { join, rawSql, row, rows, sql } from '../../src/platform/sql.js';
import { refreshRollups } from '../../src/rollup/refresh-rollups.js';
import { createWorld, type World } from '../support/world.js';
import { conformancePapers } from './conformance-papers.js';
import { marketPapers } from './market-papers.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('CORRECTED');
  await refreshRollups(world.orm.em.fork(), '2018-06' as Month);
});
afterAll(() => world?.end());

/** A row of a table once more, under a new id, with other values in some columns. */
interface Again {
  readonly table: string;
  readonly where?: string;
  readonly changed?: Readonly<Record<string, string>>;
}

/** What must never overlap or occur twice: the constraint, and a row that would make it so. */
const attempts: Readonly<Record<string, Again>> = {
  system_role_has_one_holder: {
    table: 'system_role',
    where: 'until_on is not null',
    changed: { until_on: 'until_on + 1' },
  },
  gis_asset_has_one_holder_in_a_month: {
    table: 'gis_asset_holder',
    where: 'until_month is not null',
    changed: { from_month: `'2017-02-01'`, until_month: `'2017-03-01'` },
  },
  system_is_in_one_asset_in_a_month: {
    table: 'gis_asset_membership',
    where: 'until_month is not null',
    changed: { from_month: `'2017-06-01'`, until_month: 'null', end_reason: 'null', ended_by: 'null' },
  },
  certificate_holding_ends_alone: {
    table: 'certificate_holding',
    where: 'last_serial > first_serial + 1',
    changed: { first_serial: 'first_serial + 1' },
  },
  certificate_holding_pk: { table: 'certificate_holding', changed: { last_serial: 'first_serial' } },
  reading_one_in_force: { table: 'reading', where: `month = '2017-07-01' and superseded_at is null` },
  reading_use_once_per_month: { table: 'reading_use' },
  estimated_share_pk: { table: 'estimated_share' },
  issuance_once_per_asset_program_month: { table: 'issuance', where: 'revision = 1' },
  issuance_replaced_once: { table: 'issuance', where: 'revision = 2', changed: { revision: '9' } },
  gis_report_pk: { table: 'gis_report' },
  correction_document_pk: { table: 'correction_document' },
  adjustment_use_pk: { table: 'adjustment_use', changed: { sign: '-sign' } },
  adjustment_use_once: {
    table: 'adjustment_use',
    where: 'adjustment_id = (select min(adjustment_id) from adjustment_use)',
    changed: { adjustment_id: '(select max(id) from adjustment)' },
  },
  adjustment_application_pk: { table: 'adjustment_application' },
  dismissed_production_pk: { table: 'dismissed_production' },
  meter_model_unique: { table: 'meter_model' },
  issuance_run_quarter_unique: { table: 'issuance_run' },
  issuance_factor_pk: { table: 'issuance_factor' },
  issuance_system_pk: { table: 'issuance_system' },
  certificate_batch_issuance_unique: { table: 'certificate_batch', changed: { vintage_month: `'2020-01-01'` } },
  ledger_unit_pk: { table: 'ledger_unit' },
  ledger_stream_pk: { table: 'ledger_stream' },
  ledger_entry_position_unique: { table: 'ledger_entry' },
  system_is_qualified_once_at_a_time: { table: 'statement_of_qualification' },
  meter_label_unique: { table: 'meter' },
  meter_replacement_instant_unique: { table: 'meter_replacement' },
  system_pts_id_unique: { table: 'system' },
  system_source_key_unique: { table: 'system', where: 'source_key is not null', changed: { pts_id: `'another'` } },
  gis_asset_gis_id_unique: { table: 'gis_asset' },
  gis_account_name_unique: { table: 'gis_account' },
  das_provider_pk: { table: 'das_provider' },
  das_provider_is_approved_once_at_a_time: { table: 'das_provider', changed: { approved_on: 'approved_on + 1' } },
  account_email_unique: { table: 'account', where: 'email is not null' },
  api_credential_secret_unique: { table: 'api_credential' },
  idempotent_request_pk: { table: 'idempotent_request' },
  api_credential_use_pk: { table: 'api_credential_use' },
  rate_count_pk: { table: 'rate_count' },
  worker_life_pk: { table: 'worker_life' },
  export_piece_pk: { table: 'export_piece' },
  upload_batch_pk: { table: 'upload_batch' },
  upload_key_unique: { table: 'upload' },
  program_document_slug_unique: { table: 'program_document', changed: { position: '0' } },
  program_document_position_unique: { table: 'program_document', changed: { slug: `'another'` } },
  program_document_version_unique: { table: 'program_document_version' },
  terms_acceptance_once: { table: 'terms_acceptance' },
  request_receipt_unique: { table: 'request', where: `state = 'DENIED'` },
  request_one_in_progress: { table: 'request', where: 'system_id is not null' },
  request_one_provider_application: { table: 'request', where: `kind = 'DAS_PROVIDER'` },
  request_event_pk: { table: 'request_event' },
  request_document_pk: { table: 'request_document', changed: { purpose: `'COST_BREAKDOWN'` } },
  certificate_use_pk: { table: 'certificate_use' },
  broker_is_authorized_once_at_a_time: { table: 'broker_authorization', changed: { from_on: 'from_on + 1' } },
  transfer_range_pk: { table: 'transfer_range' },
  trading_year_pk: { table: 'trading_year' },
  rollup_month_pk: { table: 'rollup_month' },
  rollup_state_pk: { table: 'rollup_state' },
  system_month_rollup_pk: { table: 'system_month_rollup' },
  production_rollup_pk: { table: 'production_rollup' },
  production_month_rollup_pk: { table: 'production_month_rollup' },
  production_town_rollup_pk: { table: 'production_town_rollup' },
  minted_account_rollup_pk: { table: 'minted_account_rollup' },
  minted_rollup_pk: { table: 'minted_rollup' },
  reporting_rollup_pk: { table: 'reporting_rollup' },
  reporter_rollup_pk: { table: 'reporter_rollup' },
  system_rollup_pk: { table: 'system_rollup' },
  trading_period_pk: { table: 'trading_period' },
  standing_transfer_execution_pk: { table: 'standing_transfer_execution' },
  auction_once_per_year: { table: 'auction' },
  auction_deposit_once: { table: 'auction_deposit', changed: { first_serial: 'last_serial' } },
  auction_bidder_pk: { table: 'auction_bidder' },
  auction_round_pk: { table: 'auction_round' },
  supplier_pk: { table: 'supplier' },
  supplier_load_one_in_force: { table: 'supplier_load' },
  compliance_filing_one_standing: { table: 'compliance_filing' },
  compliance_result_pk: { table: 'compliance_result' },
  compliance_credit_once: { table: 'compliance_credit' },
  compliance_credit_use_pk: { table: 'compliance_credit_use' },
  change_epoch_pk: { table: 'change_epoch' },
  webhook_secret_pk: { table: 'webhook_secret' },
  webhook_attempt_pk: { table: 'webhook_attempt' },
  webhook_delivery_one_at_a_time: { table: 'webhook_delivery', changed: { id: 'id + 1' } },
  conformance_reading_in_force: { table: 'conformance_reading' },
  conformance_call_sequence_unique: { table: 'conformance_call' },
  conformance_pass_pk: { table: 'conformance_pass' },
  conformance_certificate_once: { table: 'conformance_certificate' },
};

/** What the small world has none of. */
const before = [
  `insert into meter_model (manufacturer, model, accuracy_percent, approved_on, source, created_at)
   values ('one', 'one', 0.5, '2017-01-01', '', now())`,
  `update system set source_key = 'a key' where id = (select min(id) from system)`,
  `insert into api_credential (account_id, label, secret_hash, created_at)
   select min(id), 'one', decode(repeat('00', 32), 'hex'), now() from account`,
  `insert into api_credential_use (credential_id, last_used_at) select min(id), now() from api_credential`,
  `insert into export (account_id, content, format, state, progress_percent, row_count, piece_count, byte_length, created_at)
   select min(id), 'SYSTEMS', 'CSV', 'RUNNING', 0, 0, 1, 1, now() from account`,
  `insert into export_piece (export_id, number, first_byte, byte_length, content) select min(id), 1, 0, 1, 'x' from export`,
  `insert into upload (account_id, organisation_id, key, mode, format, state, batch_rows, created_at)
   select min(id), min(organisation_id), 'a key', 'PARTIAL', 'CSV', 'INCOMPLETE', 10, now() from account`,
  `insert into upload_batch (upload_id, number, first_index, row_count, content_hash, accepted, superseded, duplicates, refused,
                             meter_ids, outcomes, occurred_at)
   select min(id), 1, 0, 1, sha256('x'), 0, 0, 0, 1, '{}', '[{}]', now() from upload`,
  `insert into worker_life (worker_id, seen_at) values ('a worker', now())`,
  `insert into rate_count (key, minute, points) values ('account 1', date_trunc('minute', now()), 1)`,
  `insert into terms_acceptance (organisation_id, version_id, created_at, created_by)
   select a.organisation_id, (select min(id) from program_document_version), now(), a.id from account a limit 1`,
  `insert into document (organisation_id, name, media_type, byte_length, sha256, content, created_at)
   select min(id), 'one', 'image/png', 1, sha256('x'), 'x', now() from organisation`,
  `insert into request (kind, state, system_id, organisation_id, content, receipt_hash, submitted_at, decided_at, created_at)
   select kind, state, system_id, o.id, '{}', receipt_hash, now(), decided_at, now()
   from (select id from organisation limit 1) o, (values
     ('REGISTRATION', 'DENIED', null::bigint, sha256('x'), now()),
     ('QUALIFICATION', 'SUBMITTED', (select min(id) from system), null, null),
     ('DAS_PROVIDER', 'SUBMITTED', null, null, null)) given (kind, state, system_id, receipt_hash, decided_at)`,
  `insert into request_event (request_id, sequence, step, reason, occurred_at, account_id)
   select min(request.id), 1, 'SUBMITTED', '', now(), min(account.id) from request, account`,
  `insert into request_document (request_id, document_id, purpose)
   select min(request.id), min(document.id), 'OTHER' from request, document`,
  `insert into meter_model (manufacturer, model, accuracy_percent, approved_on, source, created_at)
   values ('a maker', 'a model', 0.5, '2015-01-01', 'a test report', now())`,
  `insert into webhook (organisation_id, account_id, url, description, state, cursor_epoch, cursor_xid, cursor_id, created_at)
   select organisation_id, id, 'https://example.org/', 'one', 'ACTIVE', 1, '9', 9, now() from account limit 1`,
  `insert into webhook_secret (webhook_id, generation, secret) select id, 1, decode(repeat('00', 32), 'hex') from webhook`,
  `insert into webhook_delivery (id, webhook_id, kind, state, body, changes, after_epoch, after_xid, after_id, until_epoch, until_xid,
     until_id, created_at) select 1, id, 'CHANGES', 'PENDING', '{}', 1, 1, '1', 1, 1, '9', 9, now() from webhook`,
  `insert into webhook_attempt (delivery_id, attempt, attempted_at, duration_ms) values (1, 1, now(), 5)`,
  ...marketPapers,
  ...conformancePapers,
];

test.each(Object.entries(attempts))('%s', async (constraint, attempt) => {
  const em = world.orm.em.fork();
  await em.begin();
  try {
    for (const statement of before) await rows(em, rawSql(statement));
    const statement = await insertAgain(attempt);
    const refused = await rows(em, rawSql(statement)).then(
      () => 'nobody',
      (error: unknown) => (error instanceof Error && 'constraint' in error ? String(error.constraint) : String(error)),
    );
    expect(await ofWholeTable(refused)).toBe(constraint);
  } finally {
    await em.rollback();
  }
});

test('every constraint against overlap, and every unique one but that of an id, is tried above', async () => {
  const found = await rows<{ name: string }>(
    world.orm.em.fork(),
    rawSql(`
      select i.relname as name from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid and t.relnamespace = 'public'::regnamespace and not t.relispartition
      where (x.indisunique or x.indisexclusion) and t.relname not in ('migration', 'house', 'sandbox_clock') and not exists (
        select from pg_attribute a where x.indisprimary and a.attrelid = t.oid and a.attnum = any(x.indkey) and a.attname = 'id')`),
  );
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(attempts).sort());
});

/** The statement that inserts a row of a table again; its columns are asked of the database. */
async function insertAgain({ table, where = 'true', changed = {} }: Again): Promise<string> {
  const given = await rows<{ name: string }>(
    world.orm.em.fork(),
    sql`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
        and attgenerated = '' and not (attname in (${join(['id', ...Object.keys(changed)])}))`,
  );
  const kept = given.map(({ name }) => name);
  const names = [...kept, ...Object.keys(changed)].join(', ');
  const values = [...kept, ...Object.values(changed)].join(', ');
  return `insert into ${table} (${names}) select ${values} from ${table} where ${where} limit 1`;
}

/** The constraint of the whole table that one of a partition is part of. */
async function ofWholeTable(name: string): Promise<string> {
  const found = await row<{ name: string }>(
    world.orm.em.fork(),
    sql`select coalesce((select inhparent::regclass::text from pg_inherits where inhrelid = to_regclass(${name})), ${name}) as name`,
  );
  return found.name;
}
