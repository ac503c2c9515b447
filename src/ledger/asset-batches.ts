import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows, sql } from '../platform/sql.js';

/** Assets in one transaction: enough to spare round trips, few enough that an interruption loses little. */
const assetsPerTransaction = 250;

/** The ids of all assets, ascending, some at a time; told of after each batch how many are done. */
export async function* assetBatches(
  em: EntityManager,
  progress: (done: number, total: number) => void = () => undefined,
): AsyncGenerator<string[]> {
  const { total } = await row<{ total: string }>(em, sql`select count(*) as total from gis_asset`);
  let after = '0';
  for (let done = 0; ; ) {
    const batch = await rows<{ id: string }>(
      em,
      sql`select id from gis_asset where id > ${after} order by id limit ${assetsPerTransaction}`,
    );
    const last = batch.at(-1);
    if (!last) return;
    yield batch.map(asset => asset.id);
    done += batch.length;
    progress(done, Number(total));
    after = last.id;
  }
}
