import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { monthOf } from '../domain/month.js';
import { refuseIssuedMonth } from '../gis/refuse-issued-month.js';
import { SystemRoleEntity, type SystemRoleName } from '../ownership/system-role.entity.js';
import type { SystemRow } from '../system/system.entity.js';
import type { Change } from './change.js';
import { checkReporter } from './check-reporter.js';

/** A move whose party is known: null while it is named by an address that nothing was looked up for. */
export interface KnownMove {
  readonly role: SystemRoleName;
  readonly organisationId: string | null;
  readonly fromOn: LocalDate;
}

/**
 * Checks what the rules demand of a change, on submission and again on approval: months whose certificates are where they are
 * stand still (MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED), and a reporter meets the reporting requirements.
 */
export async function checkRules(
  em: EntityManager,
  system: SystemRow,
  change: Change,
  moves: readonly KnownMove[],
): Promise<void> {
  const months = [
    ...moves.filter(move => move.role === 'REC_OWNER').map(move => monthOf(move.fromOn)),
    ...(change.asset ? [change.asset.fromMonth] : []),
  ];
  for (const month of months) await refuseIssuedMonth(em, month);
  for (const move of moves) {
    if (move.role === 'SYSTEM_REPRESENTATIVE') await checkReporter(em, system, move.organisationId, move.fromOn);
  }
}

/** Refuses with CONFLICT a role that goes to who holds it on that day, or while a later appointment is on record. */
export async function checkSuccession(
  em: EntityManager,
  system: SystemRow,
  moves: readonly KnownMove[],
): Promise<void> {
  const roles = await em.find(SystemRoleEntity, { systemId: system.id });
  for (const { role, organisationId, fromOn } of moves) {
    const held = roles.filter(each => each.role === role);
    const later = held.find(each => each.fromOn >= fromOn);
    if (later) {
      throw new Refusal('CONFLICT', `An appointment to ${role} begins on ${later.fromOn}, not before ${fromOn}.`, {
        role,
        fromOn,
        held: later.fromOn,
      });
    }
    const holder = held.find(each => !each.untilOn || each.untilOn > fromOn);
    if (holder && holder.organisationId === organisationId) {
      throw new Refusal('CONFLICT', `That organisation is ${role} on ${fromOn} already.`, {
        role,
        fromOn,
        organisationId,
      });
    }
  }
}
