import type { EntityManager } from '@mikro-orm/postgresql';
import { raw } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Sql } from 'sql-template-tag';

export { default as sql, empty, join, raw as rawSql, type Sql } from 'sql-template-tag';

const cancellation = new WeakMap<EntityManager, AbortSignal>();

/** A fork whose statements are cancelled in the database when the signal is given, those of the ORM and hand-written ones alike. */
export function cancellable(em: EntityManager, signal: AbortSignal): EntityManager {
  const fork = em.fork({ signal, inflightQueryAbortStrategy: 'cancel query' });
  cancellation.set(fork, signal);
  return fork;
}

/** The signal on which statements of an entity manager are cancelled. */
export function signalOf(em: EntityManager): AbortSignal | undefined {
  return cancellation.get(em);
}

/** Rows of a hand-written statement, with bound parameters, inside the entity manager's transaction if it has one. */
export async function rows<Row>(em: EntityManager, query: Sql): Promise<Row[]> {
  const signal = signalOf(em);
  const result = await em
    .getKysely()
    .executeQuery<Row>(compiled(query), signal && { signal, inflightQueryAbortStrategy: 'cancel query' });
  return result.rows;
}

/** Values of more characters than this are sent once. */
const shortValue = 1_000;

/** As `query.text` and `query.values`; a long value that stands there several times, as a list of ids, is sent and read once. */
function compiled({ strings, values }: Sql): CompiledQuery {
  const places = new Map<unknown, number>();
  const bound: unknown[] = [];
  let text = strings[0] ?? '';
  for (const [at, value] of values.entries()) {
    const isLong = typeof value === 'string' && value.length > shortValue;
    const place = (isLong ? places.get(value) : undefined) ?? bound.push(value);
    if (isLong) places.set(value, place);
    text += `$${place}${strings[at + 1]}`;
  }
  return CompiledQuery.raw(text, bound);
}

/** The one row of a statement that gives exactly one. */
export async function row<Row>(em: EntityManager, query: Sql): Promise<Row> {
  const [first, ...rest] = await rows<Row>(em, query);
  if (first === undefined || rest.length > 0) throw new Error(`expected one row, got ${rest.length + (first ? 1 : 0)}`);
  return first;
}

/** The first row of a statement, or null. */
export async function maybeRow<Row>(em: EntityManager, query: Sql): Promise<Row | null> {
  return (await rows<Row>(em, query))[0] ?? null;
}

/** A condition for `em.find`, made for the alias that the ORM gives the entity's table: the same SQL that statements use. */
export function where(condition: (alias: string) => Sql): Record<string, never[]> {
  const fragment = raw(alias => condition(alias).sql, [...condition('').values]);
  return { [fragment as unknown as string]: [] };
}
