import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { type Page, pageOf } from '../boundary/page.js';
import { Refusal } from '../domain/error.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import { maybeRow, rawSql, rows, sql } from '../platform/sql.js';
import { outcomesOfBatch } from './outcomes.js';
import type { UploadBatchRow } from './upload.entity.js';
import type { OutcomeArgs } from './upload.type.js';

type Status = ReadingOutcome['status'];
type BatchOutcomes = Pick<UploadBatchRow, 'firstIndex' | 'outcomes' | 'kept'>;

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
  const statuses = args.statuses ?? null;
  return pageOf(
    args,
    1,
    async (key, limit) => {
      const after = indexIn(key);
      const batches = await loadMany(
        context,
        `outcomes of an upload ${JSON.stringify([statuses, key, limit])}`,
        uploadId,
        ids => batchesWith(context.em, ids, statuses, after, limit),
        each => each.uploadId,
      );
      const isAsked = ({ index, status }: ReadingOutcome) => index > after && (statuses?.includes(status) ?? true);
      return batches.flatMap(batch => outcomesOfBatch(batch).filter(isAsked)).slice(0, limit);
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

/** The batches that a page begins in and may go on in: their counts tell how many rows of the statuses each has. */
function batchesWith(
  em: EntityManager,
  uploadIds: readonly string[],
  statuses: readonly Status[] | null,
  after: number,
  limit: number,
): Promise<({ readonly uploadId: string } & BatchOutcomes)[]> {
  const first = sql`${after + 1}::int / u.batch_rows`;
  const wanted = rawSql(statuses ? ['0', ...statuses.map(status => counted[status])].join(' + ') : 'b.row_count');
  const leftOfFirst = statuses ? sql`0` : sql`b.first_index + b.row_count - 1 - ${after}::int`;
  return rows(
    em,
    sql`select u.id as "uploadId", page.first_index as "firstIndex", page.outcomes, page.kept
        from unnest(${[...uploadIds]}::bigint[]) with ordinality as parent (id, position)
        join upload u on u.id = parent.id
        cross join lateral (
          select b.number, b.first_index, b.outcomes, b.kept, n.given, sum(n.given) over (order by b.number) as until_here
          from upload_batch b
          cross join lateral (select case when b.number > ${first} then ${wanted} else ${leftOfFirst} end as given) n
          where b.upload_id = u.id and b.number >= ${first} and ${wanted} > 0) page
        where page.until_here - page.given < ${limit}
        order by parent.position, page.number`,
  );
}

/** All of them, batch by batch and outside any transaction: whoever reads slowly holds nothing but a page. */
export async function* outcomesByBatch(em: EntityManager, uploadId: string): AsyncGenerator<readonly ReadingOutcome[]> {
  for (let number = 0; ; number += 1) {
    const batch = await maybeRow<BatchOutcomes>(
      em,
      sql`select first_index as "firstIndex", outcomes, kept from upload_batch where upload_id = ${uploadId} and number = ${number}`,
    );
    if (!batch) return;
    yield outcomesOfBatch(batch);
  }
}
