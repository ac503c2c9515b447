import { rows, sql } from '../../src/platform/sql.js';
import { openTestHouse, type TestHouse } from './house.js';
import { listText, madeUpRow } from './made-up-list.js';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.end());

test('an interrupted import goes on where it stopped, to the same rows', async () => {
  const many = Array.from({ length: 1_100 }, (_, index) =>
    madeUpRow({ name: `Unit ${index}`, asset: `NON${800_000 + Math.floor(index / 2)}` }),
  );
  const interrupt = (done: number) => {
    if (done === 500) throw new Error('pulled the plug');
  };
  await expect(house.import(listText(many), { progress: interrupt })).rejects.toThrow('pulled the plug');
  expect(await house.import(listText(many))).toMatchObject({ read: 1_100, imported: 600, unchanged: 500 });
  expect(await house.import(listText(many))).toMatchObject({ imported: 0, unchanged: 1_100 });
  const [counted] = await rows(
    house.em,
    sql`select (select count(*)::int from gis_asset) as assets, (select count(*)::int from gis_asset_membership) as members,
               (select count(*)::int from statement_of_qualification) as statements, count(*)::int as systems from system`,
  );
  // each statement with the one of Class I that continues it
  expect(counted).toEqual({ assets: 550, members: 1_100, statements: 2_200, systems: 1_100 });
});

test('two imports at once come one after the other', async () => {
  const outcomes = await Promise.all([house.import(listText([madeUpRow()])), house.import(listText([madeUpRow()]))]);
  expect(outcomes.map(outcome => outcome.imported).sort()).toEqual([0, 1]);
});
