import { credentialScopes } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { AccountEntity } from './account.entity.js';
import type { CreateApiCredentialInput } from './account.input.js';
import { ApiCredentialEntity } from './api-credential.entity.js';
import { hashSecret } from './credential-secret.js';
import { refuseThePublic } from './the-public.js';

/** Makes a credential of an account from a secret; the secret itself is not part of the outcome, so it is not stored. */
export async function createApiCredential({ em, context, now }: Verb, input: CreateApiCredentialInput, secret: string) {
  await refuseThePublic(em, { accountId: input.accountId });
  if (!(await em.findOne(AccountEntity, input.accountId))) {
    throw new Refusal('NOT_FOUND', 'There is no such account.', { accountId: input.accountId });
  }
  const credential = em.create(ApiCredentialEntity, {
    accountId: input.accountId,
    label: input.label,
    scopes: [...new Set(input.scopes ?? credentialScopes)],
    secretHash: hashSecret(secret),
    createdAt: now,
    createdBy: context.actor.accountId,
    expiresAt: input.expiresAt ?? null,
  });
  await em.persist(credential).flush();
  return { credentialId: credential.id };
}
