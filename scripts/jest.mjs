/* Runs Jest on the Node at hand, as ES modules, and tells what came of it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';

/** From here on an exit code means that a signal ended the program. */
const INTERRUPTED = 128;
/** With more room for what is young, half as much is carried on that is soon forgotten. */
const FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--max-semi-space-size=32'];

/**
 * In: the project's directory, words for Jest's command line, additions to its environment.
 * Out: `{ passed, failed, exitCode }`. A file that cannot be loaded counts as one failed, and so does a skipped test.
 */
export async function runJest(project, words, environment = {}) {
  await build(project); // what test files import of the program is what is built of it (test/support/warm)
  const directory = mkdtempSync(join(tmpdir(), 'pts-jest-'));
  const report = join(directory, 'report.json');
  const jest = join(project, 'node_modules', 'jest', 'bin', 'jest.js');
  const given = [...FLAGS, jest, ...words, '--json', `--outputFile=${report}`, '--silent=false'];
  try {
    const exitCode = await run(process.execPath, given, { cwd: project, env: { ...process.env, ...environment } });
    if (exitCode >= INTERRUPTED) await cleanUp();
    return { ...counts(report), exitCode };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * Runs a program in the foreground. The first signal is passed on and waited for.
 * Jest prints its report for programs on stdout (`--json`), which nobody reads here: the file is read instead.
 */
export function run(program, words, { stdout = 'ignore', ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', stdout, 'inherit'], ...options });
    const pass = signal => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(signal ? 128 : (code ?? 1));
    });
  });
}

/** A test that was interrupted while it started a server of its own may leave one: give it a moment, then end it. */
async function cleanUp() {
  await new Promise(resolve => setTimeout(resolve, 1000));
  const { removeKilledRuns } = await import('../test/support/run-directory.mjs');
  await removeKilledRuns();
}

function counts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const skipped = numPendingTests + numTodoTests;
    if (skipped > 0) console.error(`${skipped} tests were skipped, which counts as failed.`);
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites + skipped };
  } catch {
    return { passed: 0, failed: 1 }; // Jest itself did not come to an end
  }
}
