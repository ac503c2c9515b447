import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { type PageOf, walk } from '../support/connections.js';
import { countStatements } from '../support/statements.js';
import { makeParty } from '../support/world.js';
import { apply, approval, makeOwnedSystem, makeParties, type Parties, review, setClock } from './support.js';

let api: Api;
let parties: Parties;

beforeAll(async () => {
  api = await startApi();
  parties = await makeParties(api);
  await setClock(api, '2016-04-20T15:00:00Z');
  await api.database.query(
    `insert into meter_model (manufacturer, model, accuracy_percent, approved_on, source, created_at)
     select 'a maker', n, 0.5, '2015-01-01', 'a test report', now() from generate_series(1, 5) n`,
  );
  for (const name of ['First', 'Second']) {
    const { organisationId } = await makeParty(api, name, ['SYSTEM_REPRESENTATIVE']);
    for (const [approvedOn, revokedOn] of [
      ['2015-01-01', '2015-06-01'],
      ['2015-07-01', '2015-12-01'],
    ]) {
      await api.does('approveDasProvider', { organisationId, approvedOn, reason: 'test' });
      await api.does('revokeDasProvider', { organisationId, revokedOn, reason: 'test' });
    }
  }
});
afterAll(() => api.stop());

test.each([
  ['meterModels', 'id', 5],
  ['dasProviders', 'approvedOn organisation { id }', 4],
] as const)('every row of %s is on one page, whatever the size of the pages', async (name, selection, count) => {
  const query = `query ($first: Int, $after: String) { ${name}(first: $first, after: $after) {
    edges { cursor node { ${selection} } } pageInfo { hasNextPage endCursor } } }`;
  const nodes = async (first: number) => {
    const pages = await walk<unknown>(async after => {
      const page = dataOf(await api.ask(parties.owner.token, query, { first, after }))[name];
      return page as unknown as PageOf<unknown>;
    });
    return pages.flatMap(page => page.edges.map(edge => edge.node));
  };
  const all = await nodes(500);
  expect(new Set(all.map(node => JSON.stringify(node))).size).toBe(count);
  expect(await nodes(1)).toEqual(all);
  expect(await nodes(3)).toEqual(all);
  const cursors = ['["x","y"]', '["x"]', '["2024-01","1"]', '["1"]', '["99999999999999999999"]', '{}'];
  const own = name === 'meterModels' ? '["1"]' : '';
  for (const key of cursors.filter(cursor => cursor !== own)) {
    const after = Buffer.from(key).toString('base64url');
    const { errors } = await api.ask(parties.owner.token, query, { first: 1, after });
    expect([key, errors.map(error => error.extensions.code)]).toEqual([key, ['BAD_USER_INPUT']]);
  }
});

test('what a list of systems tells of statements, applications and meters takes as many questions for one as for all', async () => {
  for (let index = 0; index < 4; index += 1) {
    const ptsId = await makeOwnedSystem(api, parties);
    const meter = { ptsId, meterModelId: '1', initialValueKwh: '0', installedOn: '2016-02-01' };
    for (const label of ['main', 'other']) await api.does('setUpMeter', { ...meter, label });
    const { requestId } = await apply(api, parties, ptsId);
    await api.does('reviewQualification', review(requestId), parties.staff.token);
    await api.does('decideQualification', approval(requestId), parties.regulator.token);
  }
  const query = `query ($first: Int!) { systems(first: $first) { edges { node { qualification { request { id } }
    qualifications { sqNumber request { state qualification { program } } }
    meters { suitsSystem requiredAccuracyPercent model { model } } } } } }`;
  const ask = (first: number) => api.ask(parties.owner.token, query, { first });
  dataOf(await ask(1));
  const one = await countStatements(() => ask(1));
  const four = await countStatements(() => ask(4));
  expect((dataOf(four.result).systems as { edges: unknown[] }).edges).toHaveLength(4);
  expect(four.count).toBe(one.count);
});
