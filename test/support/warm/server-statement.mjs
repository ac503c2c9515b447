/*
 * Statements to the server as such, on one connection that the worker keeps for all its test files: to make and drop a database each on
 * a connection of its own would cost as much for the connections as for the database.
 */
import pg from 'pg';

let pool;

/** Runs one statement, after those before it. In: the address of the server, which is the same for all of a run. */
export async function serverStatement(connectionString, sql) {
  pool ??= new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true }).on('error', () => {});
  await pool.query(sql);
}
