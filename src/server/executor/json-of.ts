/** What JSON escapes: quotation marks, backslashes, control characters, and halves of surrogate pairs, which may stand alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const escaped = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A serialised value as JSON: text of which nothing is escaped, as nearly all is, is not gone through twice. Throws for what is none. */
export function jsonOf(value: unknown): string {
  if (typeof value === 'string') return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
  const text = value === null || value instanceof Error ? undefined : JSON.stringify(value);
  if (text === undefined) throw new Error('a value that cannot be written');
  return text;
}
