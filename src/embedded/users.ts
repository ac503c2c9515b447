import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.js';
import { processMark } from './process-mark.js';
import { give } from './server-user.js';

/*
 * Who uses the embedded database: one empty file per use, named PID-MARK-N. The mark is the moment the process started,
 * so a later process with the same id is not taken for it. All of this happens under the lock of the place.
 */

const usersOf = (place: Place): string => join(place.directory, 'users');

let usesOfThisProcess = 0;

/** Enters one use by this process. Out: its file, to be handed to `removeUser`. */
export function addUser(place: Place): string {
  makeUsers(place);
  usesOfThisProcess += 1;
  const file = join(usersOf(place), `${process.pid}-${processMark(process.pid)}-${usesOfThisProcess}`);
  writeFileSync(file, '');
  give(file, place.user);
  return file;
}

/** Ends a use. */
export function removeUser(file: string): void {
  rmSync(file, { force: true });
}

/** Removes the uses of processes that no longer run. Out: how many uses are left. */
export function sweepUsers(place: Place): number {
  makeUsers(place);
  const files = readdirSync(usersOf(place));
  const gone = files.filter(file => !stillRuns(file));
  for (const file of gone) removeUser(join(usersOf(place), file));
  return files.length - gone.length;
}

function makeUsers(place: Place): void {
  if (mkdirSync(usersOf(place), { recursive: true, mode: 0o700 })) give(usersOf(place), place.user);
}

function stillRuns(file: string): boolean {
  const [pid, mark] = file.split('-');
  return processMark(Number(pid)) === mark;
}
