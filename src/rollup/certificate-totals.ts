import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import type { Month } from '../domain/month.js';
import { accountsOf } from '../ledger/scope.js';
import { rows, type Sql, sql } from '../platform/sql.js';
import { rollupsAsOf } from './as-of.js';
import type { CertificateGroup, CertificateGrouping, CertificateTotals } from './certificate-totals.type.js';
import { requireSpan } from './span-of-months.js';

/** The most months that one question may span: ten years. */
const maximumMonths = 120;

/** The column of a cell by which it is grouped. */
const groupOf: Readonly<Record<CertificateGrouping, Sql>> = {
  MONTH: sql`to_char(cell.month, 'YYYY-MM')`,
  QUARTER: sql`to_char(cell.month, 'YYYY"-Q"Q')`,
  PROGRAM: sql`cell.program`,
  TOWN: sql`nullif(cell.town, '')`,
  SECTOR: sql`nullif(cell.market_sector, '')`,
};

/**
 * Minted certificates by group, from the roll-ups. Of the state for staff and the regulator; for others those minted into the accounts of
 * their organisation. BAD_USER_INPUT beyond ten years.
 */
export async function certificateTotals(
  em: EntityManager,
  actor: Actor,
  { by, from, to }: { readonly by: CertificateGrouping; readonly from: Month; readonly to: Month },
): Promise<CertificateTotals> {
  requireSpan(from, to, maximumMonths);
  const asOf = await rollupsAsOf(em);
  const cells = seesEverything(actor)
    ? sql`minted_rollup`
    : sql`(select * from minted_account_rollup own where own.gis_account_id in (${accountsOf(actor)}))`;
  const groups = await rows<CertificateGroup>(
    em,
    sql`select ${groupOf[by]} as "group", sum(cell.certificates)::int as "certificatesMinted"
        from ${cells} cell where cell.month between ${monthToDate(from)}::date and ${monthToDate(to)}::date
        group by 1 order by 1 nulls last`,
  );
  return { asOf, groups };
}
