import { join } from 'node:path';
import pg from 'pg';
import { acquireEmbeddedDatabase } from '../../src/embedded/acquire.js';
import { migrate } from '../../src/server/database.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { buildIssuingWorld } from './issuing-world.js';

/** A database with an issuing world in it, and how `pts` finds it. */
export interface IssuingDatabase {
  readonly environment: NodeJS.ProcessEnv;
  /** Connects for as long as the work takes; an embedded server that does not run is started for it. */
  look<T>(work: (client: pg.Client, url: string) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

/** Gives as many databases with the same world as one likes. */
export interface IssuingDatabases {
  copy(): Promise<IssuingDatabase>;
  drop(): Promise<void>;
}

/** Copies on the server of the tests, which `pts` uses as an external one. */
export async function externalIssuingDatabases(systems: number): Promise<IssuingDatabases> {
  const world = await createTestDatabase();
  await buildIssuingWorld(world.url, systems);
  const copy = async () => {
    const { url, drop } = await copyOf(world);
    return { environment: { DATABASE_URL: url }, look: lookAt(url), drop };
  };
  return { copy, drop: world.drop };
}

/** Copies in an embedded cluster of its own, which `pts` starts and stops; one at a time, since it knows but one database. */
export async function embeddedIssuingDatabases(directory: string, systems: number): Promise<IssuingDatabases> {
  const asked = { directory: join(directory, 'postgres') };
  const using = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
    const { url, release } = await acquireEmbeddedDatabase(asked);
    try {
      return await work(url);
    } finally {
      await release();
    }
  };
  await using(async url => {
    await statement(url, `create database ${embeddedWorld}`);
    await migrate(inDatabase(url, embeddedWorld));
    await buildIssuingWorld(inDatabase(url, embeddedWorld), systems);
  });
  const copy = async () => {
    await using(async url => {
      const beside = inDatabase(url, 'postgres');
      await statement(beside, 'drop database if exists pts with (force)');
      await statement(beside, `create database pts template ${embeddedWorld}`);
    });
    return {
      environment: { PTS_DATA_DIR: asked.directory },
      look: <T>(work: (client: pg.Client, url: string) => Promise<T>) => using(url => lookAt(url)(work)),
      drop: async () => undefined,
    };
  };
  return { copy, drop: async () => undefined };
}

const embeddedWorld = 'pts_world';

async function copyOf(world: TestDatabase): Promise<TestDatabase> {
  const name = `${new URL(world.url).pathname.slice(1)}_${process.pid}_${++copies}`;
  const beside = inDatabase(world.url, 'postgres');
  await statement(
    beside,
    `create database ${name} template ${new URL(world.url).pathname.slice(1)} strategy file_copy`,
  );
  return {
    url: inDatabase(world.url, name),
    drop: () => statement(beside, `drop database ${name} with (force)`),
  };
}

let copies = 0;

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

function lookAt(url: string): IssuingDatabase['look'] {
  return async work => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined); // whoever uses it then is told
    await client.connect();
    try {
      return await work(client, url);
    } finally {
      await client.end();
    }
  };
}

function statement(url: string, sql: string): Promise<void> {
  return lookAt(url)(async client => void (await client.query(sql)));
}
