import { sql } from '../../platform/sql.js';
import type { Law } from './law.js';

/** The ledger is one unbroken chain of hashes for each asset: tampering shows. Source: this house's formats 1 and 2 (migrations/07 and 11). */
export const chainLaws: readonly Law[] = [
  {
    name: 'everything-is-in-a-unit',
    sentence:
      'Every issuance, adjustment and entry belongs to a unit of its kind and instant, and every unit holds something.',
    violations: sql`
      select asset.gis_id as asset, part.unit_sequence as unit, u.kind, part.what, part.id
      from (
        select asset_id, unit_sequence, 'issuance' as what, id,
               case when revision > 1 then array['CORRECT'] else array['REPORT'] end as kinds, occurred_at
        from issuance
        union all
        select asset_id, unit_sequence, 'adjustment', id, array['CORRECT'], occurred_at from adjustment
        union all
        select asset_id, unit_sequence, 'entry', id, case
            when kind in ('MINT', 'RETIRE_REMAINDER') then array['ISSUE', 'CORRECT']
            when kind in ('ROLL_BACK', 'ROLL_BACK_REMAINDER', 'ADJUST') then array['CORRECT']
            when kind = 'RETIRE' then array['RETIRE']
            when kind in ('DEPOSIT', 'SELL', 'RETURN') then array['AUCTION']
            when kind in ('RETIRE_COMPLIANCE', 'RETIRE_RESERVE', 'RETIRE_RESIDUAL') then array['CLOSE']
            else array['TRADE', 'CLOSE'] end, occurred_at
        from ledger_entry) part
      full join ledger_unit u on u.asset_id = part.asset_id and u.sequence = part.unit_sequence
      left join gis_asset asset on asset.id = coalesce(part.asset_id, u.asset_id)
      where (case when u.format = 1 and u.kind = 'ISSUE' then part.kinds && array['REPORT', 'ISSUE']
          else u.kind = any(part.kinds) end and u.occurred_at = part.occurred_at) is not true`,
  },
  {
    name: 'entries-are-numbered',
    sentence: 'The entries of a unit are numbered 1 to n without a gap.',
    violations: sql`
      select asset.gis_id as asset, e.unit_sequence as unit, count(*) as entries, array_agg(e.position order by e.position) as positions
      from ledger_entry e left join gis_asset asset on asset.id = e.asset_id
      group by e.asset_id, asset.gis_id, e.unit_sequence
      having min(e.position) <> 1 or max(e.position) <> count(*) or count(distinct e.position) <> count(*)`,
  },
  {
    name: 'chain-has-no-gap',
    sentence: 'The units of a chain are numbered 1 to n without a gap.',
    violations: sql`
      select asset.gis_id as asset, u.sequence as unit, u.sequence_before as unit_before
      from (
        select asset_id, sequence, lag(sequence, 1, 0::bigint) over (partition by asset_id order by sequence) as sequence_before
        from ledger_unit) u
      left join gis_asset asset on asset.id = u.asset_id
      where u.sequence <> u.sequence_before + 1`,
  },
  {
    name: 'chain-is-linked',
    sentence: 'Each unit carries the hash of the unit before it; the first one carries zeros.',
    violations: sql`
      select asset.gis_id as asset, u.sequence as unit, encode(u.previous_hash, 'hex') as found, encode(u.hash_before, 'hex') as expected
      from (
        select asset_id, sequence, previous_hash,
               lag(hash, 1, decode(repeat('00', 32), 'hex')) over (partition by asset_id order by sequence) as hash_before
        from ledger_unit) u
      left join gis_asset asset on asset.id = u.asset_id
      where u.previous_hash <> u.hash_before`,
  },
  {
    name: 'hashes-are-true',
    sentence: 'The hash of a unit is that of the text of all that is in it, in a format that is known.',
    violations: sql`
      with content as (
        select 1 as format, asset_id, unit_sequence, string_agg(line, E'\n' order by line collate "C") as lines
        from ledger_unit_lines_v1((select array_agg(asset_id) from ledger_unit where format = 1),
          (select array_agg(sequence) from ledger_unit where format = 1))
        group by asset_id, unit_sequence
        union all
        select 2, asset_id, unit_sequence, string_agg(line, E'\n' order by line collate "C")
        from ledger_unit_lines_v2((select array_agg(asset_id) from ledger_unit where format = 2),
          (select array_agg(sequence) from ledger_unit where format = 2))
        group by asset_id, unit_sequence
      )
      select asset.gis_id as asset, u.sequence as unit, u.format, encode(u.hash, 'hex') as found, encode(u.recomputed, 'hex') as expected
      from (
        select u.*, sha256(convert_to(case u.format
            when 1 then ledger_unit_header_v1(u.asset_id, u.sequence, u.previous_hash, u.kind, u.reason, u.occurred_at, u.created_by)
            else ledger_unit_header_v2(u.asset_id, u.sequence, u.previous_hash, u.kind, u.reason, u.occurred_at, u.created_by)
            end || E'\n' || content.lines, 'UTF8')) as recomputed
        from ledger_unit u
        left join content on content.format = u.format and content.asset_id = u.asset_id and content.unit_sequence = u.sequence) u
      left join gis_asset asset on asset.id = u.asset_id
      where u.format not in (1, 2) or u.hash is distinct from u.recomputed`,
  },
  {
    name: 'head-is-the-last-unit',
    sentence: 'The head of a chain is the number and the hash of its last unit.',
    violations: sql`
      select asset.gis_id as asset, stream.sequence as head, u.sequence as last_unit,
             encode(stream.head_hash, 'hex') as head_hash, encode(u.hash, 'hex') as hash_of_last_unit
      from ledger_stream stream
      full join (select distinct on (asset_id) * from ledger_unit order by asset_id, sequence desc) u on u.asset_id = stream.asset_id
      left join gis_asset asset on asset.id = coalesce(stream.asset_id, u.asset_id)
      where (stream.sequence, stream.head_hash)
        is distinct from (coalesce(u.sequence, 0), coalesce(u.hash, decode(repeat('00', 32), 'hex')))`,
  },
];
