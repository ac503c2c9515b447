import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { codeOf } from '../../src/embedded/trouble.js';
import { compiled, type Ended, ended, project } from './run-program.js';

/** A program with all processes that it starts, as the terminal sees it: a signal reaches every one of them. */
export interface ProcessGroup {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Whether it has ended; set at once when it has. */
  hasEnded(): boolean;
  signal(name: NodeJS.Signals): void;
}

/** What the tests' own environment has and `pts` would heed. */
const notForPts = {
  NODE_ENV: undefined,
  NODE_OPTIONS: undefined,
  DATABASE_URL: undefined,
  PORT: undefined,
  HOST_ADDRESS: undefined,
  PTS_CLOCK: undefined,
  PTS_DATA_DIR: undefined,
  PTS_MODE: undefined,
} as const;

/**
 * Starts `pts WORDS...` in a process group of its own: the Node that is asked for may hand over to another one, and it is that
 * one that does the work. It is told that npm started it, so that it ends with the tests, however they end.
 */
export function startPtsGroup(words: readonly string[], environment: NodeJS.ProcessEnv = {}): ProcessGroup {
  const env = { ...process.env, ...notForPts, ...compiled, npm_lifecycle_event: 'test', ...environment };
  const child = spawn(process.execPath, [join(project, 'bin', 'pts.mjs'), ...words], { env, detached: true });
  let over = false;
  const end = ended(child).finally(() => {
    over = true;
  });
  return { child, ended: end, hasEnded: () => over, signal: name => signalGroup(child.pid, name) };
}

function signalGroup(leader: number | undefined, name: NodeJS.Signals): void {
  if (leader === undefined) throw new Error('the program could not be started');
  try {
    process.kill(-leader, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error; // otherwise it is gone already
  }
}
