import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { logOf, type Place } from './place.js';
import { give } from './server-user.js';

const TOO_LONG_BYTES = 10_000_000;

/** Opens PostgreSQL's log for appending; an overlong one becomes `postgres.log.old` first. Out: descriptor and length. */
export function openLog(place: Place): { descriptor: number; lengthBefore: number } {
  const file = logOf(place);
  if (existsSync(file) && statSync(file).size > TOO_LONG_BYTES) renameSync(file, `${file}.old`);
  const descriptor = openSync(file, 'a', 0o600);
  give(file, place.user);
  return { descriptor, lengthBefore: fstatSync(descriptor).size };
}

/** What PostgreSQL has written to its log since it had this length; at most the last 8 kB of it. */
export function logSince(place: Place, lengthBefore: number): string {
  const descriptor = openSync(logOf(place), 'r');
  try {
    const length = fstatSync(descriptor).size;
    const from = Math.max(lengthBefore, length - 8192);
    const bytes = Buffer.alloc(Math.max(0, length - from));
    readSync(descriptor, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

/** The last lines of a text, for a person. */
export function lastLines(text: string, count = 6): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
