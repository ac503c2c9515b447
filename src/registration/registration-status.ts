import type { EntityManager } from '@mikro-orm/postgresql';
import { hashSecret } from '../account/credential-secret.js';
import type { RequestState } from '../domain/request-steps.js';
import { RequestEntity, RequestEventEntity } from '../request/request.entity.js';

/** Where an application stands, with nothing of what it says. */
export interface RegistrationStatusOf {
  readonly state: RequestState;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** The status of the application of a receipt; null when there is none. The reason is that of the decision. */
export async function registrationStatus(em: EntityManager, receipt: string): Promise<RegistrationStatusOf | null> {
  const request = await em.findOne(RequestEntity, { kind: 'REGISTRATION', receiptHash: hashSecret(receipt) });
  if (!request) return null;
  const { id, state, submittedAt, decidedAt } = request;
  const last = decidedAt
    ? await em.findOne(RequestEventEntity, { requestId: id }, { orderBy: { sequence: 'desc' } })
    : null;
  return { state, submittedAt: submittedAt ?? null, decidedAt: decidedAt ?? null, reason: last?.reason ?? null };
}
