import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CLUSTER_DATABASE, clusterUrl } from './cluster.js';
import { lastLines, logSince } from './log-file.js';
import { logOf, type Place } from './place.js';
import { type Postmaster, runningPostmaster } from './postmaster.js';
import { codeOf, messageOf, Trouble } from './trouble.js';

/** PostgreSQL's code for "starting up", "shutting down" or "recovering": ask again. */
const CANNOT_CONNECT_NOW = '57P03';
const NO_SUCH_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';

/** On a busy machine this process itself may be loading for seconds before it hears the answer. */
const PATIENCE_MS = 10_000;

/**
 * Waits until a server that runs already answers. Out: that server, or undefined when it ended meanwhile.
 * One that neither answers nor ends is trouble for a person.
 */
export async function untilAnswering(
  place: Place,
  password: string,
  patienceMs: number,
): Promise<Postmaster | undefined> {
  const giveUpAt = Date.now() + patienceMs;
  for (let running = runningPostmaster(place); running; running = runningPostmaster(place)) {
    if (running.ready && (await answers(clusterUrl(running.port, password, 'postgres')))) return running;
    if (Date.now() > giveUpAt) {
      const log = lastLines(logSince(place, 0));
      throw new Trouble(
        `PostgreSQL (process ${running.pid}) runs but does not answer after ${patienceMs / 1000} s. Its log ${logOf(place)} ends:\n${log}`,
      );
    }
    await sleep(50);
  }
  return undefined;
}

async function answers(url: string): Promise<boolean> {
  try {
    await statement(url, 'SELECT 1');
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === CANNOT_CONNECT_NOW || code === undefined || code.startsWith('E')) return false;
    throw new Trouble(`PostgreSQL runs but refuses us: ${messageOf(error)}.`);
  }
}

/** Makes the database in the cluster when it is missing. Out: its address. */
export async function ensureDatabase(port: number, password: string): Promise<string> {
  const url = clusterUrl(port, password);
  try {
    await statement(url, 'SELECT 1');
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_DATABASE) throw error;
    await statement(clusterUrl(port, password, 'postgres'), `CREATE DATABASE ${CLUSTER_DATABASE}`).catch(
      ignoreDuplicate,
    );
  }
  return url;
}

function ignoreDuplicate(error: unknown): void {
  if (codeOf(error) !== DUPLICATE_DATABASE) throw error;
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined); // a lost connection also fails the statement, which is where it is reported
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
