import { decimalPlacesAtMost } from '../boundary/decimal-places.js';
import { textOfLength } from '../boundary/text-length.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { requireAsset } from '../gis/find-asset.js';
import type { Verb } from '../platform/perform.js';
import { StandingTransferEntity } from './market.entity.js';
import type { OfferStandingTransferInput } from './market.input.js';
import { checkPrice } from './offer-transfers.js';
import { requireGiver, requireTaker } from './transfer-parties.js';

/** The longest alias in characters, the lowest priority in rank. */
const longestAlias = 100;
const maximumPriority = 99;

/**
 * Offers a standing (forward) transfer from an account of the actor's organisation: once accepted it is executed whenever a trading
 * period of its months opens. NOT_FOUND for accounts and assets; BAD_USER_INPUT for months out of order, a method without its figure.
 */
export async function offerStandingTransfer(verb: Verb, input: OfferStandingTransferInput) {
  const { em, context, now } = verb;
  check(input);
  await requireGiver(verb, [input.fromGisAccountId]);
  await requireTaker(verb, [input.toGisAccountId]);
  const asset = input.gisId ? await requireAsset(em, input.gisId) : null;
  const standing = em.create(StandingTransferEntity, {
    alias: input.alias,
    fromGisAccountId: input.fromGisAccountId,
    toGisAccountId: input.toGisAccountId,
    program: input.program,
    beginMonth: input.beginMonth,
    endMonth: input.endMonth,
    method: input.method,
    sharePercent: input.sharePercent ? decimalText(input.sharePercent) : null,
    monthlyQuantity: input.monthlyQuantity ?? null,
    assetId: asset?.id ?? null,
    priority: input.priority,
    fill: input.fill,
    irrevocable: input.irrevocable,
    priceDollars: input.priceDollars ? decimalText(input.priceDollars) : null,
    state: 'PENDING',
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(standing).flush();
  return { standingTransferId: standing.id, state: standing.state };
}

function check(input: OfferStandingTransferInput): void {
  textOfLength(longestAlias, 'alias', input.alias);
  checkPrice(input.priceDollars);
  const { sharePercent, monthlyQuantity } = input;
  if (sharePercent) decimalPlacesAtMost(2, 'sharePercent', sharePercent);
  require(input.fromGisAccountId !== input.toGisAccountId, 'toGisAccountId', 'A transfer goes to another account.');
  require(input.beginMonth <= input.endMonth, 'endMonth', 'The last month is not before the first.');
  require(input.priority >= 0 &&
    input.priority <= maximumPriority, 'priority', `A priority is 0 to ${maximumPriority}.`);
  require(input.method === 'PERCENT'
    ? isShare(sharePercent)
    : !sharePercent, 'sharePercent', 'PERCENT takes a share above 0, at most 100; AMOUNT takes none.');
  require(input.method === 'AMOUNT'
    ? isQuantity(monthlyQuantity)
    : !isGiven(monthlyQuantity), 'monthlyQuantity', 'AMOUNT takes a number above 0; PERCENT takes none.');
}

function isShare(sharePercent: Decimal | null | undefined): boolean {
  return Boolean(sharePercent?.greaterThan(0) && sharePercent.lessThanOrEqualTo(new Decimal(100)));
}

function isQuantity(quantity: number | null | undefined): boolean {
  return isGiven(quantity) && Number(quantity) > 0;
}

function isGiven(quantity: number | null | undefined): boolean {
  return quantity !== null && quantity !== undefined;
}

function require(holds: boolean, field: string, message: string): void {
  if (!holds) throw new Refusal('BAD_USER_INPUT', message, { field });
}
