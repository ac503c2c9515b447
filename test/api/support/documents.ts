import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { accountSchema } from '../../../src/server/schema.js';

/** The schema for accounts, without its guard: for writing documents. */
export const schema: GraphQLSchema = await accountSchema();

/** The fields of a root type. */
export function rootFields(root: 'Query' | 'Mutation') {
  const type = schema.getType(root);
  if (!isObjectType(type)) throw new Error(`there is no ${root}`);
  return Object.values(type.getFields());
}

/** A mutation that asks for everything its payload says. */
export function mutationDocument(name: string): string {
  const mutation = rootFields('Mutation').find(field => field.name === name);
  const input = mutation?.args.find(arg => arg.name === 'input');
  if (!mutation || !input) throw new Error(`there is no mutation ${name} with an input`);
  return `mutation ($input: ${input.type}, $key: String!, $dryRun: Boolean! = false) {
    ${name}(input: $input, idempotencyKey: $key, dryRun: $dryRun) ${selectionOf(mutation.type)}
  }`;
}

/** Values of scalars, by their names. */
export type ScalarValues = Readonly<Record<string, unknown>>;

/** Asks for a root field with the least that its arguments and its type demand, or with all that they take. */
export function leastDocument(
  root: 'Query' | 'Mutation',
  name: string,
  { values = leastValues, all = false }: { readonly values?: ScalarValues; readonly all?: boolean } = {},
): { query: string; variables: object } {
  const field = rootFields(root).find(each => each.name === name);
  if (!field) throw new Error(`there is no ${root}.${name}`);
  const required = field.args.filter(arg => all || (isNonNullType(arg.type) && arg.defaultValue === undefined));
  const declared = required.map(arg => `$${arg.name}: ${arg.type}`).join(', ');
  const given = required.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  return {
    query: `${root.toLowerCase()} ${declared && `(${declared})`} { ${name}${given && `(${given})`} ${selection} }`,
    variables: Object.fromEntries(required.map(arg => [arg.name, sampleOf(getNamedType(arg.type).name, values, all)])),
  };
}

const leastValues: ScalarValues = {
  ID: '1',
  String: 'x',
  Int: 1,
  Boolean: false,
  Decimal: '1',
  Month: '2024-01',
  Quarter: '2024-Q1',
  Date: '2024-01-01',
  DateTime: '2024-01-01T00:00:00Z',
};

function sampleOf(typeName: string, values: ScalarValues, all: boolean): unknown {
  if (typeName in values) return values[typeName];
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) throw new Error(`there is no value for ${typeName}`);
  const required = Object.values(type.getFields()).filter(field => all || isNonNullType(field.type));
  return Object.fromEntries(
    required.map(({ name, type }) => {
      const value = sampleOf(getNamedType(type).name, values, all);
      return [name, isListType(getNullableType(type)) ? [value] : value];
    }),
  );
}

/** Every field of a payload, nested ones included, that needs no argument. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(field => field.args.length === 0);
  return `{ ${fields.map(field => `${field.name} ${selectionOf(field.type)}`).join(' ')} }`;
}
