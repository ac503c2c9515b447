import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** How a program ended and what it said. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The directory of the project; tests are run from there. */
export const project = resolve('.');

/** Runs `pts WORDS...` as a person would, to its end, with nothing of the tests' own environment that it would heed. */
export function runPts(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ended(startPts(words, environment));
}

/** Starts `pts WORDS...`. */
export function startPts(words: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const { NODE_ENV, NODE_OPTIONS, DATABASE_URL, PORT, PTS_CLOCK, PTS_DATA_DIR, PTS_MODE, ...rest } = process.env;
  const env = { ...rest, ...compiled, ...environment };
  return spawn(process.execPath, [join(project, 'bin', 'pts.mjs'), ...words], { env });
}

/** Node compiles the program and its libraries once for all the processes of a run. */
export const compiled: NodeJS.ProcessEnv = {
  NODE_COMPILE_CACHE: join(process.env.PTS_TEST_DIRECTORY ?? tmpdir(), 'compiled'),
};

/** Waits for the end of a program. */
export function ended(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', chunk => {
    said.stdout += chunk;
  });
  child.stderr?.on('data', chunk => {
    said.stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', exitCode => resolve({ exitCode, ...said }));
  });
}
