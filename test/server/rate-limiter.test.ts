import type { MikroORM } from '@mikro-orm/postgresql';
import { row, sql } from '../../src/platform/sql.js';
import { openDatabase } from '../../src/server/database.js';
import { createRateLimiter, forgetRateCounts, type RatePolicy } from '../../src/server/rate-limiter.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let orm: MikroORM;
let statements = 0;
const policy: RatePolicy = { name: 'account', pointsPerMinute: 100 };
const limiter = (clock?: () => number) =>
  createRateLimiter(() => {
    statements += 1;
    return orm.em.fork();
  }, clock);

beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openDatabase(database.url);
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

/** A minute may end in the middle of a test: it begins in the first half of one. */
beforeEach(async () => {
  statements = 0;
  const { second } = await row<{ second: number }>(
    orm.em.fork(),
    sql`select extract(second from now())::float8 as second`,
  );
  if (second > 55) await new Promise(resolve => setTimeout(resolve, (60.2 - second) * 1_000));
});

test('a budget is spent to the last point and no further, with a twentieth set aside at a time', async () => {
  const one = limiter();
  const states = [];
  for (let asked = 0; asked < 105; asked += 1) states.push(await one.take(policy, 'Ann', 1));
  expect(states.map(state => state.allowed)).toEqual([...Array(100).fill(true), ...Array(5).fill(false)]);
  expect(states.map(state => state.remaining)).toEqual([
    ...Array.from({ length: 100 }, (_, spent) => 99 - spent),
    ...Array(5).fill(0),
  ]);
  expect(states.every(({ resetSeconds }) => resetSeconds >= 1 && resetSeconds <= 60)).toBe(true);
  expect(statements).toBe(20);
});

test('what costs more than is left takes nothing, and what costs less still passes', async () => {
  const one = limiter();
  expect(await one.take(policy, 'Bob', 70)).toMatchObject({ allowed: true, remaining: 30 });
  expect(await one.take(policy, 'Bob', 40)).toMatchObject({ allowed: false });
  expect(await one.take(policy, 'Bob', 30)).toMatchObject({ allowed: true, remaining: 0 });
  expect(await one.take(policy, 'Bob', 1)).toMatchObject({ allowed: false, remaining: 0 });
});

test('each asker and each policy has a budget of its own', async () => {
  const one = limiter();
  await one.take(policy, 'Cy', 100);
  expect(await one.take(policy, 'Di', 100)).toMatchObject({ allowed: true });
  expect(await one.take({ name: 'public', pointsPerMinute: 10 }, 'Cy', 10)).toMatchObject({ allowed: true });
});

test('several servers share one budget, however many requests come at once: never a point too many', async () => {
  const servers = Array.from({ length: 4 }, () => limiter());
  const asked = Array.from({ length: 400 }, (_, n) => servers[n % 4]?.take(policy, 'Eve', 1));
  const allowed = (await Promise.all(asked)).filter(state => state?.allowed).length;
  expect(allowed).toBe(100);
});

test('in the next minute the budget is whole again', async () => {
  let now = 0;
  const one = limiter(() => now);
  expect(await one.take(policy, 'Flo', 100)).toMatchObject({ allowed: true });
  expect(await one.take(policy, 'Flo', 1)).toMatchObject({ allowed: false });
  await orm.em.getConnection().execute("update rate_count set minute = minute - interval '1 minute'");
  now = 61_000;
  expect(await one.take(policy, 'Flo', 1)).toMatchObject({ allowed: true, remaining: 99 });
});

test('counts of old minutes are forgotten', async () => {
  await limiter().take(policy, 'Gus', 1);
  const em = orm.em.fork();
  await em
    .getConnection()
    .execute("update rate_count set minute = minute - interval '1 hour' where key = 'account Eve'");
  await forgetRateCounts.run({
    em,
    payload: {},
    now: new Date(),
    mode: 'production',
    attempt: 1,
    signal: AbortSignal.abort(),
  });
  const left = await row(
    em,
    sql`select count(*) filter (where key = 'account Eve')::int as old, count(*) > 0 as fresh from rate_count`,
  );
  expect(left).toEqual({ old: 0, fresh: true });
});
