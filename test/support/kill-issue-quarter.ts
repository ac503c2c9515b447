import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { openDatabase } from '../../src/server/database.js';
import type { IssuingDatabase } from './issuing-database.js';
import { type LedgerRows, ledgerRows } from './ledger-rows.js';
import { type ProcessGroup, startPtsGroup } from './process-group.js';
import { type Ended, runPts } from './run-program.js';
import { seeded } from './seeded.js';

interface Issue {
  readonly quarter: string;
  readonly clock: string;
  readonly reason?: string;
}

const third: Issue = { quarter: '2017-Q3', clock: '2018-01-15T17:00:00.000Z' };
const fourth: Issue = { quarter: '2017-Q4', clock: '2018-04-15T17:00:00.000Z' };
/** The command is repeated later, and for another reason: the run keeps the instant and the reason of its beginning. */
const repeated: Issue = { ...third, clock: '2018-01-16T09:00:00.000Z', reason: 'repeated' };

/** What issuing a world gives when nothing disturbs it. */
export interface Undisturbed {
  /** The quarters issued after the third of 2017. */
  readonly following: readonly Issue[];
  readonly rows: LedgerRows;
  /** What the commands printed. */
  readonly totals: readonly object[];
  /** From the first row of the third quarter to its last one. */
  readonly milliseconds: number;
  /** By how many transactions it was issued. */
  readonly transactions: number;
  readonly assets: number;
}

/** Issues the third quarter of 2017 and, if that is wanted, the fourth. */
export async function issueUndisturbed(
  database: IssuingDatabase,
  { fourthToo }: { fourthToo: boolean },
): Promise<Undisturbed> {
  const following = fourthToo ? [fourth] : [];
  const totals = await issueAll(database, [third, ...following]);
  return database.look(async client => {
    const { rows } = await client.query<Pick<Undisturbed, 'milliseconds' | 'transactions' | 'assets'>>(
      `select extract(epoch from max(i.recorded_at) - min(run.recorded_at))::float8 * 1000 as milliseconds,
              ${transactions} as transactions, count(distinct i.asset_id)::int as assets
       from issuance_run run join issuance i on i.run_id = run.id where run.quarter = $1`,
      [third.quarter],
    );
    const [measured = { milliseconds: 0, transactions: 0, assets: 0 }] = rows;
    return { following, rows: await ledgerRows(client), totals, ...measured };
  });
}

/** Rows written together carry the same number of their transaction. */
const transactions = 'count(distinct i.xmin::text)::int';

/** How something is killed while the third quarter is being issued: at once, and for good. */
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
  /** After how many transactions; the fraction is that of the next one, measured by the clock. */
  readonly position: number;
  /** After its first row. */
  readonly killedAfterMs: number;
  /** How the command ended that was killed, or whose database was. */
  readonly killed: Ended;
  /** The run was begun, and neither completed nor without any asset issued. */
  readonly inTheMiddle: boolean;
  /** Assets that were issued at that moment. */
  readonly assetsBefore: number;
  readonly totals: readonly object[];
  readonly rows: LedgerRows;
  readonly brokenLaws: readonly string[];
}

/**
 * Issues the third quarter, kills at a moment that the seed chooses between its first row and its last one, repeats the command
 * without having mended anything, and goes on with the quarters that follow.
 */
export async function issueAndKill(
  database: IssuingDatabase,
  seed: number,
  undisturbed: Undisturbed,
  kill: Kill,
): Promise<Survived> {
  const position = seeded(seed)() * undisturbed.transactions;
  const group = startPtsGroup(wordsFor(third), database.environment);
  const killedAfterMs = await database.look(async client => {
    await until(group, client, 'select from issuance_run where quarter = $1');
    const begunAt = Date.now();
    await until(group, client, `${issuedNow} having ${transactions} >= ${Math.floor(position)}`);
    await sleep((position % 1) * (undisturbed.milliseconds / undisturbed.transactions));
    await kill(group, client);
    return Date.now() - begunAt;
  });
  const killed = await group.ended;
  if (kill === killCommand) await database.look(untilAlone);
  const goneAt = new Date();
  const totals = await issueAll(database, [repeated, ...undisturbed.following]);
  return database.look(async (client, url) => ({
    seed,
    position,
    killedAfterMs,
    killed,
    ...(await momentOf(client, goneAt, undisturbed)),
    totals,
    rows: await ledgerRows(client),
    brokenLaws: await brokenLaws(url),
  }));
}

const wordsFor = ({ quarter, clock, reason = 'issued in time' }: Issue): string[] => [
  'issue-quarter',
  quarter,
  '--json',
  '--clock',
  clock,
  '--reason',
  reason,
];

async function issueAll(database: IssuingDatabase, issues: readonly Issue[]): Promise<object[]> {
  const totals: object[] = [];
  for (const each of issues) totals.push(await issue(database, each));
  return totals;
}

async function issue(database: IssuingDatabase, what: Issue): Promise<object> {
  const { exitCode, stdout, stderr } = await runPts(wordsFor(what), database.environment);
  if (exitCode !== 0) throw new Error(`pts ${wordsFor(what).join(' ')} ended with ${exitCode}: ${stderr}`);
  const { replayed: _, ...totals } = JSON.parse(stdout) as { replayed: boolean };
  return totals;
}

const issuedNow = 'select from issuance_run run left join issuance i on i.run_id = run.id where run.quarter = $1';

/** Waits until a query about the third quarter finds something, while the command runs. */
async function until(group: ProcessGroup, client: pg.Client, query: string): Promise<void> {
  for (let over = false; ; over = group.hasEnded()) {
    if ((await client.query(query, [third.quarter])).rowCount !== 0) return;
    if (over) throw new Error(`the command ended too early: ${JSON.stringify(await group.ended)}`);
    await sleep(5);
  }
}

/** Waits until PostgreSQL has noticed that those who were connected are no more, and undone what they had not committed. */
async function untilAlone(client: pg.Client): Promise<void> {
  const others = 'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  while ((await client.query(others)).rowCount !== 0) await sleep(5);
}

async function momentOf(client: pg.Client, goneAt: Date, { assets }: Undisturbed) {
  const { rows } = await client.query<{ completedLater: boolean; assetsBefore: number }>(
    `select run.completed_at = $2 as "completedLater", (
       select count(distinct i.asset_id)::int from issuance i where i.run_id = run.id and i.recorded_at < $3) as "assetsBefore"
     from issuance_run run where run.quarter = $1`,
    [third.quarter, repeated.clock, goneAt],
  );
  const [{ completedLater, assetsBefore } = { completedLater: false, assetsBefore: 0 }] = rows;
  return { assetsBefore, inTheMiddle: completedLater && assetsBefore > 0 && assetsBefore < assets };
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
