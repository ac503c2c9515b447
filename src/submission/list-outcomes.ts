import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { type Page, pageOf } from '../boundary/page.js';
import { Refusal } from '../domain/error.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import { empty, join, maybeRow, rawSql, rows, sql } from '../platform/sql.js';
import { outcomeOf } from './outcomes.js';
import type { StoredOutcome } from './upload.entity.js';
import type { OutcomeArgs } from './upload.type.js';

type Status = ReadingOutcome['status'];

/** What of a batch's counts tells whether it has rows of a status at all. */
const counted: Readonly<Record<Status, string>> = {
  ACCEPTED: 'b.accepted - b.superseded',
  SUPERSEDES: 'b.superseded',
  DUPLICATE: 'b.duplicates',
  REFUSED: 'b.refused',
};

/**
 * A page of what became of the rows of an upload, in their order. The key leads to its batch, and a batch without rows of the statuses is
 * not opened. However many uploads ask in one request, they are answered by one statement.
 */
export function listOutcomes(context: Context, uploadId: string, args: OutcomeArgs): Promise<Page<ReadingOutcome>> {
  return pageOf(
    args,
    1,
    async (key, limit) => {
      const found = await loadMany(
        context,
        `outcomes of an upload ${JSON.stringify([args.statuses, key, limit])}`,
        uploadId,
        ids => outcomesOf(context.em, ids, args.statuses ?? null, indexIn(key), limit),
        each => each.uploadId,
      );
      return found.map(({ outcome }) => outcomeOf(outcome));
    },
    outcome => [String(outcome.index)],
  );
}

function indexIn(key: readonly string[] | null): number {
  if (key === null) return -1;
  const index = Number(key[0]);
  if (Number.isInteger(index) && index >= 0 && index < 2 ** 31) return index;
  throw new Refusal('BAD_USER_INPUT', 'This is not a cursor of this connection.', { field: 'after' });
}

function outcomesOf(
  em: EntityManager,
  uploadIds: readonly string[],
  statuses: readonly Status[] | null,
  after: number,
  limit: number,
): Promise<{ uploadId: string; outcome: StoredOutcome }[]> {
  const some = statuses?.map(status => rawSql(`${counted[status]} > 0`));
  const ofStatus = some
    ? sql`and (${join([sql`false`, ...some], ' or ')}) and o.outcome ->> 'status' = any(${[...(statuses ?? [])]}::text[])`
    : empty;
  return rows(
    em,
    sql`select u.id as "uploadId", page.outcome
        from unnest(${[...uploadIds]}::bigint[]) with ordinality as parent (id, position)
        join upload u on u.id = parent.id
        cross join lateral (
          select b.number, o.position, o.outcome from upload_batch b
          cross join lateral jsonb_array_elements(b.outcomes) with ordinality as o (outcome, position)
          where b.upload_id = u.id and b.number >= ${after + 1}::int / u.batch_rows
            and b.first_index + o.position - 1 > ${after} ${ofStatus}
          order by b.number, o.position limit ${limit}) page
        order by parent.position, page.number, page.position`,
  );
}

/** All of them, batch by batch and outside any transaction: whoever reads slowly holds nothing but a page. */
export async function* outcomesByBatch(em: EntityManager, uploadId: string): AsyncGenerator<readonly StoredOutcome[]> {
  for (let number = 0; ; number += 1) {
    const batch = await maybeRow<{ outcomes: StoredOutcome[] }>(
      em,
      sql`select outcomes from upload_batch where upload_id = ${uploadId} and number = ${number}`,
    );
    if (!batch) return;
    yield batch.outcomes;
  }
}
