import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { type CommandContext, command, does } from './command.js';
import { openDatabase } from './database.js';
import { type DemoYear, demoYearLines } from './demo-year-lines.js';
import { FailureReported, Interrupted } from './failure.js';
import type { CommonOptions } from './options.js';

/** `pts demo-year`: one programme year on a fresh database, through the API, with its sums and laws checked. */
export function demoYearCommand() {
  return command('demo-year', 'Play one programme year on a fresh database through the API, and check its sums')
    .addHelpText('after', helpAfter)
    .action(does<CommonOptions, []>(demoYear));
}

const helpAfter = `
The database must hold nothing: give --data-dir of a new directory. A server of its own is started on it; every fact of the year
2017 enters over HTTP with the credential of the role that would enter it. The sandbox clock is left where the story ends, so that
pts serve --data-dir of the same directory shows the year. Exit code 1 when a sum does not hold or a law is broken.

Example: pts demo-year --data-dir .pts/demo-year`;

async function demoYear(context: CommandContext): Promise<void> {
  if (context.options.mode === 'production') {
    throw new Refusal('CLOCK_NOT_MOVABLE', 'A demo year needs a sandbox: this is production (PTS_MODE).');
  }
  const database = await openDatabase(context);
  try {
    const year = await playOn(context, database.url);
    context.reporter.result(year, demoYearLines(year));
    const failed = year.sums.filter(({ holds }) => !holds);
    for (const { name, left, right } of failed) {
      context.reporter.remark(`A sum does not hold: ${name}: ${left} is not ${right}.`);
    }
    if (failed.length > 0 || year.laws.broken.length > 0) throw new FailureReported();
  } finally {
    await database.close();
  }
}

async function playOn({ reporter, stop }: CommandContext, databaseUrl: string): Promise<DemoYear> {
  const [server, { startHttp }, { makeToken }, { allLaws }, { runLaws }, { readClock }, { playYear }, { sumsOf }] =
    await Promise.all([
      import('../server/database.js'),
      import('../server/start.js'),
      import('../operator/make-token.js'),
      import('../operator/all-laws.js'),
      import('../ledger/laws/run-laws.js'),
      import('../clock/clock.js'),
      import('../demo-year/play-year.js'),
      import('../demo-year/sums.js'),
    ]);
  const goOn = () => {
    if (stop.signal.aborted) throw new Interrupted(stop.signal.reason);
  };
  const orm = await server.openDatabase(databaseUrl);
  try {
    await refuseUsed(orm.em.fork());
    const now = await readClock(orm.em.fork(), 'sandbox');
    const staff = { organisation: 'MassCEC', kinds: ['STAFF'] } as const;
    const { secret } = await makeToken(orm.em.fork(), now, 'sandbox', { label: 'demo year', for: staff });
    const api = await startHttp({ databaseUrl, host: '127.0.0.1', port: 0, mode: 'sandbox', logLevel: 'silent' });
    const chapter = (title: string) => {
      reporter.remark(title);
      goOn();
    };
    const books = await playYear({ url: api.url, staffSecret: secret, chapter }).finally(() => api.close());
    const results = await runLaws(orm.em.fork(), { laws: allLaws, each: goOn });
    const broken = results.filter(({ holds }) => !holds);
    const clockAt = (await readClock(orm.em.fork(), 'sandbox')).toISOString();
    return { books, sums: sumsOf(books), laws: { run: results.length, broken }, clockAt };
  } finally {
    await orm.close(true);
  }
}

/** A database in which anybody did anything is not used: the year is the whole of what happened. */
async function refuseUsed(em: EntityManager): Promise<void> {
  const { row, sql } = await import('../platform/sql.js');
  const { used } = await row<{ used: boolean }>(
    em,
    sql`select exists (select from organisation) or exists (select from account) or exists (select from system) as used`,
  );
  if (!used) return;
  throw new Refusal('CONFLICT', 'This database holds something already: give --data-dir of a new directory.');
}
