import type { EntityManager } from '@mikro-orm/postgresql';
import type { Law, LawResult } from '../../src/ledger/laws/law.js';
import { checkLaws } from '../../src/ledger/laws/run-laws.js';
import { rawSql, rows } from '../../src/platform/sql.js';

/** How data is broken so that one law fails: statements past the triggers, in order. */
export interface Break {
  /** What a forger, or a defect, did. */
  readonly how: string;
  readonly statements: readonly string[];
}

/** The laws that fail once the data is broken past the triggers; everything is taken back. */
export async function failingWhenBroken(
  em: EntityManager,
  { statements }: Break,
  laws: readonly Law[],
): Promise<LawResult[]> {
  const broken = em.fork();
  await broken.begin();
  try {
    for (const statement of ['set local session_replication_role = replica', ...statements]) {
      await rows(broken, rawSql(statement));
    }
    return (await checkLaws(broken, laws)).filter(result => !result.holds);
  } finally {
    await broken.rollback();
  }
}
