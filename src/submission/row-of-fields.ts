import { DateTimeScalar } from '../boundary/scalars.js';
import { shortened } from '../boundary/shortened.js';
import { type Decimal, parseDecimal } from '../domain/decimal.js';
import { parseLocalDate } from '../domain/local-date.js';
import { instantOfLocalTime } from '../domain/time-zone.js';
import { longestRowText, longText, type SubmittedRow } from '../metering/judge-rows.js';
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

/** What makes a row unreadable, in words. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly expected: string | null = null,
  ) {
    super(message);
  }
}

/**
 * The fields of a row -> the row, by the types that the GraphQL mutation reads them by. What is missing or cannot be read makes it
 * an unreadable row, which is refused when its turn comes.
 */
export function rowOfFields(fields: FoundFields): SubmittedRow {
  let key: string | null = null;
  try {
    key = textOf(fields.key, 'key');
    return {
      key,
      ptsId: required(textOf(fields.ptsId, 'ptsId'), 'ptsId'),
      meterLabel: textOf(fields.meterLabel, 'meterLabel') ?? mainMeter,
      readAt: instantOf(fields),
      valueKwh: kwhOf(fields.valueKwh),
    };
  } catch (error) {
    if (error instanceof Unreadable) return unreadableRow(error.message, error.expected, key);
    throw error;
  }
}

/** A row of which nothing, or nothing but its key, can be read. */
export function unreadableRow(unreadable: string, expected: string | null = null, key: string | null = null) {
  return { key, unreadable, expected };
}

function textOf(value: unknown, field: RowField): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new Unreadable(`\`${field}\` is written as text.`);
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new Unreadable(`\`${field}\` holds a NUL character, or half of a character.`);
  }
  if (value.length > longestRowText) throw new Unreadable(longText(value.length).message);
  return value;
}

function required(text: string | null, field: RowField): string {
  if (text === null) throw new Unreadable(`\`${field}\` is missing.`);
  return text;
}

function kwhOf(value: unknown): Decimal {
  const text = required(textOf(value, 'valueKwh'), 'valueKwh');
  try {
    return parseDecimal(text.trim());
  } catch {
    throw new Unreadable(`\`valueKwh\` is "${shortened(text)}", which is no plain decimal number.`, '412.60');
  }
}

function instantOf({ readAt, localTime }: FoundFields): Date {
  const local = textOf(localTime, 'localTime');
  if (local !== null) return localInstantOf(local);
  const text = required(textOf(readAt, 'readAt'), 'readAt');
  return instantWithOffset(text) ?? noInstant(text);
}

function instantWithOffset(text: string): Date | null {
  try {
    return DateTimeScalar.parseValue(text.trim());
  } catch {
    return null;
  }
}

function noInstant(text: string): never {
  throw new Unreadable(`\`readAt\` is "${shortened(text)}", which is no instant.`, '2018-10-28T13:00:00Z');
}

const localForm = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?$/;

/** As it stands in the legacy forms: Massachusetts time without an offset (`instantOfLocalTime`); one with an offset is taken as it is. */
function localInstantOf(text: string): Date {
  const [, day = '', hours, minutes, seconds = '0', fraction = '0'] = localForm.exec(text.trim()) ?? [];
  if (day === '') return instantWithOffset(text) ?? noInstant(text);
  try {
    const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
    return instantOfLocalTime(parseLocalDate(day), ms);
  } catch {
    return noInstant(text);
  }
}
