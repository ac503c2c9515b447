import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { assetIsHeld } from '../ledger/scope.js';
import { isMinted, isStanding } from '../ledger/standing.js';
import { empty, rows, type Sql, sql } from '../platform/sql.js';
import { placedProduction, termsOf } from '../rollup/cells.js';
import { currentSystemMonths } from '../rollup/current-system-months.js';
import type { AssetProgress, ProgramProgress } from './asset-progress.type.js';

/** The assets that accounts of the actor's organisation hold today, by the age of their record; all for staff and the regulator. */
export function listAssetProgress(em: EntityManager, actor: Actor, page: PageArgs): Promise<Page<AssetProgress>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      rows<AssetProgress>(
        em,
        sql`select asset.id, asset.gis_id as "gisId" from gis_asset asset
            where ${assetIsHeld(actor, 'asset')} ${key ? sql`and asset.id > ${key[0]}::bigint` : empty}
            order by asset.id limit ${limit}`,
      ),
    asset => [asset.id],
  );
}

/** How far an asset has come in each programme in which it has a carry or production; batched. */
export function progressOfAsset(context: Context, assetId: string): Promise<readonly ProgramProgress[]> {
  return loadMany(
    context,
    'progress of an asset',
    assetId,
    ids => rows<ProgramProgress>(context.em, progressOf(sql`select unnest(${[...ids]}::bigint[]) as id`)),
    each => each.assetId,
  );
}

/** Rows of `ProgramProgress` of the assets that a query gives the ids of. */
export function progressOf(assets: Sql): Sql {
  const until = sql`(select until from reported)`;
  const systems = sql`select distinct system_id from members`;
  return sql`
    with asked as materialized (${assets}),
    reported as materialized (
      select coalesce(max(day_after_quarter(run.quarter)), '-infinity'::date) as until from issuance_run run where run.frozen_at is not null),
    members as materialized (
      select member.asset_id, member.system_id, member.from_month, member.until_month
      from asked join gis_asset_membership member on member.asset_id = asked.id
      where member.until_month is null or member.until_month > ${until}),
    used as materialized ( -- by a quarter that is being reported: others are behind
      select used.* from issuance_run run
      cross join lateral (
        select used.system_id, used.month from issuance i join reading_use used on used.issuance_id = i.id where i.run_id = run.id offset 0) used
      where run.frozen_at is null),
    unissued as materialized (
      select member.asset_id, p.program, sum(p.eligible_mwh) as mwh
      from (${placedProduction(currentSystemMonths(systems, until), sql`(${termsOf(sql`q.system_id in (${systems})`)})`)}) p
      join members member on member.system_id = p.system_id
        and member.from_month <= p.month and (member.until_month is null or member.until_month > p.month)
      where p.program <> '' and not exists (
        select from used where used.system_id = p.system_id and used.month = p.month)
      group by member.asset_id, p.program),
    minted as (
      select i.asset_id, i.program, sum(i.minted) as certificates
      from asked join issuance i on i.asset_id = asked.id
      where ${isStanding('i.id')} and ${isMinted('i')}
      group by i.asset_id, i.program)
    select asked.id as "assetId", program.name as program, to_char(last.month, 'YYYY-MM') as "lastMonth",
           trim_scale(coalesce(last.mwh, 0))::text as "carryMwh", trim_scale(coalesce(unissued.mwh, 0))::text as "unissuedMwh",
           greatest(floor(coalesce(last.mwh, 0) + coalesce(unissued.mwh, 0)), 0)::int as "expectedCertificates",
           coalesce(minted.certificates, 0)::int as "mintedCertificates"
    from asked
    cross join (values ('SREC_I'), ('SREC_II'), ('CLASS_I')) as program (name)
    left join lateral (
      select i.month, i.closing_gis_carry_mwh as mwh from issuance i where i.asset_id = asked.id and i.program = program.name
      order by i.month desc, i.revision desc limit 1) last on true
    left join minted on minted.asset_id = asked.id and minted.program = program.name
    left join unissued on unissued.asset_id = asked.id and unissued.program = program.name
    where last.month is not null or unissued.mwh is not null
    order by asked.id, program.name`;
}
