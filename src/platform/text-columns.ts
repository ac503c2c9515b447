import type { EntityManager } from '@mikro-orm/postgresql';
import { join, row, type Sql, sql, rawSql as unbound } from './sql.js';

/**
 * The rows of a statement column by column, each column as one text that is taken apart here: for thousands of rows of ids, numbers, instants
 * and the like, since no value may hold a comma. What is absent is the empty text.
 * The driver would make an object of each row and a text of each of its values.
 */
export async function textColumns<Name extends string>(
  em: EntityManager,
  names: readonly Name[],
  query: Sql,
): Promise<Readonly<Record<Name, readonly string[]>>> {
  const texts = names.map(name => unbound(`string_agg(coalesce("${name}"::text, ''), ',') as "${name}"`));
  const found = await row<Readonly<Record<Name, string | null>>>(
    em,
    sql`select ${join(texts)} from (${query}) as listed`,
  );
  const columns = {} as Record<Name, readonly string[]>;
  for (const name of names) columns[name] = found[name]?.split(',') ?? [];
  return columns;
}
