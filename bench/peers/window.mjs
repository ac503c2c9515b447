/*
 * The limit of issuing: one statement over the whole quarter that writes the rows which the product writes - issuances, their factors and
 * systems, the readings used, batches, entries, holdings, the units of the ledger and where its streams stand - with zeros for hashes.
 * It knows the process of whole kWh alone, whole months of eligibility, and no adjustments: what this population needs. The product's
 * own triggers are switched off; what asks references (foreign keys and the triggers in their place), checks and indexes are on.
 */
import { withClient } from '../population/sql.mjs';

const written = [
  ...[
    'issuance',
    'issuance_factor',
    'issuance_system',
    'reading_use',
    'certificate_batch',
    'ledger_entry',
    'certificate_holding',
  ],
  ...['ledger_unit', 'ledger_stream', 'issuance_run'],
];

/** Whose references the product asks by triggers instead of foreign keys: these stay on. */
const asked = written.slice(0, 7);

/** Switches the product's triggers off in a database, but for those that ask references. */
export async function prepareWindow(url) {
  await withClient(url, client =>
    client.query(
      [
        ...written.map(table => `alter table ${table} disable trigger user`),
        ...asked.map(table => `alter table ${table} enable trigger ${table}_refers_to_what_is_there`),
        'alter table reading_use enable trigger reading_use_locks_its_readings',
      ].join(';'),
    ),
  );
}

/** Issues a quarter; gives the seconds that it took. */
export async function issueByWindow(url, quarter, firstMonth, now) {
  return withClient(url, async client => {
    await client.query(
      `set jit = off; set timezone = 'UTC'; set plan_cache_mode = force_generic_plan; set work_mem = '64MB'; set enable_nestloop = off`,
    );
    const startedAt = performance.now();
    await client.query(statement, [quarter, `${firstMonth}-01`, now]);
    return (performance.now() - startedAt) / 1000;
  });
}

const statement = `
  with run as (
    insert into issuance_run (quarter, reported_at, reported_by, report_reason, frozen_at, issued_at, issued_by, reason, completed_at)
    values ($1, $3, 1001, 'bench', $3, $3, 1001, 'bench', $3) returning id
  ), used as materialized (
    select member.asset_id, holder.gis_account_id, p.program, p.month, p.system_id, p.srec_factor, p.reading_month, p.reading_id, p.production_kwh
    from qualified_production p
    join system s on s.id = p.system_id
    join meter m on m.id = p.meter_id
    join gis_asset_membership member on member.system_id = p.system_id
      and member.from_month <= p.month and (member.until_month is null or member.until_month > p.month)
    join gis_asset_holder holder on holder.asset_id = member.asset_id
      and holder.from_month <= p.month and (holder.until_month is null or holder.until_month > p.month)
    join gis_account account on account.id = holder.gis_account_id
    where not p.forfeited and p.month >= $2::date and p.month < $2::date + interval '3 months'
      and m.accuracy_percent <= case when s.capacity_kw > 1000 then 0.5 when s.capacity_kw <= 10 and p.channel = 'MANUAL' then 2 else 1 end
      and (p.program = 'CLASS_I' or exists (select from terms_acceptance t where t.organisation_id = account.organisation_id))
  ), step as materialized (
    select asset_id, program, month, system_id, srec_factor, min(gis_account_id) as gis_account_id, sum(production_kwh) as eligible_kwh,
           round(sum(production_kwh)) / 1000 as reported_mwh, round(sum(production_kwh)) / 1000 * srec_factor as eligible_mwh
    from used group by asset_id, program, month, system_id, srec_factor
  ), summed as (
    select asset_id, program, month, min(gis_account_id) as gis_account_id, sum(eligible_kwh) as production_kwh,
           sum(reported_mwh) as reported_mwh, sum(eligible_mwh) as eligible_mwh
    from step group by asset_id, program, month
  ), carried as (
    select summed.*, coalesce(before.carry, 0) + sum(eligible_mwh) over (partition by summed.asset_id, summed.program order by month) as until_mwh
    from summed left join (
      select distinct on (asset_id, program) asset_id, program, closing_gis_carry_mwh as carry from issuance
      order by asset_id, program, month desc, revision desc) before on before.asset_id = summed.asset_id and before.program = summed.program
  ), month as materialized (
    select nextval('issuance_id_seq') as id, carried.*, (floor(until_mwh) - floor(until_mwh - eligible_mwh))::int as minted,
           until_mwh - eligible_mwh - floor(until_mwh - eligible_mwh) as opening_mwh, until_mwh - floor(until_mwh) as closing_mwh,
           coalesce(stream.sequence, 0) + 1 as sequence
    from carried left join ledger_stream stream on stream.asset_id = carried.asset_id
  ), issuances as (
    insert into issuance (id, run_id, asset_id, unit_sequence, program, month, revision, gis_account_id, process, opening_pts_carry_kwh,
      opening_gis_carry_mwh, production_kwh, reported_mwh, eligible_mwh, adjustment_mwh, minted, retired_remainder_mwh,
      closing_pts_carry_kwh, closing_gis_carry_mwh, occurred_at)
    select month.id, run.id, asset_id, sequence, program, month, 1, gis_account_id, 'WHOLE_KWH', 0, opening_mwh, production_kwh, reported_mwh,
           eligible_mwh, 0, minted, reported_mwh - eligible_mwh, 0, closing_mwh, $3::timestamptz
    from month cross join run
  ), factors as (
    insert into issuance_factor (issuance_id, srec_factor, opening_pts_carry_kwh, production_kwh, reported_mwh, eligible_mwh,
      closing_pts_carry_kwh, deferred_kwh)
    select month.id, srec_factor, 0, sum(step.eligible_kwh), sum(step.reported_mwh), sum(step.eligible_mwh), 0, 0
    from step join month using (asset_id, program, month) group by month.id, srec_factor
  ), systems as (
    insert into issuance_system (issuance_id, system_id, srec_factor, eligible_kwh, carried_in_kwh, reported_mwh, eligible_mwh)
    select month.id, system_id, srec_factor, eligible_kwh, 0, step.reported_mwh, step.eligible_mwh
    from step join month using (asset_id, program, month)
  ), uses as (
    insert into reading_use (month, reading_month, reading_id, revision, system_id, issuance_id, production_kwh, eligible_kwh)
    select month, reading_month, reading_id, 1, system_id, month.id, used.production_kwh, used.production_kwh
    from used join month using (asset_id, program, month)
  ), batch as materialized (
    select nextval('certificate_batch_id') as batch_id, month.* from month where minted > 0
  ), batches as (
    insert into certificate_batch (id, issuance_id, asset_id, program, vintage_month, quantity)
    select batch_id, id, asset_id, program, month, minted from batch
  ), line as (
    select 'MINT' as kind, id, asset_id, sequence, program, month, batch_id, minted, null::numeric as remainder_mwh, gis_account_id from batch
    union all
    select 'RETIRE_REMAINDER', id, asset_id, sequence, program, month, null, null, reported_mwh - eligible_mwh, null
    from month where reported_mwh > eligible_mwh
  ), entry as materialized (
    select nextval('ledger_entry_id_seq') as entry_id, line.*,
           row_number() over (partition by asset_id order by program, month, kind) as position from line
  ), entries as (
    insert into ledger_entry (id, asset_id, unit_sequence, position, kind, program, vintage_month, issuance_id, batch_id, first_serial, last_serial,
      remainder_mwh, to_gis_account_id, occurred_at)
    select entry_id, asset_id, sequence + 1, position, kind, program, month, id, batch_id, case kind when 'MINT' then 1 end, minted,
           remainder_mwh, gis_account_id, $3::timestamptz
    from entry
  ), holdings as (
    insert into certificate_holding (batch_id, first_serial, last_serial, gis_account_id, state, since_entry_id)
    select batch_id, 1, minted, gis_account_id, 'ACTIVE', entry_id from entry where kind = 'MINT'
  ), unit as materialized (
    select asset_id, sequence, 'REPORT' as kind from month group by asset_id, sequence
    union all
    select asset_id, sequence + 1, 'ISSUE' from entry group by asset_id, sequence
  ), units as (
    insert into ledger_unit (asset_id, sequence, kind, reason, occurred_at, created_by, format, previous_hash, hash)
    select asset_id, sequence, kind, 'bench', $3::timestamptz, 1001, 2, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex') from unit
  )
  insert into ledger_stream as stream (asset_id, sequence) select asset_id, max(sequence) from unit group by asset_id
  on conflict (asset_id) do update set sequence = excluded.sequence`;

/** What was decided and written for a quarter, by keys that do not depend on the order of writing: one hash for each table. */
export async function decidedRows(url, quarter) {
  return withClient(url, async client => {
    const { rows } = await client.query(decided, [quarter]);
    return rows[0];
  });
}

const md5 = (columns, from) =>
  `(select md5(string_agg(line, E'\\n' order by line)) from (select concat_ws(' ', ${columns}) as line from ${from}) t)`;
const month = `i.asset_id, i.program, to_char(i.month, 'YYYYMM')`;
const ofRun = `issuance i join issuance_run run on run.id = i.run_id and run.quarter = $1`;
const exact = columns => columns.map(column => `trim_scale(${column})`).join(', ');

const decided = `select
  ${md5(`${month}, i.unit_sequence, i.gis_account_id, i.process, i.minted, ${exact(['i.opening_gis_carry_mwh', 'i.production_kwh', 'i.reported_mwh', 'i.eligible_mwh', 'i.retired_remainder_mwh', 'i.closing_gis_carry_mwh'])}`, ofRun)} as issuance,
  ${md5(`${month}, ${exact(['f.srec_factor', 'f.production_kwh', 'f.reported_mwh', 'f.eligible_mwh'])}`, `${ofRun} join issuance_factor f on f.issuance_id = i.id`)} as factor,
  ${md5(`${month}, s.system_id, ${exact(['s.srec_factor', 's.eligible_kwh', 's.reported_mwh', 's.eligible_mwh'])}`, `${ofRun} join issuance_system s on s.issuance_id = i.id`)} as system,
  ${md5(`${month}, u.reading_id, u.system_id, ${exact(['u.production_kwh', 'u.eligible_kwh'])}`, `${ofRun} join reading_use u on u.issuance_id = i.id`)} as use,
  ${md5(`${month}, b.quantity, h.first_serial, h.last_serial, h.gis_account_id, h.state`, `${ofRun} join certificate_batch b on b.issuance_id = i.id join certificate_holding h on h.batch_id = b.id`)} as batch,
  ${md5(`${month}, e.unit_sequence, e.position, e.kind, e.last_serial, ${exact(['e.remainder_mwh'])}`, `${ofRun} join ledger_entry e on e.issuance_id = i.id`)} as entry,
  (select count(*) from ledger_unit) as units`;
