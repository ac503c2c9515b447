import type { EntityManager } from '@mikro-orm/postgresql';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { mintDatesOf } from '../domain/calendar.js';
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

/** What was minted, by generation quarter, of the quarters that are issued. */
export async function publicMintings(em: EntityManager): Promise<PublicMinting[]> {
  const found = await rows<Omit<PublicMinting, 'mintDate'>>(
    em,
    sql`select run.quarter, coalesce(sum(i.reported_mwh), 0)::text as "reportedMwh", coalesce(sum(i.minted), 0)::int as certificates
        from issuance_run run left join issuance i on i.run_id = run.id
          and ${isStanding('i.id')}
        where run.completed_at is not null group by run.quarter order by run.quarter`,
  );
  return found.map(minting => ({ ...minting, mintDate: mintDatesOf(minting.quarter).mintDate }));
}
