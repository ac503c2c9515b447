import { Refusal } from '../domain/error.js';

/** The columns that are read, by our name and by the one in the header row; marks, case and blanks do not matter there. */
const headings = {
  sqNumber: 'MA RPS ID#',
  gisId: 'NEPOOL GIS Asset ID#',
  applicant: 'Applicant Entity',
  name: 'Generation Unit Name',
  facilityType: 'Facility Type',
  town: 'City/Town PTS',
  zip: 'Zip Code - PTS',
  capacityKw: 'Nameplate Capacity - PTS',
  effectiveOn: 'RPS Effective Date',
  lastEligibleQuarter: 'Last SREC Eligible Quarter',
  commercialOperationOn: 'Commercial Operation Date',
  decidedOn: 'SQ Date',
  utility: 'Electric Utility',
  installer: 'Installer',
} as const;

export type ListColumn = keyof typeof headings;

/** Where each column stands in the rows of a file. */
export type ListColumns = ReadonlyMap<ListColumn, number>;

/** The cells of one data row, without blanks around them and marks of footnotes at their end; empty: not given. */
export type ListCells = Readonly<Record<ListColumn, string>>;

/**
 * A row -> where the columns stand, if it is the header row: the one that holds both ids. null for any other row;
 * BAD_USER_INPUT for a header row that lacks a column.
 */
export function columnsOf(row: readonly string[]): ListColumns | null {
  const names = row.map(plainHeading);
  const found = new Map<ListColumn, number>();
  for (const column of listColumns) {
    const at = names.indexOf(plainHeading(headings[column]));
    if (at >= 0) found.set(column, at);
  }
  if (!found.has('sqNumber') || !found.has('gisId')) return null;
  const missing = listColumns.filter(column => !found.has(column)).map(column => headings[column]);
  if (missing.length > 0) {
    throw new Refusal('BAD_USER_INPUT', `The header row lacks ${missing.map(name => `"${name}"`).join(', ')}.`, {
      missing,
    });
  }
  return found;
}

/** The cells of a data row by column. */
export function cellsOf(row: readonly string[], columns: ListColumns): ListCells {
  const cell = (column: ListColumn) => withoutMarks(row[columns.get(column) ?? -1] ?? '');
  return Object.fromEntries(listColumns.map(column => [column, cell(column)])) as Record<ListColumn, string>;
}

const listColumns = Object.keys(headings) as ListColumn[];

/** Only what is ASCII: the marks at the end of a heading are not, in any encoding. */
function plainHeading(text: string): string {
  return withoutMarks(text.replace(/[^ -~]+/g, ' ')).toLowerCase();
}

/** Text with single blanks, without those around it and without the marks that refer to footnotes at its end. */
function withoutMarks(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\s*†‡]+$/, '')
    .trim();
}
