import { DateTimeScalar } from '../boundary/scalars.js';
import { shortened } from '../boundary/shortened.js';
import { type Decimal, parseDecimal } from '../domain/decimal.js';
import { parseLocalDate } from '../domain/local-date.js';
import { instantOfLocalTime } from '../domain/time-zone.js';
import { longestRowText, longText, type SubmittedRow, textExpected } from '../metering/judge-rows.js';
import { mainMeter } from '../metering/meter.input.js';

/** What a row may say, as it was found; `localTime` is an instant that may be without an offset. */
export const rowFields = ['key', 'ptsId', 'meterLabel', 'readAt', 'localTime', 'valueKwh'] as const;
export type RowField = (typeof rowFields)[number];
export type FoundFields = { readonly [field in RowField]?: unknown };

/** Names of a field, without case, spaces and signs: ours, and those of the PTS's own REST form and CSV (domain 5.5). */
const names: Readonly<Record<string, RowField>> = {
  key: 'key',
  ptsid: 'ptsId',
  fksystem: 'ptsId',
  systemid: 'ptsId',
  meterlabel: 'meterLabel',
  readat: 'readAt',
  meterdate: 'localTime',
  valuekwh: 'valueKwh',
  metervalue: 'valueKwh',
};

/** The field that a name stands for, or null. */
export function fieldNamed(name: string): RowField | null {
  const plain = name.toLowerCase().replace(/[\s_.-]/g, '');
  return Object.hasOwn(names, plain) ? (names[plain] ?? null) : null;
}

/** What is written where one is expected. */
const anId = 'PTS-PV2015-10002';
const anInstant = '2018-10-28T13:00:00Z';
const aValue = '412.60';

/** What makes a row unreadable, in words. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly expected: string,
  ) {
    super(message);
  }
}

/** What the fields of a row are called where its sender is told what is wrong with them. */
export type FieldNames = Readonly<Record<RowField, string>>;

/** As the mutation calls them, which is how most files do. */
export const ourNames: FieldNames = {
  key: 'key',
  ptsId: 'ptsId',
  meterLabel: 'meterLabel',
  readAt: 'readAt',
  localTime: 'readAt',
  valueKwh: 'valueKwh',
};

/** As a file calls those that it names otherwise. */
export function namesAs(given: readonly (readonly [RowField, string])[]): FieldNames {
  const names: { [field in RowField]?: string } = {};
  for (const [field, name] of given) names[field] = shortened(name);
  return { ...ourNames, ...(names.localTime === undefined ? {} : { readAt: names.localTime }), ...names };
}

/**
 * The fields of a row -> the row, by the types that the GraphQL mutation reads them by. What is missing or cannot be read makes it
 * an unreadable row, which is refused when its turn comes, by the name that its sender calls it.
 */
export function rowOfFields(fields: FoundFields, called: FieldNames = ourNames): SubmittedRow {
  let key: string | null = null;
  try {
    key = textOf(fields.key, called.key);
    return {
      key,
      ptsId: required(textOf(fields.ptsId, called.ptsId), called.ptsId, anId),
      meterLabel: textOf(fields.meterLabel, called.meterLabel) ?? mainMeter,
      readAt: instantOf(fields, called),
      valueKwh: kwhOf(fields.valueKwh, called.valueKwh),
    };
  } catch (error) {
    if (error instanceof Unreadable) return unreadableRow(error.message, error.expected, key);
    throw error;
  }
}

/** A row of which nothing, or nothing but its key, can be read. */
export function unreadableRow(unreadable: string, expected: string, key: string | null = null) {
  return { key, unreadable, expected };
}

function textOf(value: unknown, name: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new Unreadable(`\`${name}\` is written as text.`, 'text, in quotes');
  if (!isWhole(value)) {
    throw new Unreadable(`\`${name}\` holds a NUL character, or half of a character.`, 'text of whole characters');
  }
  if (value.length > longestRowText) throw new Unreadable(longText(value.length).message, textExpected);
  return value;
}

/** Whether a text can be kept: without NUL and halves of characters. */
export function isWhole(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function required(text: string | null, name: string, example: string): string {
  if (text === null) throw new Unreadable(`\`${name}\` is missing.`, example);
  return text;
}

function kwhOf(value: unknown, name: string): Decimal {
  const text = required(textOf(value, name), name, aValue);
  try {
    return parseDecimal(text.trim());
  } catch {
    throw new Unreadable(`\`${name}\` is "${shortened(text)}", which is no plain decimal number.`, aValue);
  }
}

function instantOf({ readAt, localTime }: FoundFields, called: FieldNames): Date {
  const local = textOf(localTime, called.localTime);
  if (local !== null) {
    if (textOf(readAt, ourNames.readAt) !== null) {
      throw new Unreadable(`Both \`${ourNames.readAt}\` and \`${called.localTime}\` say when it was read.`, anInstant);
    }
    return localInstantOf(local, called.localTime);
  }
  const text = required(textOf(readAt, called.readAt), called.readAt, anInstant);
  return instantWithOffset(text) ?? noInstant(text, called.readAt);
}

function instantWithOffset(text: string): Date | null {
  try {
    return DateTimeScalar.parseValue(text.trim());
  } catch {
    return null;
  }
}

function noInstant(text: string, name: string): never {
  throw new Unreadable(`\`${name}\` is "${shortened(text)}", which is no instant.`, anInstant);
}

const localForm = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?$/;

/** As it stands in the legacy forms: Massachusetts time without an offset (`instantOfLocalTime`); one with an offset is taken as it is. */
function localInstantOf(text: string, name: string): Date {
  const [, day = '', hours, minutes, seconds = '0', fraction = '0'] = localForm.exec(text.trim()) ?? [];
  if (day === '') return instantWithOffset(text) ?? noInstant(text, name);
  try {
    const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
    return instantOfLocalTime(parseLocalDate(day), ms);
  } catch {
    return noInstant(text, name);
  }
}
