import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { runPts } from '../support/run-program.js';
import { ask, type Serving, serve } from './serving.js';

/** An external database that holds nothing yet, in production. Each test goes on where the one before it left it. */
const patience = 120_000;
let database: TestDatabase;
let environment: NodeJS.ProcessEnv;
let serving: Serving | undefined;

const pts = (...words: string[]) => runPts(words, environment);

async function find(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  await find('drop schema public cascade');
  await find('create schema public');
  environment = { DATABASE_URL: database.url, PTS_MODE: 'production' };
});

afterAll(async () => {
  await serving?.stop('SIGKILL');
  await database.drop();
});

test(
  'an empty external database is not touched: serve and every other command say what to run first',
  async () => {
    for (const words of [
      ['serve', '--port', '0'],
      ['token', '--organisation', 'MassCEC', '--kind', 'STAFF'],
    ]) {
      const { exitCode, stdout, stderr } = await pts(...words);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toMatch(
        /^pts: The database is behind by \d+ migrations \(next: 01-\S+\): run npm run migrate .*\.\n$/,
      );
    }
    expect(await find(`select from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
  },
  patience,
);

test(
  'after pts migrate it serves, as production: no demonstration, no credential on the screen',
  async () => {
    const migrated = await pts('migrate', '--json');
    expect(migrated).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\{"applied":\["01-.*\]\}\n$/) });
    serving = await serve([], environment);
    expect(serving.screen).toMatch(/\(production\)/);
    expect(serving.screen).toMatch(/external PostgreSQL/);
    expect(serving.screen).not.toMatch(/pts_|curl/);
    expect(serving.screen).not.toContain(new URL(database.url).password);
    expect(
      await find(
        'select (select count(*) from account)::int as accounts, (select count(*) from system)::int as systems',
      ),
    ).toEqual([{ accounts: 0, systems: 0 }]);
  },
  patience,
);

test(
  'the clock is real, and staff cannot set it',
  async () => {
    const { secret } = JSON.parse(
      (await pts('token', '--organisation', 'MassCEC', '--kind', 'STAFF', '--json')).stdout,
    ) as {
      secret: string;
    };
    const url = serving?.url ?? '';
    const answer = (await ask(url, secret, '{ clock { now movable } }')) as {
      data: { clock: { now: string; movable: boolean } };
    };
    expect(answer.data.clock.movable).toBe(false);
    expect(Math.abs(Date.parse(answer.data.clock.now) - Date.now())).toBeLessThan(60_000);
    const set = 'mutation { setClock(input: {at: "2018-11-01T12:00:00Z"}, idempotencyKey: "1") { now } }';
    expect(await ask(url, secret, set)).toMatchObject({ errors: [{ extensions: { code: 'CLOCK_NOT_MOVABLE' } }] });
  },
  patience,
);

test.each([
  ['clock', '2018-11-01T12:00:00Z'],
  ['issue-quarter', '2018-Q2', '--clock', '2018-11-10T12:00:00Z'],
])(
  'pts %s %s does not move it either',
  async (...words) => {
    const { exitCode, stdout } = await pts(...words.filter(word => word !== undefined), '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CLOCK_NOT_MOVABLE' } });
    expect(await find('select from sandbox_clock')).toEqual([]);
    expect(await find('select from issuance_run')).toEqual([]);
  },
  patience,
);

test(
  'SIGINT stops the server and leaves the external database running',
  async () => {
    expect((await serving?.stop('SIGINT'))?.exitCode).toBe(0);
    expect(await find('select 1 as one')).toEqual([{ one: 1 }]);
  },
  patience,
);
