import type { Pieces } from './execution.js';

/** What JSON escapes: quotation marks, backslashes, control characters, and halves of surrogate pairs, which may stand alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const escaped = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** Writes a serialised value as JSON: text of which nothing is escaped, as nearly all is, without making a copy of it. */
export function writeLeaf(value: unknown, to: Pieces): void {
  if (typeof value === 'string') {
    if (escaped.test(value)) to.push(JSON.stringify(value));
    else to.push('"', value, '"');
    return;
  }
  const text = value === null || value instanceof Error ? undefined : JSON.stringify(value);
  if (text === undefined) throw new Error('a value that cannot be written');
  to.push(text);
}
