import { LockMode } from '@mikro-orm/core';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { MeterModelEntity } from './meter-model.entity.js';
import type { RevokeMeterModelInput } from './meter-model.input.js';

/**
 * Ends the approval of a model: from that day on no meter of it may be set up; those that stand go on. CONFLICT when it was ended
 * already, or had not begun.
 */
export async function revokeMeterModel(
  { em, context }: Verb,
  { meterModelId, revokedOn, reason }: RevokeMeterModelInput,
) {
  const model = await em.findOne(MeterModelEntity, meterModelId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!model) throw new Refusal('NOT_FOUND', `There is no model ${meterModelId}.`, { meterModelId });
  if (model.revokedOn) {
    throw new Refusal('CONFLICT', `The approval ended on ${model.revokedOn} already.`, {
      meterModelId,
      revokedOn: model.revokedOn,
    });
  }
  if (revokedOn <= model.approvedOn) {
    throw new Refusal('CONFLICT', `The approval begins on ${model.approvedOn}, not before ${revokedOn}.`, {
      meterModelId,
      approvedOn: model.approvedOn,
      revokedOn,
    });
  }
  model.revokedOn = revokedOn;
  model.revocationReason = reason;
  model.revokedBy = context.actor.accountId;
  await em.flush();
  return { meterModelId };
}
