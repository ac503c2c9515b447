import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import type { RevokeApiCredentialInput } from './account.input.js';
import { ApiCredentialEntity } from './api-credential.entity.js';

/**
 * Revokes a credential, at once and for ever: staff any, everybody else one of its own account, also the one in use. One that is
 * revoked already stays as it is. Refusals: NOT_FOUND, of another's as of none.
 */
export async function revokeApiCredential({ em, context, now }: Verb, input: RevokeApiCredentialInput) {
  const { accountId, kinds } = context.actor;
  const credential = await em.findOne(ApiCredentialEntity, {
    id: input.credentialId,
    ...(kinds.has('STAFF') ? {} : { accountId }),
  });
  if (!credential) {
    throw new Refusal('NOT_FOUND', 'There is no such credential.', { credentialId: input.credentialId });
  }
  credential.revokedAt ??= now;
  await em.flush();
  return { credentialId: credential.id };
}
