/**
 * A function that does not work out again what it was asked for just before: for values that come thousands of times in a row, as the instant
 * at which a provider reads all its meters. It keeps one result, so who gets it must not change it.
 */
export function onceInARow<Key, Result>(of: (key: Key) => Result): (key: Key) => Result {
  let last: { readonly key: Key; readonly result: Result } | null = null;
  return key => {
    if (last === null || last.key !== key) last = { key, result: of(key) };
    return last.result;
  };
}
