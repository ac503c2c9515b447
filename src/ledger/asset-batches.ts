import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows, sql } from '../platform/sql.js';

/**
 * What one transaction takes: enough to spare round trips, few enough that an interruption loses little and memory stays small. Only an
 * asset of more systems than that is a batch of its own.
 */
const inOneTransaction = { assets: 500, systems: 1500 } as const;

/** While one batch is computed or waits for the disk the database works on two others. */
export const batchesAtOnce = 3;

/** Takes a turn: what batches take from a sequence they take in the order of the batches, and wait for each other only there. */
export type InTurn = <T>(take: () => Promise<T>) => Promise<T>;

/** How batches are worked on. */
export interface AtWork {
  /** So many at once, each of assets of its own; 1 where all are in one transaction. */
  readonly atOnce: number;
  /** Told after each batch how many of the assets have been gone through. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Goes through all assets in batches, ascending by id. When a batch fails none is begun any more; those at work come to their end, and
 * then its error is thrown. Whoever takes a turn holds no lock yet that a batch before may wait for.
 */
export async function inAssetBatches(
  em: EntityManager,
  { atOnce, progress = () => undefined }: AtWork,
  work: (assetIds: readonly string[], inTurn: InTurn) => Promise<void>,
): Promise<void> {
  const { total } = await row<{ total: string }>(em, sql`select count(*) as total from gis_asset`);
  const atWork = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let done = 0;
  let turn = Promise.resolve();
  for await (const assetIds of assetBatches(em)) {
    const { inTurn, pass, next } = turnAfter(turn);
    turn = next;
    const batch: Promise<void> = work(assetIds, inTurn)
      .then(
        () => {
          done += assetIds.length;
          progress(done, Number(total));
        },
        error => void failures.push(error),
      )
      .finally(() => {
        pass();
        atWork.delete(batch);
      });
    atWork.add(batch);
    if (atWork.size >= atOnce) await Promise.race(atWork);
    if (failures.length > 0) break;
  }
  await Promise.all(atWork);
  if (failures.length > 0) throw failures[0];
}

/** A turn that comes after another one, may be taken again, and passes when it was taken or is not wanted. */
function turnAfter(before: Promise<void>): { inTurn: InTurn; pass: () => void; next: Promise<void> } {
  const { promise: next, resolve: pass } = Promise.withResolvers<void>();
  const inTurn: InTurn = async take => {
    await before;
    try {
      return await take();
    } finally {
      pass();
    }
  };
  return { inTurn, pass, next };
}

/** The ids of all assets, ascending, some at a time. */
async function* assetBatches(em: EntityManager): AsyncGenerator<string[]> {
  for (let after = '0'; ; ) {
    const batch = await rows<{ id: string; systems: number }>(
      em,
      sql`select asset.id, (select count(*)::int from gis_asset_membership member where member.asset_id = asset.id) as systems
          from gis_asset asset where asset.id > ${after} order by asset.id limit ${inOneTransaction.assets}`,
    );
    const taken: string[] = [];
    let systems = 0;
    for (const asset of batch) {
      systems += asset.systems;
      if (taken.length > 0 && systems > inOneTransaction.systems) break;
      taken.push(asset.id);
    }
    const last = taken.at(-1);
    if (!last) return;
    yield taken;
    after = last;
  }
}
