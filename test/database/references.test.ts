import type { EntityManager } from '@mikro-orm/postgresql';
import { rawSql, rows } from '../../src/platform/sql.js';
import { createWorld, type World } from '../support/world.js';

/* What readings, shares of missed months and the ledger's tables refer to is asked by triggers, once a statement; they refuse as the foreign keys did that they replaced. */

let world: World;
beforeAll(async () => {
  world = await createWorld('CORRECTED');
});
afterAll(() => world?.end());

const inTransaction = (work: (run: (statement: string) => Promise<unknown>, em: EntityManager) => Promise<unknown>) =>
  world.orm.em.fork().transactional(em => work(statement => rows(em, rawSql(statement)), em));

/** A row of a table once more, with other values in some columns. */
const again = (table: string, where: string, changed: Readonly<Record<string, string>>) => {
  const values = Object.entries(changed).map(([column, value]) => `'${column}', ${value}`);
  const columns = `(select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '')`;
  return `do $do$ declare columns text := ${columns}; begin
    execute 'insert into ${table} (' || columns || ') select ' || columns || ' from (select (jsonb_populate_record(null::${table},
      to_jsonb(t) || jsonb_build_object(${values.join(', ').replaceAll("'", "''")}))).* from ${table} t where ${where.replaceAll("'", "''")} limit 1) again';
  end $do$`;
};

const nobody = '999999999';
const superseded = 'superseded_at is not null';
const newId = (table: string) => `(select max(id) + 1 from ${table})`;
/** Of the chain that the row belongs to, opened by `openChains`. */
const openUnit = '(select sequence + 1 from ledger_stream where ledger_stream.asset_id = t.asset_id)';
const openChains = 'update ledger_stream set opened_in = pg_current_xact_id()';

const another = {
  issuance: { id: newId('issuance'), unit_sequence: openUnit, program: `'CLASS_I'`, month: `'2030-01-01'` },
  entry: { id: newId('ledger_entry'), unit_sequence: openUnit },
  reading: { id: `nextval('reading_id')` },
  batch: {
    id: newId('certificate_batch'),
    issuance_id:
      '(select max(i.id) from issuance i where not exists (select from certificate_batch b where b.issuance_id = i.id))',
  },
};

const attempts: Readonly<Record<string, string>> = {
  ledger_stream_asset_fk: `insert into ledger_stream (asset_id) values (${nobody})`,
  ledger_unit_stream_fk: again('ledger_unit', 'true', { asset_id: nobody }),
  ledger_unit_created_by_fk: again('ledger_unit', 'true', { sequence: nobody, created_by: nobody }),
  issuance_run_fk: again('issuance', 'revision = 1', { ...another.issuance, run_id: nobody }),
  issuance_account_fk: again('issuance', 'revision = 1', { ...another.issuance, gis_account_id: nobody }),
  issuance_factor_issuance_fk: again('issuance_factor', 'true', { issuance_id: nobody }),
  issuance_system_issuance_fk: again('issuance_system', 'true', { issuance_id: nobody }),
  issuance_system_system_fk: again('issuance_system', 'true', { system_id: nobody }),
  reading_use_system_fk: again('reading_use', 'true', { revision: '99', system_id: nobody }),
  reading_use_issuance_fk: again('reading_use', 'true', { revision: '99', issuance_id: nobody }),
  reading_use_reading_fk: again('reading_use', 'true', { reading_id: nobody }),
  reading_meter_fk: again('reading', superseded, { ...another.reading, meter_id: nobody }),
  reading_submitted_by_fk: again('reading', superseded, { ...another.reading, submitted_by: nobody }),
  reading_correction_fk: again('reading', superseded, { ...another.reading, correction_id: nobody }),
  estimated_share_reading_fk: again('estimated_share', 'true', { month: `'2001-01-01'`, reading_id: nobody }),
  estimated_share_system_fk: again('estimated_share', 'true', { month: `'2001-01-01'`, system_id: nobody }),
  certificate_batch_issuance_fk: again('certificate_batch', 'true', { ...another.batch, issuance_id: nobody }),
  certificate_batch_asset_fk: again('certificate_batch', 'true', { ...another.batch, asset_id: nobody }),
  ledger_entry_issuance_fk: again('ledger_entry', `kind = 'MINT'`, { ...another.entry, issuance_id: nobody }),
  ledger_entry_batch_fk: again('ledger_entry', `kind = 'MINT'`, { ...another.entry, batch_id: nobody }),
  ledger_entry_from_fk: again('ledger_entry', `kind = 'RETIRE'`, { ...another.entry, from_gis_account_id: nobody }),
  ledger_entry_to_fk: again('ledger_entry', `kind = 'MINT'`, { ...another.entry, to_gis_account_id: nobody }),
  certificate_holding_batch_fk: again('certificate_holding', 'true', { batch_id: nobody }),
  certificate_holding_account_fk: `update certificate_holding set gis_account_id = ${nobody} where state = 'ACTIVE'`,
  certificate_holding_entry_fk: `update certificate_holding set since_entry_id = ${nobody} where state = 'ACTIVE'`,
};

const refused = (constraint: string) => ({ code: '23503', constraint });

test.each(Object.entries(attempts))('%s', async (constraint, statement) => {
  await expect(
    inTransaction(async run => {
      await run(openChains);
      await run(statement);
      throw new Error('nothing was refused');
    }),
  ).rejects.toMatchObject(refused(constraint));
});

test('a reading is of a meter of its system, and of no other', async () => {
  const anotherSystem = '(select min(s.id) from system s where s.id <> t.system_id)';
  const taken = inTransaction(run =>
    run(again('reading', superseded, { ...another.reading, system_id: anotherSystem })),
  );
  await expect(taken).rejects.toMatchObject(refused('reading_meter_fk'));
});

test('rows of the same kind that refer to what is there are taken', async () => {
  const taken = inTransaction(async run => {
    await run(openChains);
    await run(again('issuance', 'revision = 1', another.issuance));
    await run(again('ledger_entry', `kind = 'MINT'`, another.entry));
    await run(again('reading_use', 'true', { revision: '99' }));
    await run(again('certificate_batch', 'true', another.batch));
    await run(again('reading', superseded, another.reading));
    await run(again('estimated_share', 'true', { month: `'2001-01-01'` }));
    throw new Error('taken');
  });
  await expect(taken).rejects.toThrow('taken');
});

test.each([
  ['issuance_unit_fk', again('issuance', 'revision = 1', { ...another.issuance, unit_sequence: '1' })],
  ['ledger_entry_unit_fk', again('ledger_entry', 'true', { ...another.entry, unit_sequence: '1', position: '99' })],
  ['adjustment_unit_fk', again('adjustment', 'true', { id: newId('adjustment'), unit_sequence: '1' })],
])('a unit that is closed gets no more lines: %s', async (constraint, statement) => {
  const late = inTransaction(async run => {
    await run(openChains);
    await run(statement);
  });
  await expect(late).rejects.toMatchObject(refused(constraint));
});

test('a line is written by the transaction that opened the chain, and by no other', async () => {
  await inTransaction(run => run(openChains));
  const line = inTransaction(run => run(again('ledger_entry', `kind = 'MINT'`, another.entry)));
  await expect(line).rejects.toMatchObject(refused('ledger_entry_unit_fk'));
});

test('a chain that got lines is closed, or nothing of it is kept', async () => {
  const left = inTransaction(async run => {
    await run(openChains);
    await run(again('ledger_entry', `kind = 'MINT'`, another.entry));
  });
  await expect(left).rejects.toMatchObject(refused('ledger_stream_closes_units'));
});

test.each([
  ['lies within another', 'first_serial + 1', 'last_serial - 1'],
  ['begins where another has not ended', 'last_serial', 'last_serial + 3'],
  ['leaves a gap before it', 'last_serial + 2', 'last_serial + 3'],
])('a holding that %s does not outlast its transaction', async (_, first, last) => {
  const placed = inTransaction(run =>
    run(`insert into certificate_holding (batch_id, first_serial, last_serial, gis_account_id, state, since_entry_id)
         select batch_id, ${first}, ${last}, gis_account_id, state, since_entry_id
         from certificate_holding h join certificate_batch b on b.id = h.batch_id
         where h.last_serial = b.quantity and h.last_serial > h.first_serial + 2 limit 1`),
  );
  await expect(placed).rejects.toMatchObject(refused('certificate_holding_follows_fk'));
});

test('a chain stays with its asset', async () => {
  await expect(inTransaction(run => run('delete from ledger_stream'))).rejects.toMatchObject({ code: 'PTS01' });
  await expect(
    inTransaction(run => run('update ledger_stream set asset_id = asset_id + 1000000')),
  ).rejects.toMatchObject({ code: 'PTS01' });
});

test('a month is not reported from a reading that was superseded; written anew it may use what it used', async () => {
  const used = (revision: string) =>
    inTransaction(async run => {
      await run(`update reading r set superseded_at = now(), superseded_by = r.id from reading_use u
        where r.month = u.reading_month and r.id = u.reading_id and r.superseded_at is null`);
      await run(again('reading_use', 'true', { revision, month: `'2001-01-01'` }));
      throw new Error('taken');
    });
  await expect(used('1')).rejects.toMatchObject({ code: 'PTS02' });
  await expect(used('99')).rejects.toThrow('taken');
});

test.each(['system', 'gis_account', 'gis_asset', 'meter', 'account'])('a %s stays, with its id', async table => {
  await expect(inTransaction(run => run(`delete from ${table}`))).rejects.toMatchObject({ code: 'PTS01' });
  await expect(inTransaction(run => run(`update ${table} set id = id + 1000000`))).rejects.toMatchObject({
    code: 'PTS01',
  });
});
