import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { runPtsHere } from '../support/run-program.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { credentialsOn, serve } from './serving.js';

/** A database is bound to the mode of its first use; each test has a database of its own. Commands are run here, the server by itself. */
const patience = 120_000;
const directory = temporaryDirectory('modes');
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.drop());

const environment = (mode?: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: database.url,
  PTS_DATA_DIR: join(directory, 'postgres'),
  ...(mode === undefined ? {} : { PTS_MODE: mode }),
});
const pts = (mode: string | undefined, ...words: string[]) => runPtsHere(words, environment(mode));

async function find<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const commands = [
  ['serve', '--port', '0'],
  ['migrate'],
  ['token', '--organisation', 'X', '--kind', 'STAFF'],
  ['clock'],
  ['report-quarter', '2018-Q2'],
  ['issue-quarter', '2018-Q2'],
  ['laws'],
];

const each = async (all: readonly (readonly string[])[], check: (words: readonly string[]) => Promise<void>) => {
  for (const words of all) await check(words);
};

test(
  'a sandbox is not served as production, nor used by any command; its screen and files are those of its database',
  async () => {
    const sandbox = await serve([], environment());
    const { size } = credentialsOn(sandbox.screen);
    expect((await sandbox.stop('SIGINT')).exitCode).toBe(0);
    expect(size).toBe(5);
    expect(readdirSync(directory)).toEqual([expect.stringMatching(/^postgres-credentials-[0-9a-f]{12}\.json$/)]);
    const accounts = await find('select id from account');
    await each(commands, async words => {
      const { exitCode, stdout, stderr } = await pts('production', ...words);
      expect({ words, exitCode, stdout, stderr }).toEqual({
        words,
        exitCode: 1,
        stdout: '',
        stderr: expect.stringMatching(
          /^pts: This database is that of a sandbox and is not used as production: set PTS_MODE \(or --mode\) to sandbox, .*\.\n$/,
        ),
      });
    });
    expect(await find('select id from account')).toEqual(accounts);
    expect((await pts(undefined, 'clock')).exitCode).toBe(0);
  },
  patience,
);

test(
  'production is not opened as a sandbox: no demonstration comes into it',
  async () => {
    expect((await pts('production', 'token', '--organisation', 'MassCEC', '--kind', 'STAFF')).exitCode).toBe(0);
    await each([...commands, ['synthetic-year'], ['demo-year']], async words => {
      const { exitCode, stderr } = await pts(undefined, ...words);
      expect({ words, exitCode, stderr }).toEqual({
        words,
        exitCode: 1,
        stderr: expect.stringMatching(/^pts: This database is that of production and is not used as a sandbox: .*\n$/),
      });
    });
    expect(await find('select from system')).toEqual([]);
    expect((await pts(undefined, 'laws', '--mode', 'production')).exitCode).toBe(0);
  },
  patience,
);

test(
  'to migrate or to look binds a database to no mode',
  async () => {
    await each([['migrate'], ['laws'], ['clock'], ['report-quarter', '2018-Q2', '--dry-run']], async words => {
      await pts(undefined, ...words);
      expect({ words, bound: await find('select mode from house') }).toEqual({ words, bound: [] });
    });
    expect((await pts('production', 'token', '--organisation', 'MassCEC', '--kind', 'STAFF')).exitCode).toBe(0);
    expect(await find('select mode from house')).toEqual([{ mode: 'production' }]);
  },
  patience,
);

test.each(['serve', 'migrate', 'token', 'clock', 'laws'])(
  '%s does not understand an unknown mode: exit code 2',
  async name => {
    const { exitCode, stdout, stderr } = await pts('Production', name);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/'Production' from env 'PTS_MODE' is invalid.*sandbox, production/);
  },
);

test('nothing is kept of a secret but its hash', async () => {
  const { stdout } = await pts(undefined, 'token', '--organisation', 'MassCEC', '--kind', 'STAFF', '--json');
  const { secret } = JSON.parse(stdout) as { secret: string };
  const dump = JSON.stringify(await find('select * from idempotent_request'));
  expect(dump).not.toContain(secret.slice(-6));
});
