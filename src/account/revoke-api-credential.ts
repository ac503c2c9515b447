import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import type { RevokeApiCredentialInput } from './account.input.js';
import { ApiCredentialEntity } from './api-credential.entity.js';

/** Revokes a credential, at once and for ever. One that is revoked already stays as it is. */
export async function revokeApiCredential({ em, now }: Verb, input: RevokeApiCredentialInput) {
  const credential = await em.findOne(ApiCredentialEntity, input.credentialId);
  if (!credential) {
    throw new Refusal('NOT_FOUND', 'There is no such credential.', { credentialId: input.credentialId });
  }
  credential.revokedAt ??= now;
  await em.flush();
  return { credentialId: credential.id };
}
