import { Decimal, decimalText, kwhToMwh, zero } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { capacityKwCell } from './parse-cell.js';

/** What the list says of itself above the header row: `212.055 MW (4,186 projects)`. */
export interface PublishedTotal {
  readonly capacityMw: string;
  readonly projects: number;
}

/** The total in a row above the header, if it holds one. */
export function publishedTotalIn(row: readonly string[]): PublishedTotal | null {
  const found = /([\d,]+(?:\.\d+)?) *MW *\(([\d,]+) *projects?\)/i.exec(row.join(' '));
  const [, megawatts, projects] = found ?? [];
  if (megawatts === undefined || projects === undefined) return null;
  return { capacityMw: megawatts.replaceAll(',', ''), projects: Number(projects.replaceAll(',', '')) };
}

/**
 * Whether the rows are as many, and as large, as the list says: the capacity to the last digit published. null: they are;
 * else what differs, in a sentence.
 */
export function differenceFromTotal(
  published: PublishedTotal | null,
  read: { readonly units: number; readonly capacityKw: Decimal },
): string | null {
  if (!published) return 'The list says no total above its header row, so nothing shows whether it is whole.';
  const readMw = kwhToMwh(read.capacityKw); // kW to MW is the same thousand
  const halfDigit = new Decimal(`0.5e-${new Decimal(published.capacityMw).decimalPlaces()}`);
  if (read.units === published.projects && readMw.minus(published.capacityMw).abs().lte(halfDigit)) return null;
  return (
    `The list says ${published.capacityMw} MW in ${published.projects} projects above its header row; ` +
    `its rows hold ${decimalText(readMw)} MW in ${read.units}.`
  );
}

/** Refuses the whole file when it is not what it says it is: most likely a part is missing. BAD_USER_INPUT. */
export function refuseOtherTotal(difference: string | null, unreadableLines: readonly number[]): void {
  if (difference === null) return;
  const lines = unreadableLines.slice(0, 20).map(String);
  const unread = lines.length > 0 ? ` Lines that cannot be read: ${lines.join(', ')}.` : '';
  throw new Refusal(
    'BAD_USER_INPUT',
    `${difference}${unread} Nothing was imported (--despite-total imports all the same).`,
    {
      unreadableLines: lines,
    },
  );
}

/** Sum of the capacity cells in kW, also of rows that are refused for another cell; a capacity that cannot be read counts nothing. */
export function sumKw(cells: Iterable<string>): Decimal {
  let sum = zero;
  for (const cell of cells) {
    try {
      sum = sum.plus(capacityKwCell(cell));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return sum;
}
