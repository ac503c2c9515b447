import { Migration } from '@mikro-orm/migrations';

/**
 * The canonical text of a ledger unit, format 2, frozen: as format 1, with what corrections brought (revisions, deferred kWh,
 * adjustments and where they were applied).
 */
export class LedgerUnitsHashInFormat2 extends Migration {
  override up(): void {
    this.addSql(`
      create function ledger_unit_header_v2(
        asset_id bigint, sequence bigint, previous_hash bytea, kind text, reason text, occurred_at timestamptz, created_by bigint
      ) returns text language sql stable as $$
        select concat_ws('|', 'pts-ledger-unit', '2', asset_id, sequence, encode(previous_hash, 'hex'), kind,
          to_json(reason)::text, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), created_by)
      $$;

      create function ledger_unit_lines_v2(assets bigint[], sequences bigint[])
      returns table (asset_id bigint, unit_sequence bigint, line text) language sql stable as $$
        with unit as materialized (
          select u.asset_id, u.unit_sequence from unnest(assets, sequences) as u (asset_id, unit_sequence)
        ), i as materialized (
          select i.*, concat_ws('|', i.program, to_char(i.month, 'YYYY-MM'), i.revision) as place
          from unit join issuance i using (asset_id, unit_sequence)
        ), a as materialized (
          select a.* from unit join adjustment a using (asset_id, unit_sequence)
        )
        select i.asset_id, i.unit_sequence, concat_ws('|', 'issuance', i.place, i.process,
            i.gis_account_id, trim_scale(i.opening_pts_carry_kwh), trim_scale(i.opening_gis_carry_mwh),
            trim_scale(i.production_kwh), trim_scale(i.reported_mwh), trim_scale(i.eligible_mwh), trim_scale(i.adjustment_mwh),
            i.minted, trim_scale(i.retired_remainder_mwh), trim_scale(i.closing_pts_carry_kwh), trim_scale(i.closing_gis_carry_mwh))
          from i
        union all
        select i.asset_id, i.unit_sequence, concat_ws('|', 'factor', i.place,
            trim_scale(f.srec_factor), trim_scale(f.opening_pts_carry_kwh), trim_scale(f.production_kwh),
            trim_scale(f.reported_mwh), trim_scale(f.eligible_mwh), trim_scale(f.closing_pts_carry_kwh), trim_scale(f.deferred_kwh))
          from i join issuance_factor f on f.issuance_id = i.id
        union all
        select i.asset_id, i.unit_sequence, concat_ws('|', 'system', i.place, s.system_id,
            trim_scale(s.srec_factor), trim_scale(s.eligible_kwh), trim_scale(s.carried_in_kwh),
            coalesce(trim_scale(s.reported_mwh)::text, '-'), coalesce(trim_scale(s.eligible_mwh)::text, '-'))
          from i join issuance_system s on s.issuance_id = i.id
        union all
        select i.asset_id, i.unit_sequence, concat_ws('|', 'use', i.place, u.system_id,
            to_char(u.reading_month, 'YYYY-MM'), u.reading_id, trim_scale(u.production_kwh), trim_scale(u.eligible_kwh))
          from i join reading_use u on u.issuance_id = i.id
        union all
        select i.asset_id, i.unit_sequence, concat_ws('|', 'applied', i.place, p.adjustment_id)
          from i join adjustment_application p on p.issuance_id = i.id
        union all
        select a.asset_id, a.unit_sequence, concat_ws('|', 'adjustment', a.id, a.kind, a.correction_id, a.program,
            to_char(a.month, 'YYYY-MM'), a.system_id, trim_scale(a.srec_factor), trim_scale(a.production_kwh),
            trim_scale(a.eligible_kwh), trim_scale(a.reported_mwh), trim_scale(a.eligible_mwh))
          from a
        union all
        select a.asset_id, a.unit_sequence, concat_ws('|', 'adjustment-use', a.id, u.sign, u.system_id,
            to_char(u.reading_month, 'YYYY-MM'), u.reading_id, trim_scale(u.production_kwh), trim_scale(u.eligible_kwh))
          from a join adjustment_use u on u.adjustment_id = a.id
        union all
        select e.asset_id, e.unit_sequence, concat_ws('|', 'entry', e.position, e.kind, e.program,
            to_char(e.vintage_month, 'YYYY-MM'), coalesce(e.batch_id::text, '-'), coalesce(e.first_serial::text, '-'),
            coalesce(e.last_serial::text, '-'), coalesce(trim_scale(e.remainder_mwh)::text, '-'),
            coalesce(e.from_gis_account_id::text, '-'), coalesce(e.to_gis_account_id::text, '-'),
            coalesce(e.adjustment_id::text, '-'), coalesce(trim_scale(e.adjusted_mwh)::text, '-'))
          from unit join ledger_entry e using (asset_id, unit_sequence)
      $$;
    `);
  }
}
