import pg from 'pg';

/**
 * Counts what is sent to PostgreSQL by any connection of this process, transactions included, while a request is answered. What is asked of
 * a credential is left out: that is once a second, whoever asks then.
 */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ readonly count: number; readonly result: T }> {
  const { prototype } = pg.Client;
  const original = prototype.query;
  let count = 0;
  prototype.query = function counted(this: pg.Client, ...words: unknown[]) {
    if (!JSON.stringify(words[0]).includes('from api_credential c')) count += 1;
    return Reflect.apply(original, this, words);
  } as typeof original;
  try {
    const result = await work();
    return { count, result };
  } finally {
    prototype.query = original;
  }
}
