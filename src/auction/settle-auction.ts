import type { EntityManager } from '@mikro-orm/postgresql';
import { type AuctionResult, auctionResult } from '../domain/auction.js';
import { type TieredBid, tieredAllocation } from '../domain/auction-bids.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { bidderTerms } from '../domain/rules/auction-bidders.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { countOfRange, type SerialRange, splitSerialRange } from '../domain/serial-range.js';
import { lockStreams } from '../ledger/ledger-unit.js';
import { type Movement, moveCertificates } from '../ledger/move-certificates.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { AuctionBidderEntity, type AuctionRow } from './auction.entity.js';
import type { StoredOutcome } from './auction-outcome.js';
import { isBeyondUse, lapseAuction } from './lapse-auction.js';

interface Deposit {
  readonly gisAccountId: string;
  readonly organisationId: string;
  readonly assetId: string;
  readonly range: SerialRange;
}

/**
 * Settles an auction by the bids that counted in its deciding round: what is sold goes to the buyers' accounts, what is not comes back,
 * both usable for as many years as the round gives. Which serial numbers are sold is fixed: of each depositor those that come first,
 * handed out in the order of depositors and buyers. The auction must be locked, and trading (`lockTrading`).
 *
 * When the last year that the round gives is over already nobody could use what is sold, and the auction lapses.
 */
export async function settleAuction(
  verb: Verb,
  auction: AuctionRow,
  round: number,
  bids: readonly TieredBid[],
): Promise<void> {
  const { em, context, now } = verb;
  const deposits = await depositsOf(em, auction.id);
  const lots = [...Map.groupBy(deposits, deposit => deposit.gisAccountId)].map(([id, own]) => ({
    id,
    count: own.reduce((sum, { range }) => sum + countOfRange(range), 0),
  }));
  const result = auctionResult({
    generationYear: auction.generationYear,
    deposits: lots,
    rounds: [...Array.from({ length: round - 1 }, () => []), bids],
    priceDollars: new Decimal(auction.priceDollars),
  });
  if (!result.held) throw new Error(`auction ${auction.id} has a round and no deposits`);
  const usableUntil = auction.generationYear + result.shelfLifeYears;
  if (await isBeyondUse(verb, usableUntil)) {
    return lapseAuction(
      verb,
      auction,
      deposits.map(({ range }) => range),
      usableUntil,
    );
  }
  const terms = valueOn(bidderTerms, `${auction.generationYear}-01-01` as LocalDate);
  const allocation = tieredAllocation(result.sold, bids, terms);
  const bidders = await em.find(AuctionBidderEntity, { auctionId: auction.id });
  const accountOf = new Map(bidders.map(bidder => [bidder.organisationId, bidder.gisAccountId]));
  await lockStreams(em, [...new Set(deposits.map(deposit => deposit.assetId))]);
  const { sold, returned } = divide(deposits, result);
  const unit = {
    kind: 'AUCTION',
    reason: `auction ${auction.program} ${auction.generationYear}, round ${round}`,
  } as const;
  const deposited = { fromState: 'DEPOSITED', where: sql`true`, toState: 'ACTIVE', usableUntil, unit } as const;
  const move = (part: Pick<Movement, 'ranges' | 'kind' | 'toGisAccountId'>) =>
    moveCertificates(verb, { ...deposited, ...part });
  let rest = sold;
  for (const { id, count } of allocation.filter(lot => lot.count > 0)) {
    const [ranges, left] = takeFirst(rest, count);
    rest = left;
    await move({ ranges, kind: 'SELL', toGisAccountId: accountOf.get(id) ?? null });
  }
  if (returned.length > 0) {
    await move({ ranges: returned, kind: 'RETURN', toGisAccountId: null });
  }
  em.assign(auction, {
    state: 'SETTLED',
    settledAt: now,
    settledBy: context.actor.accountId,
    result: outcomeOf(auction, result, deposits, bids, allocation),
  });
  await em.flush();
}

function outcomeOf(
  auction: AuctionRow,
  result: AuctionResult,
  deposits: readonly Deposit[],
  bids: readonly TieredBid[],
  allocation: AuctionResult['allocation'],
): StoredOutcome {
  const organisationOf = new Map(deposits.map(deposit => [deposit.gisAccountId, deposit.organisationId]));
  const bidOf = new Map(bids.map(bid => [bid.id, bid]));
  return {
    held: true,
    finalRound: result.finalRound,
    cleared: result.cleared,
    deposited: result.sold + result.returned,
    sold: result.sold,
    returned: result.returned,
    totalProceedsDollars: decimalText(result.totalProceedsDollars),
    shelfLifeYears: result.shelfLifeYears,
    usableIn: [...result.usableIn],
    obligationIncreaseMwh: String(result.obligationIncreaseMwh),
    obligationIncreaseYear: result.obligationIncreaseYear,
    purchases: allocation.map(({ id, count }) => ({
      organisationId: id,
      tier: bidOf.get(id)?.tier ?? 2,
      asked: bidOf.get(id)?.count ?? 0,
      quantity: count,
      dueDollars: decimalText(new Decimal(auction.priceDollars).times(count)),
    })),
    sales: result.depositors.map(({ id, sold, returned, proceedsDollars }) => ({
      organisationId: organisationOf.get(id) ?? '',
      gisAccountId: id,
      deposited: sold + returned,
      sold,
      returned,
      proceedsDollars: decimalText(proceedsDollars),
    })),
  };
}

/** What of each depositor's certificates is sold and what comes back, in the order of the result. */
function divide(deposits: readonly Deposit[], { depositors }: AuctionResult) {
  const parts = depositors.map(({ id, sold }) =>
    takeFirst(
      deposits.filter(deposit => deposit.gisAccountId === id).map(deposit => deposit.range),
      sold,
    ),
  );
  return { sold: parts.flatMap(([taken]) => taken), returned: parts.flatMap(([, left]) => left) };
}

/** The first so many certificates of ranges, and the rest. */
function takeFirst(ranges: readonly SerialRange[], count: number): [SerialRange[], SerialRange[]] {
  const taken: SerialRange[] = [];
  const left: SerialRange[] = [];
  let missing = count;
  for (const range of ranges) {
    const size = countOfRange(range);
    if (missing === 0) left.push(range);
    else if (size <= missing) {
      taken.push(range);
      missing -= size;
    } else {
      const [first, rest] = splitSerialRange(range, missing);
      taken.push(first);
      left.push(rest);
      missing = 0;
    }
  }
  return [taken, left];
}

async function depositsOf(em: EntityManager, auctionId: string): Promise<Deposit[]> {
  const found = await rows<Omit<Deposit, 'range'> & { batchId: string; first: number; last: number }>(
    em,
    sql`select d.gis_account_id as "gisAccountId", account.organisation_id as "organisationId", b.asset_id as "assetId",
               d.batch_id as "batchId", d.first_serial as first, d.last_serial as last
        from auction_deposit d
        join gis_account account on account.id = d.gis_account_id
        join certificate_batch b on b.id = d.batch_id
        where d.auction_id = ${auctionId} order by d.gis_account_id, d.batch_id, d.first_serial`,
  );
  return found.map(({ batchId, first, last, ...deposit }) => ({
    ...deposit,
    range: { batchId: Number(batchId), first, last },
  }));
}
