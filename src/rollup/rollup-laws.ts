import type { Law } from '../ledger/laws/law.js';
import { type Sql, sql } from '../platform/sql.js';
import {
  mintedCells,
  monthCells,
  productionCells,
  reporterCells,
  reportingCells,
  reportingOfSystems,
  systemCells,
  systemMonthCells,
  townCells,
} from './cells.js';

/** What changed since it was rolled up, and is to be computed anew, is not compared. */
const isUpToDate: Sql = sql`not exists (select from rollup_pending waiting where waiting.month = cell.month and waiting.town = cell.town)
  and not exists (select from rollup_dirty noted where noted.town = cell.town and noted.from_month <= cell.month
    and (noted.until_month is null or noted.until_month >= cell.month))`;
const everything = { months: () => sql`true`, systems: sql`true` };

/** A roll-up says what its base says, wherever nothing waits to be computed anew. */
export const rollupLaws: readonly Law[] = [
  {
    name: 'production-rollup-equals-base',
    sentence:
      'Production that is rolled up by month, town, technology, programme and sector is the production in force, and as much of it is unused.',
    violations: sql`
      with base as (${productionCells(everything)})
      select to_char(cell.month, 'YYYY-MM') as month, cell.town, cell.technology, cell.program, cell.market_sector as sector,
             cell.rolled_up, cell.base
      from (
        select month, town, technology, program, market_sector, rollup::text as rolled_up, base::text as base
        from base full join production_rollup rollup using (month, town, technology, program, market_sector)
        where rollup is distinct from base) cell
      where ${isUpToDate}`,
  },
  {
    name: 'system-month-rollup-equals-base',
    sentence: 'Production that is rolled up by system and month is the production in force of its meters.',
    violations: sql`
      with base as (${systemMonthCells(everything)})
      select to_char(cell.month, 'YYYY-MM') as month, cell.pts_id as system, cell.rolled_up, cell.base
      from (
        select month, s.town, s.pts_id, rollup::text as rolled_up, base::text as base
        from base full join system_month_rollup rollup using (system_id, month) left join system s on s.id = system_id
        where rollup is distinct from base) cell
      where ${isUpToDate}`,
  },
  {
    name: 'coarse-rollups-equal-fine',
    sentence: 'Production that is rolled up by town alone, or over all towns, is the sum of what is rolled up finer.',
    violations: sql`
      with of_towns as (${townCells(sql`true`)}), of_months as (${monthCells(sql`true`)})
      select to_char(month, 'YYYY-MM') as month, town as "group", rollup::text as rolled_up, fine::text as fine
      from of_towns fine full join production_town_rollup rollup using (month, town) where rollup is distinct from fine
      union all
      select to_char(month, 'YYYY-MM'), concat_ws(' ', technology, program, market_sector), rollup::text, fine::text
      from of_months fine full join production_month_rollup rollup using (month, technology, program, market_sector)
      where rollup is distinct from fine`,
  },
  {
    name: 'minted-rollup-equals-base',
    sentence:
      'Certificates that are rolled up by month, programme, town and sector are those that were minted and stand.',
    violations: sql`
      with base as (${mintedCells(sql`true`)})
      select to_char(cell.month, 'YYYY-MM') as month, cell.program, cell.town, cell.market_sector as sector, cell.rolled_up, cell.base
      from (
        select month, program, town, market_sector, rollup::text as rolled_up, base::text as base
        from base full join minted_rollup rollup using (month, program, town, market_sector)
        where rollup is distinct from base) cell
      where not exists (select from rollup_pending waiting where waiting.month = cell.month)
        and not exists (select from rollup_dirty noted where noted.from_month <= cell.month
          and (noted.until_month is null or noted.until_month >= cell.month))`,
  },
  {
    name: 'reporting-rollup-equals-base',
    sentence:
      'Systems that are rolled up by the day on which they first reported a month, or not at all, are those that did.',
    violations: sql`
      with base as (${reportingCells(sql`(${reportingOfSystems(everything)})`)})
      select to_char(cell.month, 'YYYY-MM') as month, cell.town, cell.reported_on, cell.rolled_up, cell.base
      from (
        select month, town, reported_on, rollup::text as rolled_up, base::text as base
        from base full join reporting_rollup rollup using (month, town, reported_on)
        where rollup is distinct from base) cell
      where ${isUpToDate}`,
  },
  {
    name: 'reporter-rollup-equals-base',
    sentence:
      'Systems that are rolled up by who is to report a month are its systems, and as many of them are reported.',
    violations: sql`
      with base as (${reporterCells(sql`(${reportingOfSystems(everything)})`)})
      select to_char(cell.month, 'YYYY-MM') as month, cell.town, cell.das_provider_id as provider, cell.rolled_up, cell.base
      from (
        select month, town, das_provider_id, rollup::text as rolled_up, base::text as base
        from base full join reporter_rollup rollup using (month, town, das_provider_id)
        where rollup is distinct from base) cell
      where ${isUpToDate}`,
  },
  {
    name: 'system-rollup-equals-base',
    sentence: 'Systems that are rolled up by town, ZIP code and technology are the systems on record.',
    violations: sql`
      with base as (${systemCells(sql`true`)})
      select cell.town, cell.zip, cell.technology, cell.rolled_up, cell.base
      from (
        select town, zip, technology, rollup::text as rolled_up, base::text as base
        from base full join system_rollup rollup using (town, zip, technology)
        where rollup is distinct from base) cell
      where not exists (select from rollup_dirty noted where noted.town = cell.town and noted.from_month is null)`,
  },
];
