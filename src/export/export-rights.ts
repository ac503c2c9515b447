import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { Refusal } from '../domain/error.js';
import { holdsCertificates } from '../ledger/scope.js';
import { row, sql } from '../platform/sql.js';
import { systemIsVisible } from '../system/scope.js';
import type { ExportContent, ExportRow } from './export.entity.js';

/** Refuses certificates and ledger to accounts of kinds that have none: FORBIDDEN. */
export function requireContent(actor: Actor, content: ExportContent): void {
  const ofLedger = content === 'CERTIFICATES' || content === 'LEDGER_ENTRIES';
  if (!ofLedger || holdsCertificates(actor) || seesEverything(actor)) return;
  throw new Refusal('FORBIDDEN', 'Accounts of this kind have no certificates and no ledger.', { content });
}

/**
 * Refuses the file of an export to an account that lost rights since it was written: FORBIDDEN as soon as one of its systems is no longer
 * the account's to see. What it would see of the others is in a new export. Certificates and entries stay visible to whose they were.
 */
export async function requireRightsInFile(em: EntityManager, actor: Actor, { id, content }: ExportRow): Promise<void> {
  requireContent(actor, content);
  const { lost } = await row<{ lost: number }>(
    em,
    sql`select count(*)::int as lost from export_piece piece cross join unnest(piece.system_ids) as system (id)
        where piece.export_id = ${id} and not ${systemIsVisible(actor, 'system.id')}`,
  );
  if (lost === 0) return;
  const systems = lost === 1 ? 'One of its systems is' : `${lost} of its systems are`;
  throw new Refusal('FORBIDDEN', `${systems} no longer yours to see. Ask for a new export.`, { lostSystems: lost });
}
