import type pg from 'pg';

/** Every table with the number of its rows and a sum over their versions. Sequences are not tables: they may move. */
export type Contents = Readonly<Record<string, string>>;

/** What asking leaves behind, whatever is asked: it says nothing of what was decided. */
const traces = ['api_credential_use', 'conformance_call', 'conformance_pass', 'rate_count', 'worker_life'];

/** By connection the statement that sums all its tables up: named, since to plan it takes several times what it takes to execute. */
const statements = new WeakMap<pg.Client, Promise<{ readonly name: string; readonly text: string }>>();

/** What is in the database, table by table, but for the traces of asking. */
export async function contentsOf(database: pg.Client): Promise<Contents> {
  const statement = statements.get(database) ?? statementFor(database);
  statements.set(database, statement);
  const { rows } = await database.query<{ name: string; sum: string }>(await statement);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** A row that is written, be it with what it held before, is another version: made by another transaction, at another place. */
async function statementFor(database: pg.Client) {
  const { rows: tables } = await database.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all($1) order by 1`,
    [traces],
  );
  const sums = tables.map(
    ({ name }) =>
      `select '${name}' as name,
              count(*) || ' rows, versions ' || coalesce(sum(hashtextextended(tableoid || ' ' || ctid || ' ' || xmin, 0)), 0) as sum
       from ${name}`,
  );
  return { name: 'contents', text: sums.join(' union all ') };
}

/** Rows that were added (or, below zero, removed) between two contents, by table. */
export function rowsAdded(before: Contents, after: Contents): Readonly<Record<string, number>> {
  const count = (sum: string | undefined) => Number(sum?.split(' ')[0] ?? 0);
  return Object.fromEntries(
    Object.keys(after)
      .map(table => [table, count(after[table]) - count(before[table])] as const)
      .filter(([, added]) => added !== 0),
  );
}
