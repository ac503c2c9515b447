import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createApiCredential } from '../account/create-api-credential.js';
import { newSecret } from '../account/credential-secret.js';
import type { AccountKind } from '../domain/account-kind.js';
import { contextFor, operatorActor } from '../operator/operator.js';
import { perform } from '../platform/perform.js';
import type { DemoAccounts } from './build-demo.js';
import { type DemoParty, demoBeginsAt, demoParties } from './demo-data.js';
import { type DemoCredential, keepCredentials } from './kept-credentials.js';

const shown: readonly (readonly [AccountKind, DemoParty])[] = [
  ['SYSTEM_OWNER', 'school'],
  ['REC_OWNER', 'aggregator'],
  ['SYSTEM_REPRESENTATIVE', 'das'],
  ['STAFF', 'staff'],
  ['REGULATOR', 'regulator'],
];

/**
 * Makes one credential for each kind of account. The database keeps hashes only, so the secrets of this sandbox are kept in a
 * file, readable by its owner alone; where it is lost, or not of this database, new ones are made.
 */
export async function demoCredentials(
  em: EntityManager,
  accounts: DemoAccounts,
  file: string,
): Promise<DemoCredential[]> {
  const staff = await operatorActor(em, demoBeginsAt);
  const made: DemoCredential[] = [];
  for (const [kind, party] of shown) {
    const secret = newSecret();
    const request = {
      mutation: 'demonstration',
      input: party,
      idempotencyKey: `demo credential ${randomUUID()}`,
      dryRun: false,
    };
    await perform(contextFor(em, staff, demoBeginsAt, 'sandbox'), request, verb =>
      createApiCredential(verb, { accountId: accounts[party].accountId, label: 'demonstration' }, secret),
    );
    made.push({ kind, who: demoParties[party].organisation, secret });
  }
  await keepCredentials(file, made);
  return made;
}
