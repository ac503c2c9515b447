import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { withLock } from './lock.js';
import { barrierOn, give, type ServerUser, serverUserFor } from './server-user.js';
import { codeOf, fileTrouble, Trouble } from './trouble.js';

/** Where one embedded database lives and who runs it. */
export interface Place {
  /** Holds `data` (PostgreSQL's own), `password`, `postgres.log`, `users` and `lock`. */
  readonly directory: string;
  /** Only when we are root: who runs PostgreSQL and owns the files. */
  readonly user?: ServerUser | undefined;
  /** Only when the data lie elsewhere than asked: a sentence that says where and why. */
  readonly note?: string | undefined;
}

/** PostgreSQL's own directory within a place. */
export const dataOf = (place: Pick<Place, 'directory'>): string => join(place.directory, 'data');

/** The log of PostgreSQL within a place. */
export const logOf = (place: Pick<Place, 'directory'>): string => join(place.directory, 'postgres.log');

/** In a directory whose data had to move: the path they moved to. In the other one: the path they came from. */
const MOVED_TO = 'moved-to';
const CAME_FROM = 'came-from';

/**
 * Finds and makes the directory of an embedded database. In: the directory that is asked for. Out: that one, unless we
 * are root and the user who runs PostgreSQL cannot enter it: then one outside, remembered for the next time.
 */
export async function findPlace(requested: string): Promise<Place> {
  const asked = resolve(requested);
  try {
    const user = serverUserFor(join(asked, 'data'));
    makeDirectory(asked, user);
    const directory = realpathSync(asked);
    return user ? await placeForOther(directory, user) : placeForOurselves(directory);
  } catch (error) {
    throw fileTrouble(error, asked);
  }
}

/** Where the data of this directory moved to, if they did. */
export function movedFrom(directory: string): string | undefined {
  const moved = readText(join(directory, MOVED_TO));
  return moved && readText(join(moved, CAME_FROM)) === directory ? moved : undefined;
}

function placeForOurselves(directory: string): Place {
  accessSync(directory, constants.W_OK | constants.X_OK);
  const data = join(directory, 'data');
  if (existsSync(data) && process.getuid && statSync(data).uid !== process.getuid()) {
    throw new Trouble(
      `The database in ${directory} belongs to another user: start as that user, or choose another directory with --data-dir or PTS_DATA_DIR.`,
    );
  }
  return { directory };
}

async function placeForOther(asked: string, user: ServerUser): Promise<Place> {
  const moved = movedFrom(asked);
  if (moved) return movedPlace(asked, moved, serverUserFor(join(moved, 'data')) ?? user);
  const barrier = barrierOn(asked, user);
  if (!barrier) return { directory: asked, user };
  if (existsSync(join(asked, 'data'))) {
    throw new Trouble(
      `User ${user.name}, who runs PostgreSQL, can no longer enter ${barrier} on the way to the database in ${asked}: open that directory (chmod o+x) again.`,
    );
  }
  return movedPlace(asked, await moveAway(asked, user), user);
}

function movedPlace(asked: string, directory: string, user: ServerUser): Place {
  const barrier = barrierOn(asked, user) ?? asked;
  const note = `PostgreSQL runs as user ${user.name}, who cannot enter ${barrier}: the data are in ${directory}.`;
  return { directory, user, note };
}

/** Makes a directory that this user can enter and ties it to the one asked for. Two processes at once get the same. */
function moveAway(asked: string, user: ServerUser): Promise<string> {
  return withLock(join(asked, 'lock'), user, async () => {
    const already = movedFrom(asked);
    if (already) return already;
    const directory = makeElsewhere(user);
    writeFileSync(join(directory, CAME_FROM), asked);
    writeFileSync(join(asked, MOVED_TO), directory);
    return directory;
  });
}

function makeElsewhere(user: ServerUser): string {
  for (const base of ['/var/lib', tmpdir(), '/tmp']) {
    if (barrierOn(base, user)) continue;
    try {
      const directory = realpathSync(mkdtempSync(join(base, 'pts-')));
      give(directory, user);
      return directory;
    } catch {
      // Not writable: the next one.
    }
  }
  throw new Trouble(
    `User ${user.name}, who runs PostgreSQL, cannot enter the data directory and none could be made in /var/lib or ${tmpdir()}: choose one with --data-dir or PTS_DATA_DIR.`,
  );
}

/**
 * Makes the directory and those above it that are missing; all of these belong to the user who runs PostgreSQL.
 * (The `recursive` of Node's own mkdir never returns where the file system pretends that the parent is missing.)
 */
function makeDirectory(directory: string, user: ServerUser | undefined): void {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeDirectory(dirname(directory), user);
  try {
    mkdirSync(directory, { mode: 0o700 });
    give(directory, user);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return; // another process was faster
    throw codeOf(error) === 'ENOENT' ? fileTrouble({ code: 'EROFS' }, directory) : error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
