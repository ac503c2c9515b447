import { decimalPlacesAtMost } from '../boundary/decimal-places.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import { approvedModel } from './approved-model.js';
import { MeterEntity } from './meter.entity.js';
import type { SetUpMeterInput } from './meter.input.js';

/**
 * Sets up a metering point with its first device. Refuses with CONFLICT a label that the system has already. A device of an approved
 * model has the accuracy of the model.
 */
export async function setUpMeter({ em, context, now }: Verb, input: SetUpMeterInput) {
  const system = await requireSystem(em, context.actor, input.ptsId);
  checkMeterValue('initialValueKwh', input.initialValueKwh);
  checkRegisterDigits('registerDigits', input.registerDigits);
  checkAccuracy('accuracyPercent', input.accuracyPercent);
  if (input.installedOn > localDateOf(now)) {
    throw new Refusal('BAD_USER_INPUT', 'A meter is set up once it is installed.', {
      field: 'installedOn',
      value: input.installedOn,
    });
  }
  const model = input.meterModelId ? await approvedModel(em, input.meterModelId, input) : null;
  const meter = em.create(MeterEntity, {
    systemId: system.id,
    label: input.label,
    serialNumber: input.serialNumber ?? null,
    accuracyPercent: model?.accuracyPercent ?? (input.accuracyPercent ? decimalText(input.accuracyPercent) : null),
    modelId: model?.id ?? null,
    registerDigits: input.registerDigits ?? null,
    initialValueKwh: decimalText(input.initialValueKwh),
    installedOn: input.installedOn,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(meter).flush();
  return { meterId: meter.id };
}

/** A cumulative value in kWh: not below zero, at most three decimals; else BAD_USER_INPUT. */
export function checkMeterValue(field: string, valueKwh: Decimal): void {
  if (valueKwh.isNegative()) {
    throw new Refusal('BAD_USER_INPUT', 'A meter value is not below zero.', { field, value: decimalText(valueKwh) });
  }
  decimalPlacesAtMost(3, field, valueKwh);
}

/** Accuracy in percent, if given: above 0, at most 5, at most two decimals; else BAD_USER_INPUT. */
export function checkAccuracy(field: string, percent: Decimal | null | undefined): void {
  if (!percent) return;
  if (percent.lte(0) || percent.gt(5)) {
    throw new Refusal('BAD_USER_INPUT', 'An accuracy is above 0 and at most 5 percent.', {
      field,
      value: decimalText(percent),
    });
  }
  decimalPlacesAtMost(2, field, percent);
}

/** Digits of a register, if declared: 3 to 12; else BAD_USER_INPUT. */
export function checkRegisterDigits(field: string, digits: number | null | undefined): void {
  if (digits !== null && digits !== undefined && (digits < 3 || digits > 12)) {
    throw new Refusal('BAD_USER_INPUT', 'A register has 3 to 12 digits.', { field, value: digits });
  }
}
