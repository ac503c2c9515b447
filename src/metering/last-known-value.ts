import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import { maybeRow, sql } from '../platform/sql.js';

/** The last value that is on record of a metering point; `at` is null while it is the initial one. */
export interface LastKnownValue {
  readonly meterId: string;
  readonly installedOn: string;
  readonly valueKwh: string;
  readonly registerDigits: number | null;
  readonly at: Date | null;
}

/** Locks the system of a metering point and gives the last value on record: of a replacement, of a reading, or the initial one. */
export async function lastKnownValue(
  em: EntityManager,
  systemId: string,
  label: string,
): Promise<LastKnownValue | null> {
  const locked = await maybeRow(
    em,
    sql`select from system s join meter m on m.system_id = s.id
        where s.id = ${systemId} and m.label = ${label} for no key update of s`,
  );
  if (!locked) return null;
  const found = await maybeRow<Omit<LastKnownValue, 'at'> & { readonly at: string | null }>(
    em,
    sql`select m.id as "meterId", m.installed_on as "installedOn", coalesce(last.value_kwh, m.initial_value_kwh) as "valueKwh",
               case when replaced.replaced_at is null then m.register_digits else replaced.new_register_digits end as "registerDigits",
               last.at
        from meter m
        left join lateral (
          select p.replaced_at, p.new_initial_kwh, p.new_register_digits from meter_replacement p
          where p.meter_id = m.id order by p.replaced_at desc limit 1) replaced on true
        left join lateral (
          select value_kwh, at from (
            select r.value_kwh, r.read_at as at from reading r
            where r.meter_id = m.id and r.superseded_at is null order by r.month desc limit 1) read
          union all
          select replaced.new_initial_kwh, replaced.replaced_at where replaced.replaced_at is not null
          order by at desc limit 1) last on true
        where m.system_id = ${systemId} and m.label = ${label}`,
  );
  return found && { ...found, at: found.at === null ? null : instantOf(found.at) };
}
