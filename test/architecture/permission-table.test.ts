import { buildSchema, graphql, isInterfaceType } from 'graphql';
import { guard, unguardedEdges } from '../../src/server/guard.js';
import { type FieldPermissions, permissions, readersOf, typeReaders } from '../../src/server/permissions.js';
import { accountSchema } from '../../src/server/schema.js';

type Table = Readonly<Record<string, FieldPermissions>>;

const schema = await accountSchema();
const lines = Object.entries(permissions).flatMap(([type, fields]) =>
  Object.keys(fields).map(field => ({ type, field, line: `${type}.${field}` })),
);

function without(table: Table, type: string, field: string): Table {
  const { [field]: _, ...rest } = table[type] ?? {};
  return { ...table, [type]: rest };
}

function withLine(table: Table, type: string, line: FieldPermissions): Table {
  return { ...table, [type]: { ...table[type], ...line } };
}

test('the permission table has a line for every edge that needs one', () => {
  expect(unguardedEdges(schema, permissions)).toEqual([]);
  expect(() => guard(schema)).not.toThrow();
});

/** One line for each query and mutation, of one file: more than a page since certificates are traded, and still read in one go. */
test('the table can be read through: at most 160 lines', () => {
  expect(lines.length).toBeLessThanOrEqual(160);
});

test.each(lines)('without the line $line the server does not start', ({ type, field, line }) => {
  expect(() => guard(schema, without(permissions, type, field))).toThrow(`${line} has no line`);
});

test('every line names at least one kind of account, and none twice', () => {
  for (const { type, field } of lines) {
    const kinds = permissions[type]?.[field] ?? [];
    expect(kinds.length).toBeGreaterThan(0);
    expect(new Set(kinds).size).toBe(kinds.length);
  }
});

test('a line for a field or a type that does not exist stops the server', () => {
  expect(() => guard(schema, withLine(permissions, 'Query', { nothing: ['STAFF'] }))).toThrow(
    'Query.nothing is listed and does not exist',
  );
  expect(() => guard(schema, withLine(permissions, 'Nothing', { at: ['STAFF'] }))).toThrow(
    'type Nothing is listed and does not exist',
  );
});

test('a line that lets in who may not read the type stops the server', () => {
  expect(() => guard(schema, withLine(permissions, 'Query', { portfolio: ['SYSTEM_OWNER'] }))).toThrow(
    'Query.portfolio lets in who may not read its type',
  );
});

test('every type with readers of its own exists', () => {
  expect(Object.keys(typeReaders).filter(name => !schema.getType(name))).toEqual([]);
});

describe('a new edge that leads from what everybody may read to what some may', () => {
  const rising = buildSchema(
    'type Query { system: System } type System { ledger: [LedgerEntry] } type LedgerEntry { id: ID }',
  );
  const rootOnly: Table = { Query: { system: readersOf('System') } };

  test('stops the server while it has no line', () => {
    expect(() => guard(rising, rootOnly)).toThrow('System.ledger has no line');
  });

  test('lets it start with one', () => {
    expect(() => guard(rising, { ...rootOnly, System: { ledger: readersOf('LedgerEntry') } })).not.toThrow();
  });

  test('is found inside a connection, at any depth', () => {
    const deep = buildSchema(`
      type Query { systems: SystemConnection }
      type SystemConnection { edges: [SystemEdge] }
      type SystemEdge { node: System }
      type System { meters: [Meter] }
      type Meter { entries: LedgerEntryConnection }
      type LedgerEntryConnection { edges: [LedgerEntryEdge] }
      type LedgerEntryEdge { node: LedgerEntry }
      type LedgerEntry { id: ID, account: Account }
      type Account { id: ID }`);
    expect(unguardedEdges(deep, { Query: { systems: readersOf('System') } })).toEqual(['Meter.entries has no line']);
  });

  test('must be nullable: refused, a non-null one would take its parent with it', () => {
    const nonNull = buildSchema(
      'type Query { system: System } type System { ledger: [LedgerEntry]! } type LedgerEntry { id: ID }',
    );
    expect(unguardedEdges(nonNull, { ...rootOnly, System: { ledger: readersOf('LedgerEntry') } })).toEqual([
      'System.ledger is non-null: refused, it would null its parent',
    ]);
  });
});

describe('an edge to an interface', () => {
  const text = (node: string) => `
    type Query { node(id: Int): ${node} } interface Node { id: ID }
    type System implements Node { id: ID } type LedgerEntry implements Node { id: ID }`;
  const table: Table = { Query: { node: readersOf('System') } };
  const asker = (kind: string) => ({ actor: { kinds: new Set([kind]), scopes: new Set(['READ']) } });

  test('is for who may read one of its members, and asks of each row what it is', async () => {
    const nodes = buildSchema(text('Node'));
    const type = nodes.getType('Node');
    if (isInterfaceType(type)) type.resolveType = ({ of }) => of;
    const asked = (of: string, contextValue: object) =>
      graphql({
        schema: guard(nodes, table),
        source: '{ node { id } }',
        rootValue: { node: { id: 1, of } },
        contextValue,
      });
    expect(await asked('System', asker('SYSTEM_OWNER'))).toEqual({ data: { node: { id: '1' } } });
    expect(await asked('LedgerEntry', asker('REC_OWNER'))).toEqual({ data: { node: { id: '1' } } });
    const { data, errors } = await asked('LedgerEntry', asker('SYSTEM_OWNER'));
    expect([data, errors?.map(({ originalError }) => originalError)]).toEqual([
      { node: null },
      [expect.objectContaining({ code: 'FORBIDDEN' })],
    ]);
  });

  test.each(['Node!', '[Node!]', '[Node!]!'])(
    'stops the server when it is %s: one row refused would take others with it',
    type => {
      expect(unguardedEdges(buildSchema(text(type)), table)).toEqual([
        expect.stringContaining('Query.node is non-null and leads to an interface'),
      ]);
    },
  );

  test('stops the server while a type that fewer may read has it without a line', () => {
    const open = buildSchema(`type Query { status: RegistrationStatus } type RegistrationStatus { node: Node }
      interface Node { id: ID } type LedgerEntry implements Node { id: ID }`);
    expect(unguardedEdges(open, { Query: { status: readersOf('RegistrationStatus') } })).toEqual([
      'RegistrationStatus.node has no line',
    ]);
  });
});

describe('what anybody may read, also without a credential', () => {
  const open = (fields: string) =>
    buildSchema(
      `type Query { status: RegistrationStatus } type RegistrationStatus { ${fields} } type Account { id: ID }`,
    );
  const table: Table = { Query: { status: readersOf('RegistrationStatus') } };

  test('has plain values of its own', () => {
    expect(unguardedEdges(open('state: String, reasons: [String]'), table)).toEqual([]);
  });

  test('does not lead to what accounts read', () => {
    expect(unguardedEdges(open('account: Account'), table)).toEqual(['RegistrationStatus.account has no line']);
  });

  test('is said of the type, not of a line alone', () => {
    const schema = buildSchema('type Query { me: Account } type Account { id: ID }');
    const line: FieldPermissions = { me: readersOf('RegistrationStatus') };
    expect(unguardedEdges(schema, { Query: line })).toEqual(['Query.me lets in who may not read its type']);
  });
});

test('a root field needs a line although everybody may read its type', () => {
  const schema = buildSchema('type Query { me: Account } type Account { id: ID }');
  expect(unguardedEdges(schema, {})).toEqual(['Query.me has no line']);
});
