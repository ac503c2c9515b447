import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startServer } from '../../../src/server/start.js';
import { createTestDatabase } from '../../support/database.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import type { Place } from './run-page.js';

/** Waits until the worker has summed up the demonstration for the first time, as it has when a person begins to type. */
async function rolledUp(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    while ((await client.query('select from rollup_state where as_of is not null')).rowCount === 0) await sleep(20);
  } finally {
    await client.end();
  }
}

/** The demonstration as `npm start` serves it, with its limits and a worker. */
export interface Demonstration extends Place {
  readonly credentialsFile: string;
  stop(): Promise<void>;
}

export async function startDemonstration(): Promise<Demonstration> {
  const database = await createTestDatabase();
  const credentialsFile = join(temporaryDirectory('docs'), 'credentials.json');
  const server = await startServer({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    mode: 'sandbox',
    credentialsFile,
    withWorker: true,
    publicCacheSeconds: 5,
    rates: { accountPointsPerMinute: 30_000, publicPointsPerMinute: 1_200 },
  });
  await rolledUp(database.url);
  const kept = JSON.parse(readFileSync(credentialsFile, 'utf8')) as { kind: string; secret: string }[];
  return {
    url: server.url,
    credentials: new Map(kept.map(({ kind, secret }) => [kind, secret])),
    credentialsFile,
    async stop() {
      await server.close();
      await database.drop();
    },
  };
}
