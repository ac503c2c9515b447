import { Command } from 'commander';
import { type CommonOptions, withCommonOptions } from './options.js';
import { createReporter, type Reporter } from './reporter.js';
import { listenForStop, type Stop } from './stop.js';

/** What the work of a command is given. */
export interface CommandContext<Options extends CommonOptions = CommonOptions> {
  readonly options: Options;
  readonly reporter: Reporter;
  readonly stop: Stop;
}

/**
 * A command of `pts`. In: its name and one line of help. Out: a commander command with the common options, to which the
 * caller adds its own options and arguments and, by `does`, its work.
 */
export function command(name: string, summary: string): Command {
  return withCommonOptions(new Command(name).summary(summary).description(`${summary}.`));
}

/** Turns a function of context and arguments into what commander calls. */
export function does<Options extends CommonOptions, Words extends readonly unknown[]>(
  work: (context: CommandContext<Options>, ...words: Words) => Promise<void>,
): (...given: [...Words, Options, Command]) => Promise<void> {
  return async (...given) => {
    const words = given.slice(0, -2) as unknown as Words;
    const options = given.at(-2) as Options;
    await work({ options, reporter: createReporter(options.json), stop: listenForStop() }, ...words);
  };
}
