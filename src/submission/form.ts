import { readCsv } from './read-csv.js';
import { readJsonLines } from './read-json-lines.js';
import { readXml } from './read-xml.js';
import type { SubmittedRows } from './submitted-rows.js';
import type { UploadFormat } from './upload.entity.js';

/** The forms that a file may come in, by media type. */
export const formOfMediaType: Readonly<Record<string, UploadFormat>> = {
  'text/csv': 'CSV',
  'application/x-ndjson': 'JSON_LINES',
  'application/ndjson': 'JSON_LINES',
  'application/jsonl': 'JSON_LINES',
  'application/xml': 'XML',
  'text/xml': 'XML',
};

/** The reader of each form: text as it comes in -> rows. */
export const readerOf: Readonly<Record<UploadFormat, (text: AsyncIterable<string>) => SubmittedRows>> = {
  CSV: readCsv,
  JSON_LINES: readJsonLines,
  XML: readXml,
};
