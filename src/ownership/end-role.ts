import { reasonAtMost } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { lockSystem, requireSystem } from '../system/find-system.js';
import type { EndRoleInput } from './ownership.input.js';
import { SystemRoleEntity } from './system-role.entity.js';

/**
 * Ends the last appointment to a role without a successor, with a reason of its own and who ended it.
 *
 * NOT_FOUND without the system; CONFLICT when nobody was appointed, the last appointment ended already, or it begins on that day
 * or later.
 */
export async function endRole({ em, context }: Verb, input: EndRoleInput) {
  const { ptsId, role, untilOn, reason } = input;
  reasonAtMost(reason);
  const system = await requireSystem(em, context.actor, ptsId);
  await lockSystem(em, system.id);
  const [last] = await em.find(
    SystemRoleEntity,
    { systemId: system.id, role },
    { orderBy: { fromOn: 'desc' }, limit: 1 },
  );
  if (!last) throw new Refusal('CONFLICT', `Nobody holds ${role} of ${ptsId}.`, { ptsId, role });
  if (last.untilOn) {
    throw new Refusal('CONFLICT', `The last appointment to ${role} ended on ${last.untilOn} already.`, {
      role,
      untilOn: last.untilOn,
    });
  }
  if (untilOn <= last.fromOn) {
    throw new Refusal('CONFLICT', `The appointment to ${role} begins on ${last.fromOn}, not before ${untilOn}.`, {
      role,
      fromOn: last.fromOn,
      untilOn,
    });
  }
  last.untilOn = untilOn;
  last.endReason = reason;
  last.endedBy = context.actor.accountId;
  await em.flush();
  return { roleId: last.id, organisationId: last.organisationId };
}
