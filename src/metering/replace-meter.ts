import { Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { productionBetween } from '../domain/production.js';
import { startOfDay } from '../domain/time-zone.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import { lastKnownValue } from './last-known-value.js';
import { MeterEntity, MeterReplacementEntity } from './meter.entity.js';
import type { ReplaceMeterInput } from './meter.input.js';
import { checkAccuracy, checkMeterValue, checkRegisterDigits } from './set-up-meter.js';

/**
 * Records that the device at a metering point was replaced: final value of the old, initial value of the new. What the old
 * device counted since the last reading becomes production with the next one.
 *
 * Refuses with CONFLICT an instant that is not after the last reading or replacement, with METER_DECREASE a final value below
 * what was read before.
 */
export async function replaceMeter({ em, context, now }: Verb, input: ReplaceMeterInput) {
  const system = await requireSystem(em, context.actor, input.ptsId);
  checkMeterValue('oldFinalKwh', input.oldFinalKwh);
  checkMeterValue('newInitialKwh', input.newInitialKwh);
  checkRegisterDigits('newRegisterDigits', input.newRegisterDigits);
  checkAccuracy('newAccuracyPercent', input.newAccuracyPercent);
  const last = await lastKnownValue(em, system.id, input.label);
  if (!last) {
    throw new Refusal('NOT_FOUND', `${system.ptsId} has no meter ${input.label}.`, {
      ptsId: system.ptsId,
      label: input.label,
    });
  }
  if (input.replacedAt > now) {
    throw new Refusal('BAD_USER_INPUT', 'A replacement is recorded once it has happened.', {
      field: 'replacedAt',
      value: input.replacedAt.toISOString(),
    });
  }
  const lastAt = last.at ?? startOfDay(last.installedOn as LocalDate);
  if (input.replacedAt <= lastAt) {
    throw new Refusal(
      'CONFLICT',
      `The meter was read or replaced at ${lastAt.toISOString()}; the replacement must be later.`,
      {
        replacedAt: input.replacedAt.toISOString(),
        lastAt: lastAt.toISOString(),
      },
    );
  }
  productionBetween({
    previousKwh: new Decimal(last.valueKwh),
    currentKwh: input.oldFinalKwh,
    registerDigits: last.registerDigits,
    replacements: [],
  });
  const replacement = em.create(MeterReplacementEntity, {
    meterId: last.meterId,
    replacedAt: input.replacedAt,
    oldFinalKwh: decimalText(input.oldFinalKwh),
    newInitialKwh: decimalText(input.newInitialKwh),
    newSerialNumber: input.newSerialNumber ?? null,
    newRegisterDigits: input.newRegisterDigits ?? null,
    newAccuracyPercent: input.newAccuracyPercent ? decimalText(input.newAccuracyPercent) : null,
    reason: input.reason,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  if (replacement.newAccuracyPercent) {
    const meter = await em.findOneOrFail(MeterEntity, last.meterId);
    meter.accuracyPercent = replacement.newAccuracyPercent;
    meter.modelId = null; // the model was that of the old device
  }
  await em.persist(replacement).flush();
  return { replacementId: replacement.id };
}
