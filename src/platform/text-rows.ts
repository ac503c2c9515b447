import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { poolOfKeptPlans } from './kept-plans.js';
import { type Sql, signalOf } from './sql.js';

/** A row as PostgreSQL writes it: each column as text, in the order of the statement. */
export type TextRow = readonly (string | null)[];

/** So many statements have a name; those of filters that are put together anew go without one. */
const namedStatements = 300;
const names = new Map<string, string>();
const asItIs = { getTypeParser: () => (text: string) => text };

/**
 * Rows of a statement that is asked again and again, outside of transactions: for the few reads that most requests are.
 *
 * It is named, so a connection parses and plans it once; its rows are arrays of text, which nobody reads twice. Measured on pages of
 * readings (36 partitions): 3.5 ms of PostgreSQL instead of 13.9, of which 10 were planning, and a third of what `rows` costs here. It
 * goes over the pool beside that of the entity manager (`kept-plans`), and is cancelled in the database when the request is over, as every
 * other statement is.
 */
export async function textRows<Row extends TextRow>(em: EntityManager, query: Sql): Promise<Row[]> {
  if (em.isInTransaction()) throw new Error('what a transaction has to see is read by rows()');
  const signal = signalOf(em);
  const pool = poolOfKeptPlans(await em.getConnection().getNativeClient());
  signal?.throwIfAborted();
  const client = await pool.connect();
  let running = true;
  let cancelling: Promise<unknown> | undefined;
  const cancel = () => {
    if (running) cancelling ??= cancelStatement(pool, client).catch(() => undefined);
  };
  try {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', cancel);
    const { text, values } = query;
    const asked: pg.QueryArrayConfig = {
      ...{ text, values: [...values], rowMode: 'array', types: asItIs as unknown as pg.CustomTypesConfig },
      ...nameOf(text),
    };
    return await new Promise((resolve, reject) => {
      // the promise that the driver would make is kept, with the rows, until a full collection
      client.query<Row>(asked, (error, result) => (error ? reject(error) : resolve(result.rows)));
    });
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    running = false;
    signal?.removeEventListener('abort', cancel);
    await cancelling; // it must not meet the next statement of this connection
    client.release();
  }
}

function nameOf(text: string): { readonly name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= namedStatements) return {};
  const name = `text_rows_${names.size}`;
  names.set(text, name);
  return { name };
}

/** Over a connection of its own: those of the pool may all be busy with what is to be cancelled. */
async function cancelStatement(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  const { processID } = client as pg.PoolClient & { readonly processID: number };
  const control = new pg.Client({ ...pool.options, password: pool.options.password });
  control.on('error', () => undefined);
  try {
    await control.connect();
    await control.query('select pg_cancel_backend($1)', [processID]);
  } finally {
    await control.end();
  }
}
