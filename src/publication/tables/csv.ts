import type { Cell, Column } from './column.js';
import { type Asked, asOfColumn, cellsOf, type PublicTable } from './table.js';

/** As RFC 4180 ends a line. */
const lineEnd = '\r\n';

/** Characters that are sent at once: a line at a time would cost a packet each. */
const pieceLength = 32 * 1024;

/** A table as CSV (RFC 4180, UTF-8, first line: the keys of the columns), in pieces, as the reader takes them. */
export async function* csvOf(table: PublicTable, asked: Asked, asOf: Date): AsyncGenerator<string> {
  const columns = [...table.columns, asOfColumn];
  let piece = columns.map(({ key }) => key).join(',') + lineEnd;
  for await (const cells of cellsOf(table, asked, asOf)) {
    piece += columns.map((column, at) => field(column, cells[at] ?? null)).join(',') + lineEnd;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function field({ kind }: Column, cell: Cell): string {
  if (cell === null) return '';
  const text = kind === 'TEXT' ? harmless(String(cell)) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What somebody wrote may begin like a formula, and a spreadsheet would run it: an apostrophe keeps it text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
