import { decimalText } from '../domain/decimal.js';
import { correctValue } from '../metering/correct-value.js';
import { checkMeterValue } from '../metering/set-up-meter.js';
import type { Verb } from '../platform/perform.js';
import { beginCorrection } from './begin-correction.js';
import type { CorrectReadingInput } from './correction.input.js';
import { settleProduction } from './settle-production.js';

/**
 * Corrects a cumulative value of a past month in the open, with reason and evidence; the reading after it follows. A month that was
 * reported is settled: rolled back and issued anew while its certificates lie untouched, adjusted in the next issuance otherwise.
 */
export async function correctReading(verb: Verb, input: CorrectReadingInput) {
  checkMeterValue('valueKwh', input.valueKwh);
  const { system, correction } = await beginCorrection(verb, 'READING', input);
  const { meterId, readingIds, months } = await correctValue(verb, system, {
    label: input.label,
    month: input.month,
    readAt: input.readAt ?? null,
    valueKwh: input.valueKwh,
    correctionId: correction.id,
  });
  const settled = await settleProduction(verb, correction, meterId, months);
  return {
    correctionId: correction.id,
    ptsId: system.ptsId,
    readingIds: [...readingIds],
    settled: settled.map(({ month, how, program, productionKwh, certificates, adjustedMwh }) => ({
      month,
      how,
      program,
      productionKwh: decimalText(productionKwh),
      certificates,
      adjustedMwh: decimalText(adjustedMwh),
    })),
  };
}
