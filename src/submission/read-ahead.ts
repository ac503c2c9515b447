/**
 * The same values in the same order, each asked for while the one before is worked on: a batch is read and parsed while the database
 * stores the last one. One value more is held. What fails in reading is thrown when its turn comes; whoever stops early ends the source.
 */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const values = source[Symbol.asyncIterator]();
  const ask = () => {
    const asked = values.next();
    asked.catch(() => undefined); // it is thrown below, unless nobody asks for it any more
    return asked;
  };
  let next = ask();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = ask();
      yield value;
    }
  } finally {
    await values.return?.();
  }
}
