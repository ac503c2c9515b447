import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { rows, sql } from '../platform/sql.js';
import type { Technology } from '../system/technology.js';

/** A meter that the actor's organisation may report today, locked until the transaction ends. */
export interface RepresentedMeter {
  readonly ptsId: string;
  readonly label: string;
  readonly meterId: string;
  readonly systemId: string;
  readonly technology: Technology;
  readonly capacityKw: string;
  readonly estimatedAnnualKwh: string | null;
  readonly bound: boolean;
  readonly initialValueKwh: string;
  readonly installedOn: string;
  readonly registerDigits: number | null;
  readonly accuracyPercent: string | null;
  readonly byDasProvider: boolean;
}

/**
 * Locks, system by system, those of the named meters whose system the actor represents today, and the systems with them. Whoever is not the
 * representative gets nothing, whether the system exists or not. Two submissions for one system come one after the other.
 */
export function lockRepresentedMeters(
  em: EntityManager,
  actor: Actor,
  meters: readonly { readonly ptsId: string; readonly meterLabel: string }[],
): Promise<RepresentedMeter[]> {
  return rows<RepresentedMeter>(
    em,
    sql`select s.pts_id as "ptsId", m.label, m.id as "meterId", s.id as "systemId", s.technology,
               s.capacity_kw as "capacityKw", s.estimated_annual_kwh as "estimatedAnnualKwh",
               s.massachusetts_funded or exists (
                 select from statement_of_qualification q where q.system_id = s.id and q.program <> 'CLASS_I') as bound,
               m.initial_value_kwh as "initialValueKwh", m.installed_on as "installedOn",
               m.register_digits as "registerDigits", m.accuracy_percent as "accuracyPercent",
               exists (select from das_provider d where d.organisation_id = ${actor.organisationId}
                 and d.approved_on <= ${actor.on} and (d.revoked_on is null or d.revoked_on > ${actor.on})) as "byDasProvider"
        from (select distinct pts_id, label
              from unnest(${meters.map(meter => meter.ptsId)}::text[], ${meters.map(meter => meter.meterLabel)}::text[])
                as named (pts_id, label)) named
        join system s on s.pts_id = named.pts_id
        join system_role role on role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE'
          and role.organisation_id = ${actor.organisationId}
          and role.from_on <= ${actor.on} and (role.until_on is null or role.until_on > ${actor.on})
        join meter m on m.system_id = s.id and m.label = named.label
        order by s.id, m.id
        for no key update of s, m`,
  );
}
