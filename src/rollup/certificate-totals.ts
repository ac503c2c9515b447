import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import type { Month } from '../domain/month.js';
import { issuanceIsIntoOwnAccount } from '../ledger/scope.js';
import { isMinted, isStanding } from '../ledger/standing.js';
import { rows, type Sql, sql } from '../platform/sql.js';
import { rollupsAsOf } from './as-of.js';
import { mintedCells } from './cells.js';
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
 * Minted certificates by group. Of the state, for staff and the regulator, from the roll-up; for others those minted into the accounts of
 * their organisation, from the record. BAD_USER_INPUT beyond ten years.
 */
export async function certificateTotals(
  em: EntityManager,
  actor: Actor,
  { by, from, to }: { readonly by: CertificateGrouping; readonly from: Month; readonly to: Month },
): Promise<CertificateTotals> {
  requireSpan(from, to, maximumMonths);
  const within = (month: Sql) => sql`${month} between ${monthToDate(from)}::date and ${monthToDate(to)}::date`;
  const ofState = seesEverything(actor);
  const asOf = ofState ? await rollupsAsOf(em) : null;
  const own = sql`${issuanceIsIntoOwnAccount(actor, 'i')} and ${within(sql`i.month`)}`;
  const cells = ofState ? sql`minted_rollup` : sql`(${ownCells(by, own)})`;
  const groups = await rows<CertificateGroup>(
    em,
    sql`select ${groupOf[by]} as "group", sum(cell.certificates)::int as "certificatesMinted"
        from ${cells} cell where ${within(sql`cell.month`)} group by 1 order by 1 nulls last`,
  );
  return { asOf, groups };
}

/** Where neither town nor sector is asked for, the systems need no looking up. */
function ownCells(by: CertificateGrouping, condition: Sql): Sql {
  if (by === 'TOWN' || by === 'SECTOR') return mintedCells(condition);
  return sql`select i.month, i.program, i.minted as certificates
    from issuance i where ${isStanding('i.id')} and ${isMinted('i')} and ${condition}`;
}
