import type { Actor } from '../boundary/context.js';
import { type CredentialScope, credentialScopes } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { AccountEntity } from './account.entity.js';
import type { CreateApiCredentialInput } from './account.input.js';
import { ApiCredentialEntity } from './api-credential.entity.js';
import { hashSecret } from './credential-secret.js';
import { refuseThePublic } from './the-public.js';

/**
 * Makes a credential of an account from a secret; the secret itself is not part of the outcome, so it is not stored. Refusals: NOT_FOUND,
 * FORBIDDEN (scopes that the credential in use has not: who may only make credentials would else make one that may do everything).
 */
export async function createApiCredential({ em, context, now }: Verb, input: CreateApiCredentialInput, secret: string) {
  await refuseThePublic(em, { accountId: input.accountId });
  if (!(await em.findOne(AccountEntity, input.accountId))) {
    throw new Refusal('NOT_FOUND', 'There is no such account.', { accountId: input.accountId });
  }
  const scopes = [...new Set(input.scopes ?? credentialScopes)];
  requireOwnScopes(context.actor, scopes);
  const credential = em.create(ApiCredentialEntity, {
    accountId: input.accountId,
    label: input.label,
    scopes,
    secretHash: hashSecret(secret),
    createdAt: now,
    createdBy: context.actor.accountId,
    expiresAt: input.expiresAt ?? null,
  });
  await em.persist(credential).flush();
  return { credentialId: credential.id };
}

/** FORBIDDEN when a credential would give scopes that it has not itself. */
export function requireOwnScopes({ scopes: own }: Actor, scopes: readonly CredentialScope[]): void {
  const beyond = scopes.filter(scope => !own.has(scope));
  if (beyond.length === 0) return;
  throw new Refusal('FORBIDDEN', `The credential in use cannot give what it has not: ${beyond.join(', ')}.`, {
    scopes: beyond,
  });
}
