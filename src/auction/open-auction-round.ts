import { auctionDaysOf, nextRoundUntil } from '../domain/auction-days.js';
import { addBusinessDays } from '../domain/business-days.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { businessDaysToNextRound } from '../domain/rules/auction-rounds.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { endOfDay, localDateOf } from '../domain/time-zone.js';
import type { Verb } from '../platform/perform.js';
import { row, sql } from '../platform/sql.js';
import { AuctionRoundEntity, type AuctionRoundRow, type AuctionRow } from './auction.entity.js';
import type { OpenAuctionRoundInput } from './auction.input.js';
import { lockAuction, requireState } from './find-auction.js';

/**
 * Opens the next round: the first is held, from its opening to its close, after deposits ended and until July 31; a further one within
 * three business days of one that did not clear. A day that was missed keeps nobody's certificates: the round is then opened within three business days, and is late. With
 * nothing deposited the auction is not held.
 */
export async function openAuctionRound({ em, context, now }: Verb, input: OpenAuctionRoundInput) {
  const auction = await lockAuction(em, input.auctionId, 'update');
  requireState(auction, ['DEPOSITING', 'BIDDING']);
  const last = await em.findOne(AuctionRoundEntity, { auctionId: auction.id }, { orderBy: { round: 'desc' } });
  refuseTooEarly(auction, last, now);
  const { deposited } = await row<{ deposited: number }>(
    em,
    sql`select coalesce(sum(last_serial - first_serial + 1), 0)::int as deposited from auction_deposit
        where auction_id = ${auction.id}`,
  );
  if (deposited === 0) {
    em.assign(auction, {
      state: 'NOT_HELD',
      settledAt: now,
      settledBy: context.actor.accountId,
      result: { held: false },
    });
    await em.flush();
    return { auctionId: auction.id, state: auction.state, round: null };
  }
  refusePeriod(input, now, roundDue(auction.generationYear, last));
  const round = (last?.round ?? 0) + 1;
  em.persist(
    em.create(AuctionRoundEntity, {
      auctionId: auction.id,
      round,
      opensAt: input.opensAt,
      closesAt: input.closesAt,
      deposited,
      createdAt: now,
      createdBy: context.actor.accountId,
    }),
  );
  em.assign(auction, { state: 'BIDDING' });
  await em.flush();
  return { auctionId: auction.id, state: auction.state, round };
}

/** The latest day of a round: July 31 for the first, three business days after the one before was closed. */
export function roundDue(generationYear: number, before: Pick<AuctionRoundRow, 'closedAt'> | null): LocalDate {
  if (!before?.closedAt) return auctionDaysOf(generationYear).heldUntil;
  return nextRoundUntil(localDateOf(before.closedAt));
}

function refuseTooEarly(auction: AuctionRow, last: AuctionRoundRow | null, now: Date): void {
  const from = endOfDay(auctionDaysOf(auction.generationYear).depositUntil);
  if (now < from) {
    throw new Refusal('NOT_OPEN', 'A round is opened after deposits have ended.', {
      from: from.toISOString(),
      now: now.toISOString(),
    });
  }
  if (last && !last.closedAt) {
    throw new Refusal('CONFLICT', `Round ${last.round} is not closed yet.`, { round: last.round });
  }
}

function refusePeriod({ opensAt, closesAt }: OpenAuctionRoundInput, now: Date, due: LocalDate): void {
  if (opensAt < now || closesAt <= opensAt) {
    throw new Refusal('BAD_USER_INPUT', 'A round opens from now on, and closes after that.', {
      field: opensAt < now ? 'opensAt' : 'closesAt',
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    });
  }
  const today = localDateOf(now);
  const until = today <= due ? due : addBusinessDays(today, valueOn(businessDaysToNextRound, today));
  if (localDateOf(opensAt) > until) {
    throw new Refusal('NOT_OPEN', `This round is opened on ${until} at the latest.`, {
      until,
      opensOn: localDateOf(opensAt),
    });
  }
  if (closesAt <= endOfDay(until)) return;
  throw new Refusal('NOT_OPEN', `This round is held until ${until}: it closes by the end of that day.`, {
    until,
    closesAt: closesAt.toISOString(),
  });
}
