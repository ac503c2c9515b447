import type { EntityManager } from '@mikro-orm/postgresql';
import { row, sql } from '../platform/sql.js';

/** Work under a lock of the database, held by a transaction that keeps nothing in a dry run. */
export async function oneImportAtATime<T>(
  em: EntityManager,
  dryRun: boolean,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  let outcome: { readonly value: T } | null = null;
  try {
    return await em.fork().transactional(async tx => {
      await row(tx, sql`select pg_advisory_xact_lock(hashtextextended('import qualified-units', 0))`);
      const value = await work(tx);
      outcome = { value };
      if (dryRun) throw new DryRunEnds();
      return value;
    });
  } catch (error) {
    if (error instanceof DryRunEnds && outcome) return (outcome as { readonly value: T }).value;
    throw error;
  }
}

/** Rolls the transaction of a dry run back. */
class DryRunEnds extends Error {}
