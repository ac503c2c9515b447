import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase } from '../support/database.js';
import { project, runPts, runPtsHere } from '../support/run-program.js';

/** Three of them are run as a person runs them: what ends a process, and how, is one file (src/cli.ts). The others are run here. */
const nowhere = 'postgres://someone:secret@127.0.0.1:1/nothing';

/** A sentence for a person: it is on stderr, one line, and neither a stack trace nor a secret. */
function expectSentence(stderr: string, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/secret|at .*:\d+:\d+/);
}

test('--help lists the commands and ends well; so does the help of a command', async () => {
  const { exitCode, stdout } = await runPts(['--help']);
  expect(exitCode).toBe(0);
  for (const name of ['serve', 'migrate', 'vectors']) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  const serve = await runPtsHere(['serve', '--help']);
  expect(serve.exitCode).toBe(0);
  expect(serve.stdout).toMatch(/--port.*PORT/s);
});

test.each([
  ['no command', []],
  ['an unknown command', ['nonsense']],
  ['an unknown option', ['migrate', '--nonsense']],
  ['a port that is none', ['serve', '--port', '70000']],
  ['seconds that are none', ['serve', '--public-cache-seconds', '1.5']],
  ['an instant without its offset', ['serve', '--clock', '2026-08-01']],
  ['a day that does not exist', ['clock', '2018-02-30T00:00:00Z']],
  ['an instant before the clock begins', ['clock', '1999-12-31T23:59:59Z']],
  ['an instant after the clock ends', ['laws', '--clock', '2100-01-01T00:00:00Z']],
  ['a mode that is none', ['migrate', '--mode', 'nonsense']],
  ['vectors without a file', ['vectors']],
])('%s is not understood: exit code 2', async (_, words) => {
  const { exitCode, stdout, stderr } = await runPtsHere(words);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toBe('');
});

test('not understood: the process ends with exit code 2', async () => {
  const { exitCode, stdout, stderr } = await runPts(['nonsense']);
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining('nonsense'),
  });
});

test('with --json stdout is one JSON object and nothing else', async () => {
  const { url, drop } = await createTestDatabase();
  const { exitCode, stdout } = await runPtsHere(['migrate', '--json'], { DATABASE_URL: url });
  await drop();
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '{"applied":[]}\n' });
});

test('with --json a failure is one JSON object too, beside the sentence', async () => {
  const { exitCode, stdout, stderr } = await runPts(['migrate', '--json', '--database-url', nowhere]);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    error: {
      code: 'TROUBLE',
      message: 'The database at someone@127.0.0.1:1/nothing cannot be used: nothing listens there.',
    },
  });
  expectSentence(stderr, /nothing listens there/);
});

test.each(['serve', 'migrate'])('%s on an unreachable DATABASE_URL: one sentence, exit code 1', async name => {
  const { exitCode, stderr } = await runPtsHere([name], { DATABASE_URL: nowhere, PORT: '0' });
  expect(exitCode).toBe(1);
  expectSentence(
    stderr,
    /^pts: The database at someone@127\.0\.0\.1:1\/nothing cannot be used: nothing listens there\.$/m,
  );
});

test('a DATABASE_URL that is no address: one sentence, exit code 1', async () => {
  const { exitCode, stderr } = await runPtsHere(['migrate'], { DATABASE_URL: 'mysql://secret' });
  expect(exitCode).toBe(1);
  expectSentence(stderr, /not an address of PostgreSQL/);
});

test('serve refuses a database that is behind, and changes nothing in it', async () => {
  const { url, drop } = await createTestDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DELETE FROM migration');
  const { exitCode, stderr } = await runPtsHere(['serve'], { DATABASE_URL: url, PORT: '0' });
  const { rows } = await client.query('SELECT count(*)::int AS count FROM migration');
  await client.end();
  await drop();
  expect(exitCode).toBe(1);
  expectSentence(stderr, /is behind by \d+ migrations \(next: 01-\S+\): run npm run migrate/);
  expect(rows).toEqual([{ count: 0 }]);
});

test('a busy port: one sentence, exit code 1, before any database is started', async () => {
  const busy = createServer();
  await new Promise<void>(resolve => busy.listen(0, '127.0.0.1', resolve));
  const address = busy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { exitCode, stderr } = await runPtsHere(['serve'], { PORT: String(port), PTS_DATA_DIR: '/proc/never-reached' });
  busy.close();
  expect(exitCode).toBe(1);
  expectSentence(stderr, new RegExp(`Port ${port} on 127.0.0.1 is taken`));
});

test('an unwritable data directory: one sentence, exit code 1', async () => {
  const { exitCode, stderr } = await runPtsHere(['migrate'], { PTS_DATA_DIR: '/dev/null/postgres' });
  expect(exitCode).toBe(1);
  expectSentence(stderr, /^pts: The data directory \/dev\/null\/postgres cannot be made/);
});

test('PTS_CLOCK is read as --clock is', async () => {
  const { exitCode, stderr } = await runPtsHere(['laws'], { PTS_CLOCK: '2018-02-30T00:00:00Z' });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/There is no day 2018-02-30\./);
});

test.each(['abc', '99999999999999999999'])('pts token --account %s: a refusal, no defect', async account => {
  const { url, drop } = await createTestDatabase();
  const { exitCode, stdout, stderr } = await runPtsHere(['token', '--account', account, '--json'], {
    DATABASE_URL: url,
  });
  await drop();
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'BAD_USER_INPUT' } });
  expectSentence(stderr, /an id is digits/);
});

test('in production the clock cannot be set', async () => {
  const { exitCode, stderr } = await runPtsHere(['serve', '--clock', '2026-08-01T12:00:00Z'], {
    PTS_MODE: 'production',
  });
  expect(exitCode).toBe(1);
  expectSentence(stderr, /clock/);
});

test('vectors counts rows in its last line and fails on a file that is none', async () => {
  const good = await runPtsHere(['vectors', join(project, 'test', 'vectors', 'mint-calendar.json')]);
  expect(good.exitCode).toBe(0);
  expect(good.stdout).toMatch(/^\d+ passed, 0 failed\n$/);
  const bad = await runPtsHere(['vectors', join(project, 'package.json')]);
  expect(bad.exitCode).toBe(1);
  expect(bad.stdout).toMatch(/\n0 passed, 1 failed\n$/);
});

test('vectors --json prints one object: counts, and a line for each difference', async () => {
  const good = await runPtsHere(['vectors', '--json', join(project, 'test', 'vectors', 'mint-calendar.json')]);
  expect(good.exitCode).toBe(0);
  expect(JSON.parse(good.stdout)).toEqual({ passed: expect.any(Number), failed: 0, differences: [] });
  const bad = await runPtsHere(['vectors', '--json', join(project, 'package.json')]);
  expect(bad.exitCode).toBe(1);
  expect(JSON.parse(bad.stdout)).toEqual({ passed: 0, failed: 1, differences: [expect.stringMatching(/has no rows/)] });
});
