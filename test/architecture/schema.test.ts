import { readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { sortedText } from '../../src/server/print-schema.js';
import { accountSchema, publicSchema } from '../../src/server/schema.js';
import { privateWords, publishedAllTheSame, sharedTypes } from './public-words.js';

const schemas = { 'schema.graphql': await accountSchema(), 'schema.public.graphql': await publicSchema() };
const accounts = schemas['schema.graphql'];
const everybody = schemas['schema.public.graphql'];

describe.each(Object.entries(schemas))('%s', (file, schema) => {
  test('is what the classes say today; npm run schema writes it anew', () => {
    expect(readFileSync(file, 'utf8')).toBe(sortedText(schema));
  });

  test('describes every type, field, argument, enum value and input field', () => {
    expect(partsOf(schema).filter(part => !part.description?.trim())).toEqual([]);
    expect(partsOf(schema).length).toBeGreaterThan(70);
  });

  test('counts in whole numbers and writes every measure as Decimal: nothing is a Float', () => {
    expect(Object.keys(schema.getTypeMap())).not.toContain('Float');
  });

  test('calls what is counted in kWh, MWh or kW, a factor or a share Decimal', () => {
    const measures = partsOf(schema).filter(({ name }) => /^[a-z]\w*(Kwh|Mwh|Kw|Factor|Share)$|^factor$/.test(name));
    expect(measures.filter(({ type }) => type !== 'Decimal')).toEqual([]);
    expect(measures.length).toBeGreaterThan(2);
  });
});

test('the root types are called Query and Mutation', () => {
  expect(accounts.getQueryType()?.name).toBe('Query');
  expect(accounts.getMutationType()?.name).toBe('Mutation');
  expect(accounts.getSubscriptionType()).toBeUndefined();
});

test('every mutation takes an idempotency key and can be a dry run, and says both', () => {
  for (const mutation of Object.values(accounts.getMutationType()?.getFields() ?? {})) {
    expect(mutation.args.map(arg => `${arg.name}: ${arg.type}`).sort()).toEqual([
      'dryRun: Boolean!',
      'idempotencyKey: String!',
      expect.stringMatching(/^input: \w+Input!$/),
    ]);
    const payload = getNamedType(mutation.type);
    expect(isObjectType(payload) && payload.getInterfaces().map(each => each.name)).toEqual(['MutationPayload']);
  }
});

describe('the public schema', () => {
  test('has a Query and no other root', () => {
    expect(everybody.getQueryType()?.name).toBe('Query');
    expect(everybody.getMutationType()).toBeUndefined();
    expect(everybody.getSubscriptionType()).toBeUndefined();
  });

  test('names nothing that tells who somebody is, where exactly they live, or how they prove it', () => {
    const named = partsOf(everybody).flatMap(({ path, name }) => {
      const words = wordsOf(name);
      return Object.keys(privateWords)
        .filter(word => words.includes(word))
        .map(word => ({ path, what: `${path}: ${word} - ${privateWords[word]}` }));
    });
    expect(named.filter(({ path }) => !(path in publishedAllTheSame)).map(({ what }) => what)).toEqual([]);
    expect(named.map(({ path }) => path).sort()).toEqual(Object.keys(publishedAllTheSame).sort());
  });

  test('can name what it must not: the same walk finds each private word in the schema for accounts', () => {
    const words = new Set(partsOf(accounts).flatMap(({ name }) => wordsOf(name)));
    expect(Object.keys(privateWords).filter(word => !words.has(word))).toEqual([]);
  });

  test('shares with the schema for accounts only types that are on the list', () => {
    const shared = ownTypes(everybody).filter(type => accounts.getType(type.name) && !type.name.startsWith('Public'));
    const unlisted = shared.filter(
      type => !isScalarType(type) && !isEnumType(type) && type.name !== 'Query' && !(type.name in sharedTypes),
    );
    expect(unlisted.map(type => type.name)).toEqual([]);
    expect(Object.keys(sharedTypes).filter(name => !everybody.getType(name))).toEqual([]);
  });

  test('types of its own begin with Public', () => {
    const own = ownTypes(everybody).filter(type => !accounts.getType(type.name));
    expect(own.map(type => type.name).filter(name => !name.startsWith('Public'))).toEqual([]);
    expect(own.length).toBeGreaterThan(4);
  });
});

/** Something in a schema that has a name and a description. */
interface Part {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly description: string | null | undefined;
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(type => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
}

/** Every type, field, argument, enum value and input field of a schema. The roots are described by their fields. */
function partsOf(schema: GraphQLSchema): Part[] {
  return ownTypes(schema).flatMap(type => {
    const isRoot = [schema.getQueryType(), schema.getMutationType()].some(root => root === type);
    const self = { path: type.name, name: type.name, type: 'type', description: type.description };
    return [...(isRoot ? [] : [self]), ...membersOf(type)];
  });
}

function membersOf(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) {
    return type.getValues().map(({ name, description }) => ({
      path: `${type.name}.${name}`,
      name,
      type: 'enum value',
      description,
    }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(field => partOf(type.name, field));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(field => [
    partOf(type.name, field),
    ...field.args.map(arg => partOf(`${type.name}.${field.name}`, arg)),
  ]);
}

function partOf(
  parent: string,
  part: Pick<GraphQLField<unknown, unknown>, 'name' | 'description'> & {
    readonly type: Parameters<typeof getNamedType>[0];
  },
): Part {
  const { name, description } = part;
  return { path: `${parent}.${name}`, name, type: getNamedType(part.type)?.name ?? '', description };
}

/** `streetAddress`, `SYSTEM_OWNER` -> their words in lower case. */
function wordsOf(name: string): string[] {
  return name.split(/_|(?<=[a-z0-9])(?=[A-Z])/).map(word => word.toLowerCase());
}
