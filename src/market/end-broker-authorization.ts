import { LockMode } from '@mikro-orm/core';
import { Refusal } from '../domain/error.js';
import { laterOf } from '../domain/local-date.js';
import type { Verb } from '../platform/perform.js';
import { requireReason } from './limits.js';
import { BrokerAuthorizationEntity } from './market.entity.js';
import type { EndBrokerAuthorizationInput } from './market.input.js';

/**
 * Ends an authorization that the actor's organisation gave: from today on (or before it began) the broker proposes nothing more; what it
 * proposed stands until it is decided. NOT_FOUND another's; REQUEST_NOT_OPEN when it is over.
 */
export async function endBrokerAuthorization({ em, context }: Verb, input: EndBrokerAuthorizationInput) {
  const { authorizationId, reason } = input;
  const { actor } = context;
  requireReason(reason);
  const authorization = await em.findOne(
    BrokerAuthorizationEntity,
    { id: authorizationId, principalOrganisationId: actor.organisationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!authorization) {
    throw new Refusal('NOT_FOUND', `There is no such authorization ${authorizationId}, or it is not yours.`, {
      authorizationId,
    });
  }
  const { fromOn, untilOn, endedBy } = authorization;
  if (endedBy || (untilOn && untilOn <= actor.on)) {
    throw new Refusal('REQUEST_NOT_OPEN', `Authorization ${authorizationId} ended on ${untilOn}.`, {
      authorizationId,
      untilOn: untilOn ?? null,
    });
  }
  authorization.untilOn = laterOf(fromOn, actor.on);
  authorization.endedBy = actor.accountId;
  authorization.endReason = reason;
  await em.flush();
  return { authorizationId, untilOn: authorization.untilOn };
}
