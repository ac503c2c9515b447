import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { rows, sql } from '../platform/sql.js';
import type { PlainRow } from './batches.js';
import { IdSet } from './id-set.js';

/** Systems that are locked by one statement. */
const atOnce = 5_000;

/**
 * Locks the systems of an upload that the actor represents, in the order of their ids, before its first batch is done. Whoever reports
 * locks systems in that order (`represented-meters`); a transaction of many batches, each in order by itself, could otherwise wait
 * for another that waits for it.
 */
export async function lockReportedSystems(
  em: EntityManager,
  actor: Actor,
  batches: AsyncIterable<{ readonly rows: readonly PlainRow[] }>,
): Promise<void> {
  const ids = new IdSet();
  for await (const batch of batches) {
    const ptsIds = batch.rows.flatMap(([, ptsId, , readAt]) => (readAt === undefined ? [] : [ptsId]));
    const found = await rows<{ id: string }>(
      em,
      sql`select s.id from unnest(${ptsIds}::text[]) as named (pts_id) join system s on s.pts_id = named.pts_id
          join system_role role on role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE'
            and role.organisation_id = ${actor.organisationId}
            and role.from_on <= ${actor.on} and (role.until_on is null or role.until_on > ${actor.on})`,
    );
    ids.add(found.map(({ id }) => id));
  }
  let some: string[] = [];
  const lock = () => rows(em, sql`select from system where id = any(${some}::bigint[]) order by id for no key update`);
  for (const id of ids.inOrder()) {
    some.push(id);
    if (some.length < atOnce) continue;
    await lock();
    some = [];
  }
  await lock();
}
