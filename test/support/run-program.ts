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

/** Runs `pts WORDS...` as a person would, to its end: for what only a process of its own shows. */
export function runPts(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ended(startPts(words, environment));
}

/** Runs `pts WORDS...` in the process of the tests (see warm/command.mjs): for what a command says and does. */
export function runPtsHere(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { commandHere } = globalThis.ptsLoaded<WarmCommand>(join(project, 'test', 'support', 'warm', 'command.mjs'));
  return commandHere(words, environmentOf(environment));
}

interface WarmCommand {
  commandHere(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended>;
}

declare global {
  /** Given by warm/environment.mjs: what Node itself has loaded of a file. */
  var ptsLoaded: <Loaded>(file: string) => Loaded;
}

/** Starts `pts WORDS...`. */
export function startPts(words: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [join(project, 'bin', 'pts.mjs'), ...words], { env: environmentOf(environment) });
}

/** Nothing of the tests' own environment that the program would heed. */
function environmentOf(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV, NODE_OPTIONS, DATABASE_URL, PORT, PTS_CLOCK, PTS_DATA_DIR, PTS_MODE, ...rest } = process.env;
  return { ...rest, ...compiled, ...environment };
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
