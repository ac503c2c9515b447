import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { rows, sql } from '../platform/sql.js';
import { systemIsVisible } from '../system/scope.js';
import type { IssuanceSystem, ReadingUse } from './issuance.type.js';

export type SystemStepRow = IssuanceSystem & { readonly issuanceId: string; readonly systemId: string };

/** The steps of the systems of some issuances that an actor may see, with the readings they come from: two statements. */
export async function systemSteps(
  em: EntityManager,
  actor: Actor,
  issuanceIds: readonly string[],
): Promise<SystemStepRow[]> {
  const steps = await rows<Omit<SystemStepRow, 'uses'>>(
    em,
    sql`select step.issuance_id as "issuanceId", step.system_id as "systemId", s.pts_id as "ptsId", step.srec_factor as "srecFactor",
               step.eligible_kwh as "eligibleKwh", step.carried_in_kwh as "carriedInKwh", step.reported_mwh as "reportedMwh",
               step.eligible_mwh as "eligibleMwh"
        from issuance_system step join system s on s.id = step.system_id
        where step.issuance_id = any(${issuanceIds}::bigint[]) and ${systemIsVisible(actor, 'step.system_id')}
        order by step.issuance_id, step.system_id`,
  );
  const uses = await rows<Omit<ReadingUse, 'readAt'> & { issuanceId: string; systemId: string; readAt: string }>(
    em,
    sql`select used.issuance_id as "issuanceId", used.system_id as "systemId", used.reading_id as "readingId",
               to_char(used.reading_month, 'YYYY-MM') as "readingMonth", r.read_at as "readAt", r.value_kwh as "valueKwh",
               used.production_kwh as "productionKwh", used.eligible_kwh as "eligibleKwh"
        from reading_use used join reading r on r.month = used.reading_month and r.id = used.reading_id
        where used.issuance_id = any(${issuanceIds}::bigint[])
        order by used.issuance_id, used.system_id, used.reading_month, used.reading_id`,
  );
  const usesOf = Map.groupBy(uses, use => `${use.issuanceId} ${use.systemId}`);
  return steps.map(step => ({
    ...step,
    uses: (usesOf.get(`${step.issuanceId} ${step.systemId}`) ?? []).map(use => ({
      ...use,
      readAt: instantOf(use.readAt),
    })),
  }));
}
