/*
 * Arrays as PostgreSQL reads them, for statements over thousands of rows: written in one go, where the driver asks of every element anew
 * what it is and how it is quoted.
 */

/** An array of values that are written without quotes: numbers, ids, instants of ISO 8601, true and false. */
export function plainArray(values: readonly (string | number | boolean)[]): string {
  return `{${values.join(',')}}`;
}

/** As `plainArray`, some of them absent. */
export function plainOrNullArray(values: readonly Scalar[]): string {
  return `{${values.map(value => value ?? 'NULL').join(',')}}`;
}

/** An array of any texts. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map(quoted).join(',')}}`;
}

/** A value of a column, or its absence. */
export type Scalar = string | number | boolean | null | undefined;

const unquoted = /^[0-9A-Za-z_:.+-]+$/;

/** An array of values of any type, some of them absent: quoted where they must be. */
export function valueArray(values: readonly Scalar[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: Scalar): string {
  if (value === null || value === undefined) return 'NULL';
  const text = String(value);
  return unquoted.test(text) && text.toUpperCase() !== 'NULL' ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}
