import { createHmac, randomBytes } from 'node:crypto';

/** A new secret of 32 random bytes. */
export function newWebhookSecret(): Buffer {
  return randomBytes(32);
}

/** A secret as a person copies it. Source: Standard Webhooks, "Signature scheme". */
export function secretText(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

/**
 * The headers of a post: its id (the same at every try), the instant of this try, and a signature by each secret that is valid.
 * Source: Standard Webhooks (HMAC-SHA256 over `id.timestamp.body`, base64, version v1, several separated by spaces).
 */
export function signedHeaders(
  secrets: readonly Buffer[],
  id: string,
  attemptedAt: Date,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(attemptedAt.getTime() / 1_000));
  const signatures = secrets.map(
    secret => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'PTS-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
