import type { EntityManager } from '@mikro-orm/postgresql';
import { type Ask, askAs } from '../client/api-client.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { addMonths, type Month } from '../domain/month.js';
import { type Quarter, quarterOf } from '../domain/quarter.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import { type ReportedUnit, reportedUnits } from './imported-units.js';
import {
  issueYearQuarter,
  type QuarterFigures,
  type ReportedFigures,
  reportYearQuarter,
} from './issue-year-quarter.js';
import { meterOf } from './meter-of.js';
import { type QuarterStatus, quarterStatus } from './operations.js';
import { noFigures, type ReportFigures } from './report-figures.js';
import { reportMonth } from './report-month.js';
import { clockLeftBehind, type MoveClock, withMovedClock } from './sandbox-clock.js';
import { setUpYear } from './set-up-year.js';
import type { SetupRecord } from './synthetic-parties.js';
import { withCredentials } from './temporary-credentials.js';
import { kwhOnRecord } from './year-figures.js';
import { spanOf, type YearStep, yearPlan } from './year-plan.js';

export interface YearRequest {
  /** First month of a quarter. */
  readonly from: Month;
  /** How many months: whole quarters. */
  readonly months: number;
  /** Decides all that looks like chance. */
  readonly seed: string;
  /** Where the API listens, on the same database. */
  readonly url: string;
  readonly record: SetupRecord;
  /** Told after each step of the year. */
  readonly progress: (done: number, total: number) => void;
}

/** What a year came to. */
export interface YearFigures {
  readonly systems: number;
  readonly providers: number;
  readonly readings: Omit<ReportFigures, 'producedKwh'> & {
    /** kWh that the rows not refused stand for. */
    readonly producedKwh: string;
    /** kWh on record from the synthetic meters: the same, unless something was refused. */
    readonly onRecordKwh: string;
  };
  readonly quarters: readonly QuarterFigures[];
  readonly setupMs: number;
}

/**
 * A synthetic year on imported units: sets them up, reports month by month through the API as their DAS providers, under the
 * clock of the sandbox, and issues the quarters as staff.
 *
 * Every request has a key: interrupted, the year goes on where it stopped; done, it replays the answers, moves no clock and
 * gives the same figures. Refuses with QUARTER_OUT_OF_ORDER a database in which a later quarter is issued, with NOT_FOUND one
 * without imported units. One year at a time; the next one waits.
 */
export async function runYear(em: EntityManager, request: YearRequest): Promise<YearFigures> {
  const { from, months, record } = request;
  const plan = yearPlan(from, months);
  return em.fork().transactional(async lock => {
    await row(lock, sql`select pg_advisory_xact_lock(hashtextextended('synthetic year', 0))`);
    await refuseLaterQuarter(em, quarterOf(addMonths(from, months - 1)));
    const startedAt = performance.now();
    const staff = await em.fork().transactional(tx => setUpYear(tx, from, record));
    const units = await reportedUnits(em);
    const accounts = [...new Set([staff.accountId, ...units.map(unit => unit.reporterId)])];
    const setupMs = Math.round(performance.now() - startedAt);
    const leftBehind = await clockLeftBehind(em, staff.accountId, ...spanOf(plan));
    const { readings, quarters } = await withCredentials(em, accounts, record, secretOf =>
      takeSteps(em, request, plan, units, {
        leftBehind,
        staff: askAs(request.url, secretOf(staff.accountId)),
        askAsAccount: accountId => askAs(request.url, secretOf(accountId)),
      }),
    );
    return {
      systems: units.length,
      providers: new Set(units.map(unit => unit.providerId)).size,
      readings: {
        ...readings,
        producedKwh: decimalText(readings.producedKwh),
        onRecordKwh: await kwhOnRecord(em, from, addMonths(from, months - 1)),
      },
      quarters,
      setupMs,
    };
  });
}

interface Asking {
  /** The sandbox clock stands where a killed run left it. */
  readonly leftBehind: boolean;
  readonly staff: Ask;
  readonly askAsAccount: (accountId: string) => Ask;
}

async function takeSteps(
  em: EntityManager,
  { seed, progress }: YearRequest,
  plan: readonly YearStep[],
  units: readonly ReportedUnit[],
  asking: Asking,
) {
  const meters = units.map(unit => meterOf(unit, seed));
  const readings = noFigures();
  const reported = new Map<Quarter, ReportedFigures>();
  const quarters: QuarterFigures[] = [];
  await withMovedClock(asking.staff, asking.leftBehind, async move => {
    const moveTo = (await isDone(plan, asking.staff)) ? stay : move;
    for (const [index, step] of plan.entries()) {
      await moveTo(step.at);
      if ('month' in step) {
        const ofMonth = meters.flatMap(meter => meter(step.month) ?? []);
        await reportMonth({ ...step, ...asking, units: ofMonth }, readings);
      } else if (step.step === 'report') {
        reported.set(step.quarter, await reportYearQuarter(step.quarter, asking.staff));
      } else {
        const figures = reported.get(step.quarter);
        if (!figures) throw new Error(`${step.quarter} is issued before it is reported`);
        quarters.push(await issueYearQuarter(em, step.quarter, asking.staff, figures));
      }
      progress(index + 1, plan.length);
    }
  });
  return { readings, quarters };
}

const stay: MoveClock = async () => undefined;

/** A year whose quarters are all issued only replays: no clock need be moved for it. */
async function isDone(plan: readonly YearStep[], staff: Ask): Promise<boolean> {
  for (const step of plan) {
    if ('month' in step) continue;
    const { quarterIssuance } = await staff<QuarterStatus>(quarterStatus, { quarter: step.quarter });
    if (quarterIssuance.status !== 'ISSUED') return false;
  }
  return true;
}

/** Quarters are issued in order, so a year cannot be put before one that is issued. */
async function refuseLaterQuarter(em: EntityManager, last: Quarter): Promise<void> {
  const later = await maybeRow<{ quarter: string }>(
    em,
    sql`select quarter from issuance_run where quarter > ${last} order by quarter limit 1`,
  );
  if (!later) return;
  throw new Refusal(
    'QUARTER_OUT_OF_ORDER',
    `${later.quarter} is issued in this database, and quarters are issued in order: use another data directory (--data-dir).`,
    { quarter: later.quarter, last },
  );
}
