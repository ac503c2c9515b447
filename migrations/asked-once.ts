/** What a row refers to: by which of its columns to which of the parent's, all of them together. */
export interface Reference {
  readonly name: string;
  readonly parent: string;
  /** Column of the row -> column of the parent. Where one of them is null there is nothing to ask. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * The function by which a trigger, once a statement, asks what the rows that were added refer to; it refuses as foreign keys of these names
 * would. Parents are never removed and keep what is asked of them. By nested loops: a plan that was made for one row, or for thousands, must
 * serve both.
 */
export function askingReferences(table: string, references: readonly Reference[]): string {
  const asked = references.map(({ name, parent, columns }) => {
    const own = Object.keys(columns);
    const given = own.map(column => `${column} is not null`).join(' and ');
    const same = own.map(column => `there.${columns[column]} = named.${column}`).join(' and ');
    return `
        if exists (select from (select distinct ${own.join(', ')} from added where ${given}) named
                   where not exists (select from ${parent} there where ${same})) then
          raise exception 'insert or update on table "${table}" violates foreign key constraint "${name}"'
            using errcode = 'foreign_key_violation', schema = 'public', table = '${table}', constraint = '${name}';
        end if;`;
  });
  return `
      create or replace function ask_references_of_${table}() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin ${asked.join('')}
        return null;
      end $$;`;
}
