import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { outOfScope } from '../account/authenticate.js';
import type { Context } from '../boundary/context.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import { type Asker, type FieldPermissions, permissions, readersOf, scopesOf } from './permissions.js';
import { applyMiddleware, deny, rule, shield } from './shield.js';

const rootTypes = ['Query', 'Mutation'];

/**
 * Puts the permission table in force: shield's rules on exactly the listed edges, and a proof that no edge is missing.
 *
 * Edges, not rows: shield would wrap every field of every row in a promise (measured: half of the throughput), so only its
 * middleware for the listed fields is applied; deny-by-default is kept by the proof.
 */
export function guard(
  schema: GraphQLSchema,
  table: Readonly<Record<string, FieldPermissions>> = permissions,
): GraphQLSchema {
  const gaps = unguardedEdges(schema, table);
  if (gaps.length > 0) throw new Error(`The permission table is not complete:\n  ${gaps.join('\n  ')}`);
  const rules = mapTable(table, (kinds, type, field) => allow(kinds, scopesOf(type, field)));
  const generated = shield(rules, {
    fallbackRule: deny,
    fallbackError: (thrown: unknown) =>
      thrown instanceof Error ? thrown : new Refusal('FORBIDDEN', 'This is not permitted.'),
  }).generate(schema) as unknown as Record<string, Record<string, never>>;
  const edges = Object.fromEntries(
    Object.entries(table).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.keys(fields).map(field => [field, generated[type]?.[field] as never])),
    ]),
  );
  return guardAbstractTypes(applyMiddleware(schema, edges));
}

/**
 * Has every interface and union ask, of the row that it turned out to be, whether the asker's kinds may read such a type: an edge to it
 * is open to whoever may read any of its members.
 */
function guardAbstractTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type) || !type.resolveType) continue;
    const { resolveType } = type;
    type.resolveType = async (value, context: Context, info, abstractType) => {
      const name = await resolveType(value, context, info, abstractType);
      const refused = name === undefined ? null : refusalFor(readersOf(name), context);
      if (refused) throw refused;
      return name;
    };
  }
  return schema;
}

/** The sentences that name each edge without a line, each line without an edge, and each guarded edge that is non-null. */
export function unguardedEdges(schema: GraphQLSchema, table: Readonly<Record<string, FieldPermissions>>): string[] {
  const gaps: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const listed = table[type.name] ?? {};
    for (const field of Object.values(type.getFields())) {
      const edge = `${type.name}.${field.name}`;
      const kinds = listed[field.name];
      const named = getNamedType(field.type);
      const readers = readersAt(schema, type.name, named);
      const isRoot = rootTypes.includes(type.name);
      const rises = isRoot || readersOf(type.name).some(kind => !readers.includes(kind));
      if (rises && !kinds) gaps.push(`${edge} has no line`);
      if (kinds?.some(kind => !readers.includes(kind))) gaps.push(`${edge} lets in who may not read its type`);
      if (kinds && !isRoot && isNonNullType(field.type))
        gaps.push(`${edge} is non-null: refused, it would null its parent`);
      if (isAbstractType(named) && isNonNullItem(field.type))
        gaps.push(`${edge} is non-null and leads to an interface: refused, a member of it would null its parent`);
    }
    for (const name of Object.keys(listed)) {
      if (!type.getFields()[name]) gaps.push(`${type.name}.${name} is listed and does not exist`);
    }
  }
  for (const name of Object.keys(table)) {
    if (!isObjectType(schema.getType(name))) gaps.push(`type ${name} is listed and does not exist`);
  }
  return gaps;
}

/** Who may read what an edge leads to: a plain value who may read its parent, an interface or union who may read one of its members. */
function readersAt(schema: GraphQLSchema, parent: string, type: GraphQLNamedType): readonly Asker[] {
  if (isLeafType(type)) return readersOf(parent);
  if (!isAbstractType(type)) return readersOf(type.name);
  return [...new Set(schema.getPossibleTypes(type).flatMap(member => readersOf(member.name)))];
}

/** Whether an edge gives a row, or rows, none of which may be null. */
function isNonNullItem(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return isListType(type.ofType) ? isNonNullItem(type.ofType) : true;
  return isListType(type) && isNonNullItem(type.ofType);
}

/**
 * Lets an account of one of the kinds pass, and with ANYBODY everybody: UNAUTHENTICATED without a credential, FORBIDDEN with another kind
 * or a scope that is wanting.
 */
function allow(kinds: readonly Asker[], scopes: readonly CredentialScope[]) {
  return rule({ cache: 'no_cache' })(
    (_parent: unknown, _args: unknown, context: Context) => refusalFor(kinds, context, scopes) ?? true,
  );
}

function refusalFor(
  kinds: readonly Asker[],
  { actor }: Context,
  scopes: readonly CredentialScope[] = [],
): Refusal | null {
  const wanting = scopes.find(scope => !actor?.scopes.has(scope));
  if (actor && wanting) return outOfScope(actor, wanting);
  if (kinds.includes('ANYBODY')) return null;
  if (!actor) return new Refusal('UNAUTHENTICATED', 'This needs a credential.');
  if ([...actor.kinds].some(kind => kinds.includes(kind))) return null;
  return new Refusal('FORBIDDEN', `This takes an account of kind ${kinds.join(' or ')}.`, { kinds });
}

function mapTable<T>(
  table: Readonly<Record<string, FieldPermissions>>,
  of: (kinds: readonly Asker[], type: string, field: string) => T,
): Record<string, Record<string, T>> {
  return Object.fromEntries(
    Object.entries(table).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).map(([field, kinds]) => [field, of(kinds, type, field)])),
    ]),
  );
}
