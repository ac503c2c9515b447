import pg from 'pg';

/** What issuing wrote, by table: a line for each row, by natural keys and figures, without ids, hashes and instants of recording. */
export type LedgerRows = ReadonlyMap<string, readonly string[]>;

const ofIssuance = `asset.gis_id, i.program, i.month`;
const issuances = `issuance i join gis_asset asset on asset.id = i.asset_id`;

const queries: Readonly<Record<string, string>> = {
  issuance_run: `select row(quarter, reported_at, report_reason, frozen_at is not null, issued_at, reason, completed_at is not null) as line
    from issuance_run`,
  gis_report: `
    select row(run.quarter, report.line_count, report.reported_mwh, report.sha256) as line
    from gis_report report join issuance_run run on run.id = report.run_id`,
  issuance: `
    select row(${ofIssuance}, account.name, run.quarter, i.unit_sequence, i.process, i.opening_pts_carry_kwh, i.opening_gis_carry_mwh,
      i.production_kwh, i.reported_mwh, i.eligible_mwh, i.minted, i.retired_remainder_mwh, i.closing_pts_carry_kwh,
      i.closing_gis_carry_mwh, i.occurred_at) as line
    from ${issuances} join gis_account account on account.id = i.gis_account_id join issuance_run run on run.id = i.run_id`,
  issuance_factor: `
    select row(${ofIssuance}, f.srec_factor, f.opening_pts_carry_kwh, f.production_kwh, f.reported_mwh, f.eligible_mwh,
      f.closing_pts_carry_kwh) as line
    from issuance_factor f join ${issuances} on i.id = f.issuance_id`,
  issuance_system: `
    select row(${ofIssuance}, s.pts_id, step.srec_factor, step.eligible_kwh, step.carried_in_kwh, step.reported_mwh,
      step.eligible_mwh) as line
    from issuance_system step join ${issuances} on i.id = step.issuance_id join system s on s.id = step.system_id`,
  reading_use: `
    select row(${ofIssuance}, s.pts_id, m.label, u.month, u.reading_month, r.read_at, r.value_kwh, u.production_kwh, u.eligible_kwh) as line
    from reading_use u join ${issuances} on i.id = u.issuance_id join system s on s.id = u.system_id
    join reading r on r.month = u.reading_month and r.id = u.reading_id join meter m on m.id = r.meter_id`,
  certificate_batch: `
    select row(${ofIssuance}, b.vintage_month, b.quantity) as line
    from certificate_batch b join ${issuances} on i.id = b.issuance_id`,
  certificate_holding: `
    select row(asset.gis_id, b.program, b.vintage_month, h.first_serial, h.last_serial, account.name, h.state, e.kind) as line
    from certificate_holding h join certificate_batch b on b.id = h.batch_id join gis_asset asset on asset.id = b.asset_id
    join gis_account account on account.id = h.gis_account_id join ledger_entry e on e.id = h.since_entry_id`,
  ledger_entry: `
    select row(asset.gis_id, e.unit_sequence, e.position, e.kind, e.program, e.vintage_month, e.first_serial, e.last_serial,
      e.remainder_mwh, giver.name, taker.name, e.occurred_at) as line
    from ledger_entry e join gis_asset asset on asset.id = e.asset_id
    left join gis_account giver on giver.id = e.from_gis_account_id left join gis_account taker on taker.id = e.to_gis_account_id`,
  ledger_unit: `
    select row(asset.gis_id, u.sequence, u.kind, u.reason, u.occurred_at, u.format) as line
    from ledger_unit u join gis_asset asset on asset.id = u.asset_id`,
  ledger_stream: `
    select row(asset.gis_id, stream.sequence) as line
    from ledger_stream stream join gis_asset asset on asset.id = stream.asset_id`,
};

/** Reads all that issuing wrote. */
export async function ledgerRows(client: pg.Client): Promise<LedgerRows> {
  const tables = new Map<string, string[]>();
  for (const [table, query] of Object.entries(queries)) {
    const { rows } = await client.query<{ line: string }>(
      `select line::text from (${query}) as found order by line::text`,
    );
    tables.set(
      table,
      rows.map(row => row.line),
    );
  }
  return tables;
}

/** Where two ledgers differ: table by table the rows that only one of them has, the first few of each. */
export function differences(expected: LedgerRows, found: LedgerRows, atMost = 5): string[] {
  return [...expected].flatMap(([table, lines]) => {
    const others = found.get(table) ?? [];
    const missing = without(lines, others).map(line => `${table}: missing ${line}`);
    const added = without(others, lines).map(line => `${table}: not expected ${line}`);
    return [...missing.slice(0, atMost), ...added.slice(0, atMost)];
  });
}

/** The lines that are not among the others, as often as they are not. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter(line => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count < 1;
  });
}
