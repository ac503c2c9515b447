import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createApiCredential } from '../account/create-api-credential.js';
import { newSecret } from '../account/credential-secret.js';
import type { AccountKind } from '../domain/account-kind.js';
import { contextFor, operatorActor } from '../operator/operator.js';
import { perform } from '../platform/perform.js';
import type { DemoAccounts } from './build-demo.js';
import { type DemoParty, demoBeginsAt, demoParties } from './demo-data.js';

/** A credential of the demonstration as the screen shows it. */
export interface DemoCredential {
  readonly kind: AccountKind;
  readonly who: string;
  readonly secret: string;
}

const shown: readonly (readonly [AccountKind, DemoParty])[] = [
  ['SYSTEM_OWNER', 'school'],
  ['REC_OWNER', 'aggregator'],
  ['SYSTEM_REPRESENTATIVE', 'das'],
  ['STAFF', 'staff'],
  ['REGULATOR', 'regulator'],
];

/**
 * Makes one credential for each kind of account. The database keeps hashes only, so the secrets of this sandbox are kept in a
 * file beside the data, readable by its owner alone; where it is lost, new ones are made.
 */
export async function demoCredentials(
  em: EntityManager,
  accounts: DemoAccounts,
  directory: string,
): Promise<DemoCredential[]> {
  const staff = await operatorActor(em, demoBeginsAt);
  const made: DemoCredential[] = [];
  for (const [kind, party] of shown) {
    const secret = newSecret();
    const request = {
      mutation: 'demonstration',
      input: party,
      idempotencyKey: `demo credential ${secret.slice(-12)}`,
      dryRun: false,
    };
    await perform(contextFor(em, staff, demoBeginsAt, 'sandbox'), request, verb =>
      createApiCredential(verb, { accountId: accounts[party].accountId, label: 'demonstration' }, secret),
    );
    made.push({ kind, who: demoParties[party].organisation, secret });
  }
  await mkdir(dirname(directory), { recursive: true });
  await writeFile(fileIn(directory), JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

/** The credentials that were made before, if their file is still there and whole. */
export async function keptCredentials(directory: string): Promise<DemoCredential[] | null> {
  try {
    return JSON.parse(await readFile(fileIn(directory), 'utf8')) as DemoCredential[];
  } catch {
    return null;
  }
}

/** Beside the data directory, not in it: that one belongs to PostgreSQL. */
function fileIn(directory: string): string {
  return `${directory}-credentials.json`;
}
