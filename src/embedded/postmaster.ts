import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataOf, type Place } from './place.js';
import { commandLine, isListed, processMark } from './process-mark.js';
import { codeOf, Trouble } from './trouble.js';

/** A PostgreSQL server, as it writes itself into postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** It accepts connections, be it as a standby of another one; otherwise it is still starting, recovering or stopping. */
  readonly ready: boolean;
}

const STOP_PATIENCE_MS = 60_000;
const KILL_PATIENCE_MS = 10_000;

/**
 * The server that runs on the data of this place, whoever started it, or undefined. What a killed server left behind is
 * removed where PostgreSQL itself would stumble over it: its process id belongs to another program now, or to a zombie
 * that nobody has buried.
 */
export function runningPostmaster(place: Place): Postmaster | undefined {
  const written = readPostmaster(place);
  if (!written || !isListed(written.pid)) return undefined;
  if (processMark(written.pid) !== undefined && servesPlace(written.pid, place)) return written;
  rmSync(pidFile(place), { force: true });
  return undefined;
}

const pidFile = (place: Place): string => join(dataOf(place), 'postmaster.pid');

/** Lines of postmaster.pid: 1 process id, 4 port, 8 status. They appear one after the other while the server starts. */
function readPostmaster(place: Place): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(place), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0
      ? { pid, port: Number(lines[3] ?? 0), ready: ['ready', 'standby'].includes(lines[7]?.trim() ?? '') }
      : undefined;
  } catch {
    return undefined;
  }
}

function servesPlace(pid: number, place: Place): boolean {
  const command = commandLine(pid);
  return command === '' || (command.includes('postgres') && command.includes(dataOf(place)));
}

/** Stops the server of this place, if one runs: connections are ended, data written; the impatient way if that hangs. */
export async function stopPostmaster(place: Place): Promise<void> {
  const running = runningPostmaster(place);
  if (!running) return;
  signal(running.pid, 'SIGINT');
  if (await ended(running.pid, STOP_PATIENCE_MS)) return;
  signal(running.pid, 'SIGQUIT');
  if (await ended(running.pid, KILL_PATIENCE_MS)) return;
  throw new Trouble(`PostgreSQL (process ${running.pid}) does not stop: end it with kill -9 ${running.pid}.`);
}

/** Stops the server of this place at once, without waiting; its next start recovers from its log of writes. */
export function killPostmaster(place: Place): void {
  const running = runningPostmaster(place);
  if (running) signal(running.pid, 'SIGQUIT');
}

/** A process that is gone already needs no signal. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

async function ended(pid: number, withinMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinMs;
  while (processMark(pid) !== undefined) {
    if (Date.now() > giveUpAt) return false;
    await sleep(10);
  }
  return true;
}
