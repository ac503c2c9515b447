import pg from 'pg';
import type { Actor } from '../../src/boundary/context.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { Month } from '../../src/domain/month.js';
import { rawSql, rows } from '../../src/platform/sql.js';
import { listSystems } from '../../src/portfolio/list-systems.js';
import { type SystemFilter, type SystemSort, systemSorts } from '../../src/portfolio/system-filter.input.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
let staff: Actor;
const many = 6000;
beforeAll(async () => {
  world = await createWorld('READ');
  staff = (await world.as('operator', '2017-12-31T12:00:00Z')).actor;
});
afterAll(() => world?.end());

const em = () => world.orm.em.fork();
const names = async (filter: SystemFilter, sort: SystemSort | null = null, actor = staff) =>
  (await listSystems(em(), actor, filter, sort, { first: 500 })).edges.map(({ node }) => node.name);

describe('filters', () => {
  test.each<[string, SystemFilter, readonly string[]]>([
    ['programme', { program: 'SREC_I' }, ['field']],
    ['sector', { marketSector: 'C', program: 'SREC_II' }, ['mill', 'school']],
    ['what is searched for in the name', { search: 'SCHO' }, ['school']],
    ['what is searched for in the town, with the rest', { search: 'amher', technology: 'WIND' }, ['turbine']],
    ['capacity', { minimumCapacityKw: new Decimal(300), maximumCapacityKw: new Decimal(300) }, ['mill']],
    [
      'who did not report a month',
      { reportedIn: { month: '2017-09' as Month, reported: false }, program: 'SREC_II' },
      ['school'],
    ],
    [
      'who reported a month',
      { reportedIn: { month: '2017-09' as Month, reported: true }, marketSector: 'C' },
      ['mill'],
    ],
    ['wild cards that are searched for as they are', { search: '%' }, []],
  ])('by %s', async (_, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test('by who reports today', async () => {
    const { actor } = await world.as('dasProvider', '2017-12-31T12:00:00Z');
    const represented = await names({ representativeId: actor.organisationId });
    expect(represented).toEqual(await names({}, null, actor));
    expect(represented.length).toBeLessThan((await names({})).length);
  });

  test('refuse an empty search, and one that is too long', () => {
    for (const search of ['', 'x'.repeat(101)])
      expect(() => listSystems(em(), staff, { search }, null, { first: 1 })).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      );
  });
});

describe('sorts', () => {
  test.each(systemSorts.flatMap(by => [[by, false] as const, [by, true] as const]))(
    'by %s, descending %s: pages of two have every system once, in order',
    async (by, descending) => {
      const whole = await names({}, { by, descending });
      const paged: string[] = [];
      for (let after: string | null = null; ; ) {
        const { edges, pageInfo } = await listSystems(em(), staff, {}, { by, descending }, { first: 2, after });
        paged.push(...edges.map(({ node }) => node.name));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(6);
      if (by === 'NAME') expect(descending ? paged.reverse() : paged).toEqual([...paged].sort());
    },
  );

  test('refuse the cursor of another order', async () => {
    const { pageInfo } = await listSystems(em(), staff, {}, { by: 'NAME', descending: false }, { first: 1 });
    const other = listSystems(
      em(),
      staff,
      {},
      { by: 'TOWN', descending: false },
      { first: 1, after: pageInfo.endCursor },
    );
    await expect(other).rejects.toMatchObject({ code: 'BAD_USER_INPUT', facts: { expected: 'TOWN asc' } });
  });
});

describe('the cost of a page', () => {
  beforeAll(async () => {
    for (const statement of [
      `insert into system (pts_id, name, technology, capacity_kw, town, created_at)
       select 'PAGE-' || n, 'page ' || md5(n::text), 'SOLAR_PV', 1 + n % 97, 'Town ' || n % 41, now() from generate_series(1, ${many}) n`,
      `insert into system_role (system_id, role, organisation_id, from_on, evidence, reason, created_at)
       select id, 'REC_OWNER', (select organisation_id from account where id = ${world.accountIds.aggregator}), '2017-01-01', '', '', now()
       from system where name like 'page %'`,
      'analyze system',
      'analyze system_role',
    ])
      await rows(em(), rawSql(statement));
  });

  /** Blocks of memory that the statement of a page looks at, as PostgreSQL counts them when it does it again. */
  async function buffersOf(actor: Actor, sort: SystemSort, after: string | null) {
    const asked: { text: string; values: unknown[] }[] = [];
    const { prototype } = pg.Client;
    const original = prototype.query;
    prototype.query = function noted(this: pg.Client, ...words: unknown[]) {
      const [query, values] = words as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      asked.push(
        typeof query === 'string'
          ? { text: query, values: values ?? [] }
          : { text: query.text, values: query.values ?? [] },
      );
      return Reflect.apply(original, this, words);
    } as typeof original;
    const found = await listSystems(em(), actor, {}, sort, { first: 3, after }).finally(() => {
      prototype.query = original;
    });
    expect(asked).toHaveLength(1);
    const client = new pg.Client({ connectionString: world.url });
    await client.connect();
    const { rows: plan } = await client.query(
      `explain (analyze, buffers, format json) ${asked[0]?.text}`,
      asked[0]?.values,
    );
    await client.end();
    const [{ Plan: root }] = plan[0]['QUERY PLAN'];
    return { found, buffers: Number(root['Shared Hit Blocks']) + Number(root['Shared Read Blocks']) };
  }

  test.each(systemSorts)('by %s is on page 2,000 what it is on page 1', async by => {
    const { actor: aggregator } = await world.as('aggregator', '2017-12-31T12:00:00Z');
    for (const actor of by === 'NAME' ? [staff, aggregator] : [staff]) {
      const sort = { by, descending: false };
      const ofFirst = await buffersOf(actor, sort, null);
      let after: string | null = null;
      for (let read = 0; read < 5_997; read += 500) {
        const first = Math.min(500, 5_997 - read);
        after = (await listSystems(em(), actor, {}, sort, { first, after })).pageInfo.endCursor;
      }
      const ofLast = await buffersOf(actor, sort, after);
      expect(ofLast.found.edges).toHaveLength(3);
      expect(ofLast.buffers).toBeLessThanOrEqual(ofFirst.buffers * 1.5 + 30);
    }
  });
});
