import type { Cell, Column, ColumnKind } from './column.js';
import { type Asked, asOfColumn, cellsOf, type PublicTable } from './table.js';

/** How numbers and days are shown. */
const formats: Partial<Record<ColumnKind, string>> = { DATE: 'yyyy-mm-dd', INTEGER: '0' };

/**
 * A table as a workbook of one sheet with a frozen header: numbers are numbers, days are days, text is text and never a formula. In
 * pieces, as the reader takes them; the library is loaded when first asked for.
 */
export async function* xlsxOf(table: PublicTable, asked: Asked, asOf: Date): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const columns = [...table.columns, asOfColumn];
  const stream = writeXlsxStream(typedRows(columns, cellsOf(table, asked, asOf)), {
    name: table.name.slice(0, 31),
    columns: columns.map(({ key, kind }) => ({ header: key, numFmt: formats[kind] ?? 'General' })),
    freezePane: { rows: 1 },
  });
  yield* stream;
}

async function* typedRows(columns: readonly Column[], rows: AsyncIterable<Cell[]>) {
  for await (const cells of rows) yield columns.map((column, at) => typed(column, cells[at] ?? null));
}

function typed({ kind }: Column, cell: Cell): Cell | Date {
  if (cell === null) return null;
  if (kind === 'DECIMAL') return Number(cell);
  if (kind === 'DATE') return new Date(`${cell}T00:00:00Z`);
  return typeof cell === 'string' ? readable(cell) : cell;
}

/** The most characters that a cell takes. Source: ECMA-376, 18.4.12 as Excel reads it. */
const longestCell = 32_767;

/** Characters that no workbook may hold: one of them, and none of it can be opened. Source: XML 1.0, 2.2. */
const unreadable = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Text as a cell can hold it: what cannot be written is shown as a replacement character, what is too long is cut. */
function readable(text: string): string {
  return text.toWellFormed().replace(unreadable, '\uFFFD').slice(0, longestCell).toWellFormed();
}
