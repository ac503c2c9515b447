import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { makeStateOfMany, tokens } from '../support/state-of-many.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await makeStateOfMany(api.database, { systems: 60, from: '2025-01-01', months: 6, ofAggregator: 30 });
  await api.database.query('set session_replication_role = replica');
  await api.database.query(`
    update account set kinds = '{REC_OWNER,SYSTEM_OWNER}' where id = 1002;
    delete from system_role where role = 'REC_OWNER' and organisation_id = 1002 and system_id % 3 = 0; -- seen by their assets alone
    delete from gis_asset_membership where system_id % 4 = 1; -- seen by their roles alone
    insert into system_role (system_id, role, organisation_id, from_on, until_on, evidence, reason, created_at)
      select id, 'SYSTEM_OWNER', 1002, '2010-01-01'::date, case when id % 2 = 0 then '2011-01-01'::date end, '', '', now() -- twice, or no more
      from system where id % 5 = 0 or id % 7 = 0;
    update gis_asset_holder set gis_account_id = 1002 where asset_id % 4 = 2;`);
  await api.database.query('set session_replication_role = origin');
}, 120_000);
afterAll(() => api.stop());

/** The systems that the aggregator sees, by a query of the test's own. */
async function visible(): Promise<readonly string[]> {
  const { rows } = await api.database.query<{ ptsId: string }>(`
    select s.pts_id as "ptsId" from system s
    where s.id > 1000000 and (
      exists (select from system_role r where r.system_id = s.id and r.organisation_id = 1002 and r.role in ('REC_OWNER', 'SYSTEM_OWNER') and r.until_on is null)
      or exists (select from gis_asset_membership m join gis_asset_holder h using (asset_id) where m.system_id = s.id and h.gis_account_id = 1002))
    order by s.id`);
  return rows.map(({ ptsId }) => ptsId);
}

const query = `query Page($first: Int!, $after: String, $sort: SystemSort, $filter: SystemFilter) {
  systems(first: $first, after: $after, sort: $sort, filter: $filter) { edges { node { ptsId } } pageInfo { endCursor hasNextPage } } }`;
interface Systems {
  readonly systems: {
    readonly edges: readonly { readonly node: { readonly ptsId: string } }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

/** The ids on all pages, one after the other. */
async function walk(first: number, more: object): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | null = null, more_ = true; more_; ) {
    const { systems }: Systems = dataOf(await api.ask<Systems>(tokens.aggregator, query, { first, after, ...more }));
    found.push(...systems.edges.map(({ node }) => node.ptsId));
    [after, more_] = [systems.pageInfo.endCursor, systems.pageInfo.hasNextPage];
  }
  return found;
}

test('page by page a portfolio has each system once that is seen by a role, by an asset or by both, in either order', async () => {
  const all = await visible();
  expect(all.length).toBeGreaterThan(30);
  expect(all.length).toBeLessThan(60);
  for (const first of [1, 2, 3, 7, 10, 29, 500]) {
    expect(await walk(first, {})).toEqual(all);
    expect(await walk(first, { sort: { by: 'REGISTRATION', descending: true } })).toEqual(all.toReversed());
    expect(await walk(first, { filter: { minimumCapacityKw: '0' } })).toEqual(all);
  }
  expect((await walk(500, { sort: { by: 'PTS_ID' } })).toSorted()).toEqual([...all].sort());
});

test('one system is shown exactly if it is in the portfolio', async () => {
  const all = new Set(await visible());
  for (let n = 1; n <= 60; n += 1) {
    const one = 'query One($ptsId: ID!) { system(ptsId: $ptsId) { ptsId } }';
    const { system } = dataOf(
      await api.ask<{ system: { ptsId: string } | null }>(tokens.aggregator, one, { ptsId: `MANY-${n}` }),
    );
    expect(system !== null).toBe(all.has(`MANY-${n}`));
  }
});
