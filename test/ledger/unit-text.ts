import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal } from '../../src/domain/decimal.js';
import { rawSql, rows } from '../../src/platform/sql.js';

/** A row as text: what the database says, digit by digit. */
type Text = Readonly<Record<string, string | null>>;

/** The text of a unit in its format, 1 or 2, written from its description and not from the migrations. */
export async function textOfUnit(
  em: EntityManager,
  assetId: string,
  sequence: string,
  previous: Buffer,
): Promise<string> {
  const inUnit = `asset_id = ${assetId} and unit_sequence = ${sequence}`;
  const ofIssuance = (table: string) =>
    textRows(
      em,
      `select i.program, i.month as issued, i.revision as issued_revision, t.* from ${table} t
       join issuance i on i.id = t.issuance_id where i.${inUnit}`,
    );
  const [unit] = await textRows(
    em,
    `select *, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as utc from ledger_unit
     where asset_id = ${assetId} and sequence = ${sequence}`,
  );
  if (!unit) throw new Error('no such unit');
  const second = unit.format === '2';
  // format 2 says the revision of a month, and has more columns and more lines
  const place = (row: Text, of: string, revision: string) => [
    row.program,
    month(row[of]),
    ...(second ? [row[revision]] : []),
  ];
  const inSecond = (...parts: readonly (string | null | undefined)[]) => (second ? parts : []);
  const header = [
    'pts-ledger-unit',
    unit.format,
    assetId,
    sequence,
    previous.toString('hex'),
    unit.kind,
    JSON.stringify(unit.reason),
    `${unit.utc?.replace(' ', 'T')}Z`,
    unit.created_by,
  ];
  const lines = [
    ...(await textRows(em, `select * from issuance where ${inUnit}`)).map(i => [
      'issuance',
      ...place(i, 'month', 'revision'),
      i.process,
      i.gis_account_id,
      plain(i.opening_pts_carry_kwh),
      plain(i.opening_gis_carry_mwh),
      plain(i.production_kwh),
      plain(i.reported_mwh),
      plain(i.eligible_mwh),
      ...inSecond(plain(i.adjustment_mwh)),
      i.minted,
      plain(i.retired_remainder_mwh),
      plain(i.closing_pts_carry_kwh),
      plain(i.closing_gis_carry_mwh),
    ]),
    ...(await ofIssuance('issuance_factor')).map(f => [
      'factor',
      ...place(f, 'issued', 'issued_revision'),
      plain(f.srec_factor),
      plain(f.opening_pts_carry_kwh),
      plain(f.production_kwh),
      plain(f.reported_mwh),
      plain(f.eligible_mwh),
      plain(f.closing_pts_carry_kwh),
      ...inSecond(plain(f.deferred_kwh)),
    ]),
    ...(await ofIssuance('issuance_system')).map(s => [
      'system',
      ...place(s, 'issued', 'issued_revision'),
      s.system_id,
      plain(s.srec_factor),
      plain(s.eligible_kwh),
      plain(s.carried_in_kwh),
      plain(s.reported_mwh),
      plain(s.eligible_mwh),
    ]),
    ...(await ofIssuance('reading_use')).map(u => [
      'use',
      ...place(u, 'issued', 'issued_revision'),
      u.system_id,
      month(u.reading_month),
      u.reading_id,
      plain(u.production_kwh),
      plain(u.eligible_kwh),
    ]),
    ...(await textRows(em, `select * from ledger_entry where ${inUnit}`)).map(e => [
      'entry',
      e.position,
      e.kind,
      e.program,
      month(e.vintage_month),
      e.batch_id ?? '-',
      e.first_serial ?? '-',
      e.last_serial ?? '-',
      plain(e.remainder_mwh),
      e.from_gis_account_id ?? '-',
      e.to_gis_account_id ?? '-',
      ...inSecond(e.adjustment_id ?? '-', plain(e.adjusted_mwh)),
    ]),
    ...(second ? await adjustmentLines() : []),
  ];
  async function adjustmentLines(): Promise<(string | null | undefined)[][]> {
    const applied = await ofIssuance('adjustment_application');
    const adjustments = await textRows(em, `select * from adjustment where ${inUnit}`);
    const uses = await textRows(
      em,
      `select u.* from adjustment_use u join adjustment a on a.id = u.adjustment_id where a.${inUnit}`,
    );
    return [
      ...applied.map(p => ['applied', ...place(p, 'issued', 'issued_revision'), p.adjustment_id]),
      ...adjustments.map(a => [
        'adjustment',
        a.id,
        a.kind,
        a.correction_id,
        a.program,
        month(a.month),
        a.system_id,
        plain(a.srec_factor),
        plain(a.production_kwh),
        plain(a.eligible_kwh),
        plain(a.reported_mwh),
        plain(a.eligible_mwh),
      ]),
      ...uses.map(u => [
        'adjustment-use',
        u.adjustment_id,
        u.sign,
        u.system_id,
        month(u.reading_month),
        u.reading_id,
        plain(u.production_kwh),
        plain(u.eligible_kwh),
      ]),
    ];
  }

  const sorted = lines.map(parts => parts.join('|')).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return [header.join('|'), ...sorted].join('\n');
}

async function textRows(em: EntityManager, query: string): Promise<Text[]> {
  const found = await rows<{ text: Text }>(
    em,
    rawSql(
      `select (select json_object_agg(p.key, p.value) from json_each_text(row_to_json(q)) p) as text from (${query}) q`,
    ),
  );
  return found.map(({ text }) => text);
}

/** 2017-10-01 -> 2017-10. */
function month(date: string | null | undefined): string {
  return (date ?? '').slice(0, 7);
}

/** A number without trailing zeros or exponent; what is absent is a dash. */
function plain(value: string | null | undefined): string {
  return value === null || value === undefined ? '-' : new Decimal(value).toFixed();
}
