import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';

/** A cell as a reader of spreadsheets sees it. */
export type SheetCell = string | number | boolean | Date | null;

/** What a server answered for a file. */
export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** Fetches a file from a server. */
export async function fetchFile(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Fetched> {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** CSV as another library reads it: the header, and the records as they stand. */
export function csvRows(bytes: Buffer): string[][] {
  return parse(bytes, { bom: false, relaxColumnCount: false });
}

/** A workbook as another library reads it: the rows of its one sheet, and the XML of that sheet. */
export function xlsxRows(bytes: Buffer): {
  readonly rows: SheetCell[][];
  readonly xml: string;
  readonly sheets: string[];
} {
  const book = read(bytes, { cellDates: true, UTC: true, bookFiles: true });
  const [name = ''] = book.SheetNames;
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error('a workbook without a sheet');
  const files = (book as unknown as { readonly files: Readonly<Record<string, { readonly content: Uint8Array }>> })
    .files;
  return {
    rows: utils.sheet_to_json<SheetCell[]>(sheet, { header: 1, raw: true, defval: null, UTC: true }),
    xml: Buffer.from(files['xl/worksheets/sheet1.xml']?.content ?? []).toString(),
    sheets: book.SheetNames,
  };
}
