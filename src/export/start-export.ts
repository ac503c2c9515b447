import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { row, rows, sql } from '../platform/sql.js';
import { ExportEntity } from './export.entity.js';
import type { StartExportInput } from './export.input.js';
import { requireContent } from './export-rights.js';
import { enqueueExport } from './write-export.js';

/** Exports that an account may have under way at once. */
export const exportsAtOnce = 5;

/**
 * Asks for an export; a worker writes it. Refusals: FORBIDDEN (certificates and ledger are for who may have some), BAD_USER_INPUT (the
 * months are the wrong way round), CONFLICT (too many are under way).
 */
export async function startExport({ em, context, now }: Verb, input: StartExportInput) {
  const { actor } = context;
  requireContent(actor, input.content);
  const { fromMonth = null, toMonth = null } = input;
  if (fromMonth !== null && toMonth !== null && fromMonth > toMonth) {
    throw new Refusal('BAD_USER_INPUT', `${fromMonth} is after ${toMonth}.`, { field: 'fromMonth', value: fromMonth });
  }
  await rows(em, sql`select from account where id = ${actor.accountId} for no key update`);
  const { open } = await row<{ open: number }>(
    em,
    sql`select count(*)::int as open from export where account_id = ${actor.accountId} and ended_at is null`,
  );
  if (open >= exportsAtOnce) {
    throw new Refusal('CONFLICT', `${open} exports of this account are under way. Wait for one, or cancel it.`, {
      rule: 'exports_at_once',
      maximum: exportsAtOnce,
    });
  }
  const made = em.create(ExportEntity, {
    accountId: actor.accountId,
    content: input.content,
    format: input.format,
    fromMonth,
    toMonth,
    state: 'WAITING',
    createdAt: now,
  });
  await em.persist(made).flush();
  await enqueueExport(em, made.id);
  return { exportId: made.id };
}
