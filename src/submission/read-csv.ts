import { type CsvError, parse } from 'csv-parse';
import { shortened } from '../boundary/shortened.js';
import type { SubmittedRow } from '../metering/judge-rows.js';
import { BrokenUpload } from './broken-upload.js';
import { maximumRowLength } from './limits.js';
import {
  type FieldNames,
  type FoundFields,
  fieldNamed,
  namesAs,
  type RowField,
  rowOfFields,
  unreadableRow,
} from './row-of-fields.js';
import type { SubmittedRows } from './submitted-rows.js';

/**
 * Rows of a CSV (RFC 4180, commas; the first line names the columns, in any order). A row with more or fewer cells than the first line is
 * unreadable; blank lines are left out. BrokenUpload: a column that is not known, one that is missing or there twice, quotes that are
 * never closed, a row past the limit of length.
 */
export async function* readCsv(text: AsyncIterable<string>): SubmittedRows {
  let columns: Columns | null = null;
  for await (const records of recordsOf(text)) {
    const [first] = records;
    if (first === undefined) continue;
    const named: Columns = columns ?? columnsOf(first);
    yield (columns ? records : records.slice(1)).map(cells => rowOfCells(cells, named));
    columns = named;
  }
}

/** The fields that the columns of a file are for, and what it calls them. */
interface Columns {
  readonly fields: readonly RowField[];
  readonly called: FieldNames;
}

/** The parser hands each record over while it is given text: what it had read when it fails is not lost in the buffer of a stream. */
async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<readonly (readonly string[])[]> {
  let records: string[][] = [];
  let failure: unknown = null;
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maximumRowLength,
    on_record: (record: string[]) => {
      records.push(record);
      return null; // nothing goes on to the stream's own readers
    },
  });
  parser.on('error', error => {
    failure ??= error;
  });
  parser.resume();
  const taken = () => {
    const ready = records;
    records = [];
    return ready;
  };
  for await (const piece of text) {
    await new Promise<void>(resolve => parser.write(piece, () => resolve()));
    yield taken();
    if (failure) break;
  }
  if (!failure) {
    await new Promise<void>(resolve => parser.once('close', resolve).end());
    yield taken();
  }
  if (isCsvError(failure)) throw new BrokenUpload(`The text is no CSV: ${failure.message}.`, rowsBefore(failure));
  if (failure) throw failure;
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}

/** Rows that the parser had read, without the one with the names. */
function rowsBefore(error: CsvError): number | null {
  return typeof error.records === 'number' ? Math.max(error.records - 1, 0) : null;
}

function columnsOf(cells: readonly string[]): Columns {
  const columns = cells.map(cell => {
    const field = fieldNamed(cell.trim());
    if (field) return field;
    throw brokenHead(
      `The column "${shortened(cell)}" is not known: there are ptsId, readAt and valueKwh, and if you like meterLabel and key.`,
    );
  });
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice) throw brokenHead(`Two columns are for \`${twice}\`.`);
  const lacks = [['ptsId'], ['readAt', 'localTime'], ['valueKwh']] as const;
  for (const either of lacks) {
    if (!either.some(column => columns.includes(column))) throw brokenHead(`No column is for \`${either[0]}\`.`);
  }
  return { fields: columns, called: namesAs(columns.map((field, at) => [field, (cells[at] ?? '').trim()])) };
}

function brokenHead(message: string): BrokenUpload {
  return new BrokenUpload(message, 0, true);
}

function rowOfCells(cells: readonly string[], { fields, called }: Columns): SubmittedRow {
  if (cells.length !== fields.length) {
    return unreadableRow(
      `The row has ${cells.length} cells, the first line ${fields.length}.`,
      `${fields.length} cells`,
    );
  }
  const found: { [field in RowField]?: string } = {};
  for (const [at, column] of fields.entries()) found[column] = cells[at] ?? '';
  return rowOfFields(found satisfies FoundFields, called);
}
