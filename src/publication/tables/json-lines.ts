import type { Cell } from './column.js';
import { type Asked, asOfColumn, cellsOf, type PublicTable } from './table.js';

/** Characters that are sent at once. */
const pieceLength = 32 * 1024;

/**
 * A table as JSON Lines (UTF-8): an object a row with every key, in pieces, as the reader takes them. Exact numbers are text, as in
 * GraphQL; what somebody wrote is as it was written, since no spreadsheet reads it.
 */
export async function* jsonLinesOf(table: PublicTable, asked: Asked, asOf: Date): AsyncGenerator<string> {
  const keys = [...table.columns, asOfColumn].map(({ key }) => key);
  let piece = '';
  for await (const cells of cellsOf(table, asked, asOf)) {
    const object: Record<string, Cell> = {};
    for (const [at, key] of keys.entries()) object[key] = cells[at] ?? null;
    piece += `${JSON.stringify(object)}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
