import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { laws } from '../../src/ledger/laws/laws.js';
import { checkLaws } from '../../src/ledger/laws/run-laws.js';
import { hashOfUnit } from '../../src/ledger/unit-lines.js';
import { rawSql, row, rows, sql } from '../../src/platform/sql.js';
import { createWorld, type World } from '../support/world.js';
import { textOfUnit } from './unit-text.js';

/*
 * Formats 1 and 2 are frozen: what was hashed by them must stay checkable for ever, by anybody. unit-text.ts is an implementation of
 * its own, that shares nothing with the migrations; the golden units below are literal.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld('CORRECTED');
});
afterAll(() => world?.end());

const zeros = Buffer.alloc(32);
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest();

interface StoredUnit {
  readonly assetId: string;
  readonly sequence: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

const storedUnits = (em: EntityManager) =>
  rows<StoredUnit>(
    em,
    rawSql(
      `select asset_id as "assetId", sequence, previous_hash as "previousHash", hash from ledger_unit order by asset_id, sequence`,
    ),
  );

test('every unit of the small world has the hash that another implementation computes', async () => {
  const em = world.orm.em.fork();
  const units = await storedUnits(em);
  expect(units.length).toBeGreaterThan(14);
  let before: StoredUnit | null = null;
  for (const unit of units) {
    const previous: Buffer = before?.assetId === unit.assetId ? before.hash : zeros;
    expect(unit.previousHash.toString('hex')).toBe(previous.toString('hex'));
    expect(unit.hash.toString('hex')).toBe(
      sha256(await textOfUnit(em, unit.assetId, unit.sequence, previous)).toString('hex'),
    );
    before = unit;
  }
});

interface Golden {
  readonly format: 1 | 2;
  readonly statements: readonly string[];
  readonly text: string;
  readonly hash: string;
}

/** A unit with one line of every kind, numbers with and without decimals, and a reason that needs escaping. */
const first: Golden = {
  format: 1,
  statements: [
    `insert into ledger_stream (asset_id) values (900)`,
    `insert into ledger_unit (asset_id, sequence, kind, reason, occurred_at, created_by, format, previous_hash, hash)
     values (900, 1, 'ISSUE', E'say "quarter"\\n\\u00e9', '2018-01-15T05:00:00.5-05:00', 7, 1, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
    `insert into issuance (id, run_id, asset_id, unit_sequence, program, month, gis_account_id, process, opening_pts_carry_kwh,
       opening_gis_carry_mwh, production_kwh, reported_mwh, eligible_mwh, minted, retired_remainder_mwh, closing_pts_carry_kwh,
       closing_gis_carry_mwh, occurred_at)
     values (901, 902, 900, 1, 'SREC_II', '2017-10-01', 903, 'WHOLE_KWH', 12.500, 0.2, 1879.360, 1.892, 1.5136, 1, 0.3784, 0, 0.7136, now())`,
    `insert into issuance_factor values (901, 0.8, 12.5, 1879.36, 1.892, 1.5136, 0)`,
    `insert into issuance_system values (901, 10001, 0.8, 1879.36, 12.5, 1.892, 1.5136), (901, 9, 1, 0, 0, null, null)`,
    `insert into reading_use values ('2017-10-01', '2017-11-01', 77, 10001, 901, 1900, 1879.36)`,
    `insert into ledger_entry (asset_id, unit_sequence, position, kind, program, vintage_month, issuance_id, batch_id, first_serial,
       last_serial, remainder_mwh, from_gis_account_id, to_gis_account_id, occurred_at)
     values (900, 1, 1, 'MINT', 'SREC_II', '2017-10-01', 901, 4000999, 1, 1, null, null, 903, now()),
            (900, 1, 2, 'RETIRE_REMAINDER', 'SREC_II', '2017-10-01', 901, null, null, null, 0.3784, null, null, now())`,
  ],
  text: [
    `pts-ledger-unit|1|900|1|${'00'.repeat(32)}|ISSUE|"say \\"quarter\\"\\n\u00e9"|2018-01-15T10:00:00.500000Z|7`,
    'entry|1|MINT|SREC_II|2017-10|4000999|1|1|-|-|903',
    'entry|2|RETIRE_REMAINDER|SREC_II|2017-10|-|-|-|0.3784|-|-',
    'factor|SREC_II|2017-10|0.8|12.5|1879.36|1.892|1.5136|0',
    'issuance|SREC_II|2017-10|WHOLE_KWH|903|12.5|0.2|1879.36|1.892|1.5136|1|0.3784|0|0.7136',
    'system|SREC_II|2017-10|10001|0.8|1879.36|12.5|1.892|1.5136',
    'system|SREC_II|2017-10|9|1|0|0|-|-',
    'use|SREC_II|2017-10|10001|2017-11|77|1900|1879.36',
  ].join('\n'),
  hash: '36e940397a59ab5f0d4f9e5212596f56a80a7db7f77c9c959f2c2da953a4abfa',
};

/** The same, issued anew as revision 2 of a whole-MWh month that defers kWh, with a debit, a credit and what was rolled back. */
const second: Golden = {
  format: 2,
  statements: [
    `insert into ledger_stream (asset_id) values (900)`,
    `insert into ledger_unit (asset_id, sequence, kind, reason, occurred_at, created_by, format, previous_hash, hash)
     values (900, 1, 'CORRECT', E'say "again"\\n\\u00e9', '2018-06-01T05:00:00.5-05:00', 7, 2, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
    `insert into issuance (id, run_id, asset_id, unit_sequence, program, month, revision, replaces_id, gis_account_id, process,
       opening_pts_carry_kwh, opening_gis_carry_mwh, production_kwh, reported_mwh, eligible_mwh, adjustment_mwh, minted,
       retired_remainder_mwh, closing_pts_carry_kwh, closing_gis_carry_mwh, occurred_at)
     values (901, 902, 900, 1, 'SREC_II', '2017-08-01', 2, 900, 903, 'WHOLE_MWH', 123.456, 0.8, 2303.39, 2, 1.6, -0.40, 2, 0.4, 303.39, 0, now())`,
    `insert into issuance_factor values (901, 0.8, 123.456, 2303.39, 2, 1.6, 303.39, 123.456)`,
    `insert into issuance_system values (901, 10001, 0.8, 2303.39, 0, null, null)`,
    `insert into reading_use values ('2017-08-01', '2017-08-01', 77, 10001, 901, 2303.39, 2303.39, 2)`,
    `insert into adjustment_application values (910, 901)`,
    `insert into adjustment (id, kind, correction_id, asset_id, unit_sequence, program, month, system_id, issuance_id, srec_factor,
       production_kwh, eligible_kwh, reported_mwh, eligible_mwh, occurred_at)
     values (911, 'PRIOR_PERIOD', 70, 900, 1, 'SREC_II', '2017-07-01', 10001, null, 0.8, -1123.456, -1123.456, -1.123456, -0.8987648, now()),
            (912, 'DEFERRED', 70, 900, 1, 'SREC_II', '2017-08-01', 10001, 901, 0.8, 0, 0, 0, 0.4987648, now())`,
    `insert into adjustment_use values (911, '2017-07-01', 71, -1, '2017-07-01', 10001, 36123.456, 36123.456),
       (911, '2017-07-01', 78, 1, '2017-07-01', 10001, 35000, 35000)`,
    `insert into ledger_entry (asset_id, unit_sequence, position, kind, program, vintage_month, issuance_id, batch_id, first_serial,
       last_serial, remainder_mwh, from_gis_account_id, to_gis_account_id, adjustment_id, adjusted_mwh, occurred_at)
     values (900, 1, 1, 'ROLL_BACK', 'SREC_II', '2017-08-01', 900, 4000998, 1, 36, null, 903, null, null, null, now()),
            (900, 1, 2, 'ROLL_BACK_REMAINDER', 'SREC_II', '2017-08-01', 900, null, null, null, 8.85, null, null, null, null, now()),
            (900, 1, 3, 'ADJUST', 'SREC_II', '2017-07-01', null, null, null, null, null, 903, null, 911, -0.8987648, now()),
            (900, 1, 4, 'MINT', 'SREC_II', '2017-08-01', 901, 4000999, 1, 2, null, null, 903, null, null, now())`,
  ],
  text: [
    `pts-ledger-unit|2|900|1|${'00'.repeat(32)}|CORRECT|"say \\"again\\"\\n\u00e9"|2018-06-01T10:00:00.500000Z|7`,
    'adjustment-use|911|-1|10001|2017-07|71|36123.456|36123.456',
    'adjustment-use|911|1|10001|2017-07|78|35000|35000',
    'adjustment|911|PRIOR_PERIOD|70|SREC_II|2017-07|10001|0.8|-1123.456|-1123.456|-1.123456|-0.8987648',
    'adjustment|912|DEFERRED|70|SREC_II|2017-08|10001|0.8|0|0|0|0.4987648',
    'applied|SREC_II|2017-08|2|910',
    'entry|1|ROLL_BACK|SREC_II|2017-08|4000998|1|36|-|903|-|-|-',
    'entry|2|ROLL_BACK_REMAINDER|SREC_II|2017-08|-|-|-|8.85|-|-|-|-',
    'entry|3|ADJUST|SREC_II|2017-07|-|-|-|-|903|-|911|-0.8987648',
    'entry|4|MINT|SREC_II|2017-08|4000999|1|2|-|-|903|-|-',
    'factor|SREC_II|2017-08|2|0.8|123.456|2303.39|2|1.6|303.39|123.456',
    'issuance|SREC_II|2017-08|2|WHOLE_MWH|903|123.456|0.8|2303.39|2|1.6|-0.4|2|0.4|303.39|0',
    'system|SREC_II|2017-08|2|10001|0.8|2303.39|0|-|-',
    'use|SREC_II|2017-08|2|10001|2017-08|77|2303.39|2303.39',
  ].join('\n'),
  hash: 'db743556b68f32179402008f901bbb0187ca4d0bc85888ce4607f52c3f6aec0c',
};

test.each([first, second])('the golden unit of format $format: its text and its hash, word for word', async golden => {
  expect(sha256(golden.text).toString('hex')).toBe(golden.hash);
  await untilTakenBack(golden.statements, async em => {
    expect(await textOfUnit(em, '900', '1', zeros)).toBe(golden.text);
    const { text, hash } = await row<{ text: string; hash: string }>(
      em,
      rawSql(`
        select text, encode(sha256(convert_to(text, 'UTF8')), 'hex') as hash from (
          select ledger_unit_header_v${golden.format}(u.asset_id, u.sequence, u.previous_hash, u.kind, u.reason, u.occurred_at, u.created_by)
            || E'\\n' || (select string_agg(line, E'\\n' order by line collate "C")
              from ledger_unit_lines_v${golden.format}(array[900], array[1])) as text
          from ledger_unit u where u.asset_id = 900) golden`),
    );
    expect(text).toBe(golden.text);
    expect(hash).toBe(golden.hash);
  });
});

test.each([
  'plain',
  'say "quarter" \\ / \b\f\n\r\t',
  '\u0001\u001f\u007f\u0080',
  '\u00e9\u2028\u2029\ufeff \u{1f31e}',
  'half a pair: \ud83c.',
])('what is hashed while it is written is what the database says of it: the reason %j', async reason => {
  const occurredAt = new Date('2018-01-15T10:00:00.005Z');
  const unit = { assetId: '900', sequence: '7', previousHash: 'ab'.repeat(32), lines: ['use|2', 'entry|1'] };
  const { hash } = await row<{ hash: string }>(
    world.orm.em.fork(),
    sql`select encode(sha256(convert_to(ledger_unit_header_v2(900, 7, decode(${unit.previousHash}, 'hex'), 'RETIRE', ${reason}, ${occurredAt}, 7)
          || E'\nentry|1\nuse|2', 'UTF8')), 'hex') as hash`,
  );
  expect(hashOfUnit(unit, { kind: 'RETIRE', reason, occurredAt, createdBy: '7' })).toBe(hash);
});

test('units of format 1 stand beside those of format 2, and all laws of the chain hold', async () => {
  const chain = laws.filter(law =>
    ['everything-is-in-a-unit', 'chain-is-linked', 'hashes-are-true', 'head-is-the-last-unit'].includes(law.name),
  );
  await untilTakenBack(asBeforeFormat2, async em => {
    expect((await checkLaws(em, chain)).filter(result => !result.holds)).toEqual([]);
    const units = await rows<StoredUnit>(
      em,
      rawSql(
        `select asset_id as "assetId", sequence, previous_hash as "previousHash", hash from ledger_unit where format = 1`,
      ),
    );
    expect(units).toHaveLength(1);
    for (const unit of units) {
      const text = await textOfUnit(em, unit.assetId, unit.sequence, unit.previousHash);
      expect(sha256(text).toString('hex')).toBe(unit.hash.toString('hex'));
    }
    await rows(em, rawSql(`update issuance set production_kwh = production_kwh + 1 where asset_id = ${oldAsset}`));
    expect((await checkLaws(em, chain)).filter(result => !result.holds).map(result => result.name)).toEqual([
      'hashes-are-true',
    ]);
  });
});

const oldAsset = `(select id from gis_asset where gis_id = 'MSS700003')`;

/** The quarter of an asset as it was written before reporting and issuing were two things: one unit, in format 1. */
const asBeforeFormat2 = [
  ...['issuance', 'ledger_entry'].map(table => `update ${table} set unit_sequence = 1 where asset_id = ${oldAsset}`),
  `delete from ledger_unit where asset_id = ${oldAsset} and sequence = 2`,
  `update ledger_unit u set kind = 'ISSUE', format = 1, hash = sha256(convert_to(
     ledger_unit_header_v1(u.asset_id, 1, u.previous_hash, 'ISSUE', u.reason, u.occurred_at, u.created_by) || E'\\n' || (
       select string_agg(line, E'\\n' order by line collate "C") from ledger_unit_lines_v1(array[u.asset_id], array[1::bigint])), 'UTF8'))
   where u.asset_id = ${oldAsset}`,
  `update ledger_stream s set sequence = 1, head_hash = u.hash from ledger_unit u
   where s.asset_id = ${oldAsset} and u.asset_id = s.asset_id`,
];

/** What a unit is made of: a change of any of it shows. The month of a use is that of its issuance, by a law of its own. */
const covered = {
  issuance: [
    'program',
    'month',
    'revision',
    'adjustment_mwh',
    'process',
    'gis_account_id',
    'opening_pts_carry_kwh',
    'opening_gis_carry_mwh',
    'production_kwh',
    'reported_mwh',
    'eligible_mwh',
    'minted',
    'retired_remainder_mwh',
    'closing_pts_carry_kwh',
    'closing_gis_carry_mwh',
  ],
  issuance_factor: [
    'srec_factor',
    'opening_pts_carry_kwh',
    'production_kwh',
    'reported_mwh',
    'eligible_mwh',
    'closing_pts_carry_kwh',
    'deferred_kwh',
  ],
  issuance_system: ['system_id', 'srec_factor', 'eligible_kwh', 'carried_in_kwh', 'reported_mwh', 'eligible_mwh'],
  reading_use: ['reading_month', 'reading_id', 'system_id', 'production_kwh', 'eligible_kwh'],
  ledger_entry: [
    'position',
    'kind',
    'program',
    'vintage_month',
    'batch_id',
    'first_serial',
    'last_serial',
    'remainder_mwh',
    'from_gis_account_id',
    'to_gis_account_id',
    'adjustment_id',
    'adjusted_mwh',
  ],
  adjustment: [
    'kind',
    'correction_id',
    'program',
    'month',
    'system_id',
    'srec_factor',
    'production_kwh',
    'eligible_kwh',
    'reported_mwh',
    'eligible_mwh',
  ],
  adjustment_use: ['sign', 'system_id', 'reading_month', 'reading_id', 'production_kwh', 'eligible_kwh'],
  adjustment_application: ['adjustment_id'],
  ledger_unit: ['kind', 'reason', 'occurred_at', 'created_by', 'previous_hash', 'format'],
} as const;
const columns = Object.entries(covered).flatMap(([table, names]) => names.map(name => [table, name] as const));

test.each(columns)('a change of %s.%s shows', async (table, column) => {
  const hashes = laws.filter(law => law.name === 'hashes-are-true');
  const statements = [
    ...(await checksOf(table)),
    `update ${table} t set ${column} = ${anotherValue(table, column)}
     where t.ctid = (select ctid from ${table} where ${column} is not null limit 1)`,
  ];
  await untilTakenBack(statements, async em => {
    expect((await checkLaws(em, hashes)).map(result => result.holds)).toEqual([false]);
  });
});

function anotherValue(table: string, column: string): string {
  if (column === 'program') return `case program when 'SREC_I' then 'SREC_II' else 'SREC_I' end`;
  if (column === 'process') return `case process when 'WHOLE_MWH' then 'WHOLE_KWH' else 'WHOLE_MWH' end`;
  if (column === 'kind' && table === 'adjustment')
    return `case kind when 'DEFERRED' then 'PRIOR_PERIOD' else 'DEFERRED' end`;
  if (column === 'kind') return `case kind when 'RETIRE' then 'MINT' else 'RETIRE' end`;
  if (column.endsWith('month')) return `${column} - interval '1 year'`;
  if (column === 'occurred_at') return `occurred_at + interval '1 microsecond'`;
  if (column === 'previous_hash') return `decode(repeat('11', 32), 'hex')`;
  if (column === 'sign') return '-sign';
  if (column === 'reason') return `reason || ' '`;
  if (column === 'srec_factor') return 'srec_factor - 0.0001';
  return column.endsWith('wh') ? `${column} + 0.001` : `${column} + 1`;
}

/** Statements that drop what would refuse a change by itself: only the hash is to tell. */
async function checksOf(table: string): Promise<string[]> {
  const checks = await rows<{ name: string }>(
    world.orm.em.fork(),
    rawSql(
      `select conname as name from pg_constraint where conrelid = '${table}'::regclass and contype in ('c', 'p', 'u')`,
    ),
  );
  return checks.map(({ name }) => `alter table ${table} drop constraint ${name} cascade`);
}

/** Changes the data past triggers and foreign keys, looks, and takes it back. */
async function untilTakenBack(
  statements: readonly string[],
  look: (em: EntityManager) => Promise<void>,
): Promise<void> {
  const em = world.orm.em.fork();
  await em.begin();
  try {
    for (const statement of ['set local session_replication_role = replica', ...statements])
      await rows(em, rawSql(statement));
    await look(em);
  } finally {
    await em.rollback();
  }
}
