import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { mintDatesOf } from '../domain/calendar.js';
import { Refusal } from '../domain/error.js';
import { addMonths, firstDayOf, type Month, monthsBetween } from '../domain/month.js';
import { firstDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { minimumPublishedSystems } from '../domain/rules/publication.js';
import { isStanding } from '../ledger/standing.js';
import { empty, maybeRow, rows, type Sql, sql } from '../platform/sql.js';
import type { PublicMinting, PublicProduction, PublicSystem, PublicSystemFilter } from './public.type.js';

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

/** The most months that one question about production may span. */
const maximumMonths = 36;

/** Production of all systems, or of one town, by month; null where it would tell that of too few. BAD_USER_INPUT beyond 36 months. */
export function publicProduction(
  em: EntityManager,
  from: Month,
  to: Month,
  town: string | null,
): Promise<PublicProduction[]> {
  if (monthsBetween(from, to) < 0 || monthsBetween(from, to) >= maximumMonths) {
    throw new Refusal('BAD_USER_INPUT', `Ask for 1 to ${maximumMonths} months, from the earlier to the later.`, {
      field: 'to',
      value: to,
      latest: addMonths(from, maximumMonths - 1),
    });
  }
  const months = Array.from({ length: monthsBetween(from, to) + 1 }, (_, index) => addMonths(from, index));
  const byTown = productionByTown(months);
  return rows<PublicProduction>(em, town === null ? ofState(byTown) : ofOneTown(byTown, town));
}

/** What every town produced in each of some months, named `by_town`, and the fewest systems of a sum of each month, named `asked`. */
function productionByTown(months: readonly Month[]): Sql {
  const minimums = months.map(month => valueOn(minimumPublishedSystems, firstDayOf(month)));
  return sql`
    with asked as (
      select * from unnest(${months.map(monthToDate)}::date[], ${minimums}::int[]) as asked (month, minimum)
    ), by_town as (
      select p.month, s.town, count(distinct p.system_id)::int as systems, sum(p.production_kwh) as kwh
      from production_in_force p join system s on s.id = p.system_id
      where p.month = any(${months.map(monthToDate)}::date[]) and not p.forfeited
      group by p.month, s.town
    )`;
}

/** Production of every town in a month, in no order; null where it would tell that of too few, as `publicProduction` of each says. */
export function townsOfMonth(
  em: EntityManager,
  month: Month,
): Promise<(PublicProduction & { readonly town: string })[]> {
  return rows(em, judgedTowns(productionByTown([month])));
}

function ofState(byTown: Sql): Sql {
  return sql`${byTown}
    select to_char(month, 'YYYY-MM') as month, sum(systems)::int as systems, sum(systems) < minimum as withheld,
           case when sum(systems) >= minimum then sum(kwh)::text end as "productionKwh"
    from by_town join asked using (month) group by month, minimum order by month`;
}

/**
 * A town's sum is withheld when it is of too few systems, and when the state's sum less those published would be: where the
 * withheld towns of a month are together too few, the smallest of the others keeps them company.
 */
function judgedTowns(byTown: Sql): Sql {
  return sql`${byTown}, placed as (
      select by_town.*, minimum,
             sum(systems) over of_month - systems as elsewhere,
             coalesce(sum(systems) filter (where systems < minimum) over of_month, 0) as in_small_towns,
             row_number() over (partition by month order by systems < minimum, systems, town) = 1 as is_smallest_of_the_others
      from by_town join asked using (month) window of_month as (partition by month)
    ), judged as (
      select *, systems < minimum or elsewhere < minimum
                or (is_smallest_of_the_others and in_small_towns between 1 and minimum - 1) as withheld
      from placed
    )
    select to_char(month, 'YYYY-MM') as month, town, systems, withheld,
           case when not withheld then kwh::text end as "productionKwh"
    from judged`;
}

function ofOneTown(byTown: Sql, town: string): Sql {
  return sql`${judgedTowns(byTown)} where town = ${town} order by month`;
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
