import { getIntrospectionQuery, parse, print } from 'graphql';
import { accountLimits, publicLimits } from '../../src/server/query-limits.js';
import { querySize } from '../../src/server/query-size.js';
import type { Api } from './support/api.js';
import { type Answer, answerOf, ask, dataOf } from './support/ask.js';
import { schema } from './support/documents.js';
import type { Neighbourhood } from './support/neighbourhood.js';
import { startWithNeighbourhood } from './support/start-with.js';
import { countStatements } from './support/statements.js';

let api: Api;
let world: Neighbourhood;
beforeAll(async () => {
  ({ api, world } = await startWithNeighbourhood());
});
afterAll(() => api.stop());

const endpoints = [
  ['/graphql', accountLimits],
  ['/public/graphql', publicLimits],
] as const;

const askFor = (path: string, query: string, variables: object = {}, token: string | null = null) =>
  ask(`${api.url}${path}`, token, query, { ...variables });
const many = (count: number, of: (index: number) => string) =>
  `{ ${Array.from({ length: count }, (_, i) => of(i)).join(' ')} }`;
const limitOf = ({ errors }: Answer<unknown>) =>
  errors.map(({ extensions }) => [extensions.code, extensions.facts?.limit]);
const deep = (levels: number) =>
  `{ __type(name: "Query") { ${'ofType { '.repeat(levels - 2)} name ${'} '.repeat(levels)}`;

describe.each(endpoints)('an operation at %s', (path, limits) => {
  const token = () => (path === '/graphql' ? world.staff.token : null);
  const rows = (first: number) => `a${first}: systems(first: ${first}) { edges { cursor } }`;

  test('has so many words and signs at most, and not many are read of more', async () => {
    const begun = process.cpuUsage(); // of the server too, which is in this process: others on the machine do not count
    const answer = await askFor(
      path,
      many(path === '/graphql' ? 200_000 : 3_000, i => `a${i}: __typename`),
    );
    expect([answer.status, limitOf(answer)]).toEqual([400, [['QUERY_TOO_LARGE', 'tokens']]]);
    const { user, system } = process.cpuUsage(begun);
    expect(user + system).toBeLessThan(2_000_000);
    const fitting = Math.floor((limits.tokens - 2) / 3);
    expect(
      limitOf(
        await askFor(
          path,
          many(fitting, i => `a${i}: __typename`),
        ),
      ),
    ).toEqual([['QUERY_TOO_LARGE', 'aliases']]);
  });

  test('has so many aliases at most, those of fragments counted', async () => {
    const alias = (i: number) => `a${i}: __typename`;
    expect((await askFor(path, many(limits.aliases, alias))).errors).toEqual([]);
    expect(limitOf(await askFor(path, many(limits.aliases + 1, alias)))).toEqual([['QUERY_TOO_LARGE', 'aliases']]);
    const inFragment = `${many(limits.aliases, alias).replace('}', '...More }')} fragment More on Query { more: __typename }`;
    expect(limitOf(await askFor(path, inFragment))).toEqual([['QUERY_TOO_LARGE', 'aliases']]);
  });

  test('has so many directives at most', async () => {
    const withDirectives = (count: number) =>
      `{ __typename ${'... @include(if: true) { __typename } '.repeat(count)} }`;
    expect((await askFor(path, withDirectives(limits.directives))).errors).toEqual([]);
    expect(limitOf(await askFor(path, withDirectives(limits.directives + 1)))).toEqual([
      ['QUERY_TOO_LARGE', 'directives'],
    ]);
  });

  test('is so deep at most', async () => {
    expect((await askFor(path, deep(limits.depth))).errors).toEqual([]);
    expect(limitOf(await askFor(path, deep(limits.depth + 1)))).toEqual([['QUERY_TOO_LARGE', 'depth']]);
  });

  test('asks for so many rows at most, by numbers, variables and defaults alike', async () => {
    expect(
      (
        await askFor(
          path,
          many(20, i => rows(481 + i)),
          {},
          token(),
        )
      ).errors,
    ).toEqual([]);
    const two = (type: string) =>
      `query ($first: ${type}) ${many(20, i => `a${i}: systems(first: $first) { edges { cursor } }`)}`;
    expect((await askFor(path, two('Int!'), { first: 500 }, token())).errors).toEqual([]);
    const more = (type: string) => two(type).replace(/\{/, '{ one: systems(first: 500) { edges { cursor } } ');
    const answer = await askFor(path, more('Int! = 500'), {}, token());
    expect(limitOf(answer)[0]?.[0]).toBe('QUERY_TOO_LARGE');
  });

  test('asks for so many values at most', async () => {
    const wide = (fields: number) => `{ systems(first: 500) { edges { node { ${'ptsId '.repeat(fields)} } } } }`;
    expect((await askFor(path, wide(Math.floor(limits.values / 500) - 10), {}, token())).errors).toEqual([]);
    expect(limitOf(await askFor(path, wide(Math.floor(limits.values / 500) + 10), {}, token()))).toEqual([
      ['QUERY_TOO_LARGE', 'values'],
    ]);
  });

  test('may be the question of the explorer for the schema, with all that it can ask', async () => {
    const query = getIntrospectionQuery({
      ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true },
      ...{ schemaDescription: true, inputValueDeprecation: true, oneOf: true },
    });
    expect((await askFor(path, query)).errors).toEqual([]);
  });

  test('cannot ask for the schema again and again', async () => {
    const types = many(
      10,
      i => `a${i}: __schema { types { fields { args { type { name } } name } } b: types { fields { args { name } } } }`,
    );
    expect((await askFor(path, types)).status).toBe(200);
    const inside = `{ __schema { ${'types { fields { args { name } } } '.repeat(limits.values / 1_000)} } }`;
    expect(limitOf(await askFor(path, inside))).toEqual([['QUERY_TOO_LARGE', 'values']]);
  });
});

test('1,000 aliases of a page on the public endpoint run no statement on systems', async () => {
  const { count, result } = await countStatements(() =>
    askFor(
      '/public/graphql',
      many(1_000, i => `a${i}: systems(first: 500) { edges { cursor } }`),
    ),
  );
  expect([count <= 2, limitOf(result)]).toEqual([true, [['QUERY_TOO_LARGE', 'tokens']]]);
});

test('pages within pages count as their product: 500 systems with 12 readings each pass, with 50 they do not', async () => {
  const query = `query ($readings: Int) { systems(first: 500) { edges { node { ptsId readings(first: $readings) {
    edges { node { month readAt valueKwh productionKwh } } } } } } }`;
  expect((await askFor('/graphql', query, { readings: 12 }, world.staff.token)).errors).toEqual([]);
  const answer = await askFor('/graphql', query, { readings: 50 }, world.staff.token);
  expect(answer.errors[0]?.extensions.facts).toEqual({ limit: 'rows', asked: 25_500, maximum: 10_000 });
  expect(limitOf(await askFor('/graphql', query, {}, world.staff.token))).toEqual([['QUERY_TOO_LARGE', 'rows']]);
});

test('fragments within fragments are measured once each, and counted as often as they are asked for', () => {
  const levels = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  const document = parse(`{ ...F0 } ${levels.join(' ')} fragment F40 on Query { __typename }`);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  expect(querySize(schema, document, operation, {}).values).toBe(2 ** 40);
});

test('10,000 readings in one call by variables pass', async () => {
  const row = { ptsId: 'PTS-PV2016-1', readAt: '2024-04-28T12:00:00Z', valueKwh: '1' };
  const readings = Array.from({ length: 10_000 }, (_, index) => ({ ...row, key: `row ${index}` }));
  const answer = dataOf(await api.mutate(world.representative.token, 'submitReadings', { readings }));
  expect(answer.submitReadings).toMatchObject({ accepted: 0, refused: 10_000 });
});

test('the public endpoint takes a body of 64 kB and no more', async () => {
  const post = (length: number) =>
    fetch(`${api.url}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: print(parse('{ __typename }')), variables: { long: 'x'.repeat(length) } }),
    }).then(answerOf);
  expect((await post(60 * 1024)).data).toEqual({ __typename: 'Query' });
  const { status, errors } = await post(64 * 1024);
  expect([status, errors[0]?.extensions.code]).toEqual([413, 'BAD_REQUEST']);
});
