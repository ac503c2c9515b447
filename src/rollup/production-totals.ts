import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import type { Month } from '../domain/month.js';
import { empty, rows, type Sql, sql } from '../platform/sql.js';
import { systemIsVisible } from '../system/scope.js';
import { rollupsAsOf } from './as-of.js';
import { placedProduction } from './cells.js';
import type {
  ProductionFilter,
  ProductionGroup,
  ProductionGrouping,
  ProductionTotals,
} from './production-totals.type.js';
import { requireSpan } from './span-of-months.js';

/** The most months that one question may span: ten years. */
const maximumMonths = 120;

export interface ProductionQuestion {
  readonly by: ProductionGrouping;
  readonly from: Month;
  readonly to: Month;
  readonly filter: ProductionFilter;
}

/** The column of a cell by which it is grouped. */
const groupOf: Readonly<Record<ProductionGrouping, Sql>> = {
  MONTH: sql`to_char(cell.month, 'YYYY-MM')`,
  QUARTER: sql`to_char(cell.month, 'YYYY"-Q"Q')`,
  TOWN: sql`cell.town`,
  SECTOR: sql`nullif(cell.market_sector, '')`,
  PROGRAM: sql`nullif(cell.program, '')`,
  TECHNOLOGY: sql`cell.technology`,
};

/**
 * Production by group, from the roll-ups. Staff and the regulator: of the state. Others: of the systems that they may see today.
 * BAD_USER_INPUT beyond ten years.
 */
export async function productionTotals(
  em: EntityManager,
  actor: Actor,
  { by, from, to, filter }: ProductionQuestion,
): Promise<ProductionTotals> {
  requireSpan(from, to, maximumMonths);
  const asOf = await rollupsAsOf(em);
  const groups = await rows<ProductionGroup>(
    em,
    sql`select ${groupOf[by]} as "group", sum(cell.systems)::int as "systemMonths",
               sum(cell.production_kwh)::numeric(20, 3)::text as "productionKwh",
               sum(cell.estimated_kwh)::numeric(20, 3)::text as "estimatedKwh", trim_scale(sum(cell.eligible_mwh))::text as "eligibleMwh"
        from ${seesEverything(actor) ? stateCells(by, filter) : ownCells(actor, from, to)} cell
        where cell.month between ${monthToDate(from)}::date and ${monthToDate(to)}::date
          ${filter.town ? sql`and cell.town = ${filter.town}` : empty}
          ${filter.program ? sql`and cell.program = ${filter.program}` : empty}
          ${filter.marketSector ? sql`and cell.market_sector = ${filter.marketSector}` : empty}
          ${filter.technology ? sql`and cell.technology = ${filter.technology}` : empty}
        group by 1 order by 1 nulls last`,
  );
  return { asOf, groups };
}

/** The coarsest roll-up that tells what is asked for. */
function stateCells(by: ProductionGrouping, filter: ProductionFilter): Sql {
  const byTown = by === 'TOWN' || Boolean(filter.town);
  const byKind = by === 'SECTOR' || by === 'PROGRAM' || by === 'TECHNOLOGY';
  const ofKind = Boolean(filter.program || filter.marketSector || filter.technology);
  if (!byTown) return sql`production_month_rollup`;
  return byKind || ofKind ? sql`production_rollup` : sql`production_town_rollup`;
}

/** Each month of each own system is a cell. */
function ownCells(actor: Actor, from: Month, to: Month): Sql {
  const own = sql`select p.* from system_month_rollup p where p.production_kwh is not null
    and ${systemIsVisible(actor, 'p.system_id')} and p.month between ${monthToDate(from)}::date and ${monthToDate(to)}::date`;
  return sql`(${placedProduction(own)})`;
}
