import type { Verb } from '../platform/perform.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import { MeterModelEntity } from './meter-model.entity.js';
import type { ApproveMeterModelInput } from './meter-model.input.js';
import { meterModelContentOf } from './meter-model-content.js';

/** Staff approves a model that was applied for: from that day on meters of it may be set up. CONFLICT when it is on the list. */
export async function approveMeterModel(verb: Verb, { requestId, approvedOn, reason }: ApproveMeterModelInput) {
  const { em, context, now } = verb;
  const request = await lockRequest(verb, requestId, ['METER_MODEL']);
  await takeStep(verb, request, { step: 'APPROVED', reason });
  const { manufacturer, model, accuracyPercent, standard } = meterModelContentOf(request);
  const approved = em.create(MeterModelEntity, {
    manufacturer,
    model,
    accuracyPercent,
    standard,
    approvedOn,
    source: `application ${request.id} with its test report`,
    requestId: request.id,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(approved).flush();
  return { requestId: request.id, state: request.state, meterModelId: approved.id };
}
