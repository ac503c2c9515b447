import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { AccountKind } from '../domain/account-kind.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import type { SystemRow } from '../system/system.entity.js';
import type { Asker } from './change.js';

/** What kind of account speaks for an organisation that stands so to a system. */
const speaksBy: Readonly<Record<Asker, AccountKind>> = {
  SYSTEM_OWNER: 'SYSTEM_OWNER',
  REC_OWNER: 'REC_OWNER',
  GIS_ACCOUNT_HOLDER: 'REC_OWNER',
  STAFF: 'STAFF',
};

/** What an organisation is to a system on a day, of what may ask for changes. */
export async function standingsOf(
  em: EntityManager,
  organisationId: string,
  systemId: string,
  on: LocalDate,
): Promise<ReadonlySet<Asker>> {
  const found = await rows<{ as: Asker }>(
    em,
    sql`select role as "as" from system_role
        where system_id = ${systemId} and organisation_id = ${organisationId} and role in ('SYSTEM_OWNER', 'REC_OWNER')
          and from_on <= ${on} and (until_on is null or until_on > ${on})
        union all
        select 'GIS_ACCOUNT_HOLDER' from gis_asset_membership member
        join gis_asset_holder holder on holder.asset_id = member.asset_id
        join gis_account account on account.id = holder.gis_account_id and account.organisation_id = ${organisationId}
        where member.system_id = ${systemId}
          and member.from_month <= ${on} and (member.until_month is null or member.until_month > ${on})
          and holder.from_month <= ${on} and (holder.until_month is null or holder.until_month > ${on})`,
  );
  return new Set(found.map(each => each.as));
}

/** As what the actor asks, of those who may; staff asks on behalf. FORBIDDEN when it sees the system as somebody else. */
export async function askerOf({ em, context }: Verb, system: SystemRow, may: readonly Asker[]): Promise<Asker> {
  const { actor } = context;
  const standings = await standingsOf(em, actor.organisationId, system.id, actor.on);
  const asker = may.find(as => standings.has(as) && actor.kinds.has(speaksBy[as]));
  if (asker) return asker;
  if (actor.kinds.has('STAFF')) return 'STAFF';
  throw new Refusal('FORBIDDEN', `This is asked for by ${may.join(' or ')} of the system.`, {
    ptsId: system.ptsId,
    askers: [...may],
  });
}

/** Whether the actor holds anything in a system today, of what its account speaks for. */
export async function standsTo({ em, context }: Verb, systemId: string): Promise<boolean> {
  const { actor } = context;
  const standings = await standingsOf(em, actor.organisationId, systemId, actor.on);
  return [...standings].some(as => actor.kinds.has(speaksBy[as]));
}

/** Whether an account of an organisation (null: of any) holds an asset in a month; it does until the transaction ends. */
export async function holdsAsset(
  em: EntityManager,
  organisationId: string | null,
  gisId: string,
  month: Month,
): Promise<boolean> {
  const day = monthToDate(month);
  const held = await maybeRow(
    em,
    sql`select from gis_asset asset
        join gis_asset_holder holder on holder.asset_id = asset.id
        join gis_account account on account.id = holder.gis_account_id
        where asset.gis_id = ${gisId} and (${organisationId}::bigint is null or account.organisation_id = ${organisationId}::bigint)
          and holder.from_month <= ${day}::date and (holder.until_month is null or holder.until_month > ${day}::date)
        limit 1 for share of holder`,
  );
  return held !== null;
}
