import { Decimal } from '../domain/decimal.js';
import { type LocalDate, parseLocalDate } from '../domain/local-date.js';
import { type Month, parseMonth } from '../domain/month.js';
import { parseQuarter, type Quarter } from '../domain/quarter.js';

/** An object of a vector file, not yet trusted. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A row cannot be read: a key is missing or of the wrong kind. */
export class VectorInputError extends Error {
  override readonly name = 'VectorInputError';
}

/** Whether a value is an object with keys (not a list, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textAt(input: JsonObject, key: string): string {
  const value = valueAt(input, key);
  if (typeof value !== 'string') throw new VectorInputError(`"${key}" is not text`);
  return value;
}

export function quantityAt(input: JsonObject, key: string): Decimal {
  const text = textAt(input, key);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new VectorInputError(`"${key}" is not a decimal number: ${text}`);
  return new Decimal(text);
}

export function countAt(input: JsonObject, key: string): number {
  const value = valueAt(input, key);
  if (!Number.isSafeInteger(value)) throw new VectorInputError(`"${key}" is not an integer`);
  return Number(value);
}

export function flagAt(input: JsonObject, key: string): boolean {
  const value = valueAt(input, key);
  if (typeof value !== 'boolean') throw new VectorInputError(`"${key}" is neither true nor false`);
  return value;
}

export function choiceAt<T extends string>(input: JsonObject, key: string, choices: readonly T[]): T {
  const text = textAt(input, key);
  const choice = choices.find(candidate => candidate === text);
  if (choice === undefined) throw new VectorInputError(`"${key}" is none of ${choices.join(', ')}: ${text}`);
  return choice;
}

export function objectAt(input: JsonObject, key: string): JsonObject {
  const value = valueAt(input, key);
  if (!isObject(value)) throw new VectorInputError(`"${key}" is not an object`);
  return value;
}

export function listAt(input: JsonObject, key: string): JsonObject[] {
  const value = valueAt(input, key);
  if (!Array.isArray(value) || !value.every(isObject)) throw new VectorInputError(`"${key}" is not a list of objects`);
  return value;
}

export function listsAt(input: JsonObject, key: string): JsonObject[][] {
  const value = valueAt(input, key);
  if (!Array.isArray(value)) throw new VectorInputError(`"${key}" is not a list`);
  return value.map((list, index) => listAt({ [`${key} ${index + 1}`]: list }, `${key} ${index + 1}`));
}

export function monthAt(input: JsonObject, key: string): Month {
  return parseMonth(textAt(input, key));
}

export function quarterAt(input: JsonObject, key: string): Quarter {
  return parseQuarter(textAt(input, key));
}

export function dateAt(input: JsonObject, key: string): LocalDate {
  return parseLocalDate(textAt(input, key));
}

export function instantAt(input: JsonObject, key: string): Date {
  const instant = new Date(textAt(input, key));
  if (Number.isNaN(instant.getTime())) throw new VectorInputError(`"${key}" is not an instant`);
  return instant;
}

/** Reads a key that may be null. */
export function orNull<T>(read: (input: JsonObject, key: string) => T, input: JsonObject, key: string): T | null {
  return valueAt(input, key) === null ? null : read(input, key);
}

function valueAt(input: JsonObject, key: string): unknown {
  if (!Object.hasOwn(input, key)) throw new VectorInputError(`"${key}" is missing`);
  return input[key];
}
