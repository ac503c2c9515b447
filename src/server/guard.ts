import { type GraphQLSchema, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import { outOfScope } from '../account/authenticate.js';
import type { Context } from '../boundary/context.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import { type Asker, type FieldPermissions, permissions, readersOf, scopeOf } from './permissions.js';
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
  const rules = mapTable(table, (kinds, type, field) => allow(kinds, scopeOf(type, field)));
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
  return applyMiddleware(schema, edges);
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
      const readers = readersOf(isLeafType(named) ? type.name : named.name); // a plain value is for who may read its parent
      const isRoot = rootTypes.includes(type.name);
      const rises = isRoot || readersOf(type.name).some(kind => !readers.includes(kind));
      if (rises && !kinds) gaps.push(`${edge} has no line`);
      if (kinds?.some(kind => !readers.includes(kind))) gaps.push(`${edge} lets in who may not read its type`);
      if (kinds && !isRoot && isNonNullType(field.type))
        gaps.push(`${edge} is non-null: refused, it would null its parent`);
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

/** Lets an account of one of the kinds pass, and with ANYBODY everybody: UNAUTHENTICATED without a credential, FORBIDDEN with another kind, or a scope that is wanting. */
function allow(kinds: readonly Asker[], scope: CredentialScope | null) {
  return rule({ cache: 'no_cache' })((_parent: unknown, _args: unknown, { actor }: Context) => {
    if (kinds.includes('ANYBODY') && !actor) return true;
    if (!actor) return new Refusal('UNAUTHENTICATED', 'This needs a credential.');
    if (scope && !actor.scopes.has(scope)) return outOfScope(actor, scope);
    if (kinds.includes('ANYBODY') || [...actor.kinds].some(kind => kinds.includes(kind))) return true;
    return new Refusal('FORBIDDEN', `This takes an account of kind ${kinds.join(' or ')}.`, { kinds });
  });
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
