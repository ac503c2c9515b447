import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { formatSerialRange } from '../domain/serial-range.js';
import { localDateOf } from '../domain/time-zone.js';
import { isOver, lastTradingYear, nextTradingDay, tradingPeriodOn, tradingYearOf } from '../domain/trading-year.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import type { MovedPart } from './move-certificates.js';

const lockKey = sql`hashtextextended('close-trading-year', 0)`;

/**
 * Keeps a trading year from being closed until this transaction ends. Taken first, before any row or chain is locked, by whatever
 * moves certificates: what was checked against the years that are closed stays true until it is committed.
 */
export async function lockTrading(em: EntityManager): Promise<void> {
  await row(em, sql`select pg_advisory_xact_lock_shared(${lockKey})`);
}

/** Waits until nothing moves certificates, and keeps everybody from it until this transaction ends: to begin the close of a year. */
export async function lockAllTrading(em: EntityManager): Promise<void> {
  await row(em, sql`select pg_advisory_xact_lock(${lockKey})`);
}

/**
 * Certificates change hands, and go from one sub-account to another, in trading periods alone (January, April, July and October 15, for
 * two months each): BEFORE_SCHEDULE between two of them, with the day on which the next one opens. Source: domain 4.
 */
export function refuseBetweenPeriods(now: Date): void {
  const today = localDateOf(now);
  if (tradingPeriodOn(today) !== null) return;
  const notBefore = nextTradingDay(today);
  throw new Refusal('BEFORE_SCHEDULE', `No trading period is open; the next one opens on ${notBefore}.`, {
    notBefore,
    today,
  });
}

/**
 * Certificates move until their last trading year is over, or closed: CERTIFICATES_EXPIRED names the first range that may not. To be
 * asked of what was moved, in the transaction that moved it and under `lockTrading`.
 */
export async function refuseExpired(
  em: EntityManager,
  parts: readonly Pick<MovedPart, 'batchId' | 'vintageMonth' | 'usableUntil' | 'first' | 'last'>[],
  now: Date,
): Promise<void> {
  const byYear = Map.groupBy(parts, part => lastTradingYear(part.vintageMonth, part.usableUntil));
  const years = [...byYear.keys()];
  const today = localDateOf(now);
  const over = years.find(year => isOver(year, today));
  const closed = await maybeRow<{ year: number }>(
    em,
    sql`select year from trading_year where year = any(${years}::int[]) order by year limit 1`,
  );
  const year = closed?.year ?? over;
  const [part] = (year !== undefined && byYear.get(year)) || [];
  if (year === undefined || !part) return;
  const range = formatSerialRange({ batchId: Number(part.batchId), first: part.first, last: part.last });
  const { closesOn } = tradingYearOf(year);
  throw new Refusal('CERTIFICATES_EXPIRED', `${range} could move until ${closesOn}.`, {
    range,
    tradingYear: String(year),
    closesOn,
  });
}
