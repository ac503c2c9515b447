import type { Api } from './api.js';
import { dataOf } from './ask.js';
import type { Neighbourhood } from './neighbourhood.js';
import type { Sample } from './samples.js';
import type { Party } from './world.js';

interface MadeRun {
  readonly runId: string;
  readonly receipts: readonly { readonly callId: string; readonly receiptCode: string }[];
}

/** Runs of the conformance sandbox. */
export interface ConformanceSamples {
  /** A run of the representative of a system, with three submissions, by PTS id of the system. */
  readonly conformanceRuns: Readonly<Record<string, MadeRun>>;
}

export const conformanceSamples: Readonly<Record<string, Sample>> = {
  startConformanceRun: (_, __, n) => ({ label: `run ${n}` }),
  moveConformanceClock: ({ conformanceRuns }, { ptsId }, n) => ({
    runId: conformanceRuns[ptsId]?.runId,
    to: `2024-04-2${n + 7}T16:00:00Z`,
  }),
  submitConformanceReadings: ({ conformanceRuns }, { ptsId }, n) => ({
    runId: conformanceRuns[ptsId]?.runId,
    readings: [
      {
        ptsId: `SANDBOX-${conformanceRuns[ptsId]?.runId}-010`,
        readAt: '2024-04-26T15:00:00Z',
        valueKwh: `150${n}`,
      },
    ],
  }),
  confirmConformanceReceipt: ({ conformanceRuns }, { ptsId }, n) => ({
    runId: conformanceRuns[ptsId]?.runId,
    ...conformanceRuns[ptsId]?.receipts[n],
  }),
};

/** Starts a run for the representative of each system of a neighbourhood, and submits three times in it. */
export async function makeConformanceSamples(
  api: Api,
  { oak, elm, ash, representative, dasProvider, several }: Neighbourhood,
): Promise<ConformanceSamples> {
  return {
    conformanceRuns: {
      [oak.ptsId]: await runOf(api, representative),
      [elm.ptsId]: await runOf(api, dasProvider),
      [ash.ptsId]: await runOf(api, several),
    },
  };
}

async function runOf(api: Api, { token }: Party): Promise<MadeRun> {
  const { runId } = await api.does('startConformanceRun', { label: 'sample' }, token);
  await api.does('moveConformanceClock', { runId, to: '2024-04-26T16:00:00Z' }, token);
  const receipts = [];
  for (const n of [0, 1, 2]) {
    const key = `sample ${n}`;
    const readings = [{ ptsId: `SANDBOX-${runId}-00${n + 1}`, readAt: '2024-04-26T15:00:00Z', valueKwh: '1500' }];
    dataOf(await api.mutate(token, 'submitConformanceReadings', { runId, readings }, { key }));
    const query =
      'query ($id: ID!, $key: String!) { conformanceRun(id: $id) { call(idempotencyKey: $key) { id receiptCode } } }';
    const { conformanceRun } = dataOf(
      await api.ask<{ conformanceRun: { call: { id: string; receiptCode: string } } }>(token, query, {
        id: runId,
        key,
      }),
    );
    receipts.push({ callId: conformanceRun.call.id, receiptCode: conformanceRun.call.receiptCode });
  }
  return { runId: String(runId), receipts };
}
