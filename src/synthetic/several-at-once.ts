/** Does all of it, a few at a time. After a failure nothing new is begun; it is thrown when nothing is under way any more. */
export async function severalAtOnce<T>(
  atOnce: number,
  all: readonly T[],
  work: (each: T) => Promise<void>,
): Promise<void> {
  const left = [...all];
  const worker = async () => {
    try {
      for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each);
    } catch (error) {
      left.length = 0;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
