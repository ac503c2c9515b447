import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { rows, sql } from '../platform/sql.js';
import type { NamedMeter, RepresentedMeters } from './represented-meters.js';

/** Labels of meters by PTS id. */
export type MeterLabels = ReadonlyMap<string, readonly string[]>;

/**
 * What the meters of a system are called, where a row names another: only of systems that the actor represents today, so it tells nothing of
 * any other. One statement more for a call that has such rows.
 */
export async function labelsOfMisnamed(
  em: EntityManager,
  actor: Actor,
  named: readonly NamedMeter[],
  found: RepresentedMeters,
): Promise<MeterLabels> {
  const ptsIds = [...new Set(named.filter(({ at }) => !found.get(at)).map(({ ptsId }) => ptsId))];
  if (ptsIds.length === 0) return new Map();
  const labels = await rows<{ ptsId: string; labels: string[] }>(
    em,
    sql`select s.pts_id as "ptsId", array_agg(m.label order by m.label) as labels
        from system s join meter m on m.system_id = s.id
        where s.pts_id = any(${ptsIds}::text[]) and exists (
          select from system_role role where role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE'
            and role.organisation_id = ${actor.organisationId}
            and role.from_on <= ${actor.on} and (role.until_on is null or role.until_on > ${actor.on}))
        group by s.pts_id`,
  );
  return new Map(labels.map(each => [each.ptsId, each.labels]));
}
