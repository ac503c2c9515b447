import { monthToDate } from '../boundary/columns.js';
import { decimalText, zero } from '../domain/decimal.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { beginCorrection } from './begin-correction.js';
import type { DecideProductionInput } from './correction.input.js';
import { waitingUses } from './waiting-production.js';

/** Decides that production which waits for staff is never issued. NOTHING_TO_CORRECT when nothing waits. */
export async function dismissProduction(verb: Verb, input: DecideProductionInput) {
  const { em } = verb;
  const { system, correction } = await beginCorrection(verb, 'DISMISSAL', input);
  const waiting = await waitingUses(em, system, input.month, input.readingId ?? null);
  await insertRows(em, 'dismissed_production', waiting, [
    ['month', 'date', use => monthToDate(use.month)],
    ['reading_month', 'date', use => monthToDate(use.readingMonth)],
    ['reading_id', 'bigint', use => use.readingId],
    ['correction_id', 'bigint', () => correction.id],
    ['system_id', 'bigint', use => use.systemId],
    ['production_kwh', 'numeric', use => decimalText(use.productionKwh)],
  ]);
  return {
    correctionId: correction.id,
    ptsId: system.ptsId,
    month: input.month,
    productionKwh: decimalText(waiting.reduce((sum, use) => sum.plus(use.productionKwh), zero)),
    adjustedMwh: '0',
  };
}
