import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Actor } from '../../src/boundary/context.js';
import { listChanges } from '../../src/delivery/list-changes.js';
import { row, rows, sql } from '../../src/platform/sql.js';
import { openDatabase } from '../../src/server/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { seeded } from '../support/seeded.js';
import { settled } from './support/settled.js';

let database: TestDatabase;
let orm: MikroORM;
const staff: Actor = {
  ...{ accountId: '0', organisationId: '0', name: 'staff', on: '2024-01-01' as Actor['on'] },
  kinds: new Set(['STAFF'] as const),
  ...{ credentialId: null, scopes: new Set(['READ'] as const) },
};

beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openDatabase(database.url, { poolSize: 16 });
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

/** Writes an event whose subject is its `ptsId`. */
const register = (em: EntityManager, ptsId: string) =>
  rows(
    em,
    sql`insert into system (pts_id, name, technology, capacity_kw, town, created_at) values (${ptsId}, 'x', 'WIND', 1, 'Hull', now())`,
  );

const read = (after: string | null, first = 50) =>
  listChanges(orm.em.fork(), staff, { first, after, from: 'BEGINNING', kinds: null });

/** Reads from page to page until there is no more; waits for what other test files hold back, unless it is to be seen. */
async function readOn(from: string | null, first = 50): Promise<{ subjects: string[]; cursor: string | null }> {
  await settled(orm.em.fork());
  return readAtOnce(from, first);
}

/** As `readOn`, without waiting. */
async function readAtOnce(from: string | null, first: number): Promise<{ subjects: string[]; cursor: string | null }> {
  const subjects: string[] = [];
  for (let cursor = from; ; ) {
    const page = await read(cursor, first);
    subjects.push(...page.edges.map(edge => edge.node.subject.id));
    cursor = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { subjects, cursor };
  }
}

test('who polls while many write gets every change once; a serial number as the cursor would have missed some', async () => {
  const random = seeded(21);
  const written: string[] = [];
  const writer = async (name: number) => {
    for (let turn = 0; turn < 12; turn += 1) {
      const mine: string[] = [];
      const rollsBack = random() < 0.1;
      await orm.em
        .fork()
        .transactional(async em => {
          for (let n = 0; n < 3; n += 1) {
            mine.push(`W${name}-${turn}-${n}`);
            await register(em, mine.at(-1) ?? '');
            await pause(random() * 12);
          }
          if (rollsBack) throw new Error('not kept');
        })
        .catch(() => mine.splice(0));
      written.push(...mine);
    }
  };
  let writing = true;
  const polled: string[] = [];
  const poll = async () => {
    for (let cursor: string | null = null, last = false; ; ) {
      last = !writing;
      if (last) await settled(orm.em.fork());
      const found = await readAtOnce(cursor, 7);
      polled.push(...found.subjects);
      cursor = found.cursor;
      if (last) return;
      await pause(3);
    }
  };
  const naive: string[] = [];
  const pollBySerial = async () => {
    for (let after = '0', last = false; ; ) {
      last = !writing;
      const found = await rows<{ id: string; ptsId: string }>(
        orm.em.fork(),
        sql`select e.id, s.pts_id as "ptsId" from change_event e join system s on s.id = e.subject_id where e.id > ${after} order by e.id`,
      );
      naive.push(...found.map(each => each.ptsId));
      after = found.at(-1)?.id ?? after;
      if (last) return;
      await pause(3);
    }
  };
  const readers = [poll(), pollBySerial()];
  await Promise.all(Array.from({ length: 10 }, (_, name) => writer(name)));
  writing = false;
  await Promise.all(readers);
  expect(written.length).toBeGreaterThan(250);
  expect([...polled].sort()).toEqual([...written].sort());
  expect(new Set(naive).size).toBeLessThan(written.length);
}, 30_000);

test('what began earlier and is not over yet holds back what comes after it, and then comes first', async () => {
  const { cursor } = await readOn(null);
  const slow = orm.em.fork();
  await slow.begin();
  await register(slow, 'slow');
  await register(orm.em.fork(), 'quick');
  expect((await readAtOnce(cursor, 50)).subjects).toEqual([]);
  await slow.commit();
  expect((await readOn(cursor)).subjects).toEqual(['slow', 'quick']);
});

test('an empty page still says where to go on, and from now is after all that is told', async () => {
  const { cursor } = await readOn(null);
  const empty = await read(cursor);
  expect(empty).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: expect.any(String) } });
  const now = await listChanges(orm.em.fork(), staff, { first: 5, from: 'NOW' });
  expect(now.edges).toEqual([]);
  await register(orm.em.fork(), 'later');
  for (const from of [cursor, empty.pageInfo.endCursor, now.pageInfo.endCursor]) {
    expect((await readOn(from)).subjects).toEqual(['later']);
  }
});

test('an empty cursor is refused and no new beginning; an empty list of kinds is that of all, as for a webhook', async () => {
  await expect(read('')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', facts: { field: 'after', value: '' } });
  await register(orm.em.fork(), 'of any kind');
  await settled(orm.em.fork());
  const asked = (kinds: string[] | null) => listChanges(orm.em.fork(), staff, { first: 500, from: 'BEGINNING', kinds });
  const subjects = (await asked([])).edges.map(({ node }) => node.subject.id);
  expect(subjects).toContain('of any kind');
  expect(subjects).toEqual((await asked(null)).edges.map(({ node }) => node.subject.id));
});

test('a page looks at 10,000 changes, so one without any may say that there are more', async () => {
  const { cursor } = await readOn(null);
  await rows(
    orm.em.fork(),
    sql`insert into system (pts_id, name, technology, capacity_kw, town, created_at)
        select 'many-' || n, 'x', 'WIND', 1, 'Hull', now() from generate_series(1, 10000) n`,
  );
  await rows(orm.em.fork(), sql`insert into trading_year values (2012, now(), default, 1, '', now())`).catch(
    () => null,
  );
  await register(orm.em.fork(), 'the last');
  const args = { first: 5, from: 'BEGINNING', kinds: ['READING_ACCEPTED'] } as const;
  await settled(orm.em.fork());
  const page = await listChanges(orm.em.fork(), staff, { ...args, kinds: [...args.kinds], after: cursor });
  expect([page.edges, page.pageInfo.hasNextPage]).toEqual([[], true]);
  expect((await readOn(page.pageInfo.endCursor)).subjects).toEqual(['the last']);
});

test('a database restored elsewhere begins a new epoch: old cursors are refused, what is kept is read from the beginning', async () => {
  const before = await readOn(null, 500);
  const { identity } = await row<{ identity: string }>(orm.em.fork(), sql`select database_identity() as identity`);
  // As after a restore: the last epoch is that of another database, whose transactions had higher numbers.
  await orm.em.fork().transactional(async em => {
    await rows(em, sql`set local session_replication_role = replica`);
    await rows(em, sql`update change_epoch set identity = 'elsewhere' where identity = ${identity}`);
    await rows(em, sql`update change_event set xid = (xid::text::numeric + 1000000)::text::xid8`);
  });
  await expect(read(before.cursor)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  const again = await readOn(null, 500);
  expect(again.subjects).toEqual(before.subjects);
  await register(orm.em.fork(), 'in the new epoch');
  expect((await readOn(again.cursor)).subjects).toEqual(['in the new epoch']);
  expect((await readOn(null, 500)).subjects).toEqual([...before.subjects, 'in the new epoch']);
});
