import type { EntityName, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { extendSchema, type GraphQLSchema, isInterfaceType, isObjectType, parse } from 'graphql';
import { AccountEntity } from '../account/account.entity.js';
import { OrganisationEntity } from '../account/organisation.entity.js';
import { AuctionEntity } from '../auction/auction.entity.js';
import type { AccountContext, Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { shortened } from '../boundary/shortened.js';
import { ComplianceFilingEntity, SupplierEntity } from '../compliance/compliance.entity.js';
import { supplierIsVisible } from '../compliance/find-supplier.js';
import { DocumentEntity } from '../document/document.entity.js';
import { paperIsVisible } from '../document/scope.js';
import { Refusal } from '../domain/error.js';
import { parseMonth } from '../domain/month.js';
import { GisAccountEntity, GisAssetEntity } from '../gis/gis.entity.js';
import { IssuanceEntity } from '../ledger/issuance.entity.js';
import { findEntries } from '../ledger/list-ledger.js';
import { assetIsHeld, issuanceIsVisible } from '../ledger/scope.js';
import { StandingTransferEntity, TransferEntity } from '../market/market.entity.js';
import { standingTransferIsVisible, transferIsVisible } from '../market/scope.js';
import { MeterEntity } from '../metering/meter.entity.js';
import { ReadingEntity } from '../metering/reading.entity.js';
import { rawSql, type Sql, sql, where } from '../platform/sql.js';
import { StatementOfQualificationEntity } from '../qualification/statement-of-qualification.entity.js';
import { RequestEntity } from '../request/request.entity.js';
import { requestIsVisible } from '../request/scope.js';
import { systemIsVisible } from '../system/scope.js';
import { SystemEntity } from '../system/system.entity.js';

/** How the rows of a type are known by a key and found again, if the actor may see them. */
interface NodeKind {
  /** The shape of a key; digits where nothing else is said. */
  readonly shape?: RegExp;
  readonly keyOf: (row: object) => string;
  find(em: EntityManager, actor: Actor, keys: readonly string[]): Promise<readonly object[]>;
}

type Scope = (actor: Actor, alias: string) => Sql;

const digits = /^[1-9]\d{0,17}$/;
const programmeId = /^[\w.-]{1,40}$/;
const monthAndId = /^\d{4}-\d{2}\.[1-9]\d{0,17}$/;
const column = (key: string) => (row: object) => String((row as Readonly<Record<string, unknown>>)[key]);

/** Rows of an entity within the scope of a slice: the same predicate as its lists and verbs have. */
function scoped<E extends object>(entity: EntityName<E>, isVisible: Scope, key = 'id', shape = digits): NodeKind {
  return {
    ...{ shape, keyOf: column(key) },
    find: (em, actor, keys) =>
      em.find(entity, {
        $and: [{ [key]: { $in: [...keys] } }, where(alias => isVisible(actor, alias))],
      } as FilterQuery<NoInfer<E>>),
  };
}

const toEverybody: Scope = () => sql`true`;
const ofSystem: Scope = (actor, alias) => systemIsVisible(actor, `${alias}.system_id`);
const own =
  (column: string, value: (actor: Actor) => string): Scope =>
  (actor, alias) =>
    seesEverything(actor) ? sql`true` : sql`${rawSql(alias)}.${rawSql(column)} = ${value(actor)}`;
const ofOrganisation = (column: string) => own(column, actor => actor.organisationId);

/** Held today, or a system that the actor sees is in it. */
const asset: Scope = (actor, alias) =>
  sql`(${assetIsHeld(actor, alias)} or exists (select from gis_asset_membership member
    where member.asset_id = ${rawSql(alias)}.id and ${systemIsVisible(actor, 'member.system_id')}))`;

/** Every type with a global id. Holdings have none: they are ranges, which a trade cuts anew; entries and issuances stay. */
const kinds: Readonly<Record<string, NodeKind>> = {
  Account: scoped(
    AccountEntity,
    own('id', actor => actor.accountId),
  ),
  Auction: scoped(AuctionEntity, toEverybody),
  ComplianceFiling: scoped(ComplianceFilingEntity, supplierIsVisible),
  Document: scoped(DocumentEntity, paperIsVisible),
  GisAccount: scoped(GisAccountEntity, ofOrganisation('organisation_id')),
  GisAsset: scoped(GisAssetEntity, asset, 'gisId', programmeId),
  Issuance: scoped(IssuanceEntity, issuanceIsVisible),
  LedgerEntry: { keyOf: column('id'), find: findEntries },
  Meter: scoped(MeterEntity, ofSystem),
  Organisation: scoped(OrganisationEntity, ofOrganisation('id')),
  Reading: {
    ...{ shape: monthAndId, keyOf: row => `${column('month')(row)}.${column('id')(row)}` },
    find: (em, actor, keys) => {
      const wanted = keys.map(key => ({ month: parseMonth(key.slice(0, 7)), id: key.slice(8) }));
      return em.find(ReadingEntity, { $and: [{ $or: wanted }, where(alias => ofSystem(actor, alias))] });
    },
  },
  Request: scoped(RequestEntity, requestIsVisible),
  StandingTransfer: scoped(StandingTransferEntity, standingTransferIsVisible),
  StatementOfQualification: scoped(StatementOfQualificationEntity, ofSystem),
  Supplier: scoped(SupplierEntity, supplierIsVisible, 'organisationId'),
  System: scoped(SystemEntity, (actor, alias) => systemIsVisible(actor, `${alias}.id`), 'ptsId', programmeId),
  Transfer: scoped(TransferEntity, transferIsVisible),
};

const maximumNodes = 100;
const description = 'Known by this id among all objects of all types. It stays; what is in it is ours alone.';
const insteadOf = (name: string) => `@deprecated(reason: "Use ${name}. Removed on 2027-06-01.")`;
const definitions = `
  "An object with an id of its own among all objects of all types."
  interface Node { "${description}" nodeId: ID! }
  extend type Query {
    "An object by its \`nodeId\`; null when there is none or it is not yours to see. Refusals: BAD_USER_INPUT (also without an id)."
    node("Its \`nodeId\`." id: ID, "The name of \`id\` in earlier versions." nodeId: ID ${insteadOf('id')}): Node
    "Objects by their \`nodeId\`, in the order asked for; null for each that there is not or that is not yours to see. Refusals: BAD_USER_INPUT (also without ids), TOO_MANY_ROWS."
    nodes("Their \`nodeId\`, at most ${maximumNodes}." ids: [ID!], "The name of \`ids\` in earlier versions." nodeIds: [ID!] ${insteadOf('ids')}): [Node]!
  }
  ${Object.keys(kinds)
    .map(name => `extend type ${name} implements Node { "${description}" nodeId: ID! }`)
    .join('\n')}
`;

/** Of which type a row is that was found by its global id. */
const typeOfRow = new WeakMap<object, string>();

/** Gives the types of the table a global id, and the schema the queries that find by it. */
export function withNodes(given: GraphQLSchema): GraphQLSchema {
  const schema = extendSchema(given, parse(definitions));
  for (const [name, { keyOf }] of Object.entries(kinds)) {
    fieldOf(schema, name, 'nodeId').resolve = (row: object) => nodeIdOf(name, keyOf(row));
  }
  fieldOf(schema, 'Query', 'node').resolve = async (_: unknown, given: Given<string>, context: AccountContext) =>
    (await findNodes(context, [onlyOne('id', given.id, 'nodeId', given.nodeId)]))[0];
  fieldOf(schema, 'Query', 'nodes').resolve = (_: unknown, given: Given<string[]>, context: AccountContext) =>
    findNodes(context, onlyOne('ids', given.ids, 'nodeIds', given.nodeIds));
  const node = schema.getType('Node');
  if (isInterfaceType(node)) node.resolveType = (row: object) => typeOfRow.get(row);
  return schema;
}

/** What `node` and `nodes` are given, by today's name or by the one before it. */
type Given<T> = Readonly<Partial<Record<'id' | 'ids' | 'nodeId' | 'nodeIds', T | null>>>;

/** BAD_USER_INPUT without a value, and with one by each name. */
function onlyOne<T>(name: string, value: T | null | undefined, before: string, valueBefore: T | null | undefined): T {
  const only = value ?? valueBefore;
  if (only != null && (value == null || valueBefore == null)) return only;
  const message =
    only == null ? `\`${name}\` is missing.` : `Give \`${name}\` alone: \`${before}\` is its earlier name.`;
  throw new Refusal('BAD_USER_INPUT', message, { field: name, value: only == null ? null : String(valueBefore) });
}

async function findNodes({ em, actor }: AccountContext, nodeIds: readonly string[]): Promise<(object | null)[]> {
  if (nodeIds.length > maximumNodes) {
    const facts = { maximum: maximumNodes, rows: nodeIds.length };
    throw new Refusal('TOO_MANY_ROWS', `\`nodes\` takes at most ${maximumNodes} at once.`, facts);
  }
  const asked = nodeIds.map(partsOf);
  const found = new Map<string, object>();
  for (const [name, kind] of Object.entries(kinds)) {
    const keys = [...new Set(asked.filter(each => each.name === name).map(each => each.key))];
    if (keys.length === 0) continue;
    for (const row of await kind.find(em, actor, keys)) {
      typeOfRow.set(row, name);
      found.set(`${name}:${kind.keyOf(row)}`, row);
    }
  }
  return asked.map(({ name, key }) => found.get(`${name}:${key}`) ?? null);
}

function nodeIdOf(name: string, key: string): string {
  return Buffer.from(`${name}:${key}`).toString('base64url');
}

/** BAD_USER_INPUT what is none of ours. */
function partsOf(nodeId: string): { readonly name: string; readonly key: string } {
  const [, name = '', key = ''] = /^(\w+):([\w.-]+)$/.exec(Buffer.from(nodeId, 'base64url').toString()) ?? [];
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind && (kind.shape ?? digits).test(key) && nodeIdOf(name, key) === nodeId) return { name, key };
  const value = shortened(nodeId.replaceAll('\0', '\u2400'));
  throw new Refusal('BAD_USER_INPUT', `"${value}" is no nodeId.`, { field: 'id', value });
}

function fieldOf(schema: GraphQLSchema, typeName: string, name: string) {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`there is no ${typeName}.${name}`);
  return field;
}
