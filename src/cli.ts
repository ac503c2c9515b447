import { Console } from 'node:console';
import { failureOf, sayFailure } from './cli/failure.js';
import { createProgram } from './cli/program.js';

/** Runs the command line `pts WORDS...` and ends the process: 0 done, 1 refused, 2 not understood, 70 a defect. */
export async function main(words: readonly string[]): Promise<void> {
  // Commands speak through their reporter; what a library says on its own account is not part of any result.
  globalThis.console = new Console(process.stderr, process.stderr);
  await leave(await runCommand(words));
}

/** Runs the command line `pts WORDS...` within a process that goes on. Out: the exit code. */
export async function runCommand(words: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    const failure = failureOf(error);
    sayFailure(failure, words.includes('--json'));
    return failure.exitCode;
  }
}

/** Ends the process once everything written has left it. */
async function leave(exitCode: number): Promise<void> {
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(exitCode);
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise(resolve => void stream.write('', () => resolve()));
}
