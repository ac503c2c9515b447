import type { EntityManager } from '@mikro-orm/postgresql';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { mintDatesOf } from '../domain/calendar.js';
import { firstDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { minimumPublishedSystems } from '../domain/rules/publication.js';
import { isStanding } from '../ledger/standing.js';
import { empty, maybeRow, rows, sql } from '../platform/sql.js';
import type { PublicMinting, PublicSystem, PublicSystemFilter } from './public.type.js';

const columns = sql`s.pts_id as "ptsId", s.technology, s.capacity_kw as "capacityKw", s.facility_type as "facilityType",
  s.town, s.zip, s.utility, s.commercial_operation_on as "commercialOperationOn"`;

/** The public face of a system, or null. */
export function publicSystem(em: EntityManager, ptsId: string): Promise<PublicSystem | null> {
  return maybeRow<PublicSystem>(em, sql`select ${columns} from system s where s.pts_id = ${ptsId}`);
}

/** The public faces of systems, oldest registration first. */
export function publicSystems(
  em: EntityManager,
  filter: PublicSystemFilter,
  page: PageArgs,
): Promise<Page<PublicSystem>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      rows<PublicSystem & { id: string }>(
        em,
        sql`select s.id, ${columns} from system s where true
            ${filter.technology ? sql`and s.technology = ${filter.technology}` : empty}
            ${filter.town ? sql`and s.town = ${filter.town}` : empty}
            ${filter.zip ? sql`and s.zip = ${filter.zip}` : empty}
            ${key ? sql`and s.id > ${key[0]}::bigint` : empty}
            order by s.id limit ${limit}`,
      ),
    system => [system.id],
  );
}

/** What was minted, by generation quarter, of the quarters that are issued; null where it would tell that of too few. */
export async function publicMintings(em: EntityManager): Promise<PublicMinting[]> {
  const found = await rows<{ quarter: Quarter; reportedMwh: string; certificates: number; systems: number }>(
    em,
    sql`with standing as (
          select run.quarter, i.id, i.reported_mwh, i.minted from issuance_run run
          left join issuance i on i.run_id = run.id and ${isStanding('i.id')}
          where run.completed_at is not null
        ), counted as (
          select quarter, count(distinct step.system_id)::int as systems
          from standing join issuance_system step on step.issuance_id = standing.id group by quarter
        )
        select quarter, coalesce(sum(reported_mwh), 0)::text as "reportedMwh", coalesce(sum(minted), 0)::int as certificates,
               coalesce(systems, 0) as systems
        from standing left join counted using (quarter) group by quarter, systems order by quarter`,
  );
  return found.map(({ quarter, reportedMwh, certificates, systems }) => {
    const withheld = systems > 0 && systems < valueOn(minimumPublishedSystems, firstDayOfQuarter(quarter));
    const sums = withheld ? { reportedMwh: null, certificates: null } : { reportedMwh, certificates };
    return { quarter, mintDate: mintDatesOf(quarter).mintDate, withheld, ...sums };
  });
}
