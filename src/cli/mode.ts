import pg from 'pg';
import { Trouble } from '../embedded/trouble.js';
import type { Mode } from './ports.js';

/**
 * The mode that a database was bound to at its first use, or undefined while it is bound to none. Refuses, in one sentence, to
 * use it in the other one: the credentials that a sandbox shows on its screen must open nothing in production.
 */
export async function requireMode(url: string, mode: Mode): Promise<Mode | undefined> {
  const bound = await withClient(url, async client => {
    const { rows: tables } = await client.query(`select from pg_class where oid = to_regclass('house')`);
    return tables.length === 0 ? undefined : boundMode(client);
  });
  refuseOther(bound, mode);
  return bound;
}

/** Binds a migrated database to a mode for ever, or refuses as `requireMode` does; of two at once the first one decides. */
export async function bindMode(url: string, mode: Mode): Promise<void> {
  const bound = await withClient(url, async client => {
    await client.query('insert into house (mode) values ($1) on conflict on constraint house_pk do nothing', [mode]);
    return boundMode(client);
  });
  refuseOther(bound, mode);
}

async function boundMode(client: pg.Client): Promise<Mode | undefined> {
  const { rows } = await client.query<{ mode: Mode }>('select mode from house');
  return rows[0]?.mode;
}

const named: Readonly<Record<Mode, string>> = { sandbox: 'a sandbox', production: 'production' };

function refuseOther(bound: Mode | undefined, mode: Mode): void {
  if (bound === undefined || bound === mode) return;
  throw new Trouble(
    `This database is that of ${named[bound]} and is not used as ${named[mode]}: set PTS_MODE (or --mode) to ${bound}, or choose another database.`,
  );
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // it also fails the statement, which is where it is reported
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
