/**
 * One at a time within this process: the next begins when the one before has ended, well or badly.
 *
 * For verbs that hold a connection while they take others: many of them at once could hold the whole pool and wait for ever.
 */
export function serial(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
