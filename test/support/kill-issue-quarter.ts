import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { openDatabase } from '../../src/server/database.js';
import type { IssuingDatabase } from './issuing-database.js';
import { type LedgerRows, ledgerRows } from './ledger-rows.js';
import { type ProcessGroup, startPtsGroup } from './process-group.js';
import { type Ended, runPts } from './run-program.js';
import { seeded } from './seeded.js';

/** Whether a quarter is reported to the GIS or issued. */
type Step = 'REPORT' | 'ISSUE';

/** A command about a quarter: what it does, at which instant and why. */
interface Command {
  readonly step: Step;
  readonly quarter: string;
  readonly clock: string;
  readonly reason: string;
}

type Third = Readonly<Record<Step, Command>>;

const third: Third = {
  REPORT: { step: 'REPORT', quarter: '2017-Q3', clock: '2018-01-10T17:00:00.000Z', reason: 'reported in time' },
  ISSUE: { step: 'ISSUE', quarter: '2017-Q3', clock: '2018-01-15T17:00:00.000Z', reason: 'issued in time' },
};
const fourth: readonly Command[] = [
  { step: 'REPORT', quarter: '2017-Q4', clock: '2018-04-10T17:00:00.000Z', reason: 'reported in time' },
  { step: 'ISSUE', quarter: '2017-Q4', clock: '2018-04-15T17:00:00.000Z', reason: 'issued in time' },
];
/** A command is repeated later, and for another reason: the run keeps the instant and the reason of its beginning. */
const repeatedAt: Readonly<Record<Step, string>> = {
  REPORT: '2018-01-11T09:00:00.000Z',
  ISSUE: '2018-01-16T09:00:00.000Z',
};
const repeated = (step: Step): Command => ({ ...third[step], clock: repeatedAt[step], reason: 'repeated' });

/** How one step of the third quarter went by itself. */
interface Measured {
  /** From the beginning of its first transaction to the end of its last one. */
  readonly milliseconds: number;
  readonly transactions: number;
  readonly assets: number;
}

/** What issuing a world gives when nothing disturbs it. */
export interface Undisturbed {
  /** The commands after those of the third quarter of 2017. */
  readonly following: readonly Command[];
  readonly rows: LedgerRows;
  /** What the commands printed. */
  readonly totals: readonly object[];
  readonly of: Readonly<Record<Step, Measured>>;
}

/** Reports and issues the third quarter of 2017 and, if that is wanted, the fourth. */
export async function issueUndisturbed(
  database: IssuingDatabase,
  { fourthToo }: { fourthToo: boolean },
): Promise<Undisturbed> {
  const following = fourthToo ? fourth : [];
  const totals = await runAll(database, [third.REPORT, third.ISSUE, ...following]);
  return database.look(async client => ({
    following,
    rows: await ledgerRows(client),
    totals,
    of: { REPORT: await measure(client, third.REPORT), ISSUE: await measure(client, third.ISSUE) },
  }));
}

/** Rows written together carry the same number of their transaction; each asset of a step has one unit. */
const transactions = 'count(distinct unit.xmin::text)::int';
const unitsOf = 'from ledger_unit unit where unit.kind = $1 and unit.occurred_at = $2';

async function measure(client: pg.Client, { step, clock }: Command): Promise<Measured> {
  const { rows } = await client.query<Measured>(
    `select extract(epoch from max(unit.recorded_at) - min(unit.recorded_at))::float8 * 1000 as milliseconds,
            ${transactions} as transactions, count(distinct unit.asset_id)::int as assets ${unitsOf}`,
    [step, clock],
  );
  return rows[0] ?? { milliseconds: 0, transactions: 0, assets: 0 };
}

/** How something is killed while the third quarter is being reported or issued: at once, and for good. */
export type Kill = (group: ProcessGroup, client: pg.Client) => Promise<void>;

/** kill -9 of the command, with the process that works for it. */
export const killCommand: Kill = async group => group.signal('SIGKILL');

/** kill -9 of PostgreSQL: of its first process, and then of all the others if the whole of it is to die. */
export function killPostgres(whole: boolean): Kill {
  return async (_, client) => {
    const { rows } = await client.query<{ pid: number; postmaster: number }>(
      `select pid, split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster from pg_stat_activity`,
    );
    for (const pid of [rows[0]?.postmaster ?? 0, ...(whole ? rows.map(row => row.pid) : [])]) {
      process.kill(pid, 'SIGKILL');
    }
  };
}

/** What came of a run that was killed and repeated, and of the quarter after it. */
export interface Survived {
  readonly seed: number;
  /** What was under way. */
  readonly step: Step;
  /** After how many transactions; the fraction is that of the next one, measured by the clock. */
  readonly position: number;
  /** After its first row. */
  readonly killedAfterMs: number;
  /** How the command ended that was killed, or whose database was. */
  readonly killed: Ended;
  /** The step was begun, and neither done nor without any asset. */
  readonly inTheMiddle: boolean;
  /** Assets that were done at that moment. */
  readonly assetsBefore: number;
  readonly totals: readonly object[];
  readonly rows: LedgerRows;
  readonly brokenLaws: readonly string[];
}

/**
 * Reports or issues the third quarter (by turns of the seed), kills at a moment that the seed chooses between the first and the last
 * transaction of that step, repeats the command without having mended anything, and goes on with the commands that follow.
 */
export async function issueAndKill(
  database: IssuingDatabase,
  seed: number,
  undisturbed: Undisturbed,
  kill: Kill,
): Promise<Survived> {
  const step = seed % 2 === 0 ? 'ISSUE' : 'REPORT';
  const before = step === 'ISSUE' ? await runAll(database, [third.REPORT]) : [];
  const { milliseconds, transactions: all } = undisturbed.of[step];
  const position = seeded(seed)() * all;
  const group = startPtsGroup(wordsFor(third[step]), database.environment);
  const killedAfterMs = await database.look(async client => {
    await until(group, client, begun[step], [third[step].quarter]);
    const begunAt = Date.now();
    const done = `select ${unitsOf} having ${transactions} >= ${Math.floor(position)}`;
    await until(group, client, done, [step, third[step].clock]);
    await sleep((position % 1) * (milliseconds / all));
    await kill(group, client);
    return Date.now() - begunAt;
  });
  const killed = await group.ended;
  if (kill === killCommand) await database.look(untilAlone);
  const goneAt = new Date();
  const rest = step === 'ISSUE' ? [] : [third.ISSUE];
  const totals = [...before, ...(await runAll(database, [repeated(step), ...rest, ...undisturbed.following]))];
  return database.look(async (client, url) => ({
    seed,
    step,
    position,
    killedAfterMs,
    killed,
    ...(await momentOf(client, goneAt, step, undisturbed.of[step])),
    totals,
    rows: await ledgerRows(client),
    brokenLaws: await brokenLaws(url),
  }));
}

const commandOf: Readonly<Record<Step, string>> = { REPORT: 'report-quarter', ISSUE: 'issue-quarter' };

const wordsFor = ({ step, quarter, clock, reason }: Command): string[] => [
  ...[commandOf[step], quarter, '--json', '--clock', clock, '--reason', reason],
];

async function runAll(database: IssuingDatabase, commands: readonly Command[]): Promise<object[]> {
  const totals: object[] = [];
  for (const each of commands) totals.push(await runOne(database, each));
  return totals;
}

async function runOne(database: IssuingDatabase, what: Command): Promise<object> {
  const { exitCode, stdout, stderr } = await runPts(wordsFor(what), database.environment);
  if (exitCode !== 0) throw new Error(`pts ${wordsFor(what).join(' ')} ended with ${exitCode}: ${stderr}`);
  const { replayed: _, ...totals } = JSON.parse(stdout) as { replayed: boolean };
  return totals;
}

const begun: Readonly<Record<Step, string>> = {
  REPORT: 'select from issuance_run where quarter = $1',
  ISSUE: 'select from issuance_run where quarter = $1 and issued_at is not null',
};

/** Waits until a query finds something, while the command runs. */
async function until(group: ProcessGroup, client: pg.Client, query: string, values: string[]): Promise<void> {
  for (let over = false; ; over = group.hasEnded()) {
    if ((await client.query(query, values)).rowCount !== 0) return;
    if (over) throw new Error(`the command ended too early: ${JSON.stringify(await group.ended)}`);
    await sleep(5);
  }
}

/** Waits until PostgreSQL has noticed that those who were connected are no more, and undone what they had not committed. */
async function untilAlone(client: pg.Client): Promise<void> {
  const others = 'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  while ((await client.query(others)).rowCount !== 0) await sleep(5);
}

async function momentOf(client: pg.Client, goneAt: Date, step: Step, { assets }: Measured) {
  const { rows } = await client.query<{ doneLater: boolean; assetsBefore: number }>(
    `select run.${step === 'ISSUE' ? 'completed_at' : 'frozen_at'} = $4 as "doneLater",
            (select count(distinct unit.asset_id)::int ${unitsOf} and unit.recorded_at < $3) as "assetsBefore"
     from issuance_run run where run.quarter = $5`,
    [step, third[step].clock, goneAt, repeatedAt[step], third[step].quarter],
  );
  const [{ doneLater, assetsBefore } = { doneLater: false, assetsBefore: 0 }] = rows;
  return { assetsBefore, inTheMiddle: doneLater && assetsBefore > 0 && assetsBefore < assets };
}

async function brokenLaws(url: string): Promise<string[]> {
  const orm = await openDatabase(url);
  try {
    return (await runLaws(orm.em))
      .filter(law => !law.holds)
      .map(law => `${law.name}: ${JSON.stringify(law.places[0])}`);
  } finally {
    await orm.close(true);
  }
}
