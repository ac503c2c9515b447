import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext, Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { row, sql, where } from '../platform/sql.js';
import { caseListVersion } from './cases.js';
import { ConformanceRunEntity, type ConformanceRunRow } from './conformance.entity.js';
import { runIsVisible } from './scope.js';

/** For how many days of the house a run takes calls. */
export const daysOfRun = 90;

/** Whether a run takes calls: begun under the list of today, and not too long ago. */
export function isOpen({ createdAt, listVersion }: ConformanceRunRow, now: Date): boolean {
  return listVersion === caseListVersion && now.getTime() < closesAt(createdAt).getTime();
}

/** The instant from which on a run takes no calls. */
export function closesAt(createdAt: Date): Date {
  return new Date(createdAt.getTime() + daysOfRun * 86_400_000);
}

/** A run, if the actor may see it; null otherwise: another's and none are one answer. */
export function findRun(em: EntityManager, actor: Actor, id: string): Promise<ConformanceRunRow | null> {
  return em.findOne(ConformanceRunEntity, { $and: [{ id }, where(alias => runIsVisible(actor, alias))] });
}

/** The runs that an actor may see, newest first. */
export function listRuns(em: EntityManager, actor: Actor, page: PageArgs): Promise<Page<ConformanceRunRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        ConformanceRunEntity,
        { $and: [where(alias => runIsVisible(actor, alias)), key ? { id: { $lt: key[0] ?? '0' } } : {}] },
        { orderBy: { id: 'desc' }, limit },
      ),
    run => [run.id],
  );
}

/** A run of the actor's own organisation: NOT_FOUND. */
export async function findOwnRun(
  { em, actor }: Pick<AccountContext, 'em' | 'actor'>,
  id: string,
): Promise<ConformanceRunRow> {
  const run = await findRun(em, actor, id);
  if (run?.organisationId === actor.organisationId) return run;
  throw noSuchRun(id);
}

/** NOT_FOUND: another's run and none are one answer. */
export function noSuchRun(runId: string): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such run, or it is not yours.', { runId });
}

/** Locks a run of the actor's own organisation that takes calls: NOT_FOUND, NOT_OPEN. */
export async function lockOpenRun({ em, context, now }: Verb, id: string): Promise<ConformanceRunRow> {
  const run = await findOwnRun({ em, actor: context.actor }, id);
  await row(em, sql`select id from conformance_run where id = ${id} for update`);
  await em.refresh(run);
  if (isOpen(run, now)) return run;
  throw new Refusal('NOT_OPEN', 'This run takes no calls any more; start another.', {
    runId: id,
    opensAt: run.createdAt.toISOString(),
    closesAt: closesAt(run.createdAt).toISOString(),
  });
}
