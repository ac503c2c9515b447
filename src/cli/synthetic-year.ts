import { InvalidArgumentError, Option } from 'commander';
import { Refusal } from '../domain/error.js';
import { type Month, parseMonth } from '../domain/month.js';
import { type CommandContext, command, does } from './command.js';
import { openDatabase } from './database.js';
import { FailureReported, Interrupted } from './failure.js';
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
  const { from, months, seed, mode } = context.options;
  if (mode === 'production') {
    throw new Refusal('CLOCK_NOT_MOVABLE', 'A synthetic year needs a sandbox: this is production (PTS_MODE).');
  }
  const startedAt = performance.now();
  const database = await openDatabase(context);
  try {
    const figures = await runOn(context, database.url);
    const year = { from, months, seed, ...figures, totalMs: Math.round(performance.now() - startedAt) };
    context.reporter.result(year, yearLines(year));
    if (year.laws.broken.length > 0 || year.readings.refused > 0) throw new FailureReported();
  } finally {
    await database.close();
  }
}

/** Runs the year and the laws. Interrupted, it ends after the step that it is at, so that the clock is put back. */
async function runOn(
  { options, reporter, stop }: CommandContext<YearOptions>,
  databaseUrl: string,
): Promise<Omit<SyntheticYear, 'from' | 'months' | 'seed' | 'totalMs'>> {
  const { from, months, seed } = options;
  const [server, { runYear }, { operatorActor }, { runLaws }, { allLaws }] = await Promise.all([
    import('../server/database.js'),
    import('../synthetic/run-year.js'),
    import('../operator/operator.js'),
    import('../ledger/laws/run-laws.js'),
    import('../operator/all-laws.js'),
  ]);
  const orm = await server.openDatabase(databaseUrl);
  const api = options.url === undefined ? await ownServer(databaseUrl) : null;
  const progress = reporter.count('Months and quarters');
  const goOn = () => {
    if (stop.signal.aborted) throw new Interrupted(stop.signal.reason);
  };
  void stop.requested.then(() => reporter.remark('Ending after this step; once more ends at once'));
  try {
    const at = new Date();
    const figures = await runYear(orm.em.fork(), {
      from,
      months,
      seed,
      url: api?.url ?? (options.url ?? '').replace(/\/+(graphql)?$/, ''),
      record: { at, by: (await operatorActor(orm.em.fork(), at)).accountId },
      progress: (done, total) => {
        progress.at(done, total);
        goOn();
      },
    });
    const lawsFrom = performance.now();
    const results = await runLaws(orm.em.fork(), { laws: allLaws, each: goOn });
    const broken = results.filter(law => !law.holds);
    return { ...figures, laws: { run: results.length, broken, ms: Math.round(performance.now() - lawsFrom) } };
  } finally {
    progress.done();
    await api?.close();
    await orm.close(true);
  }
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
