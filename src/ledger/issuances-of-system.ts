import { monthToDate } from '../boundary/columns.js';
import type { AccountContext } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import type { Month } from '../domain/month.js';
import { empty, rows, sql } from '../platform/sql.js';
import { IssuanceEntity, type IssuanceRow } from './issuance.entity.js';
import { issuanceIsVisible } from './scope.js';

/** The issuances that a system had a part in, oldest first, as far as the actor may see them: two statements for all systems. */
export async function issuancesOfSystem(
  context: AccountContext,
  systemId: string,
  from: Month | null,
  to: Month | null,
): Promise<IssuanceRow[]> {
  const found = await loadMany(
    context,
    `issuances of a system ${from} ${to}`,
    systemId,
    async ids => {
      const parts = await rows<{ systemId: string; issuanceId: string }>(
        context.em,
        sql`select step.system_id as "systemId", i.id as "issuanceId"
            from issuance_system step join issuance i on i.id = step.issuance_id
            where step.system_id = any(${ids}::bigint[]) and ${issuanceIsVisible(context.actor, 'i')}
              ${from ? sql`and i.month >= ${monthToDate(from)}::date` : empty}
              ${to ? sql`and i.month <= ${monthToDate(to)}::date` : empty}
            order by step.system_id, i.month`,
      );
      const issuances = await context.em.find(IssuanceEntity, { id: { $in: parts.map(part => part.issuanceId) } });
      const byId = new Map(issuances.map(issuance => [issuance.id, issuance]));
      return parts.flatMap(({ systemId, issuanceId }) => {
        const issuance = byId.get(issuanceId);
        return issuance ? [{ systemId, issuance }] : [];
      });
    },
    part => part.systemId,
  );
  return found.map(part => part.issuance);
}
