import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, sql } from '../platform/sql.js';
import { requireReason } from './limits.js';
import { BrokerAuthorizationEntity } from './market.entity.js';
import type { AuthorizeBrokerInput } from './market.input.js';

/**
 * Lets a broker propose transfers for the actor's organisation, from a day on. NOT_FOUND unless the organisation has an account of kind
 * BROKER; BAD_USER_INPUT for days in the past or out of order; CONFLICT when it is authorised on some of these days already.
 */
export async function authorizeBroker({ em, context, now }: Verb, input: AuthorizeBrokerInput) {
  const { actor } = context;
  const { brokerOrganisationId, fromOn, untilOn, reason } = input;
  requireReason(reason);
  if (fromOn < actor.on || (untilOn && untilOn <= fromOn)) {
    throw new Refusal('BAD_USER_INPUT', 'An authorization begins today or later, and ends after it begins.', {
      fromOn,
      untilOn: untilOn ?? null,
      today: actor.on,
    });
  }
  const broker = await maybeRow(
    em,
    sql`select from account where organisation_id = ${brokerOrganisationId} and 'BROKER' = any(kinds)
          and organisation_id <> ${actor.organisationId} limit 1`,
  );
  if (!broker) {
    throw new Refusal('NOT_FOUND', `There is no broker ${brokerOrganisationId}.`, { brokerOrganisationId });
  }
  const authorization = em.create(BrokerAuthorizationEntity, {
    principalOrganisationId: actor.organisationId,
    ...{ brokerOrganisationId, fromOn, untilOn: untilOn ?? null, reason },
    createdAt: now,
    createdBy: actor.accountId,
  });
  await em.persist(authorization).flush();
  return { authorizationId: authorization.id };
}
