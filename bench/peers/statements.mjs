/* The statements of the servers that authorise nothing: the systems of one organisation, and their latest readings. */

const portfolio = `
  select s.id, s.pts_id as "ptsId", s.name, s.town, s.capacity_kw::text as "capacityKw" from system_role role
  join system s on s.id = role.system_id
  where role.organisation_id = $1::bigint and role.role = 'REC_OWNER' order by role.system_id limit $2::int`;

/** By the organisation and how many. */
export const pageOfSystems = { name: 'systems', text: portfolio };

/** By the ids of systems and how many of each. */
export const readingsOf = {
  name: 'readings',
  text: `
    select r.* from unnest($1::bigint[]) with ordinality as parent (id, position)
    cross join lateral (
      select system_id as "systemId", to_char(month, 'YYYY-MM') as month, production_kwh::text as "productionKwh" from reading
      where system_id = parent.id and superseded_at is null order by reading.month desc, id desc limit $2::int) r
    order by parent.position, r.month desc`,
};

/** By the PTS id. */
export const objectOf = {
  name: 'system',
  text: `select pts_id as "ptsId", name, town, capacity_kw::text as "capacityKw" from system where pts_id = $1`,
};

/** By the organisation, how many systems and how many readings of each: the answer as one text of JSON. */
export const portfolioAsJson = {
  name: 'portfolio',
  text: `
    select json_build_object('data', json_build_object('systems', coalesce(json_agg(json_build_object(
      'ptsId', s."ptsId", 'name', s.name, 'town', s.town, 'capacityKw', s."capacityKw", 'readings', r.readings) order by s.id), '[]')))::text as answer
    from (${portfolio}) s
    cross join lateral (
      select coalesce(json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'productionKwh', production_kwh::text)
        order by month desc), '[]') as readings
      from (select month, production_kwh from reading where system_id = s.id and superseded_at is null
            order by month desc, id desc limit $3::int) latest) r`,
};
