import { InvalidArgumentError, Option } from 'commander';
import { Refusal } from '../domain/error.js';
import { type Month, parseMonth } from '../domain/month.js';
import { type CommandContext, command, does } from './command.js';
import { withDatabase } from './database.js';
import { FailureReported } from './failure.js';
import type { CommonOptions } from './options.js';
import { type SyntheticYear, yearLines } from './synthetic-year-lines.js';

interface YearOptions extends CommonOptions {
  readonly from: Month;
  readonly months: number;
  readonly seed: string;
  readonly url?: string;
}

/** `pts synthetic-year`: a year of made-up production on real units, through the API, to certificates. */
export function syntheticYearCommand() {
  return command('synthetic-year', 'Report a synthetic year on imported units through the API, and issue its quarters')
    .addOption(
      new Option('--from <month>', 'first month of a quarter').default('2017-07' as Month).argParser(parseMonth),
    )
    .addOption(new Option('--months <count>', 'how many months: whole quarters').default(12).argParser(parseCount))
    .addOption(new Option('--seed <text>', 'decides all that looks like chance').default('1'))
    .addOption(
      new Option('--url <url>', 'use this running sandbox on the same database, instead of a server of its own'),
    )
    .addHelpText('after', helpAfter)
    .action(does<YearOptions, []>(syntheticYear));
}

const helpAfter = `
Run pts import qualified-units first. Owners, DAS providers, meters and production are made up and marked synthetic: no real
production by system is public. The sandbox clock is moved through the year and put back. Repeating it changes nothing and
prints the same figures; repeating an interrupted one goes on where it stopped.`;

async function syntheticYear(context: CommandContext<YearOptions>): Promise<void> {
  const { from, months, seed } = context.options;
  if (process.env.PTS_MODE === 'production') {
    throw new Refusal('CLOCK_NOT_MOVABLE', 'A synthetic year needs a sandbox: this is production (PTS_MODE).');
  }
  const startedAt = performance.now();
  const year = await withDatabase(context, async ({ url }): Promise<SyntheticYear> => {
    const [{ openDatabase }, { runYear }, { operatorActor }, { runLaws }] = await Promise.all([
      import('../server/database.js'),
      import('../synthetic/run-year.js'),
      import('../operator/operator.js'),
      import('../ledger/laws/run-laws.js'),
    ]);
    const orm = await openDatabase(url);
    const server = context.options.url === undefined ? await ownServer(url) : null;
    const progress = context.reporter.count('Months and quarters');
    try {
      const at = new Date();
      const figures = await runYear(orm.em.fork(), {
        from,
        months,
        seed,
        url: server?.url ?? (context.options.url ?? '').replace(/\/+(graphql)?$/, ''),
        record: { at, by: (await operatorActor(orm.em.fork(), at)).accountId },
        progress: progress.at,
      });
      const lawsFrom = performance.now();
      const results = await runLaws(orm.em.fork());
      const laws = { run: results.length, broken: results.filter(law => !law.holds), ms: performance.now() - lawsFrom };
      return { from, months, seed, ...figures, laws, totalMs: performance.now() - startedAt };
    } finally {
      progress.done();
      await server?.close();
      await orm.close(true);
    }
  });
  context.reporter.result(year, yearLines(year));
  if (year.laws.broken.length > 0 || year.readings.refused > 0) throw new FailureReported();
}

/** The same server that `pts serve` runs, on a free port of this machine, as a sandbox. */
async function ownServer(databaseUrl: string) {
  const { startHttp } = await import('../server/start.js');
  return startHttp({ databaseUrl, host: '127.0.0.1', port: 0, mode: 'sandbox' });
}

function parseCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('A count is a number.');
  return Number(text);
}
