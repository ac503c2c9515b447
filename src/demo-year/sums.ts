import type { AuctionBook, Books, FilingBook, IssuedMonth, PositionBook } from './books.js';
import { countOf, exact, plain, sumOf } from './exact.js';

/** A sum of the books: both sides, and whether they are equal. */
export interface Sum {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly holds: boolean;
}

/** The share of the price that a seller gets, in hundredths: the auction keeps five. */
const sellerHundredths = 95n;

/** Every sum that an accountant would draw over the books of the year. */
export function sumsOf(books: Books): Sum[] {
  return [
    ...sumsOfProduction(books),
    ...sumsOfCertificates(books),
    ...sumsOfAuction(books.auction),
    ...books.filings.flatMap(sumsOfFiling),
    sum('Filings: one of each supplier that is not exempt, approved', 2n, BigInt(approved(books.filings)), String),
    text('Light plant: refused as exempt', 'EXEMPT_FROM_COMPLIANCE', books.exempt),
  ];
}

function sumsOfProduction({ submittedKwh, onRecordKwh, quarters, adjustments }: Books): Sum[] {
  const issuedKwh = sumOf(quarters.map(({ productionKwh }) => productionKwh));
  const adjustedKwh = sumOf(adjustments.map(({ productionKwh }) => productionKwh));
  return [
    sum('kWh: read = on record', exact(submittedKwh), exact(onRecordKwh)),
    sum('kWh: on record = issued + adjusted', exact(onRecordKwh), issuedKwh + adjustedKwh),
  ];
}

function sumsOfCertificates({ quarters, mintedEver, rolledBack, holdings }: Books): Sum[] {
  const standing = quarters.flatMap(({ months }) => months).filter(month => month.standing);
  const minted = countOf(standing.map(month => month.minted));
  const held = countOf(holdings.map(({ quantity }) => quantity));
  const states = (state: string) => countOf(holdings.filter(each => each.state === state).map(each => each.quantity));
  const alive = held - states('ROLLED_BACK');
  return [
    sum('Certificates: minted = held in any state', BigInt(mintedEver), BigInt(held), String),
    sum(
      'Certificates: rolled back by the ledger = held as such',
      BigInt(rolledBack),
      BigInt(states('ROLLED_BACK')),
      String,
    ),
    sum('Certificates: minted by issuances that stand = held otherwise', BigInt(minted), BigInt(alive), String),
    sum(
      'Certificates: totals of the quarters = minted by issuances that stand',
      BigInt(countOf(quarters.map(({ certificates }) => certificates))),
      BigInt(minted),
      String,
    ),
    ...[...assetsOf(standing)].map(([asset, months]) => sumOfCarry(asset, months)),
  ];
}

function assetsOf(months: readonly IssuedMonth[]): Map<string, IssuedMonth[]> {
  const assets = new Map<string, IssuedMonth[]>();
  for (const month of months) {
    const name = `${month.asset.gisId} ${month.program}`;
    assets.set(name, [...(assets.get(name) ?? []), month]);
  }
  return assets;
}

/** What was eligible or adjusted was minted, or is carried on after the last month. */
function sumOfCarry(asset: string, months: readonly IssuedMonth[]): Sum {
  const sorted = [...months].sort((a, b) => (a.month < b.month ? -1 : 1));
  const opening = exact(sorted[0]?.openingGisCarryMwh ?? '0');
  const eligible = sumOf(months.map(({ eligibleMwh }) => eligibleMwh)) + sumOf(months.map(each => each.adjustmentMwh));
  const minted = exact(String(countOf(months.map(each => each.minted))));
  const closing = exact(sorted.at(-1)?.closingGisCarryMwh ?? '0');
  return sum(`MWh of ${asset}: eligible = minted + carried on`, opening + eligible, minted + closing);
}

function sumsOfAuction({ priceDollars, outcome }: AuctionBook): Sum[] {
  const { deposited, sold, returned, purchases, sales } = outcome;
  const price = exact(priceDollars);
  return [
    sum('Auction: deposited = sold + returned', BigInt(deposited), BigInt(sold + returned), String),
    sum('Auction: sold = bought', BigInt(sold), BigInt(countOf(purchases.map(each => each.quantity))), String),
    sum('Auction: sold by the sellers', BigInt(sold), BigInt(countOf(sales.map(each => each.sold))), String),
    sum('Auction: dollars due = sold x price', sumOf(purchases.map(each => each.dueDollars)), BigInt(sold) * price),
    sum(
      'Auction: dollars paid out = sold x price x 0.95',
      exact(outcome.totalProceedsDollars),
      (BigInt(sold) * price * sellerHundredths) / 100n,
    ),
    sum(
      'Auction: dollars paid out to each = in total',
      sumOf(sales.map(each => each.proceedsDollars)),
      exact(outcome.totalProceedsDollars),
    ),
  ];
}

function sumsOfFiling({ organisation, statement }: FilingBook): Sum[] {
  return statement.positions.flatMap(position => {
    const name = `${organisation.name}, ${position.program}`;
    const cohorts = statement.cohorts.filter(({ program }) => program === position.program);
    const load = cohorts.reduce(
      (mwh, cohort) => mwh + (exact(cohort.salesMwh) * exact(cohort.minimumStandardPercent)) / 100_000_000n,
      0n,
    );
    return [
      sum(`${name}: load x percent = obligation before rounding`, load, exact(position.exactMwh)),
      ...of(name, position),
    ];
  });
}

function of(name: string, position: PositionBook): Sum[] {
  const { obligation, retired, newUsed, newlyBanked, surplusLost, acpQuantity, acpRateDollars, acpDollars } = position;
  const credits = countOf(position.creditsUsed.map(({ quantity }) => quantity));
  const up = (exact(position.exactMwh) + 999_999n) / 1_000_000n;
  return [
    sum(`${name}: obligation = rounded up`, BigInt(obligation), up, String),
    sum(
      `${name}: obligation = new + credits + ACP`,
      BigInt(obligation),
      BigInt(newUsed + credits + acpQuantity),
      String,
    ),
    sum(
      `${name}: retired = used + banked + lost`,
      BigInt(retired),
      BigInt(newUsed + newlyBanked + surplusLost),
      String,
    ),
    sum(
      `${name}: ACP dollars = quantity x rate`,
      exact(acpDollars),
      BigInt(acpQuantity) * exact(acpRateDollars ?? '0'),
    ),
    {
      name: `${name}: banked is at most 10 % of the obligation`,
      left: String(newlyBanked),
      right: String(obligation),
      holds: newlyBanked * 10 <= obligation,
    },
  ];
}

function approved(filings: readonly FilingBook[]): number {
  return filings.filter(({ state }) => state === 'APPROVED').length;
}

function sum(name: string, left: bigint, right: bigint, shown: (value: bigint) => string = plain): Sum {
  return { name, left: shown(left), right: shown(right), holds: left === right };
}

function text(name: string, left: string, right: string): Sum {
  return { name, left, right, holds: left === right };
}
