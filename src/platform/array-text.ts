/*
 * Arrays as PostgreSQL reads them, for statements over thousands of rows: written in one go, where the driver asks of every element anew
 * what it is and how it is quoted.
 */

/** An array of values that are written without quotes: numbers, ids, instants of ISO 8601, true and false. */
export function plainArray(values: readonly (string | number | boolean)[]): string {
  return `{${values.join(',')}}`;
}

/** An array of any texts. */
export function textArray(texts: readonly string[]): string {
  let written = '{';
  for (const text of texts) {
    if (written.length > 1) written += ',';
    written += /["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
  }
  return `${written}}`;
}
