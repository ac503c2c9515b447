import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../../src/server/start.js';
import { createTestDatabase } from '../../support/database.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import type { Place } from './run-page.js';

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
