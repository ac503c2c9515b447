/** As RFC 4180 ends a line. */
export const csvLineEnd = '\r\n';

/** A value of a CSV line. `written`: somebody wrote it, so it is kept from being run as a formula by a spreadsheet. */
export interface CsvCell {
  readonly value: string | number | boolean | null;
  readonly written: boolean;
}

/** A line of CSV (RFC 4180) with its end; null is an empty field. */
export function csvLine(cells: readonly CsvCell[]): string {
  return cells.map(field).join(',') + csvLineEnd;
}

function field({ value, written }: CsvCell): string {
  if (value === null) return '';
  const text = written ? harmless(String(value)) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What somebody wrote may begin like a formula, and a spreadsheet would run it: an apostrophe keeps it text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
