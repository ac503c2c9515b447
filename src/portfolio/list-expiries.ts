import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { Refusal } from '../domain/error.js';
import { empty, rows, sql } from '../platform/sql.js';
import { systemIsVisible } from '../system/scope.js';
import type { Expiry } from './expiry.type.js';

const maximumMonths = 120;

/** Terms and contracts of the actor's systems whose last day comes within some months from today, the next first. BAD_USER_INPUT. */
export function listExpiries(
  em: EntityManager,
  actor: Actor,
  withinMonths: number,
  page: PageArgs,
): Promise<Page<Expiry>> {
  if (withinMonths < 1 || withinMonths > maximumMonths) {
    throw new Refusal('BAD_USER_INPUT', `\`withinMonths\` is 1 to ${maximumMonths}.`, {
      field: 'withinMonths',
      value: withinMonths,
      maximum: maximumMonths,
    });
  }
  const until = sql`(${actor.on}::date + ${withinMonths}::int * interval '1 month')::date`;
  return pageOf(
    page,
    3,
    (key, limit) =>
      rows<Expiry>(
        em,
        sql`with mine as materialized (select s.id from system s where ${systemIsVisible(actor, 's.id')}),
            ending as (
              select 'OPT_IN_TERM' as kind, q.id, q.system_id, null::bigint as organisation_id, q.program,
                     day_after_quarter(q.last_eligible_quarter) - 1 as last_on
              from statement_of_qualification q where q.system_id in (select id from mine) and q.last_eligible_quarter is not null
              union all
              select role.role, role.id, role.system_id, role.organisation_id, null, role.until_on - 1
              from system_role role where role.system_id in (select id from mine) and role.until_on is not null)
            select kind, id as "rowId", system_id as "systemId", organisation_id as "organisationId", program, last_on::text as "lastOn"
            from ending
            where last_on >= ${actor.on}::date and last_on < ${until}
              ${key ? sql`and (last_on, kind, id) > (${key[0]}::date, ${key[1]}, ${key[2]}::bigint)` : empty}
            order by last_on, kind, id limit ${limit}`,
      ),
    each => [each.lastOn, each.kind, each.rowId],
  );
}
