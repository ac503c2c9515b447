import { credentialsAlive, longestCredentialDays } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import type { RotateApiCredentialInput } from './account.input.js';
import { ApiCredentialEntity } from './api-credential.entity.js';
import { requireOwnScopes } from './create-api-credential.js';
import { hashSecret } from './credential-secret.js';

const day = 24 * 60 * 60 * 1_000;

/**
 * Makes a second credential of the account that asks, beside the one in use, which it is to replace: first the new one is put in
 * place, then the old one revoked, so nothing stands still. The secret is not part of the outcome, so it is not stored.
 *
 * Refusals: CONFLICT (two are alive already), BAD_USER_INPUT (a life that is over or too long), FORBIDDEN (scopes that the credential
 * in use has not).
 */
export async function rotateApiCredential({ em, context, now }: Verb, input: RotateApiCredentialInput, secret: string) {
  const { accountId, scopes: ownScopes } = context.actor;
  const scopes = input.scopes ?? [...ownScopes];
  requireOwnScopes(context.actor, scopes);
  if (scopes.length === 0) {
    throw new Refusal('BAD_USER_INPUT', 'A credential has at least one scope.', { field: 'scopes' });
  }
  const longest = new Date(now.getTime() + longestCredentialDays * day);
  const expiresAt = input.expiresAt ?? longest;
  if (expiresAt <= now || expiresAt > longest) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `A credential ends after now and within ${longestCredentialDays} days, not at ${expiresAt.toISOString()}.`,
      { field: 'expiresAt', value: expiresAt.toISOString(), latest: longest.toISOString() },
    );
  }
  await rows(em, sql`select from account where id = ${accountId} for no key update`); // two rotations at once: one after the other
  const alive = await rows<{ id: string }>(
    em,
    sql`select id from api_credential
        where account_id = ${accountId} and revoked_at is null and (expires_at > ${now}) is not false order by id`,
  );
  if (alive.length >= credentialsAlive) {
    throw new Refusal('CONFLICT', `This account has ${alive.length} credentials that are alive. Revoke one first.`, {
      rule: 'two_credentials_alive',
      credentialIds: alive.map(({ id }) => id),
    });
  }
  const credential = em.create(ApiCredentialEntity, {
    accountId,
    label: input.label,
    scopes: [...new Set(scopes)],
    secretHash: hashSecret(secret),
    createdAt: now,
    createdBy: accountId,
    expiresAt,
  });
  await em.persist(credential).flush();
  return { credentialId: credential.id, expiresAt: expiresAt.toISOString() };
}
