/*
 * One PostgreSQL for the whole run, in a directory that the run makes and removes, with one template database to which
 * all migrations are applied. It runs from dist/, since Jest does not transform what it runs before the tests.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { build } from '../../scripts/build.mjs';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PREFIX = 'pts-test-';
/** Nothing here must survive a power cut. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export default async function setUp() {
  if (process.env.PTS_TEST_WITHOUT_DATABASE) return;
  await build(project);
  const url = process.env.TEST_DATABASE_URL ?? (await ownDatabase());
  const template = `pts_template_${process.pid}`;
  await createTemplate(url, template);
  process.env.PTS_TEST_URL = url;
  process.env.PTS_TEST_TEMPLATE = template;
}

async function ownDatabase() {
  const { acquireEmbeddedDatabase } = await import('../../dist/src/embedded/acquire.js');
  const { destroyEmbeddedDatabase } = await import('../../dist/src/embedded/destroy.js');
  const { processMark } = await import('../../dist/src/embedded/process-mark.js');
  for (const directory of leftByKilledRuns(processMark)) destroyEmbeddedDatabase(directory);
  const directory = join(tmpdir(), `${PREFIX}${process.pid}-${processMark(process.pid)}`);
  process.once('exit', () => destroyEmbeddedDatabase(directory));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  const { url } = await acquireEmbeddedDatabase({ directory, settings });
  return url;
}

/** Directories named after processes that run no more. */
function leftByKilledRuns(processMark) {
  const names = readdirSync(tmpdir()).filter(name => name.startsWith(PREFIX));
  const left = names.filter(name => {
    const [pid, mark] = name.slice(PREFIX.length).split('-');
    return processMark(Number(pid)) !== mark;
  });
  return left.map(name => join(tmpdir(), name));
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
