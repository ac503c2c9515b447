import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildIssuingWorld } from '../support/issuing-world.js';
import { type Ended, runPtsHere } from '../support/run-program.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** A quarter of a small world is reported and issued by commands; each test goes on where the one before it stopped. */
const file = join(temporaryDirectory('report-quarter'), '2017-Q3.csv');
const uploadDate = ['--clock', '2018-01-10T17:00:00Z'];
const mintDate = ['--clock', '2018-01-15T17:00:00Z'];
let database: TestDatabase;
let reported: { sha256: string; lineCount: number };

beforeAll(async () => {
  database = await createTestDatabase();
  await buildIssuingWorld(database.url, 60);
});
afterAll(() => database.drop());

const pts = (...words: string[]): Promise<Ended> => runPtsHere(words, { DATABASE_URL: database.url });

async function runs(): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (
      await client.query(
        'select quarter, report_reason as reason, frozen_at is not null as frozen, completed_at is not null as issued from issuance_run',
      )
    ).rows;
  } finally {
    await client.end();
  }
}

test('before its upload date a quarter is not reported, after it not issued before its mint date', async () => {
  const report = await pts('report-quarter', '2017-Q3', '--clock', '2018-01-09T17:00:00Z');
  const issue = await pts('issue-quarter', '2017-Q3', '--dry-run', ...uploadDate);
  expect([report, issue].map(({ exitCode, stdout, stderr }) => [exitCode, stdout, stderr])).toEqual([
    [1, '', 'pts: 2017-Q3 is reported to the GIS on 2018-01-10. (BEFORE_SCHEDULE)\n'],
    [1, '', 'pts: 2017-Q3 is minted on 2018-01-15. (BEFORE_SCHEDULE)\n'],
  ]);
});

test('a dry run says what would be reported, keeps nothing and writes no file', async () => {
  const { exitCode, stdout, stderr } = await pts(
    'report-quarter',
    '2017-Q3',
    '--dry-run',
    '--file',
    file,
    ...uploadDate,
  );
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(
      /^2017-Q3 \(dry run, nothing kept\): [\d.]+ MWh reported, \d+ assets, \d+ lines, sha256 [0-9a-f]{64}\.\n$/,
    ),
  });
  expect(stderr).toContain('No file is written: a dry run freezes no report\n');
  expect(existsSync(file)).toBe(false);
  expect(await runs()).toEqual([]);
  const issue = await pts('issue-quarter', '2017-Q3', '--dry-run', ...mintDate);
  expect(issue).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('(QUARTER_NOT_REPORTED)') });
});

test('with --json it prints one object, and --file holds the lines of which it tells the hash', async () => {
  const words = ['--reason', 'the tenth', '--json', '--file', file];
  const { exitCode, stdout } = await pts('report-quarter', '2017-Q3', ...words, ...uploadDate);
  expect(exitCode).toBe(0);
  reported = JSON.parse(stdout);
  expect(reported).toMatchObject({ quarter: '2017-Q3', dryRun: false, replayed: false });
  const content = readFileSync(file);
  expect(createHash('sha256').update(content).digest('hex')).toBe(reported.sha256);
  const lines = content.toString().split('\n');
  expect(lines.pop()).toBe('');
  expect(lines).toHaveLength(reported.lineCount);
  expect(lines.filter(line => !/^\d+,0[789]\/2017,\d+\.000$/.test(line))).toEqual([]);
  expect(await runs()).toEqual([{ quarter: '2017-Q3', reason: 'the tenth', frozen: true, issued: false }]);
});

test('asked again it answers what it answered, for it is frozen', async () => {
  const { exitCode, stdout } = await pts('report-quarter', '2017-Q3', '--json', '--clock', '2018-01-12T17:00:00Z');
  expect({ exitCode, said: JSON.parse(stdout) }).toEqual({ exitCode: 0, said: { ...reported, replayed: true } });
});

test('issue-quarter issues what was reported', async () => {
  const { exitCode, stdout } = await pts('issue-quarter', '2017-Q3', ...mintDate);
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(/^2017-Q3: [1-9]\d* certificates from [\d.]+ MWh reported, \d+ assets, /),
  });
  expect(await runs()).toEqual([{ quarter: '2017-Q3', reason: 'the tenth', frozen: true, issued: true }]);
});

test('a quarter that is none is refused; without one the command is not understood', async () => {
  const none = await pts('report-quarter', '2017-Q5');
  expect(none).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringMatching(/"2017-Q5" is not a quarter/) });
  expect(await pts('report-quarter')).toMatchObject({ exitCode: 2, stdout: '' });
});
