import type { EntityManager } from '@mikro-orm/postgresql';
import { type Change, recRightsMoveOn } from './change.js';
import { srecSystemsOf } from './srec-system.js';

/** Whether the regulator verifies a change before it is approved: it moves the certificate rights of an SREC system. */
export async function needsVerification(
  em: EntityManager,
  systemId: string | null | undefined,
  change: Change,
): Promise<boolean> {
  if (!systemId || recRightsMoveOn(change) === null) return false;
  return (await srecSystemsOf(em, [systemId])).has(systemId);
}
