import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashSecret } from '../account/credential-secret.js';
import { type AccountKind, accountKinds } from '../domain/account-kind.js';
import { join, row, sql } from '../platform/sql.js';

/** A credential of the demonstration as the screen shows it. */
export interface DemoCredential {
  readonly kind: AccountKind;
  readonly who: string;
  readonly secret: string;
}

/**
 * The credentials that an earlier start kept in this file, if it is whole and this database knows every one of them: the file
 * may be older than the database, or that of another one.
 */
export async function keptCredentials(em: EntityManager, file: string, now: Date): Promise<DemoCredential[] | null> {
  const kept = await readKept(file);
  if (kept === null || kept.length === 0) return null;
  const { known } = await row<{ known: string }>(
    em,
    sql`select count(*) as known from api_credential
        where secret_hash in (${join(kept.map(({ secret }) => hashSecret(secret)))})
          and revoked_at is null and (expires_at > ${now}) is not false`,
  );
  return Number(known) === kept.length ? kept : null;
}

/** Keeps credentials for the next start, in a file that its owner alone can read and that is whole at every moment. */
export async function keepCredentials(file: string, credentials: readonly DemoCredential[]): Promise<void> {
  const unfinished = `${file}.${process.pid}.unfinished`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  await rename(unfinished, file);
}

async function readKept(file: string): Promise<DemoCredential[] | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(kept) && kept.every(isCredential) ? kept : null;
  } catch {
    return null;
  }
}

function isCredential(value: unknown): value is DemoCredential {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, who, secret } = value as Partial<Record<keyof DemoCredential, unknown>>;
  return accountKinds.some(known => known === kind) && typeof who === 'string' && typeof secret === 'string';
}
