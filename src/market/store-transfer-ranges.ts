import type { EntityManager } from '@mikro-orm/postgresql';
import type { SerialRange } from '../domain/serial-range.js';
import { insertRows } from '../platform/insert-rows.js';

/** Stores the ranges of transfers, as few as there can be of each. */
export async function storeTransferRanges(
  em: EntityManager,
  transfers: readonly { readonly id: string; readonly ranges: readonly SerialRange[] }[],
): Promise<void> {
  await insertRows(
    em,
    'transfer_range',
    transfers.flatMap(({ id, ranges }) => ranges.map(range => ({ id, ...range }))),
    [
      ['transfer_id', 'bigint', range => range.id],
      ['batch_id', 'bigint', range => range.batchId],
      ['first_serial', 'int', range => range.first],
      ['last_serial', 'int', range => range.last],
    ],
  );
}
