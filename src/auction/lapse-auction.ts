import type { SerialRange } from '../domain/serial-range.js';
import { localDateOf } from '../domain/time-zone.js';
import { isOver } from '../domain/trading-year.js';
import { moveCertificates } from '../ledger/move-certificates.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, sql } from '../platform/sql.js';
import type { AuctionRow } from './auction.entity.js';

/** Whether nobody could use what an auction makes usable until a year: that trading year is over, or being closed. */
export async function isBeyondUse({ em, now }: Verb, usableUntil: number): Promise<boolean> {
  if (isOver(usableUntil, localDateOf(now))) return true;
  return (await maybeRow(em, sql`select year from trading_year where year = ${usableUntil}`)) !== null;
}

/**
 * Ends an auction that comes too late for its certificates to be used by anybody: nobody pays for them, and they go to the residual mix
 * from the accounts that deposited them, as all else of their year did. The auction must be locked, and trading (`lockTrading`).
 */
export async function lapseAuction(
  verb: Verb,
  auction: AuctionRow,
  ranges: readonly SerialRange[],
  usableUntil: number,
): Promise<void> {
  const { em, context, now } = verb;
  await moveCertificates(verb, {
    ranges,
    fromState: 'DEPOSITED',
    where: sql`true`,
    kind: 'RETIRE_RESIDUAL',
    toState: 'RETIRED',
    toGisAccountId: null,
    unit: {
      kind: 'CLOSE',
      reason: `auction ${auction.program} ${auction.generationYear} lapsed: the trading year ${usableUntil}, the last in which it could make them usable, is over`,
    },
  });
  em.assign(auction, {
    state: 'LAPSED',
    settledAt: now,
    settledBy: context.actor.accountId,
    result: { held: false },
  });
  await em.flush();
}
