import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext } from '../boundary/context.js';
import type { RowsOfCall } from '../metering/judge-rows.js';
import { openMonth } from '../metering/open-month.js';
import { type ReportedRows, reportRows } from '../metering/report-rows.js';
import type { Verb } from '../platform/perform.js';
import type { PlainRow } from './batches.js';
import { lockReportedSystems } from './lock-reported-systems.js';

/** Rows of a file that wait for the last one. */
type WaitingRows = AsyncIterable<{ readonly rows: readonly PlainRow[] }>;

/** Where the readings of a file go. Whatever else is done about a file knows no difference. */
export interface ReportingPlace {
  /** Id of the run of the conformance sandbox that it is; null: the programme. */
  readonly conformanceRunId: string | null;
  /** What is done before any transaction of an upload. */
  readonly prepare: (context: AccountContext) => Promise<void>;
  /** Refuses an upload before it has a receipt. */
  readonly admit: (verb: Verb) => Promise<void>;
  /** Locks all that the rows of a whole upload will be judged against. */
  readonly lock: (em: EntityManager, context: AccountContext, rows: WaitingRows) => Promise<void>;
  /** Judges rows of an upload, by its id unless none is begun, and stores the good ones. */
  readonly report: (verb: Verb, rows: RowsOfCall, uploadId: string | null) => Promise<ReportedRows>;
}

/** The record of the programme: what certificates are issued from. */
export const programme: ReportingPlace = {
  conformanceRunId: null,
  prepare: openMonth,
  admit: async () => undefined,
  lock: (em, { actor }, rows) => lockReportedSystems(em, actor, rows),
  report: (verb, rows) => reportRows(verb, rows, { allOrNone: false }),
};
