import { onceInARow } from '../domain/once-in-a-row.js';

/** JSON with sorted keys: equal values give equal text, whatever the order in which they were written. Decimals print themselves. */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null';
}

/** As `JSON.stringify` writes it; undefined for what it leaves out. */
function textOf(given: unknown): string | undefined {
  const value = printed(given);
  if (!isObject(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return textOfArray(value);
  let text = '';
  for (const name of Object.keys(value).sort(byCodeUnits)) {
    const part = textOf((value as Readonly<Record<string, unknown>>)[name]);
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${part}`;
  }
  return `{${text}}`;
}

/** Columns of thousands of values have no keys to sort: `JSON.stringify` writes them at once, in half the time. */
function textOfArray(parts: readonly unknown[]): string {
  const values = parts.map(onceInARow(printed));
  return values.some(isObject) ? `[${values.map(part => textOf(part) ?? 'null').join(',')}]` : JSON.stringify(values);
}

/** What prints itself as it prints. */
function printed(value: unknown): unknown {
  return isObject(value) && 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
