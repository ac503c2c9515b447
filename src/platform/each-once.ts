/** A function that works out each result once: for the few values that thousands of rows have between them. */
export function eachOnce<Key, Result>(of: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return key => {
    const result = known.get(key) ?? of(key);
    known.set(key, result);
    return result;
  };
}
