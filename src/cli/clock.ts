import { Argument } from 'commander';
import { Refusal } from '../domain/error.js';
import { command, does } from './command.js';
import { type House, withHouse } from './house.js';
import { type CommonOptions, parseInstant } from './options.js';

/** `pts clock [instant|real]`: shows or sets the clock of the sandbox. */
export function clockCommand() {
  return command('clock', 'Show the clock of the sandbox, or set it')
    .addArgument(new Argument('[instant]', 'the instant that it is to be, or "real"').argParser(parseClock))
    .action(
      does<CommonOptions, [Date | 'real' | undefined]>((context, instant) => {
        const show = async ({ em, mode }: House) => {
          const { readClock, writeClock } = await import('../clock/clock.js');
          if (instant !== undefined && mode === 'production') {
            throw new Refusal('CLOCK_NOT_MOVABLE', 'In production the clock is real and cannot be set.');
          }
          if (instant !== undefined) await writeClock(em, instant === 'real' ? null : instant, null);
          const now = (await readClock(em, mode)).toISOString();
          context.reporter.result({ now }, [`It is ${now}.`]);
        };
        return withHouse(context, show, { bindsNoMode: instant === undefined });
      }),
    );
}

function parseClock(text: string): Date | 'real' {
  return text === 'real' ? text : parseInstant(text);
}
