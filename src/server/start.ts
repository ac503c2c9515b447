import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { writeClock } from '../clock/clock.js';
import { openDatabase } from './database.js';
import { buildHttp } from './http.js';

export interface ServeConfig {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly mode: 'sandbox' | 'production';
  readonly clock?: Date;
  readonly logLevel?: 'warn' | 'silent';
}

export interface StartedServer {
  readonly url: string;
  readonly orm: MikroORM;
  readonly http: FastifyInstance;
  close(): Promise<void>;
}

/** Starts the server on a migrated database: listens when this returns. */
export async function startHttp(config: ServeConfig): Promise<StartedServer> {
  const orm = await openDatabase(config.databaseUrl);
  try {
    if (config.clock && config.mode === 'sandbox') await writeClock(orm.em.fork(), config.clock, null);
    const http = await buildHttp(orm, { mode: config.mode, ...(config.logLevel ? { logLevel: config.logLevel } : {}) });
    const url = await http.listen({ host: config.host, port: config.port });
    return {
      url,
      orm,
      http,
      close: async () => {
        await http.close();
        await orm.close(true);
      },
    };
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}
