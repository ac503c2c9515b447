import type { Books, FilingBook } from '../demo-year/books.js';
import { exact, plain } from '../demo-year/exact.js';
import type { Sum } from '../demo-year/sums.js';

/** What the command prints, as one object. */
export interface DemoYear {
  readonly books: Books;
  readonly sums: readonly Sum[];
  readonly laws: { readonly run: number; readonly broken: readonly { name: string; sentence: string }[] };
  readonly clockAt: string;
}

/** The books of the demo year as plain text, for somebody who checks them. */
export function demoYearLines({ books, sums, laws, clockAt }: DemoYear): string[] {
  const { outcome, rounds, priceDollars } = books.auction;
  return [
    'The programme year 2017, played through the API. All parties and production are made up.',
    '',
    ...table([
      ['Quarter', 'kWh', 'MWh reported', 'MWh eligible', 'Certificates'],
      ...books.quarters.map(each => [
        each.quarter,
        ...[each.productionKwh, each.reportedMwh, each.eligibleMwh].map(text => plain(exact(text))),
        String(each.certificates),
      ]),
    ]),
    ...books.adjustments.map(
      ({ asset, month, productionKwh, eligibleMwh, appliedIn }) =>
        `Adjustment of ${month}, ${asset.gisId}: ${plain(exact(productionKwh))} kWh, ${plain(exact(eligibleMwh))} MWh eligible, ` +
        `${appliedIn === null ? 'waits for the next issuance' : `counted in ${appliedIn}`}.`,
    ),
    `Minted by the ledger ${books.mintedEver}, rolled back by a correction ${books.rolledBack}.`,
    '',
    ...table([['Certificates', 'State', 'Purpose', 'Quantity'], ...statesOf(books)]),
    '',
    `Auction at ${priceDollars} dollars: ${rounds.map(({ round, asked }) => `round ${round} asked ${asked}`).join(', ')};`,
    `${outcome.deposited} deposited, ${outcome.sold} sold for ${outcome.totalProceedsDollars} dollars after the fee, ${outcome.returned} returned.`,
    '',
    ...table([
      ['Filing', 'Programme', 'MWh exact', 'Obligation', 'Used', 'Banked', 'Lost', 'ACP', 'Dollars'],
      ...books.filings.flatMap(rowsOf),
    ]),
    `Town Light Plant: no filing (${books.exempt}).`,
    '',
    ...table([
      ['Sum', 'Left', 'Right', ''],
      ...sums.map(({ name, left, right, holds }) => [name, left, right, holds ? 'holds' : 'FAILS']),
    ]),
    '',
    `Laws: ${laws.run - laws.broken.length} of ${laws.run} hold.`,
    ...laws.broken.map(law => `  broken: ${law.name} (${law.sentence})`),
    `The clock of this sandbox stands at ${clockAt}; pts clock --help says how to move it.`,
  ];
}

function statesOf({ holdings }: Books): string[][] {
  const counts = new Map<string, number>();
  for (const { program, state, use, usableUntil, quantity } of holdings) {
    const lasting = usableUntil === null ? '' : `usable until ${usableUntil}`;
    const key = [program, state, use?.purpose ?? (state === 'RETIRED' ? 'RESIDUAL' : lasting)].join('	');
    counts.set(key, (counts.get(key) ?? 0) + quantity);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => [...key.split('\t'), String(count)]);
}

function rowsOf({ organisation, statement }: FilingBook): string[][] {
  return statement.positions.map(each => [
    ...[organisation.name, each.program, each.exactMwh],
    ...[each.obligation, each.newUsed, each.newlyBanked, each.surplusLost, each.acpQuantity].map(String),
    each.acpDollars,
  ]);
}

/** Rows as lines, their columns aligned: text to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)));
  const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
  return rows.map(row =>
    row
      .map((cell, column) => (isNumber(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
