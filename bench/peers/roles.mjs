/*
 * The database role of the peer that authorises in the database: it may read systems and readings, and row-level security shows it those
 * that the product would show to the same organisation (src/system/scope): whose rights it holds, or whose GIS asset. The set is
 * asked once for each statement, not once for each row.
 */
import { withClient } from '../population/sql.mjs';

export const visitor = 'bench_visitor';

/** Makes the role in a cluster and its policies in a database; gives the address at which the role connects. */
export async function makeVisitor(url) {
  await withClient(url, async client => {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${visitor}') then create role ${visitor} login password 'bench'; end if; end $$`);
    await client.query(`
      create function bench_visible_systems() returns setof bigint language sql stable security definer set search_path = public as $$
        select role.system_id from system_role role
        where role.organisation_id = current_setting('bench.organisation_id')::bigint and role.role = 'REC_OWNER'
          and role.from_on <= current_date and (role.until_on is null or role.until_on > current_date)
        union all
        select member.system_id from gis_account account
        join gis_asset_holder holder on holder.gis_account_id = account.id
        join gis_asset_membership member on member.asset_id = holder.asset_id
        where account.organisation_id = current_setting('bench.organisation_id')::bigint
          and holder.from_month <= current_date and (holder.until_month is null or holder.until_month > current_date)
          and member.from_month <= current_date and (member.until_month is null or member.until_month > current_date) $$;
      revoke execute on function bench_visible_systems() from public;
      grant execute on function bench_visible_systems() to ${visitor};
      comment on function bench_visible_systems() is '@behavior -*';
      comment on table reading is '@foreignKey (system_id) references system (id)'; -- asked once a statement by the product: no constraint says it
      grant select on system, reading to ${visitor};
      alter table system enable row level security;
      alter table reading enable row level security;
      create policy bench_visible on system for select to ${visitor} using (id in (select bench_visible_systems()));
      create policy bench_visible on reading for select to ${visitor} using (system_id in (select bench_visible_systems()));`);
  });
  return Object.assign(new URL(url), { username: visitor, password: 'bench' }).href;
}
