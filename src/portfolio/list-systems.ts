import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { textOfLength } from '../boundary/text-length.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { monthOf } from '../domain/month.js';
import { empty, join, rawSql, type Sql, sql, where } from '../platform/sql.js';
import { systemIsVisible } from '../system/scope.js';
import { SystemEntity, type SystemRow } from '../system/system.entity.js';
import type { SystemFilter, SystemSort, SystemSortKey } from './system-filter.input.js';

const columnOf = {
  REGISTRATION: 'id',
  PTS_ID: 'ptsId',
  NAME: 'name',
  TOWN: 'town',
  CAPACITY: 'capacityKw',
} as const satisfies Record<SystemSortKey, keyof SystemRow>;

/** What a system is compared by, of an alias, and the type of that in a cursor. */
const placeOf: Readonly<Record<SystemSortKey, { readonly column: string; readonly type: string }>> = {
  REGISTRATION: { column: 'id', type: 'bigint' },
  PTS_ID: { column: 'pts_id', type: 'text' },
  NAME: { column: 'name', type: 'text' },
  TOWN: { column: 'town', type: 'text' },
  CAPACITY: { column: 'capacity_kw', type: 'numeric' },
};

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
): Promise<Page<SystemRow>> {
  const { by, descending } = sort ?? byRegistration;
  const order = descending ? 'desc' : 'asc';
  const name = `${by} ${order}`;
  const conditions = conditionsOf(actor, filter);
  return pageOf(
    page,
    3,
    (key, limit) =>
      em.find(
        SystemEntity,
        {
          $and: [
            where(alias => systemIsVisible(actor, `${alias}.id`)),
            ...(conditions.length > 0
              ? [
                  where(alias =>
                    join(
                      conditions.map(condition => condition(rawSql(alias))),
                      ' and ',
                    ),
                  ),
                ]
              : []),
            key ? where(alias => isAfter(alias, key)) : {},
          ],
        },
        { orderBy: by === 'REGISTRATION' ? { id: order } : [{ [columnOf[by]]: order }, { id: order }], limit },
      ),
    system => [name, String(system[columnOf[by]]), system.id],
  );

  function isAfter(alias: string, [ofOrder, value, id]: readonly string[]): Sql {
    if (ofOrder !== name) {
      throw new Refusal('BAD_USER_INPUT', 'The cursor is of another order. Begin anew, without `after`.', {
        field: 'after',
        value: ofOrder ?? '',
        expected: name,
      });
    }
    const { column, type } = placeOf[by];
    return sql`(${rawSql(`${alias}.${column}`)}, ${rawSql(`${alias}.id`)}) ${rawSql(descending ? '<' : '>')}
      (${value}::${rawSql(type)}, ${id}::bigint)`;
  }
}

type Condition = (system: Sql) => Sql;

function conditionsOf(actor: Actor, filter: SystemFilter): Condition[] {
  const { technology, town, zip, minimumCapacityKw, maximumCapacityKw, representativeId, reportedIn, search } = filter;
  const given = (condition: Condition | null | false | '' | undefined): Condition[] => (condition ? [condition] : []);
  if (typeof search === 'string') textOfLength(100, 'search', search);
  return [
    ...given(technology && (s => sql`${s}.technology = ${technology}`)),
    ...given(town && (s => sql`${s}.town = ${town}`)),
    ...given(zip && (s => sql`${s}.zip = ${zip}`)),
    ...given(minimumCapacityKw && (s => sql`${s}.capacity_kw >= ${decimalText(minimumCapacityKw)}::numeric`)),
    ...given(maximumCapacityKw && (s => sql`${s}.capacity_kw <= ${decimalText(maximumCapacityKw)}::numeric`)),
    ...given((filter.program || filter.marketSector) && (s => isQualified(s, actor, filter))),
    ...given(representativeId && (s => isRepresented(s, actor, representativeId))),
    ...given(
      reportedIn &&
        (s => sql`${reportedIn.reported ? empty : sql`not`} exists (
      select from reading r where r.system_id = ${s}.id and r.month = ${monthToDate(reportedIn.month)}::date and r.superseded_at is null)`),
    ),
    ...given(
      search &&
        (s =>
          sql`(${s}.name || ' ' || ${s}.pts_id || ' ' || ${s}.town) ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`),
    ),
  ];
}

/** Qualified in the month of the day on which is asked. */
function isQualified(system: Sql, { on }: Actor, { program, marketSector }: SystemFilter): Sql {
  const month = monthToDate(monthOf(on));
  return sql`exists (select from statement_of_qualification q where q.system_id = ${system}.id
    and date_trunc('month', q.effective_on::timestamp) <= ${month}::date
    and (q.last_eligible_quarter is null or ${month}::date < day_after_quarter(q.last_eligible_quarter))
    ${program ? sql`and q.program = ${program}` : empty} ${marketSector ? sql`and q.market_sector = ${marketSector}` : empty})`;
}

function isRepresented(system: Sql, { on }: Actor, organisationId: string): Sql {
  return sql`exists (select from system_role role where role.system_id = ${system}.id and role.role = 'SYSTEM_REPRESENTATIVE'
    and role.organisation_id = ${organisationId}::bigint and role.from_on <= ${on} and (role.until_on is null or role.until_on > ${on}))`;
}
