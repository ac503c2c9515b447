import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { textOfLength } from '../boundary/text-length.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { monthOf } from '../domain/month.js';
import { empty, join, rawSql, type Sql, sql } from '../platform/sql.js';
import { textRows } from '../platform/text-rows.js';
import { listedSystem, systemColumns } from '../system/listed-system.js';
import { systemIsVisible, systemIsVisibleInOrder, systemIsVisibleOnPage } from '../system/scope.js';
import type { System } from '../system/system.type.js';
import type { SystemFilter, SystemSort, SystemSortKey } from './system-filter.input.js';

/** What a system is compared by, of an alias, and the type of that in a cursor. */
const placeOf = {
  REGISTRATION: { property: 'id', column: 'id', type: 'bigint' },
  PTS_ID: { property: 'ptsId', column: 'pts_id', type: 'text' },
  NAME: { property: 'name', column: 'name', type: 'text' },
  TOWN: { property: 'town', column: 'town', type: 'text' },
  CAPACITY: { property: 'capacityKw', column: 'capacity_kw', type: 'numeric' },
} as const satisfies Record<
  SystemSortKey,
  { readonly property: keyof System; readonly column: string; readonly type: string }
>;

const byRegistration: SystemSort = { by: 'REGISTRATION', descending: false };

/**
 * The systems that an actor may see and a filter lets through, in an order. A page begins at the place of its cursor in an index, so the
 * last one costs what the first one costs. BAD_USER_INPUT for the cursor of another order.
 */
export function listSystems(
  em: EntityManager,
  actor: Actor,
  filter: SystemFilter,
  sort: SystemSort | null,
  page: PageArgs,
): Promise<Page<System>> {
  const { by, descending } = sort ?? byRegistration;
  const { property, column, type } = placeOf[by];
  const order = descending ? 'desc' : 'asc';
  const name = `${by} ${order}`;
  const filtered = conditionsOf(actor, filter);
  return pageOf(
    page,
    3,
    async (key, limit) => {
      const conditions = [isVisible(key, limit), ...filtered, ...(key ? [isAfter(key)] : [])];
      const found = await textRows(
        em,
        sql`select ${systemColumns('s')} from system s where ${join(conditions, ' and ')}
            order by ${rawSql(by === 'REGISTRATION' ? `s.id ${order}` : `s.${column} ${order}, s.id ${order}`)} limit ${limit}`,
      );
      return found.map(listedSystem);
    },
    system => [name, system[property], system.id],
  );

  function isVisible(key: readonly string[] | null, limit: number): Sql {
    if (by !== 'REGISTRATION') return systemIsVisible(actor, 's.id');
    if (filtered.length > 0) return systemIsVisibleInOrder(actor, 's.id');
    return systemIsVisibleOnPage(actor, 's.id', { after: key?.[2] ?? null, limit, descending });
  }

  function isAfter([ofOrder, value, id]: readonly string[]): Sql {
    if (ofOrder !== name) {
      throw new Refusal('BAD_USER_INPUT', 'The cursor is of another order. Begin anew, without `after`.', {
        field: 'after',
        value: ofOrder ?? '',
        expected: name,
      });
    }
    return sql`(${rawSql(`s.${column}`)}, s.id) ${rawSql(descending ? '<' : '>')}
      (${value}::${rawSql(type)}, ${id}::bigint)`;
  }
}

function conditionsOf(actor: Actor, filter: SystemFilter): Sql[] {
  const { technology, town, zip, minimumCapacityKw, maximumCapacityKw, representativeId, reportedIn, search } = filter;
  const given = (condition: Sql | null | false | '' | undefined): Sql[] => (condition ? [condition] : []);
  if (typeof search === 'string') textOfLength(100, 'search', search);
  return [
    ...given(technology && sql`s.technology = ${technology}`),
    ...given(town && sql`s.town = ${town}`),
    ...given(zip && sql`s.zip = ${zip}`),
    ...given(minimumCapacityKw && sql`s.capacity_kw >= ${decimalText(minimumCapacityKw)}::numeric`),
    ...given(maximumCapacityKw && sql`s.capacity_kw <= ${decimalText(maximumCapacityKw)}::numeric`),
    ...given((filter.program || filter.marketSector) && isQualified(actor, filter)),
    ...given(representativeId && isRepresented(actor, representativeId)),
    ...given(
      reportedIn &&
        sql`${reportedIn.reported ? empty : sql`not`} exists (
          select from reading r where r.system_id = s.id and r.month = ${monthToDate(reportedIn.month)}::date and r.superseded_at is null)`,
    ),
    ...given(
      search && sql`(s.name || ' ' || s.pts_id || ' ' || s.town) ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`,
    ),
  ];
}

/** Qualified in the month of the day on which is asked. */
function isQualified({ on }: Actor, { program, marketSector }: SystemFilter): Sql {
  const month = monthToDate(monthOf(on));
  return sql`exists (select from statement_of_qualification q where q.system_id = s.id
    and date_trunc('month', q.effective_on::timestamp) <= ${month}::date
    and (q.last_eligible_quarter is null or ${month}::date < day_after_quarter(q.last_eligible_quarter))
    ${program ? sql`and q.program = ${program}` : empty} ${marketSector ? sql`and q.market_sector = ${marketSector}` : empty})`;
}

function isRepresented({ on }: Actor, organisationId: string): Sql {
  return sql`exists (select from system_role role where role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE'
    and role.organisation_id = ${organisationId}::bigint and role.from_on <= ${on} and (role.until_on is null or role.until_on > ${on}))`;
}
