import type { EntityManager } from '@mikro-orm/postgresql';
import { type Change, recRightsMoveOn } from './change.js';
import { srecSystemsOf } from './srec-system.js';

/** Whether a change says whose certificates of a system will be: the rights move, or the account that they are issued into. */
export function movesCertificates(change: Change): boolean {
  return change.asset !== null || recRightsMoveOn(change) !== null;
}

/** Whether the regulator verifies a change before it is approved: it moves where the certificates of an SREC system go. */
export async function needsVerification(
  em: EntityManager,
  systemId: string | null | undefined,
  change: Change,
): Promise<boolean> {
  if (!systemId || !movesCertificates(change)) return false;
  return (await srecSystemsOf(em, [systemId])).has(systemId);
}
