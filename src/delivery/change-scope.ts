import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { supplierIsVisible } from '../compliance/find-supplier.js';
import { paperIsVisible } from '../document/scope.js';
import {
  accountsOf,
  adjustmentIsVisible,
  assetIsHeld,
  entryIsVisible,
  holdsCertificates,
  issuanceIsVisible,
} from '../ledger/scope.js';
import { authorizationIsVisible, standingTransferIsVisible, transferIsVisible } from '../market/scope.js';
import { join, rawSql, type Sql, sql } from '../platform/sql.js';
import { requestIsVisible } from '../request/scope.js';
import { systemIsVisible } from '../system/scope.js';
import { type ChangeScope, kindsOfScope } from './change-kind.js';

/**
 * Whose change: the condition under which an actor sees the event of an alias, now, with the rights that it has today. A change is seen by
 * who sees what changed, by the predicate of its slice; beside that a party sees that a role or an asset of its own ended.
 */
export function changeIsVisible(actor: Actor, alias: string): Sql {
  const event = rawSql(alias);
  const branches = Object.entries(conditions(actor, alias)).map(
    ([scope, condition]) => sql`when ${event}.kind in (${join(kindsOfScope(scope as ChangeScope))}) then ${condition}`,
  );
  return sql`(case ${join(branches, ' ')} else false end)`;
}

function conditions(actor: Actor, alias: string): Readonly<Record<ChangeScope, Sql>> {
  const subject = rawSql(`${alias}.subject_id`);
  const ofSystem = systemIsVisible(actor, `${alias}.system_id`);
  const all = seesEverything(actor);
  /** There is such a row of a table, and the actor sees it. */
  const row = (table: string, visible: (alias: string) => Sql, id = 'id') =>
    sql`exists (select from ${rawSql(table)} x where x.${rawSql(id)} = ${subject} and ${visible('x')})`;
  const rowOrAll = (table: string, visible: (alias: string) => Sql) => (all ? sql`true` : row(table, visible));
  const ownDeposit = sql`exists (select from ledger_entry x where x.id = ${subject} and x.from_gis_account_id in (${accountsOf(actor)}))`;
  return {
    SYSTEM: ofSystem,
    SYSTEM_ROLE: sql`(${ofSystem} or ${rowOrAll(
      'system_role',
      x => sql`${rawSql(x)}.organisation_id = ${actor.organisationId}
      and ${rawSql(x)}.role = any(${[...actor.kinds]}::text[])`,
    )})`,
    ASSET_MEMBERSHIP: sql`(${ofSystem} or ${rowOrAll(
      'gis_asset_membership',
      x => sql`exists (select from gis_asset a where a.id = ${rawSql(x)}.asset_id and ${holdsAsset(actor, 'a')})`,
    )})`,
    ASSET_HOLDER: rowOrAll(
      'gis_asset_holder',
      x => sql`((${holdsCertificates(actor)}::boolean and ${rawSql(x)}.gis_account_id in (${accountsOf(actor)}))
        or exists (select from gis_asset a where a.id = ${rawSql(x)}.asset_id and ${holdsAsset(actor, 'a')})
        or exists (select from gis_asset_membership m where m.asset_id = ${rawSql(x)}.asset_id and ${systemIsVisible(actor, 'm.system_id')}))`,
    ),
    ISSUANCE: rowOrAll('issuance', x => issuanceIsVisible(actor, x)),
    ADJUSTMENT: rowOrAll('adjustment', x => adjustmentIsVisible(actor, x)),
    LEDGER_ENTRY: rowOrAll('ledger_entry', x => entryIsVisible(actor, x)),
    SEALED_DEPOSIT: sql`(${holdsCertificates(actor)}::boolean and ${ownDeposit})`,
    UNSEALED_DEPOSIT: sql`(${all}::boolean and not (${holdsCertificates(actor)}::boolean and ${ownDeposit}) and ${row('ledger_entry', x => entryIsVisible(actor, x))})`,
    TRANSFER: rowOrAll('transfer', x => transferIsVisible(actor, x)),
    STANDING_TRANSFER: rowOrAll('standing_transfer', x => standingTransferIsVisible(actor, x)),
    BROKER_AUTHORIZATION: rowOrAll('broker_authorization', x => authorizationIsVisible(actor, x)),
    COMPLIANCE_FILING: rowOrAll('compliance_filing', x => supplierIsVisible(actor, x)),
    DOCUMENT: rowOrAll('document', x => paperIsVisible(actor, x)),
    REQUEST: row('request', x => requestIsVisible(actor, x)),
    LEDGER_READERS: sql`${all || holdsCertificates(actor)}::boolean`,
    EVERYONE: sql`true`,
  };
}

/** Who has GIS accounts sees what becomes of the assets that they hold today. */
function holdsAsset(actor: Actor, alias: string): Sql {
  return holdsCertificates(actor) ? assetIsHeld(actor, alias) : sql`false`;
}
