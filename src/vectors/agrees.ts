import { Decimal, decimalText } from '../domain/decimal.js';
import { isObject } from './input.js';

/**
 * Whether a result agrees with an expectation: quantities as exact numbers, instants as moments, counts and words as they are, every
 * key of an expected object, lists of equal length in order.
 */
export function agrees(expected: unknown, got: unknown): boolean {
  if (got instanceof Decimal) {
    return typeof expected === 'string' && /^-?\d+(\.\d+)?$/.test(expected) && got.eq(expected);
  }
  if (got instanceof Date) return typeof expected === 'string' && got.getTime() === Date.parse(expected);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) && got.length === expected.length && expected.every((item, index) => agrees(item, got[index]))
    );
  }
  if (isObject(expected)) {
    if (!isObject(got)) return false;
    return Object.entries(expected).every(([key, value]) => Object.hasOwn(got, key) && agrees(value, got[key]));
  }
  return expected === got;
}

/** A result as JSON text, so that it can stand beside what was expected. */
export function shown(value: unknown): string {
  return JSON.stringify(plain(value)) ?? 'nothing';
}

function plain(value: unknown): unknown {
  if (value instanceof Decimal) return decimalText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (isObject(value) && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return value;
}
