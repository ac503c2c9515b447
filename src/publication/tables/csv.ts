import { csvLine } from '../../boundary/csv.js';
import { type Asked, asOfColumn, cellsOf, type PublicTable } from './table.js';

/** Characters that are sent at once: a line at a time would cost a packet each. */
const pieceLength = 32 * 1024;

/** A table as CSV (RFC 4180, UTF-8, first line: the keys of the columns), in pieces, as the reader takes them. */
export async function* csvOf(table: PublicTable, asked: Asked, asOf: Date): AsyncGenerator<string> {
  const columns = [...table.columns, asOfColumn];
  let piece = csvLine(columns.map(({ key }) => ({ value: key, written: false })));
  for await (const cells of cellsOf(table, asked, asOf)) {
    piece += csvLine(columns.map(({ kind }, at) => ({ value: cells[at] ?? null, written: kind === 'TEXT' })));
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
