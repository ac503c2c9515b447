import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type CsvCell, csvLine } from '../boundary/csv.js';
import type { Cell, Column } from '../publication/tables/column.js';
import type { ExportFormat, ExportRow } from './export.entity.js';

/** Rows of a piece, the systems that they are of (none: of no system), where the next one begins (null: nowhere), and how far that is. */
export interface ContentPage {
  readonly systemIds: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly next: string | null;
  readonly progressPercent: number;
}

/** What can be exported: reviewed columns, and its rows from a position on, as far as an actor sees them. */
export interface ExportTable {
  readonly columns: readonly Column[];
  pageAfter(
    em: EntityManager,
    actor: Actor,
    months: Pick<ExportRow, 'fromMonth' | 'toMonth'>,
    position: string | null,
  ): Promise<ContentPage>;
}

/** The first bytes of a file of a format. */
export function headOf({ columns }: ExportTable, format: ExportFormat): string {
  return format === 'CSV' ? csvLine(columns.map(({ key }) => ({ value: key, written: false }))) : '';
}

/** Rows as lines of a format: an object each, or the cells in the order of the columns. */
export function linesOf({ columns }: ExportTable, format: ExportFormat, { rows }: ContentPage): string {
  const cellOf = (row: Readonly<Record<string, Cell>>, { key, kind }: Column): CsvCell => ({
    value: row[key] ?? null,
    written: kind === 'TEXT',
  });
  const keys = columns.map(({ key }) => key);
  return rows
    .map(row =>
      format === 'CSV' ? csvLine(columns.map(column => cellOf(row, column))) : `${JSON.stringify(row, keys)}\n`,
    )
    .join('');
}
