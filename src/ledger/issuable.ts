import { decimalText } from '../domain/decimal.js';
import { firstDayOf, type Month } from '../domain/month.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { meterAccuracy } from '../domain/rules/meter-accuracy.js';
import { type Sql, sql } from '../platform/sql.js';

/**
 * What may be issued, and why not, said once for the report of a quarter, the checks before it, and staff: production (`p`, of
 * `qualified_production`) with its system (`s`), meter (`m`), the asset that it is in (`member`) and whose that is (`holder`, `account`).
 */
export const productionPlaced: Sql = sql`
  join system s on s.id = p.system_id
  join meter m on m.id = p.meter_id
  left join gis_asset_membership member on member.system_id = p.system_id
    and member.from_month <= p.month and (member.until_month is null or member.until_month > p.month)
  left join gis_asset_holder holder on holder.asset_id = member.asset_id
    and holder.from_month <= p.month and (holder.until_month is null or holder.until_month > p.month)
  left join gis_account account on account.id = holder.gis_account_id`;

/** Whether the organisation of the account (`account`) has accepted the SREC terms and conditions. */
export const termsAccepted = sql`exists (select from terms_acceptance accepted where accepted.organisation_id = account.organisation_id)`;

/**
 * Whether the meter is of revenue grade for the size of its system, by the classes in force in a month; asked of systems that are
 * bound: qualified for SRECs (now or before their term ended), or funded by MassCEC. Source: program/001; domain 5.7.
 */
export function meterSuits(month: Month): Sql {
  const classes = valueOn(meterAccuracy, firstDayOf(month));
  return sql`(p.program = 'CLASS_I' and p.continues_id is null and not s.massachusetts_funded
    or m.accuracy_percent <= case
      when s.capacity_kw > ${decimalText(classes.mediumUpToKw)}::numeric then ${decimalText(classes.largePercent)}::numeric
      when s.capacity_kw <= ${decimalText(classes.smallUpToKw)}::numeric and p.channel = 'MANUAL'
        then ${decimalText(classes.smallPercent)}::numeric
      else ${decimalText(classes.mediumPercent)}::numeric end) is true`;
}

/**
 * Why production cannot be issued now: the first reason, or null. NO_ASSET, METER_NOT_SUITABLE, TERMS_NOT_ACCEPTED (asked where there
 * is a holder to accept them).
 */
export function hindrance(month: Month): Sql {
  return sql`case when member.id is null then 'NO_ASSET'
    when not ${meterSuits(month)} then 'METER_NOT_SUITABLE'
    when p.program <> 'CLASS_I' and account.id is not null and not ${termsAccepted} then 'TERMS_NOT_ACCEPTED' end`;
}

/**
 * Production that is issued when its quarter is reported, from a month on: in an asset, nothing against it. `production`: where its rows
 * (`p`) are taken from, when not from all.
 */
export function issuable(month: Month, production: Sql = sql`qualified_production p`): Sql {
  return sql`${production} ${productionPlaced} where not p.forfeited and ${hindrance(month)} is null`;
}
