import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { addMonths, firstDayOf, type Month, monthsBetween } from '../domain/month.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { minimumPublishedSystems } from '../domain/rules/publication.js';
import { rows, type Sql, sql } from '../platform/sql.js';
import { requireSpan } from '../rollup/span-of-months.js';
import type { PublicProduction } from './public.type.js';
import type {
  PublicGrouping,
  PublicProductionGroup,
  PublicSystemCount,
  PublicSystemGrouping,
} from './public-groups.type.js';

/** The most months that one question about production may span. */
const maximumMonths = 36;

/**
 * Production of all systems, or of one town, by month, from the roll-ups; null where it would tell that of too few. BAD_USER_INPUT
 * beyond 36 months.
 */
export function publicProduction(
  em: EntityManager,
  from: Month,
  to: Month,
  town: string | null,
): Promise<PublicProduction[]> {
  requireSpan(from, to, maximumMonths);
  const ofMonths = groupedBy(sql`town`, sql`production_town_rollup`, from, to);
  return rows<PublicProduction>(
    em,
    town === null
      ? sql`${ofMonths}
          select to_char(month, 'YYYY-MM') as month, sum(systems)::int as systems, sum(systems) < minimum as withheld,
                 case when sum(systems) >= minimum then sum(kwh)::text end as "productionKwh"
          from grouped join asked using (month) group by month, minimum order by month`
      : sql`${ofMonths}, ${judged}
          select to_char(month, 'YYYY-MM') as month, systems, withheld, case when not withheld then kwh::text end as "productionKwh"
          from judged where name = ${town} order by month`,
  );
}

const cellsOf: Readonly<Record<PublicGrouping, { readonly name: Sql; readonly cells: Sql }>> = {
  TOWN: { name: sql`town`, cells: sql`production_town_rollup` },
  SECTOR: { name: sql`nullif(market_sector, '')`, cells: sql`production_month_rollup` },
  TECHNOLOGY: { name: sql`technology`, cells: sql`production_month_rollup` },
};

/** Production of a month by group, from the roll-ups; null where it, or what the others leave over, would tell that of too few. */
export function publicProductionBy(
  em: EntityManager,
  by: PublicGrouping,
  month: Month,
): Promise<PublicProductionGroup[]> {
  const { name, cells } = cellsOf[by];
  return rows<PublicProductionGroup>(
    em,
    sql`${groupedBy(name, cells, month, month)}, ${judged}
        select name as "group", systems, withheld, case when not withheld then kwh::text end as "productionKwh"
        from judged order by name nulls last`,
  );
}

/** Months that are asked for (\`asked\`, with the fewest systems to be published), and production by month and group (\`grouped\`). */
function groupedBy(name: Sql, cells: Sql, from: Month, to: Month): Sql {
  const months = Array.from({ length: monthsBetween(from, to) + 1 }, (_, index) => addMonths(from, index));
  const minimums = months.map(month => valueOn(minimumPublishedSystems, firstDayOf(month)));
  return sql`
    with asked as (
      select * from unnest(${months.map(monthToDate)}::date[], ${minimums}::int[]) as asked (month, minimum)
    ), grouped as (
      select month, ${name} as name, sum(systems)::int as systems, sum(production_kwh) as kwh from ${cells} cell
      where month between ${monthToDate(from)}::date and ${monthToDate(to)}::date group by 1, 2
    )`;
}

/**
 * A group's sum is withheld when it is of too few systems, and when the state's sum less those published would be: where the
 * withheld groups of a month are together too few, the smallest of the others keeps them company.
 */
const judged = sql`
  placed as (
    select grouped.*, minimum,
           sum(systems) over of_month - systems as elsewhere,
           coalesce(sum(systems) filter (where systems < minimum) over of_month, 0) as in_small_groups,
           row_number() over (partition by month order by systems < minimum, systems, name) = 1 as is_smallest_of_the_others
    from grouped join asked using (month) window of_month as (partition by month)
  ), judged as (
    select *, systems < minimum or elsewhere < minimum
              or (is_smallest_of_the_others and in_small_groups between 1 and minimum - 1) as withheld
    from placed
  )`;

/** Systems by town or ZIP code, from the roll-up: counts and capacities, which the lists of systems tell as well. */
export function publicSystemsBy(em: EntityManager, by: PublicSystemGrouping): Promise<PublicSystemCount[]> {
  return rows<PublicSystemCount>(
    em,
    sql`select ${by === 'TOWN' ? sql`town` : sql`nullif(zip, '')`} as "group", sum(systems)::int as systems, sum(capacity_kw)::text as "capacityKw"
        from system_rollup group by 1 order by 1 nulls last`,
  );
}
