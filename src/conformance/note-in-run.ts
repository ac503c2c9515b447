import type { AccountContext } from '../boundary/context.js';
import { findRun } from './find-run.js';
import { type NotedCall, noteCall } from './note-call.js';

/**
 * Notes a submission in a run of the actor's organisation, in a transaction of its own after that of the submission: dry runs, retries and
 * refused ones leave nothing else behind. Where it is lost, a retry is noted in its place.
 */
export async function noteInRun(context: AccountContext, runId: string, call: NotedCall): Promise<void> {
  const run = await findRun(context.em, context.actor, runId);
  if (run?.organisationId !== context.actor.organisationId) return;
  await context.em.fork().transactional(em => noteCall(em, runId, call, context.now));
}
