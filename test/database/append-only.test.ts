import type { EntityManager } from '@mikro-orm/postgresql';
import { rawSql, row, rows } from '../../src/platform/sql.js';
import { createWorld, type World } from '../support/world.js';
import { conformancePapers } from './conformance-papers.js';
import { marketPapers } from './market-papers.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('CORRECTED');
  for (const statement of papers) await rows(world.orm.em.fork(), rawSql(statement));
});
afterAll(() => world?.end());

/** What the small world has none of. */
const papers = [
  `insert into document (organisation_id, name, media_type, byte_length, sha256, content, created_at)
   select min(id), 'one', 'image/png', 1, sha256('x'), 'x', now() from organisation`,
  `insert into terms_acceptance (organisation_id, version_id, created_at, created_by)
   select a.organisation_id, (select min(id) from program_document_version), now(), a.id from account a limit 1`,
  `insert into request (kind, state, organisation_id, content, submitted_at, created_at)
   select 'QUALIFICATION', 'SUBMITTED', min(id), '{}', now(), now() from organisation`,
  `insert into request_event (request_id, sequence, step, reason, occurred_at, account_id)
   select min(request.id), 1, 'SUBMITTED', '', now(), min(account.id) from request, account`,
  `insert into upload (account_id, organisation_id, key, mode, format, state, batch_rows, row_count, accepted, created_at)
   select id, organisation_id, 'one', 'PARTIAL', 'CSV', 'INCOMPLETE', 1, 1, 1, now() from account limit 1`,
  `insert into upload_batch (upload_id, number, first_index, row_count, content_hash, accepted, superseded, duplicates, refused,
     meter_ids, outcomes, occurred_at)
   select id, 0, 0, 1, 'x', 1, 0, 0, 0, '{1}', '[{}]', now() from upload`,
  ...marketPapers,
  ...conformancePapers,
];

/** Every table whose rows stay as they were written, with a column that somebody might want to change. */
const appendOnly = [
  ['document', 'name', `'another'`],
  ['change_event', 'occurred_at', 'now()'],
  ['program_document_version', 'source', `'another'`],
  ['terms_acceptance', 'evidence', `'another'`],
  ['request_event', 'reason', `'another'`],
  ['statement_of_qualification', 'srec_factor', '0.5'],
  ['meter_replacement', 'old_final_kwh', 'old_final_kwh + 1'],
  ['reading', 'value_kwh', 'value_kwh + 1'],
  ['reading_2017_08', 'value_kwh', 'value_kwh + 1'],
  ['estimated_share', 'production_kwh', 'production_kwh + 1'],
  ['issuance_run', 'issued_at', 'now()'],
  ['issuance', 'gis_account_id', 'gis_account_id'],
  ['issuance_factor', 'reported_mwh', 'reported_mwh'],
  ['issuance_system', 'eligible_kwh', 'eligible_kwh + 1'],
  ['reading_use', 'eligible_kwh', 'eligible_kwh + 1'],
  ['certificate_batch', 'quantity', 'quantity + 1'],
  ['ledger_unit', 'reason', `'another'`],
  ['ledger_entry', 'occurred_at', 'now()'],
  ['gis_report', 'line_count', 'line_count + 1'],
  ['correction', 'reason', `'another'`],
  ['correction_document', 'document_id', 'document_id'],
  ['adjustment', 'eligible_kwh', 'eligible_kwh + 1'],
  ['adjustment_use', 'production_kwh', 'production_kwh + 1'],
  ['adjustment_application', 'issuance_id', 'issuance_id'],
  ['dismissed_production', 'production_kwh', 'production_kwh + 1'],
  ['certificate_use', 'beneficiary', `'another'`],
  ['transfer_range', 'last_serial', 'last_serial + 1'],
  ['standing_transfer_execution', 'asked', 'asked + 1'],
  ['auction_deposit', 'last_serial', 'last_serial + 1'],
  ['auction_bidder', 'evidence', `'another'`],
  ['auction_bid', 'volume', 'volume + 1'],
  ['compliance_result', 'obligation', 'obligation + 1'],
  ['compliance_credit', 'quantity', 'quantity + 1'],
  ['compliance_credit_use', 'quantity', 'quantity + 1'],
  ['upload_batch', 'outcomes', `'[]'`],
  ['conformance_call', 'code', `'X'`],
  ['conformance_pass', 'sequence', '2'],
  ['conformance_certificate', 'valid_until', 'valid_until + 1'],
] as const;

/** Tables whose rows are decided once: how, and a column that no decision changes. */
const decidedOnce = [
  {
    table: 'supplier_load',
    decide: 'superseded_by = id',
    open: 'superseded_by is null',
    other: 'sales_mwh = sales_mwh + 1',
    back: 'superseded_by = null',
  },
  {
    table: 'compliance_filing',
    decide: `state = 'RETURNED', decided_at = now(), decided_by = created_by, decision_reason = 'x'`,
    open: `state = 'SUBMITTED'`,
    other: `content = '[]'`,
    back: `state = 'SUBMITTED', decided_at = null`,
  },
  {
    table: 'auction',
    decide: `state = 'NOT_HELD', settled_at = now(), settled_by = created_by`,
    open: `state in ('DEPOSITING', 'BIDDING')`,
    other: 'price_dollars = price_dollars + 1',
    back: `state = 'DEPOSITING', settled_at = null`,
  },
  {
    table: 'auction_round',
    decide: 'asked = 0, cleared = false, closed_at = now(), closed_by = created_by',
    open: 'closed_at is null',
    other: `closes_at = closes_at + interval '1 day'`,
    back: 'asked = null, cleared = null, closed_at = null',
  },
] as const;

const statements = appendOnly.flatMap(([table, column, value]) => [
  [table, 'UPDATE', `update ${table} set ${column} = ${value}`] as const,
  [table, 'DELETE', `delete from ${table}`] as const,
  [table, 'TRUNCATE', `truncate ${table} cascade`] as const,
]);

test.each(statements)('%s refuses %s', async (table, _verb, statement) => {
  const { count } = await row<{ count: string }>(world.orm.em.fork(), rawSql(`select count(*) as count from ${table}`));
  expect(Number(count)).toBeGreaterThan(0);
  expect(await outcomeOf(statement)).toBe('PTS01');
});

test('no table that a trigger makes append-only is missing above', async () => {
  const guarded = await rows<{ table: string }>(
    world.orm.em.fork(),
    rawSql(`
      select distinct c.relname as "table" from pg_trigger t
      join pg_class c on c.oid = t.tgrelid and not c.relispartition
      where t.tgname like '%\\_is\\_append\\_only'`),
  );
  const listed = appendOnly.map(([table]) => table).filter(table => table !== 'reading_2017_08');
  expect(guarded.map(({ table }) => table).sort()).toEqual([...listed].sort());
});

test('each of them, and each partition, has a trigger of its own against being emptied', async () => {
  const guarded = await rows<{ table: string }>(
    world.orm.em.fork(),
    rawSql(`select tgrelid::regclass::text as "table" from pg_trigger where tgtype & 32 = 32`),
  );
  const partitions = await rows<{ table: string }>(
    world.orm.em.fork(),
    rawSql(`select inhrelid::regclass::text as "table" from pg_inherits where inhparent = 'reading'::regclass`),
  );
  const expected = [
    ...appendOnly,
    ...partitions.map(({ table }) => [table]),
    ['certificate_holding'],
    ['request'],
    ['transfer'],
    ...decidedOnce.map(({ table }) => [table]),
  ];
  expect(guarded.map(({ table }) => table).sort()).toEqual([...new Set(expected.map(([table]) => table))].sort());
});

describe('what may happen once', () => {
  test('a reading is superseded, and by nothing else changed', async () => {
    const supersede = `update reading set superseded_at = now(), superseded_by = id where month = '2017-07-01' and superseded_at is null`;
    expect(await outcomeOf(supersede)).toBe('done');
    expect(await outcomeOf(supersede.replace('set', 'set value_kwh = value_kwh + 1,'))).toBe('PTS01');
    expect(await outcomeOf('update reading set superseded_at = now() where superseded_at is not null')).toBe('PTS01');
    expect(
      await outcomeOf('update reading set superseded_at = null, superseded_by = null where superseded_at is not null'),
    ).toBe('PTS01');
  });

  test('a run is frozen, issued and completed, each once, and nothing else of it changes', async () => {
    const begin = `insert into issuance_run (quarter, reported_at, reported_by, report_reason)
      select '2018-Q2', now(), reported_by, '' from issuance_run limit 1`;
    const set = (columns: string) => `update issuance_run set ${columns} where quarter = '2018-Q2'`;
    const freeze = set('frozen_at = now()');
    const issue = set(`issued_at = now(), issued_by = reported_by, reason = 'x'`);
    const complete = set('completed_at = now()');
    expect(await outcomeOf(begin, freeze, issue, complete)).toBe('done');
    expect(await outcomeOf(begin, freeze, set(`frozen_at = frozen_at + interval '1 day'`))).toBe('PTS01');
    expect(await outcomeOf(begin, freeze, set('frozen_at = null'))).toBe('PTS01');
    expect(await outcomeOf(begin, freeze, issue, set(`reason = 'y'`))).toBe('PTS01');
    expect(await outcomeOf(begin, freeze, issue, set('issued_at = null, issued_by = null, reason = null'))).toBe(
      'PTS01',
    );
    expect(await outcomeOf(begin, freeze, issue, complete, complete.replace('now()', `now() + interval '1 day'`))).toBe(
      'PTS01',
    );
    expect(await outcomeOf(begin, freeze, issue, complete, set('completed_at = null'))).toBe('PTS01');
    for (const column of [`quarter = '2018-Q3'`, `reported_at = now() + interval '1 day'`, `report_reason = 'z'`]) {
      expect(await outcomeOf(begin, set(column))).toBe('PTS01');
    }
    expect(await outcomeOf(begin, complete)).toBe('23514'); // not frozen
    expect(await outcomeOf(begin, freeze, set('issued_at = now()'))).toBe('23514'); // by whom, and why
  });
});

describe.each(decidedOnce)('a row of $table', ({ table, decide, open, other, back }) => {
  const decideIt = `update ${table} set ${decide} where ${open}`;

  test('is decided, and by nothing else changed', async () => {
    const { count } = await row<{ count: string }>(
      world.orm.em.fork(),
      rawSql(`select count(*) as count from ${table} where ${open}`),
    );
    expect(Number(count)).toBeGreaterThan(0);
    expect(await outcomeOf(decideIt)).toBe('done');
    expect(await outcomeOf(`update ${table} set ${decide}, ${other} where ${open}`)).toBe('PTS01');
    expect(await outcomeOf(`update ${table} set ${other}`)).toBe('PTS01');
  });

  test('that is decided stays so, and is not deleted', async () => {
    expect(await outcomeOf(decideIt, `update ${table} set ${back}`)).toBe('PTS01');
    expect(await outcomeOf(decideIt, `update ${table} set ${other}`)).toBe('PTS01');
    expect(await outcomeOf(`delete from ${table}`)).toBe('PTS01');
    expect(await outcomeOf(`truncate ${table} cascade`)).toBe('PTS01');
  });
});

describe('a transfer that is decided is final', () => {
  const decide = (columns = '') =>
    `update transfer set state = 'ACCEPTED', decided_at = now()${columns} where state = 'OFFERED'`;

  test('one that is offered is decided, and by nothing else changed', async () => {
    expect(await outcomeOf(decide())).toBe('done');
    expect(await outcomeOf(decide(', quantity = quantity + 1'))).toBe('PTS01');
    expect(await outcomeOf(decide(), `update transfer set note = 'another' where state = 'ACCEPTED'`)).toBe('PTS01');
    expect(await outcomeOf(decide(), `update transfer set state = 'OFFERED', decided_at = null`)).toBe('PTS01');
  });

  test.each(['delete from transfer', 'truncate transfer cascade'])('%s', async statement => {
    expect(await outcomeOf(statement)).toBe('PTS01');
  });
});

describe('a holding that is retired or rolled back is final', () => {
  const final = ['RETIRED', 'ROLLED_BACK'].flatMap(state => [
    `update certificate_holding set state = 'ACTIVE' where state = '${state}'`,
    `update certificate_holding set gis_account_id = gis_account_id where state = '${state}'`,
    `delete from certificate_holding where state = '${state}'`,
  ]);

  test.each([...final, 'truncate certificate_holding'])('%s', async statement => {
    expect(await outcomeOf(statement)).toBe('PTS01');
  });

  test('there are some of both', async () => {
    const states = await rows<{ state: string }>(
      world.orm.em.fork(),
      rawSql('select distinct state from certificate_holding order by 1'),
    );
    expect(states.map(({ state }) => state)).toEqual(['ACTIVE', 'RETIRED', 'ROLLED_BACK']);
  });

  test('an active one may be moved', async () => {
    expect(await outcomeOf(`delete from certificate_holding where state = 'ACTIVE'`)).toBe('done');
  });
});

/** Executes statements and takes them back: `done`, or the SQLSTATE with which the last one was refused. */
async function outcomeOf(...given: readonly string[]): Promise<string> {
  const em = world.orm.em.fork();
  await em.begin();
  try {
    for (const statement of given.slice(0, -1)) await rows(em, rawSql(statement));
    return await codeOf(em, given.at(-1) ?? '');
  } finally {
    await em.rollback();
  }
}

async function codeOf(em: EntityManager, statement: string): Promise<string> {
  try {
    await rows(em, rawSql(statement));
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
