import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireEmbeddedDatabase } from '../../src/embedded/acquire.js';
import { destroyEmbeddedDatabase } from '../../src/embedded/destroy.js';
import { Trouble } from '../../src/embedded/trouble.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const isRoot = process.getuid?.() === 0;
const base = temporaryDirectory('trouble');

const settings = { fsync: 'off' };

async function troubleOf(directory: string, more = {}): Promise<string> {
  try {
    await acquireEmbeddedDatabase({ directory, settings: { ...settings, ...more } });
  } catch (error) {
    expect(error).toBeInstanceOf(Trouble);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('nothing stood in the way');
}

test('a directory that cannot be written is named, with what to do', async () => {
  const closed = join(base, 'closed');
  mkdirSync(closed, { mode: 0o500 });
  const directory = isRoot ? '/proc/pts/postgres' : join(closed, 'postgres');
  expect(await troubleOf(directory)).toMatch(/^The data directory \S+ cannot be written: .* PTS_DATA_DIR\.$/);
});

test('a file where the directory should be is named', async () => {
  const file = join(base, 'file');
  writeFileSync(file, '');
  expect(await troubleOf(join(file, 'postgres'))).toMatch(/cannot be made, since a file is in the way/);
});

test('data of another major version are refused and left alone', async () => {
  const data = join(base, 'old', 'data');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'PG_VERSION'), '14\n');
  expect(await troubleOf(join(base, 'old'))).toMatch(/written by PostgreSQL 14 and cannot be read by PostgreSQL \d\d/);
  expect(existsSync(join(data, 'PG_VERSION'))).toBe(true);
});

test('a start that fails shows the last lines of the log, and the next one succeeds', async () => {
  const directory = join(base, 'failing');
  const message = await troubleOf(directory, { shared_buffers: 'plenty' });
  expect(message).toMatch(/^PostgreSQL did not start\. The last lines of its log .*postgres\.log:\n.*plenty/s);
  expect(message).not.toMatch(/password/);
  const { release } = await acquireEmbeddedDatabase({ directory, settings });
  expect(statSync(join(directory, 'password')).mode & 0o777).toBe(0o600);
  await release();
});

// Only root has another user run PostgreSQL, so only root can meet a closed directory above its own data.
if (isRoot) {
  test('root below a directory that others cannot enter: the data move, and the note says where', async () => {
    const closed = join(base, 'private');
    mkdirSync(closed, { mode: 0o700 });
    const directory = join(closed, 'postgres');
    const first = await acquireEmbeddedDatabase({ directory, settings });
    expect(first.directory).not.toContain(closed);
    expect(first.note).toContain(`cannot enter ${closed}: the data are in ${first.directory}.`);
    await first.release();
    const second = await acquireEmbeddedDatabase({ directory, settings });
    expect(second.directory).toBe(first.directory);
    await second.release();
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    destroyEmbeddedDatabase(directory);
    expect(existsSync(first.directory)).toBe(false);
  });
}
