/** JSON with sorted keys: equal values give equal text, whatever the order in which they were written. Decimals print themselves. */
export function canonicalJson(value: unknown): string {
  return textOf(value, '') ?? 'null';
}

/** As `JSON.stringify` writes it; undefined for what it leaves out. */
function textOf(given: unknown, key: string | number): string | undefined {
  if (typeof given === 'string') return JSON.stringify(given);
  const value = isPrinting(given) ? given.toJSON(String(key)) : given;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part, at) => textOf(part, at) ?? 'null').join(',')}]`;
  let text = '';
  for (const name of Object.keys(value).sort(byCodeUnits)) {
    const part = textOf((value as Readonly<Record<string, unknown>>)[name], name);
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${part}`;
  }
  return `{${text}}`;
}

function isPrinting(value: unknown): value is { toJSON(key: string): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
