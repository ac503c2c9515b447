import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import { quarterOf } from '../domain/quarter.js';
import { refuseWhileIssuing } from '../platform/issuing-lock.js';
import { maybeRow, sql } from '../platform/sql.js';

/**
 * Refuses a change of assets from a month whose quarter is reported, or being reported: certificates of that month go where the report
 * says; and keeps a quarter from being issued until this transaction ends. Asks the table of runs, which belongs to the ledger, by name.
 */
export async function refuseIssuedMonth(em: EntityManager, month: Month): Promise<void> {
  await refuseWhileIssuing(em);
  const issued = await maybeRow<{ quarter: string }>(
    em,
    sql`select quarter from issuance_run where quarter >= ${quarterOf(month)} order by quarter limit 1`,
  );
  if (issued) {
    throw new Refusal('MONTH_ALREADY_ISSUED', `${issued.quarter} is reported to the GIS; choose a month after it.`, {
      fromMonth: month,
      issuedQuarter: issued.quarter,
    });
  }
}
