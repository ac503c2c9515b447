import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { acquireEmbeddedDatabase } from '../../src/embedded/acquire.js';
import { destroyEmbeddedDatabase } from '../../src/embedded/destroy.js';
import { processMark } from '../../src/embedded/process-mark.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { hold, serverPid, untilGone } from './holder.js';

const directory = join(temporaryDirectory('life'), 'postgres');
const settings = { fsync: 'off' };
const acquire = () => acquireEmbeddedDatabase({ directory, settings });

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const bothAtOnce = () => Promise.all([hold(directory), hold(directory)]);

afterAll(() => destroyEmbeddedDatabase(directory));

test('two processes that start at the same moment get one server, started by one of them', async () => {
  const holders = await bothAtOnce();
  expect(holders.map(holder => holder.startedHere).sort()).toEqual([false, true]);
  expect(holders[0]?.url).toBe(holders[1]?.url);
  const pid = serverPid(directory);
  for (const holder of holders) {
    expect(processMark(pid)).toBeDefined();
    await holder.release();
  }
  expect(processMark(pid)).toBeUndefined();
});

test('the server outlives the process that started it for as long as another one uses it, and keeps its data', async () => {
  const starter = await hold(directory);
  const joined = await acquire();
  expect([starter.startedHere, joined.startedHere]).toEqual([true, false]);
  await starter.release();
  await ask(joined.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await joined.release();
  const again = await acquire();
  expect(again.startedHere).toBe(true);
  expect(await ask(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await again.release();
});

test('it is UTF-8, sorts by code point, counts in UTC and is reached over 127.0.0.1 alone', async () => {
  const { url, release } = await acquire();
  const sql = `SELECT pg_encoding_to_char(encoding) AS encoding, datlocale AS locale, current_setting('timezone') AS zone,
    current_setting('listen_addresses') AS listens, 'Z' < 'a' AS by_code_point
    FROM pg_database WHERE datname = current_database()`;
  expect(await ask(url, sql)).toEqual([
    { encoding: 'UTF8', locale: 'C.UTF-8', zone: 'UTC', listens: '127.0.0.1', by_code_point: true },
  ]);
  await release();
});

test('kill -9 of its only user leaves a server that the next one joins and, as the last one, stops', async () => {
  const holder = await hold(directory);
  const pid = serverPid(directory);
  await holder.kill();
  expect(processMark(pid)).toBeDefined();
  const next = await acquire();
  expect(next.startedHere).toBe(false);
  await next.release();
  expect(processMark(pid)).toBeUndefined();
});

test('after kill -9 of user and server the next start recovers what was committed', async () => {
  const holder = await hold(directory);
  await ask(holder.url, 'CREATE TABLE survived AS SELECT 7 AS answer');
  const pid = serverPid(directory);
  await holder.kill();
  process.kill(pid, 'SIGKILL');
  await untilGone(pid);
  const next = await acquire();
  expect(next.startedHere).toBe(true);
  expect(await ask(next.url, 'SELECT answer FROM survived')).toEqual([{ answer: 7 }]);
  await next.release();
});

test('a server that dies under its user is started again by the next one', async () => {
  const first = await acquire();
  const pid = serverPid(directory);
  process.kill(pid, 'SIGKILL');
  await untilGone(pid);
  const second = await acquire();
  expect(second.startedHere).toBe(true);
  await first.release();
  expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await second.release();
});

test('a postmaster.pid whose number now belongs to another program does not stand in the way', async () => {
  writeFileSync(join(directory, 'data', 'postmaster.pid'), `${process.pid}\n${join(directory, 'data')}\n1\n5432\n`);
  const next = await acquire();
  expect(next.startedHere).toBe(true);
  await next.release();
});
