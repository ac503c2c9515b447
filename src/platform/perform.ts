import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import { canonicalJson } from './canonical-json.js';
import { serially } from './serially.js';
import { row, rows, sql } from './sql.js';

/** The longest idempotency key in characters, as the column has it. */
const longestKey = 200;

/** What every mutation is asked with, beside its own input. */
export interface MutationRequest {
  readonly mutation: string;
  readonly input: unknown;
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
}

/** What every mutation answers with, beside its own outcome. */
export interface Performed {
  readonly replayed: boolean;
  readonly dryRun: boolean;
}

/** The verb's view of its request: an entity manager in one transaction, who asks, and when. */
export interface Verb {
  readonly em: EntityManager;
  readonly context: AccountContext;
  readonly now: Date;
}

/** Values that survive storage as JSON: what a verb answers is kept and replayed word for word. */
export type Outcome = { readonly [key: string]: unknown };

/**
 * Runs a verb once, whatever the network does.
 *
 * In one transaction the key is claimed, the verb runs and its outcome is stored; a second request with the same key waits
 * for the first, then gets the stored outcome (`replayed`). Another mutation or input under the same key is refused with
 * IDEMPOTENCY_KEY_REUSED. A dry run does everything and keeps nothing. A refusal keeps nothing either, so the same key may be
 * used again after the cause is mended. BAD_USER_INPUT for a key that is empty or too long.
 */
export async function perform<T extends Outcome>(
  context: AccountContext,
  request: MutationRequest,
  verb: (verb: Verb) => Promise<T>,
): Promise<T & Performed> {
  requireKey(request.idempotencyKey);
  return serially(`${context.actor.accountId} ${request.idempotencyKey}`, () => performNow(context, request, verb));
}

function requireKey(key: string): void {
  const { length } = [...key]; // characters, as PostgreSQL counts them
  if (length >= 1 && length <= longestKey) return;
  throw new Refusal('BAD_USER_INPUT', `An idempotency key has 1 to ${longestKey} characters, not ${length}.`, {
    field: 'idempotencyKey',
    length,
    maximumLength: longestKey,
  });
}

async function performNow<T extends Outcome>(
  context: AccountContext,
  request: MutationRequest,
  verb: (verb: Verb) => Promise<T>,
): Promise<T & Performed> {
  const contentHash = hashOf(request);
  try {
    return await context.em.fork().transactional(async em => {
      const stored = await claim<T>(em, context, request, contentHash);
      if (stored) return { ...stored, replayed: true, dryRun: request.dryRun };
      const outcome = await verb({ em, context, now: context.now });
      if (request.dryRun) throw new DryRunEnds({ ...outcome, replayed: false, dryRun: true });
      await rows(
        em,
        sql`update idempotent_request set outcome = ${JSON.stringify(outcome)}::jsonb
            where account_id = ${context.actor.accountId} and key = ${request.idempotencyKey}`,
      );
      return { ...outcome, replayed: false, dryRun: false };
    });
  } catch (error) {
    if (error instanceof DryRunEnds) return error.outcome as T & Performed;
    throw error;
  }
}

/**
 * Claims the key in this transaction, or gives the outcome stored under it. Waits while another request holds the key. Triggers find the
 * instant of the verb in the setting `pts.now`.
 */
async function claim<T>(
  em: EntityManager,
  context: AccountContext,
  request: MutationRequest,
  contentHash: Buffer,
): Promise<T | null> {
  const { accountId } = context.actor;
  const claimed = await rows(
    em,
    sql`insert into idempotent_request (account_id, key, mutation, content_hash, occurred_at)
        values (${accountId}, ${request.idempotencyKey}, ${request.mutation}, ${contentHash}, ${context.now})
        on conflict on constraint idempotent_request_pk do nothing
        returning set_config('pts.now', ${context.now.toISOString()}::text, true)`,
  );
  if (claimed.length > 0) return null;
  const stored = await row<{ mutation: string; content_hash: Buffer; outcome: T }>(
    em,
    sql`select mutation, content_hash, outcome from idempotent_request
        where account_id = ${accountId} and key = ${request.idempotencyKey}`,
  );
  if (!stored.content_hash.equals(contentHash)) {
    throw new Refusal(
      'IDEMPOTENCY_KEY_REUSED',
      `The idempotency key "${request.idempotencyKey}" was used for ${stored.mutation} with other content.`,
      { idempotencyKey: request.idempotencyKey, usedFor: stored.mutation },
    );
  }
  return stored.outcome;
}

function hashOf(request: MutationRequest): Buffer {
  return createHash('sha256')
    .update(canonicalJson({ mutation: request.mutation, input: request.input }))
    .digest();
}

/** Ends the transaction of a dry run by rolling it back, and carries the outcome out of it. */
class DryRunEnds extends Error {
  readonly outcome: unknown;

  constructor(outcome: unknown) {
    super('the dry run is over');
    this.outcome = outcome;
  }
}
