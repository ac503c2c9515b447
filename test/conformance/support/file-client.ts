import type { Api } from '../../api/support/api.js';
import { dataOf } from '../../api/support/ask.js';
import { get, type RowOutcome, send } from '../../submission/support/send.js';
import { type Client, type Row, readAtOf } from './conforming-client.js';

interface Cells {
  readonly key: string;
  readonly ptsId: string;
  readonly readAt: string;
  readonly valueKwh: string;
}

/** How a file is written in each form. */
export const fileForms = {
  CSV: {
    type: 'text/csv',
    write: (rows: readonly Cells[]) =>
      `key,ptsId,readAt,valueKwh\n${rows.map(each => `${each.key},${each.ptsId},${each.readAt},${each.valueKwh}\n`).join('')}`,
  },
  JSON_LINES: {
    type: 'application/jsonl',
    write: (rows: readonly Cells[]) => rows.map(each => `${JSON.stringify(each)}\n`).join(''),
  },
  XML: {
    type: 'text/xml',
    write: (rows: readonly Cells[]) =>
      `<ARData>${rows
        .map(
          ({ key, ptsId, readAt, valueKwh }) =>
            `<ptsSystem><sysID>${ptsId}</sysID><MonthlyData><PVmonthlyData><key>${key}</key><kwhRegistry>${valueKwh}</kwhRegistry><regDateTime>${readAt}</regDateTime></PVmonthlyData></MonthlyData></ptsSystem>`,
        )
        .join('')}</ARData>`,
  },
} as const;
export type FileForm = keyof typeof fileForms;

/** Rows of a run as a file. */
export function fileOf(form: FileForm, runId: string, rows: readonly Row[]): string {
  return fileForms[form].write(
    rows.map(row => {
      const [key, system, valueKwh] = row;
      return { key, valueKwh, readAt: readAtOf(row), ptsId: `SANDBOX-${runId}-${String(system).padStart(3, '0')}` };
    }),
  );
}

/** A client that reports by files only; its base address is that of the run. */
export function fileClient(api: Api, token: string, runId: string, form: FileForm): Client {
  const base = `${api.url}/conformance-runs/${runId}`;
  const receipts = new Map<string, string>();
  let calls = 0;
  return {
    async submit(rows, { key = `${form} ${runId} ${++calls}`, dryRun = false, mode = 'PARTIAL' } = {}) {
      const { errors, outcomes, headers } = await send(base, fileOf(form, runId, rows), {
        ...{ token, key, type: fileForms[form].type, query: `?mode=${mode.toLowerCase()}&dryRun=${dryRun}` },
        headers: { accept: 'application/x-ndjson' },
      });
      if (errors.length > 0) return errors[0]?.extensions.code ?? null;
      receipts.set(key, headers.get('location') ?? '');
      return Object.fromEntries(outcomes.map((each: RowOutcome) => [each.key, each.code ?? each.status]));
    },
    moveTo: to => api.does('moveConformanceClock', { runId, to }, token),
    async receipt(key) {
      const { text } = await get(api.url, receipts.get(key) ?? '', token);
      const { upload } = JSON.parse(text) as {
        upload: { conformance: { runId: string; callId: string; receiptCode: string } };
      };
      expect(upload).toMatchObject({ key, format: form, state: 'COMPLETED', rows: 500, conformance: { runId } });
      return upload.conformance;
    },
    confirm: async (callId, receiptCode) =>
      (await api.mutate(token, 'confirmConformanceReceipt', { runId, callId, receiptCode })).errors[0]?.extensions.code,
    async passed() {
      const query = 'query ($id: ID!) { conformanceRun(id: $id) { cases { id passed } } }';
      const { conformanceRun } = dataOf(
        await api.ask<{ conformanceRun: { cases: readonly { id: string; passed: boolean }[] } }>(token, query, {
          id: runId,
        }),
      );
      return conformanceRun.cases.filter(each => each.passed).map(({ id }) => id);
    },
  };
}
