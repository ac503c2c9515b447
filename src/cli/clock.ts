import { Argument } from 'commander';
import { command, does } from './command.js';
import { withHouse } from './house.js';
import { type CommonOptions, parseInstant } from './options.js';

/** `pts clock [instant|real]`: shows or sets the clock of the sandbox. */
export function clockCommand() {
  return command('clock', 'Show the clock of the sandbox, or set it')
    .addArgument(new Argument('[instant]', 'the instant that it is to be, or "real"').argParser(parseClock))
    .action(
      does<CommonOptions, [Date | 'real' | undefined]>((context, instant) =>
        withHouse(context, async ({ em }) => {
          const { readClock, writeClock } = await import('../clock/clock.js');
          if (instant !== undefined) await writeClock(em, instant === 'real' ? null : instant, null);
          const now = (await readClock(em, 'sandbox')).toISOString();
          context.reporter.result({ now }, [`It is ${now}.`]);
        }),
      ),
    );
}

function parseClock(text: string): Date | 'real' {
  return text === 'real' ? text : parseInstant(text);
}
