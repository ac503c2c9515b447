import { createHash } from 'node:crypto';
import type { Ask } from '../client/api-client.js';
import { decimalText, zero } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { ReportedUnit } from './imported-units.js';
import { replaceMeter, type SubmittedReadings, submitReadings } from './operations.js';
import { addAnswer, type ReportFigures } from './report-figures.js';
import { severalAtOnce } from './several-at-once.js';
import type { SyntheticMonth } from './synthetic-months.js';

/** The most rows that one call carries. */
const rowsPerCall = 5_000;
/** Calls under way at once. */
const callsAtOnce = 3;

/** A unit with what happened at its meter in the month that is reported. */
export interface UnitMonth extends SyntheticMonth {
  readonly unit: ReportedUnit;
}

export interface MonthReport {
  readonly month: Month;
  readonly readAt: Date;
  readonly units: readonly UnitMonth[];
  readonly staff: Ask;
  readonly askAsAccount: (accountId: string) => Ask;
}

/** Reports a month through the API: first staff records meters replaced in it, then each DAS provider submits its readings. */
export async function reportMonth({ units, staff, askAsAccount, ...report }: MonthReport, figures: ReportFigures) {
  const startedAt = performance.now();
  for (const { unit, replacement } of units) {
    if (!replacement) continue;
    const { replacedAt, oldFinalKwh } = replacement;
    await ask(staff, replaceMeter, `${report.month} replacement ${unit.ptsId}`, {
      ptsId: unit.ptsId,
      replacedAt: replacedAt.toISOString(),
      oldFinalKwh: decimalText(oldFinalKwh),
      newInitialKwh: '0',
      reason: 'synthetic year: meter replaced',
    });
    figures.replacedMeters += 1;
  }
  const calls = [...Map.groupBy(units, each => each.unit.providerId)].flatMap(([providerId, ofProvider]) =>
    chunks(ofProvider.filter(each => each.valueKwh !== null)).map((chunk, index) => ({ providerId, chunk, index })),
  );
  figures.missed += units.filter(each => each.valueKwh === null).length;
  await severalAtOnce(callsAtOnce, calls, async ({ chunk, providerId, index }) => {
    const reporter = askAsAccount(chunk[0]?.unit.reporterId ?? '');
    const readings = chunk.map(({ unit, valueKwh }) => ({
      ptsId: unit.ptsId,
      readAt: report.readAt.toISOString(),
      valueKwh: decimalText(valueKwh ?? zero),
    }));
    const key = `${report.month} readings ${providerId}-${index}`;
    const answer = await ask<SubmittedReadings>(reporter, submitReadings, key, { readings });
    addAnswer(figures, answer.submitReadings, chunk);
  });
  figures.ms += Math.round(performance.now() - startedAt);
}

/** Asks under a key that names the request and its content, so that other content is another request. */
function ask<T>(as: Ask, document: string, name: string, input: object): Promise<T> {
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16);
  return as<T>(document, { input, key: `synthetic year ${name} ${digest}` });
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / rowsPerCall) }, (_, index) =>
    all.slice(index * rowsPerCall, (index + 1) * rowsPerCall),
  );
}
