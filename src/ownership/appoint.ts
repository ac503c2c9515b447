import { OrganisationEntity } from '../account/organisation.entity.js';
import { longestText, reasonAtMost, textAtMost } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { lockSystem, requireSystem } from '../system/find-system.js';
import type { AppointInput } from './ownership.input.js';
import { SystemRoleEntity, type SystemRoleName, type SystemRoleRow } from './system-role.entity.js';

/**
 * Appoints an organisation to a role from a day on; who held it before holds it until that day.
 *
 * The first system owner becomes REC owner too (program/001: "the PTS initially lists the System Owner as the REC Owner").
 * Refuses with CONFLICT a day on which a later appointment already begins.
 */
export async function appoint({ em, context, now }: Verb, input: AppointInput) {
  reasonAtMost(input.reason);
  textAtMost(longestText, 'evidence', input.evidence);
  const system = await requireSystem(em, context.actor, input.ptsId);
  await lockSystem(em, system.id);
  if (!(await em.findOne(OrganisationEntity, input.organisationId))) {
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId: input.organisationId });
  }
  const held = await em.find(SystemRoleEntity, { systemId: system.id }, { orderBy: { fromOn: 'asc' } });
  const roles: SystemRoleName[] = [input.role];
  if (input.role === 'SYSTEM_OWNER' && !held.some(role => role.role === 'REC_OWNER')) roles.push('REC_OWNER');
  for (const before of held.filter(role => roles.includes(role.role)))
    endBefore(before, input, context.actor.accountId);
  await em.flush(); // who held it lets go before another takes it: the database keeps one holder
  const made = roles.map(role =>
    em.create(SystemRoleEntity, {
      systemId: system.id,
      role,
      organisationId: input.organisationId,
      fromOn: input.fromOn,
      evidence: input.evidence,
      reason: input.reason,
      createdAt: now,
      createdBy: context.actor.accountId,
    }),
  );
  await em.flush();
  return { roleIds: made.map(role => role.id) };
}

function endBefore(before: SystemRoleRow, input: AppointInput, endedBy: string): void {
  if (before.fromOn >= input.fromOn) {
    throw new Refusal(
      'CONFLICT',
      `An appointment to ${before.role} begins on ${before.fromOn}, not before ${input.fromOn}.`,
      {
        role: before.role,
        fromOn: input.fromOn,
        held: before.fromOn,
      },
    );
  }
  if (!before.untilOn || before.untilOn > input.fromOn) {
    before.untilOn = input.fromOn;
    before.endedBy = endedBy;
    before.endReason = null;
  }
}
