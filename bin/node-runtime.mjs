/* Which Node runs the project: the one at hand if it will do, else the one that npm installed beside the project. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

/** Below this the project does not run. */
const LEAST = [22, 17];
/** From this on the Node at hand is used; between the two the installed one is preferred, if there is one. */
const WELCOME = [24, 0];
/**
 * How Node runs the program. What a batch of rows holds outlives V8's young generation at any size; left to itself that grows to twice 64 MB.
 * Kept small, a quarter is issued in a fifth less of node's time and a quarter less memory, and readings in bulk are stored in a tenth less.
 * `npm start` gives them at once; see `becomeUnderOptions` for the other ways.
 */
export const RUNTIME_OPTIONS = ['--max-semi-space-size=16'];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Whether another Node must take over. Throws, with a sentence for the person, where it must and there is none. */
export function mustHandOver(project) {
  if (atLeast(WELCOME)) return false;
  if (existsSync(installedNode(project))) return true;
  if (atLeast(LEAST)) return false;
  throw expected(
    existsSync(join(project, 'node_modules'))
      ? `Node ${process.version} is too old, and npm has no newer one for ${process.platform}-${process.arch}: install Node ${LEAST.join('.')} or newer.`
      : 'The project is not installed: run npm ci first.',
  );
}

/** Becomes the same command under these options, where they are not given already and the system can replace a process (a twentieth of a second). */
export function becomeUnderOptions() {
  const given = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(' ')].map(each => each.split('=')[0]);
  if (!process.execve || RUNTIME_OPTIONS.every(each => given.includes(each.split('=')[0]))) return;
  const { execPath, execArgv, argv, env } = process;
  process.execve(execPath, [execPath, ...RUNTIME_OPTIONS, ...execArgv, ...argv.slice(1)], env);
}

/** Runs the same command by the installed Node, passing on signals, and ends as it ends. */
export function handOver(project, script) {
  const child = spawn(installedNode(project), [...RUNTIME_OPTIONS, script, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)));
  });
}

/**
 * npm runs its scripts in a shell, and hands a SIGTERM to that shell alone: it dies and the program under it would live
 * on. So under npm the end of the parent counts as SIGTERM.
 */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 250).unref();
}

function installedNode(project) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(project, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
}

function atLeast([major, minor]) {
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  return ourMajor > major || (ourMajor === major && ourMinor >= minor);
}

function expected(message) {
  return Object.assign(new Error(message), { expected: true });
}
