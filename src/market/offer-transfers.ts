import { decimalPlacesAtMost, wholeDigitsAtMost } from '../boundary/decimal-places.js';
import { textAtMost } from '../boundary/text-length.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { formatSerialRange, mergeSerialRanges, type SerialRange } from '../domain/serial-range.js';
import { countOf } from '../domain/standing-fill.js';
import { type Moved, moveCertificates } from '../ledger/move-certificates.js';
import { rangesOf, refuseTooMany } from '../ledger/ranges-of.js';
import { lockTrading, refuseBetweenPeriods, refuseExpired } from '../ledger/tradable.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { sql } from '../platform/sql.js';
import { longestNote, maximumTransfers, requireReason } from './limits.js';
import type { OfferTransfersInput } from './market.input.js';
import { storeTransferRanges } from './store-transfer-ranges.js';
import { requireGiver, requireTaker } from './transfer-parties.js';

interface Offer {
  readonly fromGisAccountId: string;
  readonly toGisAccountId: string;
  readonly priceDollars: Decimal | null;
  readonly note: string | null;
  readonly ranges: readonly SerialRange[];
  readonly quantity: number;
}

/**
 * Offers certificates to other accounts: they are PENDING until each offer is accepted, rejected or withdrawn. For accounts of the
 * actor's organisation, or, as a broker, of a party that authorised it today.
 *
 * All of the call or none: NOT_FOUND for an account that the actor may not give from (or that does not exist), CERTIFICATES_NOT_HELD,
 * CERTIFICATES_EXPIRED, BEFORE_SCHEDULE between two trading periods, TOO_MANY_ROWS.
 */
export async function offerTransfers(verb: Verb, input: OfferTransfersInput) {
  const { em, now } = verb;
  requireReason(input.reason);
  refuseTooMany(input.transfers.length, maximumTransfers);
  rangesOf(input.transfers.flatMap(transfer => transfer.ranges));
  const offers = input.transfers.map(offerOf);
  refuseBetweenPeriods(now);
  await lockTrading(em);
  await requireGiver(
    verb,
    offers.map(offer => offer.fromGisAccountId),
  );
  await requireTaker(
    verb,
    offers.map(offer => offer.toGisAccountId),
  );
  const moved = await moveCertificates(verb, {
    ranges: offers.flatMap(offer => offer.ranges),
    fromState: 'ACTIVE',
    where: sql`account.id = any(${offers.map(offer => offer.fromGisAccountId)}::bigint[])`,
    kind: 'OFFER',
    toState: 'PENDING',
    toGisAccountId: null,
    unit: { kind: 'TRADE', reason: input.reason },
  });
  refuseFromElsewhere(offers, moved.parts);
  await refuseExpired(em, moved.parts, now);
  return { transferIds: await store(verb, offers), quantity: moved.quantity };
}

function offerOf({
  fromGisAccountId,
  toGisAccountId,
  priceDollars,
  note,
  ...rest
}: OfferTransfersInput['transfers'][0]) {
  if (fromGisAccountId === toGisAccountId) {
    throw new Refusal('BAD_USER_INPUT', 'A transfer goes to another account.', { field: 'toGisAccountId' });
  }
  checkPrice(priceDollars);
  textAtMost(longestNote, 'note', note);
  const ranges = mergeSerialRanges(rangesOf(rest.ranges));
  return {
    ...{ fromGisAccountId, toGisAccountId, ranges, quantity: countOf(ranges) },
    ...{ priceDollars: priceDollars ?? null, note: note ?? null },
  };
}

/** Refuses a price that the record would not keep: BAD_USER_INPUT. Absent is no price. */
export function checkPrice(priceDollars: Decimal | null | undefined): void {
  if (!priceDollars) return;
  decimalPlacesAtMost(2, 'priceDollars', priceDollars);
  wholeDigitsAtMost(10, 'priceDollars', priceDollars);
}

/** Each range lies in the account that its own offer names, not only in that of another offer of the call: CERTIFICATES_NOT_HELD. */
function refuseFromElsewhere(offers: readonly Offer[], parts: Moved['parts']): void {
  const partsOf = Map.groupBy(parts, part => `${part.batchId} ${part.gisAccountId}`);
  for (const offer of offers) {
    for (const range of offer.ranges) {
      const held = (partsOf.get(`${range.batchId} ${offer.fromGisAccountId}`) ?? [])
        .map(part => Math.min(part.last, range.last) - Math.max(part.first, range.first) + 1)
        .reduce((sum, count) => sum + Math.max(count, 0), 0);
      if (held < range.last - range.first + 1) {
        throw new Refusal('CERTIFICATES_NOT_HELD', `${formatSerialRange(range)} is not in the account that gives it.`, {
          range: formatSerialRange(range),
          fromGisAccountId: offer.fromGisAccountId,
        });
      }
    }
  }
}

async function store({ em, context, now }: Verb, offers: readonly Offer[]): Promise<string[]> {
  const ids = await nextIds(em, 'transfer_id_seq', offers.length);
  const stored = offers.map((offer, index) => ({ ...offer, id: ids[index] ?? '' }));
  await insertRows(em, 'transfer', stored, [
    ['id', 'bigint', offer => offer.id],
    ['from_gis_account_id', 'bigint', offer => offer.fromGisAccountId],
    ['to_gis_account_id', 'bigint', offer => offer.toGisAccountId],
    ['state', 'text', () => 'OFFERED'],
    ['quantity', 'int', offer => offer.quantity],
    ['price_dollars', 'numeric', offer => (offer.priceDollars ? decimalText(offer.priceDollars) : null)],
    ['note', 'text', offer => offer.note],
    ['proposed_by_organisation_id', 'bigint', () => context.actor.organisationId],
    ['created_at', 'timestamptz', () => now.toISOString()],
    ['created_by', 'bigint', () => context.actor.accountId],
  ]);
  await storeTransferRanges(em, stored);
  return ids;
}
