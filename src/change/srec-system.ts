import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, sql } from '../platform/sql.js';

/** Which of some systems are SREC systems: a statement of qualification of SREC I or II was granted. */
export async function srecSystemsOf(em: EntityManager, systemIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    em,
    sql`select distinct system_id::text as id from statement_of_qualification
        where system_id = any(${[...systemIds]}::bigint[]) and program in ('SREC_I', 'SREC_II')`,
  );
  return new Set(found.map(each => each.id));
}
