import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { give, type ServerUser } from './server-user.js';
import { messageOf, Trouble } from './trouble.js';

const WAIT_MS = 25;
const PATIENCE_MS = 180_000;

/**
 * Runs `work` while no other process does so for the same file. Node has no lock of the kernel's own; SQLite, which is
 * part of Node, has: it opens with the process and vanishes with it, however the process ends, so no owner can go stale.
 * In: the lock's file (made when missing), whose it should be, the work. Out: what the work returns.
 */
export async function withLock<T>(file: string, owner: ServerUser | undefined, work: () => Promise<T>): Promise<T> {
  closeSync(openSync(file, 'a', 0o600));
  give(file, owner);
  const lock = new DatabaseSync(file);
  try {
    await take(lock, file);
    return await work();
  } finally {
    lock.close();
  }
}

async function take(lock: DatabaseSync, file: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      if (!messageOf(error).includes('locked')) throw error;
      if (Date.now() > giveUpAt) {
        throw new Trouble(
          `Another process has been starting or stopping the database for minutes and still holds ${file}.`,
        );
      }
      await sleep(WAIT_MS);
    }
  }
}
