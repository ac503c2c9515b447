import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { buildDemo } from '../../src/demo/build-demo.js';
import { openSandbox } from '../../src/demo/open-sandbox.js';
import { operatorActor } from '../../src/operator/operator.js';
import { row, sql } from '../../src/platform/sql.js';
import { openDatabase } from '../../src/server/database.js';
import { createTestDatabase, prepareTemplate, type TestDatabase } from '../support/database.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { credentialsOn } from './serving.js';

/** Starts of a sandbox, without the server: what is on the screen after each, on databases that differ. */
const directory = temporaryDirectory('emptied');
let count = 0;
let file: string;
let database: TestDatabase;
let orm: MikroORM;

const open = (url: string) => openDatabase(url, { poolSize: 3 });
const startOn = async (started: MikroORM, kept: string) =>
  (await openSandbox(started.em.fork(), 'http://127.0.0.1:1', kept)).join('\n');
const start = () => startOn(orm, file);

async function anEmptyDatabase(): Promise<void> {
  database = await createTestDatabase();
  orm = await open(database.url);
}

/** A first start, made once and copied with its file: what was on the screen. */
async function aDemonstration(): Promise<string> {
  const { template, told } = await prepareTemplate('demonstration', async url => {
    const first = await open(url);
    const kept = join(directory, 'first.json');
    try {
      const screen = await startOn(first, kept);
      return { screen, credentials: readFileSync(kept, 'utf8'), mode: statSync(kept).mode };
    } finally {
      await first.close(true);
    }
  });
  database = await createTestDatabase(template);
  orm = await open(database.url);
  writeFileSync(file, told.credentials, { mode: told.mode });
  return told.screen;
}

async function leave(): Promise<void> {
  await orm.close(true);
  await database.drop();
}

beforeEach(() => {
  count += 1;
  file = join(directory, `credentials-${count}.json`);
});

afterEach(leave);

/** How many of these secrets open this database, and what is in it. */
async function look(screen: string) {
  const shown = [...credentialsOn(`${screen}\n`).values()];
  return row<{ shown: number; working: number; systems: number; readings: number; clockIsSet: boolean }>(
    orm.em.fork(),
    sql`select ${shown.length}::int as shown, (select count(*)::int from api_credential
                 where secret_hash in (select sha256(secret::bytea) from unnest(${shown}::text[]) as secret)) as working,
               (select count(*)::int from system) as systems, (select count(*)::int from reading) as readings,
               exists (select from sandbox_clock) as "clockIsSet"`,
  );
}

const whole = { shown: 5, working: 5, systems: 11, readings: 66, clockIsSet: true };

test('an empty database beside the credentials of another one becomes a demonstration with new credentials', async () => {
  await anEmptyDatabase();
  const before = await start();
  expect(await look(before)).toEqual(whole);
  await leave();
  await anEmptyDatabase();
  const after = await start();
  expect(await look(after)).toEqual(whole);
  const secrets = [...credentialsOn(`${after}\n`).values()];
  for (const secret of credentialsOn(`${before}\n`).values()) expect(secrets).not.toContain(secret);
});

test('a second start shows the same credentials and makes none', async () => {
  const before = await aDemonstration();
  expect(await start()).toContain(before.split('\n').find(line => line.includes('STAFF')));
  const { made } = await row<{ made: number }>(
    orm.em.fork(),
    sql`select count(*)::int as made from api_credential where label = 'demonstration'`,
  );
  expect(made).toBe(5);
});

test.each([
  ['lost', () => rmSync(file)],
  ['cut off', () => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100))],
  ['something else', () => writeFileSync(file, '[{"kind":"STAFF"}]')],
  ['empty', () => writeFileSync(file, '[]')],
])('a file that is %s is made anew, for its owner alone', async (_, spoil) => {
  await aDemonstration();
  spoil();
  expect(await look(await start())).toEqual(whole);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(5);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a credential that was revoked is not shown again', async () => {
  const before = await aDemonstration();
  await orm.em
    .getConnection()
    .execute(`update api_credential set revoked_at = now() where id = (select max(id) from api_credential)`);
  const after = await start();
  expect(credentialsOn(`${after}\n`)).not.toEqual(credentialsOn(`${before}\n`));
  expect(await look(after)).toEqual(whole);
});

test('a database in which only the operator acted becomes the demonstration', async () => {
  await anEmptyDatabase();
  await operatorActor(orm.em.fork(), new Date());
  expect(await look(await start())).toEqual(whole);
});

test('a first building that was interrupted is finished by the next start', async () => {
  await anEmptyDatabase();
  // a table out of the way stops it where the meters are set up
  await orm.em.getConnection().execute('alter table meter rename to elsewhere');
  await expect(buildDemo(orm.em.fork())).rejects.toThrow();
  await orm.em.getConnection().execute('alter table elsewhere rename to meter');
  expect(await look('')).toEqual({ shown: 0, working: 0, systems: 1, readings: 0, clockIsSet: false });
  expect(await look(await start())).toEqual(whole);
});

test('a database that was begun otherwise is left as it is, also beside credentials of another one', async () => {
  await aDemonstration();
  const kept = `${file}.kept`;
  renameSync(file, kept);
  await leave();
  await anEmptyDatabase();
  await orm.em
    .getConnection()
    .execute(`insert into organisation (kind, name, created_at) values ('COMPANY', 'Somebody', now())`);
  renameSync(kept, file);
  const screen = await start();
  expect(screen).toMatch(/no demonstration/);
  expect(await look(screen)).toMatchObject({ shown: 0, systems: 0, clockIsSet: false });
});
