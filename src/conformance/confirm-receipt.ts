import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { ConformanceCallEntity } from './conformance.entity.js';
import { lockOpenRun } from './find-run.js';
import { noteCall } from './note-call.js';

/** The code of a receipt that was read. */
export interface ConfirmConformanceReceipt {
  readonly runId: string;
  readonly callId: string;
  readonly receiptCode: string;
}

/** Shows that the receipt of a submission was read. NOT_FOUND (run, call), NOT_OPEN; BAD_USER_INPUT when the code is not the one in it. */
export async function confirmConformanceReceipt(verb: Verb, input: ConfirmConformanceReceipt) {
  const { runId, callId, receiptCode } = input;
  await lockOpenRun(verb, runId);
  const call = await verb.em.findOne(ConformanceCallEntity, { id: callId, runId, kind: 'SUBMIT' });
  if (!call) throw new Refusal('NOT_FOUND', 'This run has no such submission.', { runId, callId });
  if (call.receiptCode !== receiptCode) {
    throw new Refusal('BAD_USER_INPUT', 'This is not the code in the receipt.', { field: 'receiptCode' });
  }
  const { form, key, uploadId } = call;
  const noted = { kind: 'RECEIPT', form, key, content: input, dryRun: false, replayed: false, code: null } as const;
  await noteCall(verb.em, runId, { ...noted, uploadId: uploadId ?? null, rows: [] }, verb.now);
  return { runId, callId };
}
