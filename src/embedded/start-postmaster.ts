import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, program } from './binaries.js';
import { serverProcess } from './cluster.js';
import { lastLines, logSince, openLog } from './log-file.js';
import { dataOf, logOf, type Place } from './place.js';
import { type Postmaster, runningPostmaster } from './postmaster.js';
import { codeOf, fileTrouble, messageOf, Trouble } from './trouble.js';

/** Settings of PostgreSQL by name, given on its command line, so that the code and not an old file decides. */
export type Settings = Readonly<Record<string, string>>;

/** For a small machine that does other things too. Reached over 127.0.0.1 alone. */
const defaults: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  // A partition and each of its indexes takes a lock of its own.
  max_locks_per_transaction: '256',
  // Compiling pays for long reports only; for short statements it costs more than it saves.
  jit: 'off',
  log_checkpoints: 'off',
};

/** How a server is started. */
export interface Starting {
  readonly settings: Settings;
  readonly patienceMs: number;
  /** Done while PostgreSQL becomes ready, on the processor that it leaves free. */
  readonly meanwhile: () => void;
}

const ATTEMPTS = 20;
const PAUSE_MS = 250;

/**
 * Starts PostgreSQL on the data of this place, on a free port, apart from our terminal: a Ctrl-C there reaches only us.
 * Call it under the lock. Out: the server, ready.
 */
export async function startPostmaster(place: Place, binaries: Binaries, how: Starting): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await tryToStart(place, binaries, how);
    if (typeof started !== 'string') return started;
    if (attempt === ATTEMPTS || !passes(started)) throw startTrouble(place, started);
    await sleep(PAUSE_MS);
  }
}

/** What goes away by itself: somebody took the port meanwhile; the children of a killed server are not all gone yet. */
function passes(log: string): boolean {
  return /could not bind|pre-existing shared memory block/.test(log);
}

function startTrouble(place: Place, log: string): unknown {
  if (/no space left/i.test(log)) return fileTrouble({ code: 'ENOSPC' }, place.directory);
  return new Trouble(`PostgreSQL did not start. The last lines of its log ${logOf(place)}:\n${lastLines(log)}`);
}

/** Out: the server, or what it wrote to its log before it gave up. */
async function tryToStart(place: Place, binaries: Binaries, how: Starting): Promise<Postmaster | string> {
  const words = ['-D', dataOf(place), '-p', String(await freePort())];
  for (const [name, value] of Object.entries({ ...defaults, ...how.settings })) words.push('-c', `${name}=${value}`);
  const { descriptor, lengthBefore } = openLog(place);
  const child = spawn(program(binaries, 'postgres'), words, {
    ...serverProcess(place),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  const kill = () => void child.kill('SIGQUIT');
  process.once('exit', kill);
  try {
    how.meanwhile();
    const ready = await untilReady(child, place, how.patienceMs);
    child.unref();
    return ready ?? logSince(place, lengthBefore);
  } finally {
    process.off('exit', kill);
  }
}

async function untilReady(child: ChildProcess, place: Place, patienceMs: number): Promise<Postmaster | undefined> {
  const giveUpAt = Date.now() + patienceMs;
  let failure: unknown;
  child.once('error', error => {
    failure = error;
  });
  while (child.exitCode === null && child.signalCode === null) {
    if (failure !== undefined) throw cannotRun(failure);
    const running = runningPostmaster(place);
    if (running?.ready && running.pid === child.pid) return running;
    if (Date.now() > giveUpAt) {
      child.kill('SIGQUIT');
      const log = lastLines(logSince(place, 0));
      throw new Trouble(`PostgreSQL was not ready after ${patienceMs / 1000} s. Its log ${logOf(place)} ends:\n${log}`);
    }
    await sleep(10);
  }
  return undefined;
}

function cannotRun(error: unknown): Trouble {
  return new Trouble(`PostgreSQL's program cannot be run (${codeOf(error) ?? messageOf(error)}): run npm ci again.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
