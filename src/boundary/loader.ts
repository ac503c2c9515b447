import DataLoader from 'dataloader';
import type { Context } from './context.js';

/**
 * The batching loader of a relation for this request.
 *
 * `fetch` gets the distinct keys of one tick and answers with rows in any order; `keyOf` says which key a row belongs to.
 */
export function loadOne<Row>(
  context: Context,
  purpose: string,
  key: string,
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): Promise<Row | null> {
  const loader = remembered(
    context,
    purpose,
    () =>
      new DataLoader<string, Row | null>(async keys => {
        const byKey = new Map((await fetch(keys)).map(row => [keyOf(row), row]));
        return keys.map(wanted => byKey.get(wanted) ?? null);
      }),
  );
  return loader.load(key);
}

/** As `loadOne`, for the many rows of a key, in the order in which `fetch` gives them. */
export function loadMany<Row>(
  context: Context,
  purpose: string,
  key: string,
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): Promise<readonly Row[]> {
  const loader = remembered(
    context,
    purpose,
    () =>
      new DataLoader<string, readonly Row[]>(async keys => {
        const byKey = new Map<string, Row[]>(keys.map(wanted => [wanted, []]));
        for (const row of await fetch(keys)) byKey.get(keyOf(row))?.push(row);
        return keys.map(wanted => byKey.get(wanted) ?? []);
      }),
  );
  return loader.load(key);
}

/** As `loadOne`, for what each key has: `fetch` answers in the order of the keys. */
export function loadEach<Row>(
  context: Context,
  purpose: string,
  key: string,
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
): Promise<Row> {
  return remembered(context, purpose, () => new DataLoader<string, Row>(fetch)).load(key);
}

function remembered<T>(context: Context, purpose: string, make: () => T): T {
  const known = context.loaders.get(purpose);
  if (known !== undefined) return known as T;
  const made = make();
  context.loaders.set(purpose, made);
  return made;
}
