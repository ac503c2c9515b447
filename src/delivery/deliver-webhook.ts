import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import type { Job, JobRun } from '../platform/job.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import { makeDelivery } from './make-delivery.js';
import { post } from './post.js';
import { type DueDelivery, recordAttempt, suspend } from './record-attempt.js';
import { signedHeaders } from './signature.js';
import { type LeasedWebhook, leaseWebhook, releaseWebhook } from './webhook-lease.js';
import { secretsOf } from './webhook-secrets.js';

/** Steps of one job: a webhook that has much to catch up with lets others have their turn. */
const stepsPerJob = 50;

/**
 * Posts to a webhook what is due, one after the other, and makes the next delivery when nothing is. It holds the webhook's lease, so two
 * workers never post to it at once; whoever is killed in the middle leaves the delivery due, under the same id.
 */
export const deliverWebhook: Job = {
  name: 'deliver-webhook',
  async run(job) {
    const { webhookId } = job.payload as { readonly webhookId: string };
    const lease = randomUUID();
    try {
      for (let step = 0; step < stepsPerJob && !job.signal.aborted; step += 1) {
        const webhook = await leaseWebhook(job.em, webhookId, lease);
        if (!webhook || !(await takeStep(job, webhook))) break;
      }
    } catch (error) {
      if (!job.signal.aborted) throw error; // stopped in the middle of a post: it is due again
    } finally {
      await releaseWebhook(job.em, webhookId, lease);
    }
  },
};

/** Posts what is due, or makes what comes next; true: there may be more to do. */
async function takeStep(job: JobRun, webhook: LeasedWebhook): Promise<boolean> {
  const { em, now } = job;
  if (!(await hasCredential(em, webhook.accountId, now))) {
    await suspend(em, webhook.id, 'The account that made it has no credential in force.');
    return false;
  }
  const due = await nextDue(em, webhook);
  if (due) return deliver(job, webhook, due);
  return webhook.state === 'ACTIVE' && (await makeDelivery(em, webhook, now)).more;
}

/** What is due of a webhook: first what was asked for by itself, then, while it is active, the one whose turn it is. */
function nextDue(em: EntityManager, { id, state }: LeasedWebhook): Promise<DueDelivery | null> {
  return maybeRow<DueDelivery>(
    em,
    sql`select id, body, tries, in_line as "inLine"
        from (select d.*, d.kind = 'CHANGES' and d.state = 'PENDING' as in_line from webhook_delivery d where d.webhook_id = ${id}) d
        where due_at <= clock_timestamp() and (not in_line or ${state} = 'ACTIVE') order by in_line, recorded_at, id limit 1`,
  );
}

async function deliver({ em, mode, signal }: JobRun, webhook: LeasedWebhook, delivery: DueDelivery): Promise<boolean> {
  const secrets = await secretsOf(em, webhook.id);
  const { attemptedAt } = await row<{ attemptedAt: string }>(em, sql`select clock_timestamp() as "attemptedAt"`);
  const headers = signedHeaders(secrets, delivery.id, instantOf(attemptedAt), delivery.body);
  const began = performance.now();
  const posted = await post(webhook.url, delivery.body, headers, mode, signal);
  const durationMs = Math.round(performance.now() - began);
  return recordAttempt(em, webhook, delivery, { ...posted, attemptedAt, durationMs });
}

/** Whether an account could ask by itself now: a credential of it is neither revoked nor expired. */
async function hasCredential(em: EntityManager, accountId: string, now: Date): Promise<boolean> {
  const found = await maybeRow(
    em,
    sql`select from api_credential c where c.account_id = ${accountId} and c.revoked_at is null
          and (c.expires_at is null or c.expires_at > ${now}) limit 1`,
  );
  return found !== null;
}
