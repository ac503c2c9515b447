import * as fc from 'fast-check';
import { buildSchema, execute, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import { compileQuery } from '../../src/server/executor/compile-query.js';
import { Sheet } from '../../src/server/executor/sheet.js';

const schema = buildSchema(`
  type Query { node: Node  nodes(first: Int = 2): [Node!]  texts: [String]  never: String!  number: Float }
  type Node { id: ID! name: String next: Node strict: Node! }`);

/** Resolvers under the names of their fields: each an object's own, so they are called as properties. */
function withRoot(root: object): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    field.resolve = (_source, args, context, info) => {
      const value = (root as Record<string, unknown>)[field.name];
      return typeof value === 'function' ? value(args, context, info) : value;
    };
  }
  return schema;
}

/** The text of the compiled form (null: left to graphql-js) beside the data and the errors of graphql-js. */
async function both(root: object, query: string, variables = {}) {
  const document = parse(query);
  const output = await compileQuery(
    withRoot(root),
    document,
    document.definitions[0] as OperationDefinitionNode,
  )({}, variables);
  const { data, errors } = await execute({ schema, document, variableValues: variables });
  const text = output?.whole('', '').toString() ?? null;
  return { text, expected: JSON.stringify(data), errors: errors?.length ?? 0 };
}

const later = <T>(value: T, ms = 1) => new Promise<T>(resolve => setTimeout(() => resolve(value), ms));

test.each([
  [
    'values and promises in any order',
    { node: later({ id: 1, name: later('a', 5), next: { id: 2 } }), texts: ['x', later(null), 'y'] },
  ],
  [
    'lists that are empty, absent or of promises',
    { nodes: later([]), texts: later([later('b'), later('a', 4)]), node: null },
  ],
  [
    'numbers, and text that JSON escapes',
    { number: 1.5, texts: ['"\\\n', '\ud800', '\u2028 ü 😀'], node: { id: 'é' } },
  ],
])('%s', async (_what, root) => {
  const query = '{ node { id name next { id } } nodes { id } texts number }';
  const { text, expected, errors } = await both(root, query);
  expect(errors).toBe(0);
  expect(text).toBe(expected);
});

test('names, and what is asked twice, stand where they first stand', async () => {
  const root = { node: { id: 1, name: 'a', next: { id: 2, name: 'b' } } };
  const query = `query Q { constructor: node { b: id ...F id } __typename node { next { name } } node { next { id } ...F } }
    fragment F on Node { name ... on Node { __typename } }`;
  const { text, expected } = await both(root, query);
  expect(text).toBe(expected);
});

test('arguments are coerced once for a place, with their defaults, and told what was asked', async () => {
  const seen: unknown[] = [];
  const nodes = (args: object, _context: unknown, info: { readonly path: { readonly key: unknown } }) => {
    seen.push([args, info.path.key]);
    return [];
  };
  const query = 'query Q($n: Int = 3) { a: nodes b: nodes(first: $n) c: nodes(first: null) }';
  expect((await both({ nodes }, query)).text).toBe('{"a":[],"b":[],"c":[]}');
  expect(seen.slice(0, 3)).toEqual([
    [{ first: 2 }, 'a'],
    [{ first: 3 }, 'b'],
    [{ first: null }, 'c'],
  ]);
});

const refuse = () => Promise.reject(new Error('refused'));
test.each([
  [
    'a resolver throws while others are under way',
    {
      node: () => {
        throw new Error('no');
      },
      nodes: refuse,
      texts: later(['a']),
    },
  ],
  [
    'one of a list is rejected after another failed',
    { texts: () => [later('a'), refuse(), { toString: null }, refuse()] },
  ],
  ['null where there is never null', { nodes: [null] }],
  ['null deep in a promise', { node: later({ id: 1, next: later({ id: null }) }) }],
  ['an error as a value', { node: new Error('found nothing') }],
  ['no list where one is', { nodes: { id: 1 } }],
  ['a value that is none of its type', { number: 'x' }],
])('%s: it is left to graphql-js, and nothing is left over', async (_what, root) => {
  const query = '{ node { id next { id } } nodes { id } texts number }';
  const { text, errors } = await both(root, query);
  expect(errors).toBeGreaterThan(0);
  expect(text).toBeNull();
  await later(null, 10); // a rejection that nobody takes would end the process
});

test('a variable that is none of its type is left to graphql-js', async () => {
  expect((await both({ nodes: [] }, 'query Q($n: Int) { nodes(first: $n) { id } }', { n: 'x' })).text).toBeNull();
});

test('text is written as JSON has it, whatever is in it and however much', () => {
  const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units));
  const texts = fc.array(
    fc.tuple(fc.oneof(fc.string({ unit: 'binary' }), anyUnits), fc.constantFrom(1, 1, 1, 1, 10_000)),
  );
  fc.assert(
    fc.property(texts, written => {
      const sheet = Sheet.take();
      const all = written.map(([text, times]) => text.slice(0, 10).repeat(times) + text);
      for (const text of all) sheet.json(text);
      const bytes = Buffer.alloc(sheet.end);
      sheet.copy(0, sheet.end, bytes, 0);
      sheet.giveBack();
      return bytes.equals(Buffer.from(all.map(text => JSON.stringify(text)).join('')));
    }),
  );
});

test('an answer is taken once, and none sees what was written on its sheet before', async () => {
  const document = parse('{ texts }');
  const operation = document.definitions[0] as OperationDefinitionNode;
  const answer = async (texts: string[]) => {
    const output = await compileQuery(withRoot({ texts }), document, operation)({}, {});
    const whole = output?.whole('', '').toString();
    expect(() => output?.whole('', '')).toThrow('twice');
    return whole;
  };
  expect(await answer(['x'.repeat(100_000)])).toHaveLength(100_000 + '{"texts":[""]}'.length);
  const [one, other] = await Promise.all([answer(['a']), answer(['b'])]);
  expect([one, other]).toEqual(['{"texts":["a"]}', '{"texts":["b"]}']);
});
