import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, recognisable as one of ours. */
export function newSecret(): string {
  return `pts_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret. A fast hash is enough: the secret is random, there is nothing to guess. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
