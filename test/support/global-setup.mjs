/*
 * One PostgreSQL for the whole run, in a directory that the run makes and removes, with one template database to which
 * all migrations are applied. This and the tests run the program from dist/ (see warm/environment.mjs).
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { makeRunDirectory } from './run-directory.mjs';

/**
 * Nothing here must survive a power cut, no query is large enough to be worth starting further processes for it, and no database lives
 * long enough to be worth looking after.
 */
const settings = {
  autovacuum: 'off',
  io_method: 'sync',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  max_parallel_workers_per_gather: '0',
};

export default async function setUp() {
  if (process.env.PTS_TEST_WITHOUT_DATABASE) return;
  process.env.PTS_TEST_DIRECTORY = await makeRunDirectory();
  process.env.PTS_TEST_URL = process.env.TEST_DATABASE_URL ?? (await startDatabase());
  process.env.PTS_TEST_TEMPLATE = `pts_template_${process.pid}`;
  await createTemplate(process.env.PTS_TEST_URL, process.env.PTS_TEST_TEMPLATE);
}

/** Who comes over the socket is known: to prove a password takes a client as long as ten statements. */
const admitted = ['local all all trust', 'local replication all trust', 'host all all 127.0.0.1/32 scram-sha-256'];

/** Asked through a socket of the file system, which costs both sides a quarter less than 127.0.0.1 does. */
async function startDatabase() {
  const { acquireEmbeddedDatabase } = await import('../../dist/src/embedded/acquire.js');
  const directory = join(process.env.PTS_TEST_DIRECTORY, 'postgres');
  if (process.platform === 'win32') return (await acquireEmbeddedDatabase({ directory, settings })).url;
  const sockets = join(process.env.PTS_TEST_DIRECTORY, 'sockets');
  mkdirSync(sockets);
  chmodSync(sockets, 0o777); // where root runs the tests, PostgreSQL's user makes the socket
  const hosts = join(process.env.PTS_TEST_DIRECTORY, 'hosts');
  writeFileSync(hosts, `${admitted.join('\n')}\n`);
  const { url } = await acquireEmbeddedDatabase({
    directory,
    settings: { ...settings, unix_socket_directories: sockets, hba_file: hosts },
  });
  return url.replace('@127.0.0.1:', `@${encodeURIComponent(sockets)}:`);
}

async function createTemplate(url, template) {
  const { migrate } = await import('../../dist/src/server/database.js');
  await statement(url, `CREATE DATABASE ${template}`);
  await migrate(Object.assign(new URL(url), { pathname: `/${template}` }).href);
}

/** Runs one statement on a connection of its own. */
export async function statement(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
