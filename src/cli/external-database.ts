import pg from 'pg';
import { messageOf, Trouble } from '../embedded/trouble.js';
import { connectionSentence, withoutPassword } from './connection-sentence.js';

const OLDEST_MAJOR = 15;
const PATIENCE_MS = 10_000;

/**
 * Asks an external PostgreSQL whether it can be used. What hinders becomes one sentence that names the database without
 * the password.
 */
export async function requireUsable(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new Trouble(
      'DATABASE_URL is not an address of PostgreSQL, such as postgres://user:password@host:5432/database.',
    );
  }
  const version = await versionOf(url);
  if (version < OLDEST_MAJOR * 10_000) {
    throw new Trouble(
      `The database at ${withoutPassword(url)} is PostgreSQL ${Math.floor(version / 10_000)}: ${OLDEST_MAJOR} or newer is needed.`,
    );
  }
}

async function versionOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined); // it also fails the statement, which is where it is reported
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    return rows[0]?.version ?? 0;
  } catch (error) {
    throw new Trouble(
      connectionSentence(error, url) ?? `The database at ${withoutPassword(url)} cannot be used: ${messageOf(error)}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
