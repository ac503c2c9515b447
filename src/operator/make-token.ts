import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createAccount } from '../account/create-account.js';
import { createApiCredential } from '../account/create-api-credential.js';
import { createOrganisation } from '../account/create-organisation.js';
import { newSecret } from '../account/credential-secret.js';
import type { AccountKind } from '../domain/account-kind.js';
import { Refusal } from '../domain/error.js';
import { perform } from '../platform/perform.js';
import { contextFor, operatorActor } from './operator.js';

/** For whom a credential is to be made. */
export interface TokenRequest {
  readonly label: string;
  readonly for:
    | { readonly accountId: string }
    | { readonly organisation: string; readonly kinds: readonly AccountKind[] };
}

/** Makes a credential for an account, or for the one account of a new organisation, in one transaction. */
export async function makeToken(em: EntityManager, now: Date, mode: 'sandbox' | 'production', request: TokenRequest) {
  const context = contextFor(em, await operatorActor(em, now), now, mode);
  const secret = newSecret();
  const { label } = request;
  const key = { mutation: 'token', input: label, idempotencyKey: `token ${randomUUID()}`, dryRun: false };
  const made = await perform(context, key, async verb => {
    const accountId = 'accountId' in request.for ? request.for.accountId : await newAccount(request.for);
    return { accountId, ...(await createApiCredential(verb, { accountId, label }, secret)) };

    async function newAccount({ organisation, kinds }: { organisation: string; kinds: readonly AccountKind[] }) {
      if (organisation === '' || kinds.length === 0) {
        throw new Refusal('BAD_USER_INPUT', 'Name an account, or an organisation and at least one kind for a new one.');
      }
      const { organisationId } = await createOrganisation(verb, {
        kind: 'COMPANY',
        name: organisation,
        synthetic: false,
      });
      return (await createAccount(verb, { organisationId, name: organisation, kinds: [...kinds] })).accountId;
    }
  });
  return { accountId: made.accountId, credentialId: made.credentialId, secret };
}
