import { Decimal, wholeCertificates } from './decimal.js';
import { countOfRange, type SerialRange, splitSerialRange } from './serial-range.js';

/** How many certificates of a month a standing transfer asks for, and what to do when fewer are there. */
export type StandingOrder = { readonly fill: 'ALL_OR_NOTHING' | 'PARTIAL' } & (
  | { readonly method: 'PERCENT'; readonly sharePercent: Decimal }
  | { readonly method: 'AMOUNT'; readonly monthlyQuantity: number }
);

/** What an asset has for the month: how many were minted into the giving account, and which lie there, free. */
export interface AssetSupply {
  readonly minted: number;
  readonly free: readonly SerialRange[];
}

export interface MonthFill {
  readonly asked: number;
  readonly taken: readonly SerialRange[];
}

const hundred = new Decimal(100);

/**
 * What a standing transfer takes of a vintage month: a share of what each asset minted, rounded down, or a fixed number over all of its
 * assets; the lowest serial numbers first. When fewer are there it takes those (PARTIAL) or none of the month (ALL_OR_NOTHING).
 *
 * Certificates -> asked, taken. Source: domain 4 (forward transfers).
 */
export function fillMonth(order: StandingOrder, assets: readonly AssetSupply[]): MonthFill {
  const wanted =
    order.method === 'PERCENT'
      ? assets.map(({ minted, free }) => ({
          asked: wholeCertificates(order.sharePercent.times(minted).div(hundred)),
          free: inOrder(free),
        }))
      : [{ asked: order.monthlyQuantity, free: inOrder(assets.flatMap(asset => asset.free)) }];
  const asked = wanted.reduce((sum, each) => sum + each.asked, 0);
  const short = wanted.some(each => countOf(each.free) < each.asked);
  if (short && order.fill === 'ALL_OR_NOTHING') return { asked, taken: [] };
  return { asked, taken: wanted.flatMap(each => lowest(each.free, each.asked)) };
}

/** Certificates of several ranges together. */
export function countOf(ranges: readonly SerialRange[]): number {
  return ranges.reduce((sum, range) => sum + countOfRange(range), 0);
}

function inOrder(ranges: readonly SerialRange[]): SerialRange[] {
  return [...ranges].sort((a, b) => a.batchId - b.batchId || a.first - b.first);
}

/** The first certificates of ranges, as many as there are. */
function lowest(ranges: readonly SerialRange[], count: number): SerialRange[] {
  const taken: SerialRange[] = [];
  let missing = count;
  for (const range of ranges) {
    if (missing === 0) break;
    const part = countOfRange(range) > missing ? splitSerialRange(range, missing)[0] : range;
    taken.push(part);
    missing -= countOfRange(part);
  }
  return taken;
}
