import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  OperationTypeNode,
  parse,
} from 'graphql';
import { accountKinds } from '../domain/account-kind.js';
import { type Asker, type FieldPermissions, readersOf } from './permissions.js';
import { queryCost } from './query-cost.js';

const ofAccounts = ['UNAUTHENTICATED', 'FORBIDDEN'];
const ofMutations = ['BAD_USER_INPUT', 'IDEMPOTENCY_KEY_REUSED'];

/** What a field may be answered with, beside the refusals that its description names. */
function alwaysPossible(
  operation: OperationTypeNode,
  kinds: readonly Asker[],
  takesArguments: boolean,
  isPublic: boolean,
) {
  const isMutation = operation === OperationTypeNode.MUTATION;
  return [
    ...(kinds.includes('ANYBODY') ? [] : ofAccounts),
    ...(isMutation ? ofMutations : takesArguments ? ['BAD_USER_INPUT'] : []),
    ...['QUERY_TOO_LARGE', 'RATE_LIMITED'],
    ...(isMutation ? [] : ['TIMEOUT']),
    ...(isPublic ? ['OVERLOADED'] : []),
  ];
}

/**
 * Writes into the descriptions what the explorer is to show and is decided elsewhere: whom a field is for (the permission table), what it
 * costs at least (`query-cost`), and the codes that any field may be answered with. The codes of its own stand in the description that
 * the resolver declares, behind `Refusals:`, and nowhere else.
 */
export function describeUse(schema: GraphQLSchema, table: Readonly<Record<string, FieldPermissions>>): GraphQLSchema {
  for (const operation of [OperationTypeNode.QUERY, OperationTypeNode.MUTATION]) {
    const root = schema.getRootType(operation);
    for (const field of Object.values(root?.getFields() ?? {})) {
      const kinds = table[root?.name ?? '']?.[field.name] ?? anybody;
      const refused = alwaysPossible(operation, kinds, field.args.length > 0, table.Query === undefined);
      add(field, [
        `For: ${inWords(kinds)}.`,
        `Cost: from ${leastCost(schema, operation, field)} points.`,
        `Always possible: ${refused.join(', ')}.`,
      ]);
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getQueryType() || type === schema.getMutationType()) continue;
    for (const field of Object.values(type.getFields())) {
      const kinds = table[type.name]?.[field.name];
      if (kinds) add(field, [`For: ${inWords(kinds)}.`]);
    }
    if (table.Query && readersOf(type.name).length < accountKinds.length) {
      type.description = `${type.description ?? ''}\n\nFor: ${inWords(readersOf(type.name))}.`;
    }
  }
  return schema;
}

/** The codes that a description declares behind `Refusals:`, also those of the rows of a call. */
export function declaredRefusals(description: string): string[] {
  const [, list = ''] = /\bRefusals?\b([\s\S]*?)(?:\n\n|$)/.exec(description) ?? [];
  return [...list.matchAll(/\b[A-Z]{2,}(?:_[A-Z]+)+\b|\bCONFLICT\b|\bFORBIDDEN\b/g)].map(([code]) => code);
}

const anybody: readonly Asker[] = ['ANYBODY'];

function inWords(kinds: readonly Asker[]): string {
  if (kinds.includes('ANYBODY')) return 'everybody, also without a credential';
  return accountKinds.every(kind => kinds.includes(kind)) ? 'every account' : kinds.join(', ');
}

function add(field: GraphQLField<unknown, unknown>, sentences: readonly string[]): void {
  field.description = `${field.description ?? ''}\n\n${sentences.join('\n')}`;
}

/** What a field costs when as little as possible of it is asked for, and its pages have the size that they have by default. */
function leastCost(
  schema: GraphQLSchema,
  operation: OperationTypeNode,
  { name, type }: GraphQLField<unknown, unknown>,
): number {
  const named = getNamedType(type);
  const document = parse(`${operation} { ${name} ${isLeafType(named) ? '' : leastOf(named)} }`);
  const [definition] = document.definitions;
  return definition?.kind === 'OperationDefinition' ? queryCost(schema, document, definition, {}) : 0;

  function leastOf(of: typeof named): string {
    return isAbstractType(of) || !('getFields' in of && 'edges' in of.getFields())
      ? '{ __typename }'
      : '{ edges { cursor } }';
  }
}
