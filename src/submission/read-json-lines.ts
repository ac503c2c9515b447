import { shortened } from '../boundary/shortened.js';
import { longestRowText, type SubmittedRow } from '../metering/judge-rows.js';
import { BrokenUpload } from './broken-upload.js';
import { maximumRowLength } from './limits.js';
import { fieldNamed, isWhole, namesAs, ourNames, type RowField, rowOfFields, unreadableRow } from './row-of-fields.js';
import type { SubmittedRows } from './submitted-rows.js';

/**
 * Rows of JSON Lines, one object a line; blank lines are left out. A line that is no such object is an unreadable row. BrokenUpload: a line
 * past the limit of length.
 */
export async function* readJsonLines(text: AsyncIterable<string>): SubmittedRows {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    const long = lines.findIndex(isLong);
    yield rowsOfLines(long < 0 ? lines : lines.slice(0, long));
    if (long >= 0 || isLong(rest)) throw new BrokenUpload(`A line has at most ${maximumRowLength} characters.`);
  }
  yield rowsOfLines([rest]);
}

function isLong(line: string): boolean {
  return line.length > maximumRowLength;
}

function rowsOfLines(lines: readonly string[]): SubmittedRow[] {
  return lines.filter(line => line.trim() !== '').map(rowOfLine);
}

function rowOfLine(line: string): SubmittedRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return unreadableRow(`"${shortened(line)}" is no JSON.`, expected);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unreadableRow(`"${shortened(line)}" is no JSON object.`, expected);
  }
  const found: { [field in RowField]?: unknown } = {};
  const others: [RowField, string][] = [];
  for (const [name, given] of Object.entries(value)) {
    const field = fieldNamed(name);
    if (!field) return unreadableRow(`A reading has no \`${shortened(name)}\`.`, expected, keyIn(value));
    if (Object.hasOwn(found, field)) return unreadableRow(`Two names are for \`${field}\`.`, expected, keyIn(value));
    found[field] = given;
    if (name !== field) others.push([field, name]);
  }
  const isFlat = Object.values(value).every(given => typeof given !== 'object' || given === null);
  if (isFlat && typeof found.valueKwh === 'number') found.valueKwh = digitsOf(line) ?? found.valueKwh;
  return rowOfFields(found, others.length === 0 ? ourNames : namesAs(others));
}

const expected = '{"key":"1","ptsId":"PTS-PV2015-10002","readAt":"2018-10-28T13:00:00Z","valueKwh":"172301.5"}';

function keyIn(value: object): string | null {
  if (!('key' in value) || typeof value.key !== 'string') return null;
  return isWhole(value.key) && value.key.length <= longestRowText ? value.key : null;
}

/** The digits of a value that was written as a JSON number, as they stand in the line of a flat object: none is lost to a binary float. */
function digitsOf(line: string): string | null {
  let digits: string | null = null;
  JSON.parse(line, (name, value: unknown, context?: { readonly source?: string }) => {
    if (fieldNamed(name) === 'valueKwh') digits = context?.source ?? null;
    return value;
  });
  return digits;
}
