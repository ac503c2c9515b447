import { type Sql, sql } from '../../platform/sql.js';
import { monthText } from './places.js';

/**
 * Readings in force whose difference is not what the meter counted.
 *
 * Every meter is a line of points in order of time: the initial value, replacements, readings in force. From each point to
 * the next a device counted `ends - begins`, and 10^digits more when it rolled over; a reading's difference is the sum of
 * these steps since the reading before. Source: domain 5.4.
 */
export const valuesFollow: Sql = sql`
  with point as (
    select id as meter_id, '-infinity'::timestamptz as at, 0 as rank, null::date as month, null::bigint as reading_id,
           null::numeric as ends, initial_value_kwh as begins, register_digits as digits, true as new_device, null::numeric as difference
    from meter
    union all
    select meter_id, replaced_at, 1, null, null, old_final_kwh, new_initial_kwh, new_register_digits, true, null
    from meter_replacement
    union all
    select meter_id, read_at, 2, month, id, value_kwh, value_kwh, null, false, difference_kwh
    from reading where superseded_at is null
  ), numbered as (
    select *, count(*) filter (where new_device) over line as device,
           count(reading_id) over (line rows between unbounded preceding and 1 preceding) as readings_before
    from point window line as (partition by meter_id order by at, rank, month, reading_id)
  ), in_service as (
    select *, first_value(digits) over (partition by meter_id, device order by at, rank, month, reading_id) as device_digits
    from numbered
  ), step as (
    select *, lag(begins) over line as began, lag(device_digits) over line as digits_before
    from in_service window line as (partition by meter_id order by at, rank, month, reading_id)
  ), counted as (
    select meter_id, readings_before, max(month) as month, max(reading_id) as reading_id, max(difference) as difference,
           sum(ends - began + case when ends < began then coalesce(power(10::numeric, digits_before), 0) else 0 end) as kwh
    from step group by meter_id, readings_before
  )
  select s.pts_id as system, m.label as meter, ${monthText('c.month')} as month, c.reading_id as reading,
         c.difference as difference_kwh, c.kwh as counted_kwh
  from counted c left join meter m on m.id = c.meter_id left join system s on s.id = m.system_id
  where c.reading_id is not null and c.kwh is distinct from c.difference`;
