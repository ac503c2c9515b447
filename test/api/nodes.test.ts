import { isInterfaceType } from 'graphql';
import { readersOf } from '../../src/server/permissions.js';
import type { Api } from './support/api.js';
import { dataOf } from './support/ask.js';
import { schema } from './support/documents.js';
import type { SampleWorld } from './support/samples.js';
import { startWithSamples } from './support/start-with.js';
import { countStatements } from './support/statements.js';

let api: Api;
let world: SampleWorld;
beforeAll(async () => {
  ({ api, world } = await startWithSamples());
}, 120_000);
afterAll(() => api.stop());

const nodeType = schema.getType('Node');
const typesOfNodes = isInterfaceType(nodeType) ? schema.getPossibleTypes(nodeType).map(({ name }) => name) : [];
const idOf = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');

const nodes = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename nodeId } }`;
const node = `query ($id: ID!) { node(id: $id) { __typename nodeId } }`;

/** A key of a row of each type, as it lies in the database. */
const keys: Readonly<Record<string, string>> = {
  Account: 'select id from account',
  Auction: 'select id from auction',
  ComplianceFiling: 'select id from compliance_filing',
  Document: 'select id from document',
  GisAccount: 'select id from gis_account',
  GisAsset: 'select gis_id from gis_asset',
  Issuance: 'select id from issuance',
  LedgerEntry: 'select id from ledger_entry',
  Meter: 'select id from meter',
  Organisation: 'select id from organisation',
  Reading: `select to_char(month, 'YYYY-MM') || '.' || id from reading`,
  Request: 'select id from request where submitted_at is not null',
  StandingTransfer: 'select id from standing_transfer',
  StatementOfQualification: 'select id from statement_of_qualification',
  Supplier: 'select organisation_id from supplier',
  System: 'select pts_id from system',
  Transfer: 'select id from transfer',
};

async function keyOf(type: string): Promise<string> {
  const { rows } = await api.database.query<Record<string, string>>(`${keys[type]} limit 1`);
  const [key] = Object.values(rows[0] ?? {});
  if (key === undefined) throw new Error(`there is no ${type}`);
  return key;
}

test('every type with a global id is tried here', () => {
  expect(Object.keys(keys).sort()).toEqual(typesOfNodes.sort());
  expect(typesOfNodes.length).toBeGreaterThan(10);
});

test.each(Object.keys(keys))('a %s is found by its nodeId, and says the same one', async type => {
  const nodeId = idOf(type, await keyOf(type));
  expect(dataOf(await api.ask(world.regulator.token, node, { id: nodeId })).node).toEqual({ __typename: type, nodeId });
});

test.each(Object.keys(keys).filter(type => type !== 'Auction'))(
  'a %s that belongs to others is null, as one that does not exist, or refused where the kind may read none',
  async type => {
    const stranger = world.broker.token;
    const [theirs, none] = await Promise.all(
      [await keyOf(type), '999999999'].map(key =>
        api.ask(stranger, node, {
          id: idOf(type, type === 'Reading' && key === '999999999' ? '2024-01.999999999' : key),
        }),
      ),
    );
    expect(theirs?.data).toEqual({ node: null });
    expect({ data: theirs?.data, errors: theirs?.errors }).toEqual({ data: none?.data, errors: none?.errors });
  },
);

test('of one list some are found and others are not, in the order asked for', async () => {
  const ids = [world.elm.ptsId, 'PTS-PV2099-1', world.oak.ptsId, world.elm.ptsId].map(ptsId => idOf('System', ptsId));
  const found = dataOf(await api.ask(world.elmOwner.token, nodes, { ids })).nodes;
  const elm = { __typename: 'System', nodeId: ids[0] };
  expect(found).toEqual([elm, null, null, elm]);
});

test('a hundred rows of a type take one statement', async () => {
  const { rows } = await api.database.query<{ key: string }>(
    `${keys.Reading?.replace(' from', ' as key from')} limit 100`,
  );
  const ask = (ids: readonly string[]) => countStatements(() => api.ask(world.staff.token, nodes, { ids }));
  const ids = rows.map(({ key }) => idOf('Reading', key));
  await ask(ids.slice(0, 1)); // from here on the credential is known for a second
  const one = await ask(ids.slice(0, 1));
  const all = await ask(ids);
  expect(ids.length).toBeGreaterThan(5);
  expect([all.count, all.result.errors]).toEqual([one.count, []]);
});

test('what the type of a node holds is guarded as everywhere: a row that the kind may not read is refused', async () => {
  expect(readersOf('Issuance')).not.toContain('SYSTEM_OWNER');
  const query = `query ($id: ID!) { node(id: $id) { ... on System { ptsId issuances { certificates } } } }`;
  const { errors } = await api.ask(world.owner.token, query, { id: idOf('System', world.oak.ptsId) });
  expect(errors.map(({ extensions, path }) => [extensions.code, path])).toEqual([['FORBIDDEN', ['node', 'issuances']]]);
});

test.each([
  ['digits', '17'],
  ['text', 'not one of ours!'],
  ['a type that has none', idOf('Query', '1')],
  ['a property of every object', idOf('constructor', '1')],
  ['a key of another shape', idOf('Meter', '0x10')],
  ['a month that there is not', idOf('Reading', '2024-13.1')],
  ['NUL', idOf('System', 'a\0b')],
  ['the same, spelled otherwise', `${idOf('Meter', '1')}=`],
])('%s is no nodeId: BAD_USER_INPUT', async (_, id) => {
  const { data, errors } = await api.ask(world.staff.token, node, { id });
  expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([{ node: null }, ['BAD_USER_INPUT']]);
});

test('more than a hundred at once are too many', async () => {
  const ids = Array.from({ length: 101 }, (_, i) => idOf('Meter', String(i + 1)));
  const { errors } = await api.ask(world.staff.token, nodes, { ids });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['TOO_MANY_ROWS']);
});

const absent = idOf('Meter', '999999999');
const nodeByBoth = 'query ($id: ID, $nodeId: ID) { node(id: $id, nodeId: $nodeId) { nodeId } }';
const nodesByBoth = 'query ($ids: [ID!], $nodeIds: [ID!]) { nodes(ids: $ids, nodeIds: $nodeIds) { nodeId } }';

test('the earlier names of the arguments find the same', async () => {
  const nodeId = idOf('System', world.elm.ptsId);
  const one = await api.ask(world.elmOwner.token, nodeByBoth, { nodeId });
  const many = await api.ask(world.elmOwner.token, nodesByBoth, { nodeIds: [nodeId, absent] });
  expect([dataOf(one), dataOf(many)]).toEqual([{ node: { nodeId } }, { nodes: [{ nodeId }, null] }]);
});

test.each([
  ['node, without an id', nodeByBoth, {}, 'id', null],
  ['node, by both names', nodeByBoth, { id: absent, nodeId: absent }, 'id', absent],
  ['nodes, without ids', nodesByBoth, { ids: null }, 'ids', null],
  ['nodes, by both names', nodesByBoth, { ids: [], nodeIds: [absent] }, 'ids', absent],
])('%s: BAD_USER_INPUT', async (_, query, variables, field, value) => {
  const { errors } = await api.ask(world.staff.token, query, variables);
  expect(errors.map(({ extensions }) => [extensions.code, extensions.facts])).toEqual([
    ['BAD_USER_INPUT', { field, value }],
  ]);
});
