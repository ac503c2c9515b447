import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { processMark } from '../../src/embedded/process-mark.js';

/** Another process that uses the embedded database. */
export interface Holder {
  readonly url: string;
  readonly startedHere: boolean;
  /** Lets it release the database and waits for its end. */
  release(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Starts a process that acquires the database of a directory; resolves when it has it. */
export async function hold(directory: string): Promise<Holder> {
  const script = join('test', 'embedded', 'hold-database.mjs');
  const child = spawn(process.execPath, [script, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
  const got: unknown = JSON.parse(await firstLine(child));
  const end = async (act: () => void) => {
    const exit = once(child, 'exit');
    act();
    await exit;
  };
  return {
    ...(got as { url: string; startedHere: boolean }),
    release: () => end(() => child.stdin?.end()),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the holder has no stdout');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the holder ended without the database');
}

/** The process id of the server of a directory, as postmaster.pid has it. */
export function serverPid(directory: string): number {
  return Number(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Waits until a process is gone. */
export async function untilGone(pid: number): Promise<void> {
  while (processMark(pid) !== undefined) await new Promise(resolve => setTimeout(resolve, 10));
}
