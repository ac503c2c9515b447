import { monthToDate } from '../boundary/columns.js';
import type { Context } from '../boundary/context.js';
import { windowAt } from '../domain/reporting-window.js';
import { row, sql } from '../platform/sql.js';

/**
 * Makes the place for the readings of the month that can be reported now, and commits it: to be called before the transaction of a submission.
 * One that made it itself would have all others of a new month wait until it is through.
 */
export async function openMonth({ em, now }: Pick<Context, 'em' | 'now'>): Promise<void> {
  const window = windowAt(now);
  if (window) await row(em.fork(), sql`select ensure_reading_partition(${monthToDate(window.month)}::date)`);
}
