import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { row, rows, sql } from '../platform/sql.js';
import type { Change, InForce } from './change.js';

/**
 * What is in force on a day of all that a change moves: for each role the id of its row, for an asset the id of the membership of the
 * system; null where there is none.
 */
export async function inForceOf(
  em: EntityManager,
  systemId: string,
  { moves, asset }: Pick<Change, 'moves' | 'asset'>,
  on: LocalDate,
): Promise<InForce> {
  const held = await rows<{ id: string; role: string }>(
    em,
    sql`select id::text as id, role from system_role
        where system_id = ${systemId} and from_on <= ${on} and (until_on is null or until_on > ${on})`,
  );
  const found: Record<string, string | null> = {};
  for (const { role } of moves) found[role] = held.find(each => each.role === role)?.id ?? null;
  if (asset) {
    const { id } = await row<{ id: string | null }>(
      em,
      sql`select min(id)::text as id from gis_asset_membership
          where system_id = ${systemId} and from_month <= ${on} and (until_month is null or until_month > ${on})`,
    );
    found.GIS_ASSET = id;
  }
  return found;
}

/**
 * Refuses with CONFLICT a change that was submitted, or verified, while something else was in force than now: whoever looked at it
 * looked at other facts.
 */
export function refuseChangedFacts(requestId: string, change: Change, now: InForce): void {
  for (const [when, then] of [
    ['submitted', change.inForce?.atSubmission],
    ['verified', change.inForce?.atVerification],
  ] as const) {
    if (!then) continue;
    const moved = Object.keys(now).find(what => (then[what] ?? null) !== now[what]);
    if (moved === undefined) continue;
    throw new Refusal('CONFLICT', `Since request ${requestId} was ${when}, ${moved} of the system has changed hands.`, {
      requestId,
      what: moved,
      since: when,
    });
  }
}
