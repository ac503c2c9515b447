import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import { rows, sql } from '../platform/sql.js';

/** Who enters the rows of an import, when and on what ground. */
export interface ImportRecord {
  readonly at: Date;
  /** Account of the operator; null only in a dry run, which keeps nothing. */
  readonly by: string | null;
  readonly reason: string;
}

/**
 * The GIS accounts of applicant entities, by name: organisation and account are made where there are none. Spellings that
 * differ are different organisations until staff says otherwise. Four statements.
 */
export async function gisAccountsOf(
  em: EntityManager,
  applicants: readonly string[],
  record: ImportRecord,
): Promise<Map<string, string>> {
  const names = [...new Set(applicants)];
  const organisations = new Map((await companiesOf(em, names)).map(({ name, ...company }) => [name, company]));
  const unknown = names.filter(name => !organisations.has(name));
  const ids = await nextIds(em, 'organisation_id_seq', unknown.length);
  for (const [index, name] of unknown.entries()) {
    organisations.set(name, { organisationId: ids[index] ?? '', gisAccountId: null });
  }
  await insertRows(em, 'organisation', unknown, [
    ['id', 'bigint', name => organisations.get(name)?.organisationId],
    ['kind', 'text', () => 'COMPANY'],
    ['name', 'text', name => name],
    ['created_at', 'timestamptz', () => record.at],
    ['created_by', 'bigint', () => record.by],
  ]);
  const without = names.filter(name => !organisations.get(name)?.gisAccountId);
  const accountIds = await nextIds(em, 'gis_account_id_seq', without.length);
  const made = new Map(without.map((name, index) => [name, accountIds[index] ?? '']));
  await insertRows(em, 'gis_account', without, [
    ['id', 'bigint', name => made.get(name)],
    ['organisation_id', 'bigint', name => organisations.get(name)?.organisationId],
    ['name', 'text', name => name],
    ['created_at', 'timestamptz', () => record.at],
    ['created_by', 'bigint', () => record.by],
  ]);
  return new Map(names.map(name => [name, made.get(name) ?? organisations.get(name)?.gisAccountId ?? '']));
}

interface Company {
  readonly name: string;
  readonly organisationId: string;
  readonly gisAccountId: string | null;
}

/** Organisations of these names, no persons and nothing synthetic, with the first GIS account of each. */
function companiesOf(em: EntityManager, names: readonly string[]): Promise<Company[]> {
  return rows<Company>(
    em,
    sql`select distinct on (o.name) o.name, o.id as "organisationId", g.id as "gisAccountId"
        from organisation o left join gis_account g on g.organisation_id = o.id
        where o.name = any(${names}::text[]) and o.kind <> 'PERSON' and not o.synthetic
        order by o.name, o.id, g.id`,
  );
}
