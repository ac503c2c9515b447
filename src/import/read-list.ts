import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { Refusal } from '../domain/error.js';
import { decodeList } from './decode-list.js';
import { cellsOf, columnsOf, type ListCells, type ListColumns } from './list-columns.js';
import { type PublishedTotal, publishedTotalIn } from './published-total.js';

/** A data row with the line of the file on which it begins, counted from 1. */
export interface ListRow {
  readonly line: number;
  readonly cells: ListCells;
}

/** DOER's list of qualified units as published, before its cells are understood. */
export interface QualifiedUnitList {
  /** When DOER updated it, in its own words, e.g. `Updated December 6, 2022`. */
  readonly updated: string | null;
  readonly total: PublishedTotal | null;
  readonly rows: readonly ListRow[];
}

/**
 * Reads the list: whatever stands above the row with the column names is its preamble, wherever that row stands; blank rows and
 * footnotes are left out.
 *
 * Bytes -> rows. BAD_USER_INPUT for an empty file, another encoding, text that is no CSV, and a file without that header row.
 */
export async function readList(bytes: AsyncIterable<Uint8Array>): Promise<QualifiedUnitList> {
  let updated: string | null = null;
  let total: PublishedTotal | null = null;
  let columns: ListColumns | null = null;
  let nextLine = 1;
  const rows: ListRow[] = [];
  for await (const record of parsed(bytes)) {
    const line = nextLine;
    nextLine += linesOf(record);
    if (columns) {
      if (!isBlank(record) && !isFootnote(record)) rows.push({ line, cells: cellsOf(record, columns) });
      continue;
    }
    columns = columnsOf(record);
    total ??= publishedTotalIn(record);
    updated ??= record.find(cell => /^\s*updated\b/i.test(cell))?.trim() ?? null;
  }
  if (nextLine === 1) throw new Refusal('BAD_USER_INPUT', 'The file is empty.');
  if (!columns) {
    throw new Refusal('BAD_USER_INPUT', "This is not DOER's list of qualified units: no row holds its column names.", {
      expected: 'a row with "MA RPS ID#" and "NEPOOL GIS Asset ID#"',
    });
  }
  return { updated, total, rows };
}

async function* parsed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const parser = parse({ relax_column_count: true, relax_quotes: true });
  pipeline(Readable.from(decodeList(bytes)), parser, () => undefined); // what fails arrives where the rows are read
  try {
    for await (const row of parser) yield row as string[];
  } catch (error) {
    if (isCsvError(error)) throw new Refusal('BAD_USER_INPUT', `The file is not CSV: ${error.message}.`);
    throw error;
  }
}

/** Lines of the file that a row takes: cells in quotes may hold line ends (which the parser's own count takes twice). */
function linesOf(record: readonly string[]): number {
  return record.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
}

function isCsvError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}

function isBlank(record: readonly string[]): boolean {
  return record.every(cell => cell.trim() === '');
}

/** A footnote stands alone in its row and begins with the mark that it explains. */
function isFootnote([first = '', ...others]: readonly string[]): boolean {
  return /^\s*[*†‡]/.test(first) && isBlank(others);
}
