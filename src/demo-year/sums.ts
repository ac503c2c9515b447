import type { AdjustmentBook, AuctionBook, Books, FilingBook, IssuedMonth, PositionBook } from './books.js';
import { countOf, exact, plain, sumOf } from './exact.js';
import type { Holding } from './holdings.js';

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
    count('Filings: one of each supplier that is not exempt, approved', 2, approved(books.filings)),
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

function sumsOfCertificates({ quarters, adjustments, mintedEver, rolledBack, holdings }: Books): Sum[] {
  const standing = quarters.flatMap(({ months }) => months).filter(month => month.standing);
  const held = countOf(holdings.map(({ quantity }) => quantity));
  const annulled = countOf(holdings.filter(({ state }) => state === 'ROLLED_BACK').map(({ quantity }) => quantity));
  const totals = countOf(quarters.map(({ certificates }) => certificates));
  return [
    count('Certificates: minted = held in any state', mintedEver, held),
    count('Certificates: rolled back by the ledger = held as such', rolledBack, annulled),
    count('Certificates: totals of the quarters = minted less rolled back', totals, mintedEver - rolledBack),
    ...['SREC_II', 'CLASS_I'].map(program => sumOfProgram(program, standing, holdings)),
    ...[...assetsOf(standing)].map(([asset, months]) => sumOfCarry(asset, months, adjustments)),
  ];
}

/** What stands of a programme was minted once, and lies in one state or is retired for one purpose. */
function sumOfProgram(program: string, standing: readonly IssuedMonth[], holdings: readonly Holding[]): Sum {
  const minted = countOf(standing.filter(month => month.program === program).map(month => month.minted));
  const valid = holdings.filter(holding => holding.program === program && holding.state !== 'ROLLED_BACK');
  const counted = states.map(({ name, counts }) => {
    const quantity = countOf(valid.filter(counts).map(holding => holding.quantity));
    return { name, quantity };
  });
  const parts = counted.filter(({ quantity }) => quantity > 0).map(({ name, quantity }) => `${quantity} ${name}`);
  const sides = [minted, countOf(counted.map(({ quantity }) => quantity))] as const;
  return count(`Certificates of ${program}: minted = ${parts.join(' + ')}`, ...sides);
}

/** Where a certificate that stands may be. */
const states: readonly { readonly name: string; readonly counts: (holding: Holding) => boolean }[] = [
  ...['ACTIVE', 'PENDING', 'RETAIL', 'RESERVE', 'BANKED', 'DEPOSITED'].map(state => ({
    name: state.toLowerCase(),
    counts: (holding: Holding) => holding.state === state,
  })),
  ...['COMPLIANCE', 'RESERVE', 'VOLUNTARY'].map(purpose => ({
    name: `retired (${purpose.toLowerCase()})`,
    counts: (holding: Holding) => holding.state === 'RETIRED' && holding.use?.purpose === purpose,
  })),
  { name: 'residual mix', counts: holding => holding.state === 'RETIRED' && holding.use === null },
];

function assetsOf(months: readonly IssuedMonth[]): Map<string, IssuedMonth[]> {
  const assets = new Map<string, IssuedMonth[]>();
  for (const month of months) {
    const name = nameOf(month);
    assets.set(name, [...(assets.get(name) ?? []), month]);
  }
  return assets;
}

/** What was eligible, less and more what corrections found since, was minted, is carried on after the last month, or waits. */
function sumOfCarry(asset: string, months: readonly IssuedMonth[], adjustments: readonly AdjustmentBook[]): Sum {
  const sorted = [...months].sort((a, b) => (a.month < b.month ? -1 : 1));
  const own = adjustments.filter(each => nameOf(each) === asset);
  const found = own.filter(({ kind }) => kind === 'PRIOR_PERIOD');
  const waiting = own.filter(({ appliedIn }) => appliedIn === null);
  const eligible = sumOf([...months, ...found].map(({ eligibleMwh }) => eligibleMwh));
  const minted = exact(String(countOf(months.map(each => each.minted))));
  const closing = exact(sorted.at(-1)?.closingGisCarryMwh ?? '0');
  const left = exact(sorted[0]?.openingGisCarryMwh ?? '0') + eligible;
  const right = minted + closing + sumOf(waiting.map(({ eligibleMwh }) => eligibleMwh));
  return sum(`MWh of ${asset}: carried in + eligible + corrected = minted + carried on + waiting`, left, right);
}

function nameOf({ asset, program }: Pick<IssuedMonth, 'asset' | 'program'>): string {
  return `${asset.gisId} ${program}`;
}

function sumsOfAuction({ priceDollars, outcome }: AuctionBook): Sum[] {
  const { deposited, sold, returned, purchases, sales } = outcome;
  const price = exact(priceDollars);
  return [
    count('Auction: deposited = sold + returned', deposited, sold + returned),
    count('Auction: sold = bought', sold, countOf(purchases.map(each => each.quantity))),
    count('Auction: sold by the sellers', sold, countOf(sales.map(each => each.sold))),
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
    count(`${name}: obligation = rounded up`, obligation, Number(up)),
    count(`${name}: obligation = new + credits + ACP`, obligation, newUsed + credits + acpQuantity),
    count(`${name}: retired = used + banked + lost`, retired, newUsed + newlyBanked + surplusLost),
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

function count(name: string, left: number, right: number): Sum {
  return { name, left: String(left), right: String(right), holds: left === right };
}

function text(name: string, left: string, right: string): Sum {
  return { name, left, right, holds: left === right };
}
