const tails = new Map<string, Promise<unknown>>();

/**
 * One at a time for each key within this process: the next begins when the one before has ended, well or badly.
 *
 * Whoever waits here holds no connection. Requests that would wait for each other inside the database, or hold a connection while
 * they take others, queue here first: many of them at once could otherwise hold the whole pool and wait for ever.
 */
export async function serially<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const tail = mine.catch(() => undefined);
  tails.set(key, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(key) === tail) tails.delete(key);
  }
}
