import type { ReportingPlace } from '../submission/reporting-place.js';
import { lockOpenRun } from './find-run.js';
import { reportInRun } from './report-in-run.js';

/** A run of the sandbox as a place that a file of so many rows is reported to. NOT_FOUND, NOT_OPEN, else what `reportInRun` refuses. */
export function placeOfRun(runId: string, rowsOfFile: number): ReportingPlace {
  return {
    conformanceRunId: runId,
    prepare: async () => undefined,
    admit: async verb => {
      await lockOpenRun(verb, runId);
    },
    lock: async (em, context) => {
      await lockOpenRun({ em, context, now: context.now }, runId);
    },
    report: (verb, rows, uploadId) =>
      reportInRun(verb, runId, rows, { allOrNone: false, rowsMore: rowsOfFile, uploadId }),
  };
}
