import { parse } from 'graphql';
import { queryCost } from '../../src/server/query-cost.js';
import { type Api, startApi } from '../api/support/api.js';
import { schema } from '../api/support/documents.js';

/* No budget counts here but that of staff, and the minute may end in between: what is left is told by the answer itself. */
const rates = { accountPointsPerMinute: 1_000_000, publicPointsPerMinute: 1_000_000 };
let api: Api;
beforeAll(async () => {
  api = await startApi('sandbox', undefined, { rates });
});
afterAll(() => api.stop());

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  return queryCost(schema, document, operation, variables);
}

const hundred = Array.from({ length: 100 }, (_, i) => `meter${i}`);
const listed = JSON.stringify(hundred);

test.each([
  ['the least', '{ __typename }', {}, 1],
  ['100 values', `{ ${'__typename '.repeat(100)} }`, {}, 1],
  ['101 values', `{ ${'__typename '.repeat(101)} }`, {}, 2],
  ['a page of 50 with two fields', '{ systems(first: 50) { edges { cursor } } }', {}, 2],
  ['the same by a variable', 'query ($n: Int) { systems(first: $n) { edges { cursor } } }', { n: 50 }, 2],
  ['a hundred nodes', `{ nodes(ids: ${listed}) { nodeId } }`, {}, 2],
  ['the same by a variable', 'query ($ids: [ID!]) { nodes(ids: $ids) { nodeId } }', { ids: hundred }, 2],
  ['the same by default', `query ($ids: [ID!] = ${listed}) { nodes(ids: $ids) { nodeId } }`, {}, 2],
  ['the same by the earlier name', `{ nodes(nodeIds: ${listed}) { nodeId } }`, {}, 2],
  [
    'a page within a page',
    '{ systems(first: 10) { edges { node { readings(first: 10) { edges { cursor } } } } } }',
    {},
    3,
  ],
  [
    'a mutation',
    'mutation ($i: SetClockInput!) { setClock(input: $i, idempotencyKey: "k") { replayed } }',
    { i: {} },
    11,
  ],
  [
    'a mutation that brings 1,000 rows',
    'mutation ($i: SubmitReadingsInput!) { submitReadings(input: $i, idempotencyKey: "k") { accepted } }',
    { i: { readings: Array.from({ length: 1_000 }, () => ({})) } },
    21,
  ],
])('%s costs what the README says', (_, text, variables, points) => {
  expect(costOf(text, variables)).toBe(points);
});

async function costShown(path: string, query: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${api.staff}` },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { extensions: { cost: Record<string, unknown> } }).extensions.cost;
}

test('every answer says what it cost, what the most is, and what is left', async () => {
  expect(await costShown('/graphql', '{ systems(first: 50) { edges { cursor } } }')).toEqual({
    requested: 2,
    ...{ rows: 50, maximumRows: 10_000, values: 101, maximumValues: 200_000 },
    budget: { limit: 1_000_000, remaining: expect.any(Number), resetSeconds: expect.any(Number) },
  });
});

test.each([
  ['a document that is none', '{'],
  ['a document that does not fit', '{ nothing }'],
  ['an operation that is refused by its resolver', '{ systems(first: 501) { edges { cursor } } }'],
])('%s has its cost too', async (_, query) => {
  for (const path of ['/graphql', '/public/graphql'])
    expect(await costShown(path, query)).toMatchObject({ requested: expect.any(Number) });
});

test('what is too large is told its size, and costs no more than the least', async () => {
  const query = '{ systems(first: 500) { edges { node { readings(first: 100) { edges { cursor } } } } } }';
  expect(await costShown('/graphql', query)).toMatchObject({ requested: 1, rows: 50_500 });
});
