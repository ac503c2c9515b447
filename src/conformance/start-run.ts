import { longestName, plainText, textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { row, sql } from '../platform/sql.js';
import { caseListVersion } from './cases.js';
import { ConformanceRunEntity } from './conformance.entity.js';
import { closesAt, isOpen } from './find-run.js';
import { runBeginsAt } from './fleet.js';

/** The most runs of an organisation that take calls at once. */
export const maximumOpenRuns = 10;

/**
 * Starts a run of the conformance sandbox for the actor's organisation: its clock stands before a reporting window, its systems have not
 * reported. BAD_USER_INPUT (label); CONFLICT while as many runs as an organisation may have are open.
 */
export async function startConformanceRun({ em, context, now }: Verb, { label }: { readonly label: string }) {
  textOfLength(longestName, 'label', label);
  plainText('label', label);
  const { organisationId, accountId } = context.actor;
  await row(em, sql`select id from organisation where id = ${organisationId} for no key update`);
  const newest = await em.find(
    ConformanceRunEntity,
    { organisationId },
    { orderBy: { id: 'desc' }, limit: maximumOpenRuns },
  );
  const oldest = newest.at(-1);
  if (oldest && newest.length === maximumOpenRuns && isOpen(oldest, now)) {
    throw new Refusal('CONFLICT', `${maximumOpenRuns} runs of this organisation are open; go on with one of them.`, {
      rule: 'conformance_runs_open',
      maximum: maximumOpenRuns,
    });
  }
  const run = em.create(ConformanceRunEntity, {
    organisationId,
    label,
    listVersion: caseListVersion,
    clockAt: runBeginsAt,
    createdAt: now,
    createdBy: accountId,
  });
  await em.persist(run).flush();
  return { runId: run.id, clockAt: runBeginsAt.toISOString(), closesAt: closesAt(now).toISOString() };
}
