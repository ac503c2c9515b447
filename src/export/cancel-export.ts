import { LockMode } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { ExportEntity, ExportPieceEntity } from './export.entity.js';
import type { CancelExportInput } from './export.input.js';

/** Ends an export that is under way, and lets go what was written of it. Refusals: NOT_FOUND, CONFLICT (it has ended). */
export async function cancelExport({ em, context, now }: Verb, { exportId }: CancelExportInput) {
  const { accountId } = context.actor;
  const found = await em.findOne(ExportEntity, { id: exportId, accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such export of this account.', { exportId });
  if (found.endedAt) {
    throw new Refusal('CONFLICT', `The export has ended: it is ${found.state}.`, { exportId, state: found.state });
  }
  await em.nativeDelete(ExportPieceEntity, { exportId });
  Object.assign(found, { state: 'CANCELLED', endedAt: now, position: null });
  await em.flush();
  return { exportId };
}
