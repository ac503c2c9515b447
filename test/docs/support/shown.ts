/** What a page calls by a name in angle brackets: taken from an answer, used in later requests. */
export type Named = Map<string, string>;

/** Text of a request with the names in it replaced by what earlier answers gave. */
export function fillIn(text: string, named: Named): string {
  return text.replace(/<([A-Z_]+)>/g, (_, name: string) => {
    const value = named.get(name);
    if (value === undefined) throw new Error(`no answer before gave <${name}>`);
    return value;
  });
}

/**
 * Where an answer is not as shown, in words; null: it is. `…` stands for any text, as a value for any value, at the end of a list for
 * further entries; `<NAME>` for text that is kept under this name. An object may have more fields than are shown.
 */
export function differs(shown: unknown, actual: unknown, named: Named, path = ''): string | null {
  if (shown === '…') return actual === undefined ? `${path} is missing` : null;
  if (typeof shown === 'string' && /[…<]/.test(shown)) return textDiffers(shown, String(actual), named, path);
  if (Array.isArray(shown)) return listDiffers(shown, actual, named, path);
  if (typeof shown === 'object' && shown !== null) {
    if (typeof actual !== 'object' || actual === null) return `${path} is ${JSON.stringify(actual)}`;
    const fields = actual as Readonly<Record<string, unknown>>;
    return first(Object.entries(shown), ([name, value]) => differs(value, fields[name], named, `${path}.${name}`));
  }
  return shown === actual ? null : `${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(shown)}`;
}

/** As `differs`, of lines of text. */
export function textDiffers(shown: string, actual: string, named: Named, path: string): string | null {
  const names: string[] = [];
  const pattern = shown.replace(/…|<([A-Z_]+)>|[.*+?^${}()|[\]\\]/g, (sign, name?: string) => {
    if (name !== undefined) names.push(name);
    return sign === '…' ? '[\\s\\S]*' : name !== undefined ? '(\\S+)' : `\\${sign}`;
  });
  const [, ...found] = new RegExp(`^${pattern}$`).exec(actual) ?? [null];
  if (new RegExp(`^${pattern}$`).test(actual)) {
    for (const [at, name] of names.entries()) named.set(name, found[at] ?? '');
    return null;
  }
  return `${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(shown)}`;
}

function listDiffers(shown: readonly unknown[], actual: unknown, named: Named, path: string): string | null {
  if (!Array.isArray(actual)) return `${path} is ${JSON.stringify(actual)}`;
  const more = shown.at(-1) === '…';
  const entries = more ? shown.slice(0, -1) : shown;
  if (more ? actual.length < entries.length : actual.length !== entries.length) {
    return `${path} has ${actual.length} entries: ${JSON.stringify(actual)}`;
  }
  return first([...entries.entries()], ([at, value]) => differs(value, actual[at], named, `${path}[${at}]`));
}

function first<T>(values: readonly T[], find: (value: T) => string | null): string | null {
  for (const value of values) {
    const found = find(value);
    if (found !== null) return found;
  }
  return null;
}
