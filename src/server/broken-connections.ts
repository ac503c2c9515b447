import type { Pool, PoolClient } from 'pg';

/**
 * Long enough for those who notice by themselves: giving a connection back twice is an error. The timer keeps the process alive on
 * purpose: a command that waits for its pool has nothing else that does, and would end without a word.
 */
const PATIENCE_MS = 250;

/**
 * Has a pool forget the connections that break while they are lent. Kysely does not give back the one of a transaction whose
 * rollback fails, as it must on a broken connection: it would count for ever, and the pool, at its end, wait for it for ever.
 */
export function forgetBrokenConnections(pool: Pool): void {
  const lent = new Set<PoolClient>();
  pool.on('acquire', client => void lent.add(client));
  pool.on('release', (_, client) => void lent.delete(client));
  pool.on('connect', client => {
    client.once('end', () => void setTimeout(() => lent.has(client) && client.release(true), PATIENCE_MS));
  });
}
