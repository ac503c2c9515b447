import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { mintDatesOf } from '../domain/calendar.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { where } from '../platform/sql.js';
import { IssuanceEntity, type IssuanceRow, IssuanceRunEntity, type IssuanceRunRow } from './issuance.entity.js';
import type { QuarterIssuance } from './issuance.type.js';
import { issuanceIsVisible } from './scope.js';

/** How far the issuing of a quarter has come, and its dates. */
export async function quarterIssuance(em: EntityManager, quarter: Quarter): Promise<QuarterIssuance> {
  const run = await em.findOne(IssuanceRunEntity, { quarter });
  return {
    quarter,
    status: statusOf(run),
    reportedAt: run?.frozenAt ?? null,
    issuedAt: run?.issuedAt ?? null,
    ...mintDatesOf(quarter),
  };
}

function statusOf(run: IssuanceRunRow | null): QuarterIssuance['status'] {
  if (run === null) return 'NOT_REPORTED';
  if (run.completedAt) return 'ISSUED';
  if (run.issuedAt) return 'ISSUING';
  return run.frozenAt ? 'REPORTED' : 'REPORTING';
}

/** The issuances of a quarter that an actor may see, in the order of their ids. */
export function listIssuances(
  em: EntityManager,
  actor: Actor,
  quarter: Quarter,
  page: PageArgs,
): Promise<Page<IssuanceRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        IssuanceEntity,
        {
          $and: [
            { month: { $in: [...monthsOf(quarter)] } },
            where(alias => issuanceIsVisible(actor, alias)),
            key ? { id: { $gt: key[0] ?? '0' } } : {},
          ],
        },
        { orderBy: { id: 'asc' }, limit },
      ),
    issuance => [issuance.id],
  );
}
