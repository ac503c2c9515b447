import { type Api, startApi } from '../api/support/api.js';
import { ask } from '../api/support/ask.js';

/* What is wrong with a request is told in the words of the schema, never in those of what lies behind it. */

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const internals =
  /node_modules|\bat .+:\d+:\d+|\.[jt]s\b|select |relation|column "|syntax error at|stack|pg_|kysely|MikroORM/i;

test.each([
  [
    'a value that an enum has not',
    'query ($s: [RequestState!]) { requests(filter: { states: $s }) { edges { cursor } } }',
    { s: ['NOTHING'] },
  ],
  ['an enum value in the document', '{ requests(filter: { states: [NOTHING] }) { edges { cursor } } }', {}],
  ['a variable of another type', 'query ($n: Int!) { systems(first: $n) { edges { cursor } } }', { n: { deep: [1] } }],
  ['a variable that is missing', 'query ($n: Int!) { systems(first: $n) { edges { cursor } } }', {}],
  ['a number too large', 'query ($n: Int!) { systems(first: $n) { edges { cursor } } }', { n: 2 ** 40 }],
  ['a cursor that is none', '{ systems(after: "x") { edges { cursor } } }', {}],
  ['a cursor of another list', '{ systems(after: "WyJhIl0") { edges { cursor } } }', {}],
  ['an id that is none', '{ request(id: "1 or 1=1") { id } }', {}],
  ['an id past what a column holds', '{ request(id: "99999999999999999999") { id } }', {}],
  ['a directive that there is not', '{ __typename @nothing }', {}],
])('%s', async (_, query, variables) => {
  const { errors, text } = await ask(`${api.url}/graphql`, api.staff, query, variables);
  expect(errors.length).toBeGreaterThan(0);
  for (const { extensions } of errors) {
    expect(extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    expect(Object.keys(extensions).filter(key => !['code', 'help', 'facts'].includes(key))).toEqual([]);
  }
  expect(text).not.toMatch(internals);
});

test('several operations in one HTTP request are refused by a sentence of one error', async () => {
  for (const path of ['/graphql', '/public/graphql']) {
    const response = await fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([response.status, errors.map(({ message, extensions }) => [extensions.code, message])]).toEqual([
      400,
      [['BAD_REQUEST', 'Operation batching disabled.']],
    ]);
  }
});
