/*
 * Everything that a run of the tests leaves behind lies in one directory, named after the process. It goes with the process, or with
 * the next run when the process was killed. Where memory can be written to as a disk, it lies there: a run makes and removes some
 * hundred databases of a thousand files each, and a disk may look long for a place that was not just given up.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'pts-test-';
const MEMORY = '/dev/shm';
/** Of what a run needs at a time, twice as much. */
const ROOM_BYTES = 4 * 2 ** 30;

/** Makes the directory of this run and removes those of killed ones. The project must have been built. */
export async function makeRunDirectory() {
  await removeKilledRuns();
  const { processMark } = await import('../../dist/src/embedded/process-mark.js');
  const { destroyEmbeddedDatabase } = await import('../../dist/src/embedded/destroy.js');
  const directory = join(hasRoom(MEMORY) ? MEMORY : tmpdir(), `${PREFIX}${process.pid}-${processMark(process.pid)}`);
  mkdirSync(directory);
  chmodSync(directory, 0o755); // where root runs the tests, PostgreSQL's user must be able to pass
  process.once('exit', () => remove(directory, destroyEmbeddedDatabase));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  return directory;
}

/** Removes what runs that are no more have left, and ends the servers they have left. */
export async function removeKilledRuns() {
  const { processMark } = await import('../../dist/src/embedded/process-mark.js');
  const { destroyEmbeddedDatabase } = await import('../../dist/src/embedded/destroy.js');
  for (const place of [MEMORY, tmpdir()].filter(existsSync)) {
    for (const name of readdirSync(place)) {
      if (!name.startsWith(PREFIX)) continue;
      const [pid, mark] = name.slice(PREFIX.length).split('-');
      if (processMark(Number(pid)) !== mark) remove(join(place, name), destroyEmbeddedDatabase);
    }
  }
}

function hasRoom(place) {
  if (!existsSync(place)) return false;
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize >= ROOM_BYTES;
}

/** Ends the servers of all databases within, at most three directories down, and deletes everything. */
function remove(directory, destroyEmbeddedDatabase, depth = 3) {
  if (existsSync(join(directory, 'data')) || existsSync(join(directory, 'moved-to'))) {
    destroyEmbeddedDatabase(directory);
  } else if (depth > 0) {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.isDirectory()) remove(join(directory, entry.name), destroyEmbeddedDatabase, depth - 1);
    }
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}
