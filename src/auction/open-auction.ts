import { auctionDaysOf } from '../domain/auction-days.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { CarveOut } from '../domain/load-cohort.js';
import type { LocalDate } from '../domain/local-date.js';
import { auctionTerms } from '../domain/rules/auction.js';
import { srecIAuctionPrices, srecIIAuctionPrices } from '../domain/rules/auction-prices.js';
import { type DatedTable, rowsOn, valueOn } from '../domain/rules/dated-table.js';
import { localDateOf } from '../domain/time-zone.js';
import type { Verb } from '../platform/perform.js';
import { AuctionEntity } from './auction.entity.js';
import type { OpenAuctionInput } from './auction.input.js';

const prices: Readonly<Record<CarveOut, DatedTable<Decimal>>> = {
  SREC_I: srecIAuctionPrices,
  SREC_II: srecIIAuctionPrices,
};

/**
 * Opens the auction of a programme and generation year, from the end of that year until deposits end. Price and fee are those of the
 * tables, kept with their source; NO_RULE_IN_FORCE without one. CONFLICT when it was opened before.
 */
export async function openAuction({ em, context, now }: Verb, { program, generationYear }: OpenAuctionInput) {
  if (generationYear < 1900 || generationYear > 2198) {
    throw new Refusal('BAD_USER_INPUT', 'This is no generation year.', {
      field: 'generationYear',
      value: generationYear,
    });
  }
  const on = `${generationYear}-01-01` as LocalDate;
  const price = valueOn(prices[program], on);
  const [row] = rowsOn(prices[program], on);
  const from = `${generationYear + 1}-01-01`;
  const until = auctionDaysOf(generationYear).depositUntil;
  const today = localDateOf(now);
  if (today < from || today > until) {
    throw new Refusal('NOT_OPEN', `The auction of ${generationYear} is opened between ${from} and ${until}.`, {
      ...{ from, until, today },
    });
  }
  const auction = em.create(AuctionEntity, {
    program,
    generationYear,
    priceDollars: decimalText(price),
    priceSource: `${prices[program].name}, ${row?.source ?? ''} (${row?.confidence ?? ''})`,
    feeShare: decimalText(valueOn(auctionTerms, on).feeShare),
    state: 'DEPOSITING',
    createdAt: now,
    createdBy: context.actor.accountId,
    result: null,
  });
  await em.persist(auction).flush();
  return { auctionId: auction.id };
}
