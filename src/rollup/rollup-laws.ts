import type { Law } from '../ledger/laws/law.js';
import { type Sql, sql } from '../platform/sql.js';
import {
  mintedAccountCells,
  mintedCells,
  monthCells,
  productionCells,
  reporterCells,
  reportingCells,
  systemCells,
  systemMonths,
  townCells,
} from './cells.js';

/** A line of the log is of the month of a cell. */
const isOfMonth = sql`noted.from_month <= cell.month and (noted.until_month is null or noted.until_month >= cell.month)`;
const ofAll = sql`true`;
const everything = { months: () => ofAll, systems: () => ofAll };

/** Rows of a roll-up that are not what they are computed of; `waits` is true of a `cell` that is to be computed anew. */
function differences(rollup: Sql, key: Sql, base: Sql, waits: Sql = sql`false`): Sql {
  return sql`
    select cell.* from (
      select ${key}, rollup::text as rolled_up, base::text as base
      from (${base}) base full join ${rollup} rollup using (${key}) where rollup is distinct from base) cell
    where not (${waits})`;
}

const production = sql`select * from (${productionCells(ofAll)}) cell`;

/** A roll-up says what its base says, wherever nothing waits to be computed anew; what is coarser is always the sum of what is finer. */
export const rollupLaws: readonly Law[] = [
  {
    name: 'system-month-rollup-equals-base',
    sentence:
      'What is rolled up by system and month is what is on record: its production in force, what of it is eligible and unused, and how it is reported.',
    violations: sql`
      select to_char(different.month, 'YYYY-MM') as month, s.pts_id as system, different.rolled_up, different.base
      from (${differences(
        sql`system_month_rollup`,
        sql`month, system_id`,
        systemMonths(everything),
        sql`exists (
          select from system s
          join (
            select town, systems, month from rollup_pending waiting where waiting.month = cell.month
            union all
            select town, systems, cell.month from rollup_dirty noted where ${isOfMonth}) line
            on s.id = any(line.systems) or (line.systems is null and line.town = s.town)
          where s.id = cell.system_id)`,
      )}) different join system s on s.id = different.system_id`,
  },
  {
    name: 'production-rollup-equals-systems',
    sentence:
      'Production that is rolled up by month, town, technology, programme and sector is that of the months of its systems.',
    violations: differences(sql`production_rollup`, sql`month, town, technology, program, market_sector`, production),
  },
  {
    name: 'coarse-rollups-equal-systems',
    sentence: 'Production that is rolled up by town alone, or over all towns, is that of the months of its systems.',
    violations: sql`
      select month, town as "group", rolled_up, base
      from (${differences(sql`production_town_rollup`, sql`month, town`, townCells(production))}) of_towns
      union all
      select month, concat_ws(' ', technology, program, market_sector), rolled_up, base
      from (${differences(sql`production_month_rollup`, sql`month, technology, program, market_sector`, monthCells(production))}) of_months`,
  },
  {
    name: 'minted-account-rollup-equals-base',
    sentence:
      'Certificates that are rolled up by account, month, programme, town and sector are those that were minted into it and stand.',
    violations: differences(
      sql`minted_account_rollup`,
      sql`gis_account_id, month, program, town, market_sector`,
      mintedAccountCells(ofAll),
      sql`exists (select from rollup_pending waiting where waiting.month = cell.month and waiting.systems is null)
        or exists (select from rollup_dirty noted where noted.systems is null and ${isOfMonth})`,
    ),
  },
  {
    name: 'minted-rollup-equals-accounts',
    sentence: 'Certificates that are rolled up by month, programme, town and sector are those of all accounts.',
    violations: differences(sql`minted_rollup`, sql`month, program, town, market_sector`, mintedCells(ofAll)),
  },
  {
    name: 'reporting-rollup-equals-systems',
    sentence:
      'Systems that are rolled up by the day on which they first reported a month, or not at all, are those that did.',
    violations: differences(sql`reporting_rollup`, sql`month, town, reported_on`, reportingCells(ofAll)),
  },
  {
    name: 'reporter-rollup-equals-systems',
    sentence:
      'Systems that are rolled up by who is to report a month are its systems, and as many of them are reported.',
    violations: differences(sql`reporter_rollup`, sql`month, town, das_provider_id`, reporterCells(ofAll)),
  },
  {
    name: 'system-rollup-equals-base',
    sentence: 'Systems that are rolled up by town, ZIP code and technology are the systems on record.',
    violations: differences(
      sql`system_rollup`,
      sql`town, zip, technology`,
      systemCells(ofAll),
      sql`exists (select from rollup_dirty noted where noted.town = cell.town and noted.from_month is null)`,
    ),
  },
];
