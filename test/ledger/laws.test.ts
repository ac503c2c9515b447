import type { EntityManager } from '@mikro-orm/postgresql';
import { laws } from '../../src/ledger/laws/laws.js';
import { checkLaws, runLaws } from '../../src/ledger/laws/run-laws.js';
import { rawSql, row, rows } from '../../src/platform/sql.js';
import { marketBreaks } from '../market/breaks.js';
import { createWorld, type World } from '../support/world.js';
import { furtherBreaks, breaks as ledgerBreaks } from './breaks.js';

const breaks = { ...ledgerBreaks, ...marketBreaks };

let world: World;
beforeAll(async () => {
  world = await createWorld('CORRECTED');
});
afterAll(() => world?.end());

test('all laws hold in the small world', async () => {
  const results = await runLaws(world.orm.em);
  expect(results.filter(result => !result.holds)).toEqual([]);
  expect(results.map(result => result.name)).toEqual(laws.map(law => law.name));
});

test('every law has a name of its own and a break', () => {
  expect(Object.keys(breaks).sort()).toEqual(laws.map(law => law.name).sort());
  expect(new Set(laws.map(law => law.name)).size).toBe(laws.length);
});

test.each(laws.map(law => law.name))('%s is the law that fails', async name => {
  const failing = await whenBroken(breaks[name]?.statements ?? [], em => checkLaws(em, laws)).then(results =>
    results.filter(result => !result.holds),
  );
  expect(failing.map(result => result.name)).toEqual([name]);
  expect(failing[0]?.count).toBeGreaterThan(0);
  expect(failing[0]?.places.length).toBe(failing[0]?.count);
});

test.each(furtherBreaks)('$law fails when $how', async ({ law, also, statements }) => {
  const failing = await whenBroken(statements, em => checkLaws(em, laws));
  const names = failing.filter(result => !result.holds).map(result => result.name);
  expect(names).toEqual([law, ...(also ? [also] : [])]);
});

test('a place names the asset, the month and what was found', async () => {
  const [result] = await whenBroken(breaks['holdings-follow-entries']?.statements ?? [], em =>
    checkLaws(
      em,
      laws.filter(law => law.name === 'holdings-follow-entries'),
    ),
  );
  expect(result).toMatchObject({
    holds: false,
    count: 1,
    places: [{ asset: 'NON700001', program: 'SREC_II', month: '2017-07', first_serial: '10', state: 'ACTIVE' }],
  });
});

test('of many places the first twenty are named, and all are counted', async () => {
  const statements = [
    `insert into organisation (kind, name, created_at) select 'COMPANY', 'crowd', now()`,
    'alter table system_role drop constraint system_role_has_one_holder',
    `insert into system_role (system_id, role, organisation_id, from_on, evidence, reason, created_at)
     select (select min(id) from system), 'SYSTEM_OWNER', (select max(id) from organisation), '2018-01-01', '', '', now()
     from generate_series(1, 30)`,
  ];
  const [result] = await whenBroken(statements, em => checkLaws(em, laws.slice(0, 1)));
  expect(result).toMatchObject({ name: 'roles-never-overlap', count: 30 });
  expect(result?.places).toHaveLength(20);
});

test('only the laws that are named are run', async () => {
  const seen: string[] = [];
  await runLaws(world.orm.em, {
    only: ['conservation', 'head-is-the-last-unit'],
    each: ({ name }) => void seen.push(name),
  });
  expect(seen).toEqual(['conservation', 'head-is-the-last-unit']);
  expect(() => runLaws(world.orm.em, { only: ['no-such-law'] })).toThrow(RangeError);
});

test('all laws see one state, whatever is committed meanwhile', async () => {
  const only = ['issued-once', 'superseded-by-later'];
  const firstSuperseded = 'id = (select min(id) from reading where superseded_at is not null)';
  const setSupersededBy = (value: string) =>
    world.orm.em.fork().transactional(async em => {
      await rows(em, rawSql('set local session_replication_role = replica'));
      await rows(em, rawSql(`update reading set superseded_by = ${value} where ${firstSuperseded}`));
    });
  const { supersededBy } = await row<{ supersededBy: string }>(
    world.orm.em.fork(),
    rawSql(`select superseded_by as "supersededBy" from reading where ${firstSuperseded}`),
  );
  const each = async ({ name }: { name: string }) => {
    if (name === 'issued-once') await setSupersededBy('id');
  };
  expect((await runLaws(world.orm.em, { only, each })).map(result => result.holds)).toEqual([true, true]);
  expect((await runLaws(world.orm.em, { only })).map(result => result.holds)).toEqual([true, false]);
  await setSupersededBy(supersededBy);
});

/** Breaks the data past the triggers, looks, and takes everything back. */
async function whenBroken<T>(statements: readonly string[], look: (em: EntityManager) => Promise<T>): Promise<T> {
  const em = world.orm.em.fork();
  await em.begin();
  try {
    for (const statement of ['set local session_replication_role = replica', ...statements]) {
      await rows(em, rawSql(statement));
    }
    return await look(em);
  } finally {
    await em.rollback();
  }
}
