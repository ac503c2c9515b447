import { join } from 'node:path';
import { destroyEmbeddedDatabase } from '../../src/embedded/destroy.js';
import { runPts } from '../support/run-program.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { ask, credentialsOn, paste, postmasterOf, processesOf, type Serving, serve } from './serving.js';

/** Each test goes on where the one before it left the directory and the server. */
const directory = join(temporaryDirectory('serve'), 'postgres');
const words = ['--data-dir', directory];
const patience = 120_000;
const kinds = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE', 'STAFF', 'REGULATOR'];
const issued = '{ quarterIssuance(quarter: "2018-Q2") { totals { certificates } } }';

let serving: Serving;
let credentials: Map<string, string>;
let certificates: number;

const pts = async (...given: string[]) => {
  const { exitCode, stdout, stderr } = await runPts([...given, ...words, '--json']);
  return { exitCode, stderr, said: JSON.parse(stdout) as Record<string, unknown> };
};

afterAll(async () => {
  if (!serving.group.hasEnded()) await serving.stop('SIGKILL');
  destroyEmbeddedDatabase(directory);
});

test(
  'the first start of an empty directory shows the addresses, a credential for each kind of account and how to stop it',
  async () => {
    serving = await serve(words);
    const { url, screen } = serving;
    for (const address of [`${url}/graphql`, `${url}/public/graphql`, `${url}/health/ready`])
      expect(screen).toContain(` ${address}\n`);
    expect(screen).toContain(directory);
    expect(screen).toMatch(/\nCtrl-C stops it\.\n$/);
    credentials = credentialsOn(screen);
    expect([...credentials.keys()]).toEqual(kinds);
  },
  patience,
);

test('it is live and ready', async () => {
  const asked = await Promise.all(['live', 'ready'].map(each => fetch(`${serving.url}/health/${each}`)));
  expect(asked.map(answer => answer.status)).toEqual([200, 200]);
  const [live, ready] = await Promise.all(asked.map(answer => answer.json()));
  expect(live).toEqual({ status: 'live' });
  expect(ready).toMatchObject({ status: 'ready', database: 'up', pendingMigrations: 0 });
});

test.each(kinds)('the credential shown for %s is that of an account of this kind', async kind => {
  const answer = await ask(serving.url, credentials.get(kind), '{ me { kinds } }');
  expect(answer).toEqual({ data: { me: { kinds: expect.arrayContaining([kind]) } } });
});

test(
  'pts clock, token and report-quarter join the database of the running server',
  async () => {
    const dry = await pts('report-quarter', '2018-Q2', '--dry-run');
    expect(dry).toMatchObject({
      exitCode: 0,
      said: { quarter: '2018-Q2', dryRun: true, lineCount: 6, totals: { assets: 2 } },
    });
    expect(dry.stderr).not.toMatch(/Starting PostgreSQL/);
    expect(await ask(serving.url, credentials.get('STAFF'), issued)).toMatchObject({
      data: { quarterIssuance: { totals: { certificates: 0 } } },
    });
    expect(await pts('clock', '2018-11-01T12:00:00Z')).toMatchObject({
      exitCode: 0,
      said: { now: expect.stringMatching(/^2018-11-01T12:0/) },
    });
    expect(await ask(serving.url, credentials.get('STAFF'), '{ clock { now } }')).toMatchObject({
      data: { clock: { now: expect.stringMatching(/^2018-11-01T12:/) } },
    });
    const { said } = await pts('token', '--organisation', 'Newcomer', '--kind', 'REGULATOR');
    expect(await ask(serving.url, String(said.secret), '{ me { name kinds } }')).toEqual({
      data: { me: { name: 'Newcomer', kinds: ['REGULATOR'] } },
    });
  },
  patience,
);

test(
  'the query to paste reports and issues a quarter with certificates, which the ledger then shows',
  async () => {
    const answer = await paste(serving.screen);
    expect(answer).toEqual({
      data: {
        reportQuarter: { lineCount: 6, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        issueQuarter: { totals: { certificates: expect.any(Number), reportedMwh: expect.any(String) } },
      },
    });
    const { data } = answer as { data: { issueQuarter: { totals: { certificates: number } } } };
    ({ certificates } = data.issueQuarter.totals);
    expect(certificates).toBeGreaterThan(0);
    expect(await ask(serving.url, credentials.get('STAFF'), issued)).toMatchObject({
      data: { quarterIssuance: { totals: { certificates } } },
    });
  },
  patience,
);

test(
  'Ctrl-C stops the server and the database and leaves no process',
  async () => {
    const before = [...processesOf(directory), postmasterOf(directory)];
    expect(before.length).toBeGreaterThanOrEqual(3);
    const { exitCode, stderr } = await serving.stop('SIGINT');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/Stopping PostgreSQL\n$/);
    expect(processesOf(directory)).toEqual([]);
    expect(postmasterOf(directory)).toBeUndefined();
  },
  patience,
);

test(
  'pts clock, token and issue-quarter start the database for themselves while no server runs',
  async () => {
    const clock = await pts('clock');
    expect(clock).toMatchObject({ exitCode: 0, said: { now: expect.stringMatching(/^2018-11-01T12:/) } });
    expect(clock.stderr).toBe('Starting PostgreSQL\nStopping PostgreSQL\n');
    const dry = await pts('issue-quarter', '2018-Q2', '--dry-run');
    expect(dry).toMatchObject({ exitCode: 0, said: { dryRun: true, totals: { certificates } } });
    const { said } = await pts('token', '--organisation', 'Second comer', '--kind', 'STAFF', 'REGULATOR');
    expect(said.secret).toMatch(/^pts_\S{20,}$/);
    expect(processesOf(directory)).toEqual([]);
  },
  patience,
);

test(
  'a second start keeps data, credentials and clock, and is ready soon',
  async () => {
    serving = await serve(words);
    process.stderr.write(`second start: ready after ${serving.readyAfterMs} ms\n`);
    await expectKept();
  },
  patience,
);

test(
  'after kill -9 of server and database the next start recovers by itself',
  async () => {
    const postmaster = postmasterOf(directory);
    await serving.stop('SIGKILL');
    expect(postmaster).toBeDefined();
    expect(processesOf(directory)).toEqual([postmaster]);
    process.kill(postmaster ?? 0, 'SIGKILL');
    serving = await serve(words);
    expect(postmasterOf(directory)).not.toBe(postmaster);
    await expectKept();
  },
  patience,
);

test(
  'SIGTERM to the process that npm started alone stops everything too',
  async () => {
    serving.group.child.kill('SIGTERM');
    expect(await serving.group.ended).toMatchObject({ exitCode: 0 });
    expect(processesOf(directory)).toEqual([]);
  },
  patience,
);

async function expectKept(): Promise<void> {
  expect(credentialsOn(serving.screen)).toEqual(credentials);
  expect(await ask(serving.url, credentials.get('STAFF'), issued)).toMatchObject({
    data: { quarterIssuance: { totals: { certificates } } },
  });
  expect(await ask(serving.url, credentials.get('REGULATOR'), '{ clock { now } }')).toMatchObject({
    data: { clock: { now: expect.stringMatching(/^2018-11-01T12:/) } },
  });
}
