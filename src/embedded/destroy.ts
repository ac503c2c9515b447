import { existsSync, realpathSync, rmSync } from 'node:fs';
import { movedFrom } from './place.js';
import { killPostmaster, runningPostmaster } from './postmaster.js';

const PATIENCE_MS = 10_000;

/**
 * Ends the server of a directory, whoever uses it, and deletes the directory with all data: for databases that were made
 * to be thrown away. Does not return before it is done, so that it can be the last act of an ending process.
 */
export function destroyEmbeddedDatabase(requested: string): void {
  if (!existsSync(requested)) return;
  const asked = realpathSync(requested);
  const moved = movedFrom(asked);
  for (const directory of moved === undefined ? [asked] : [moved, asked]) {
    killPostmaster({ directory });
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (runningPostmaster({ directory }) && Date.now() < giveUpAt) pause(10);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
