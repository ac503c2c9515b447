import { rawSql, rows } from '../../src/platform/sql.js';
import type { World } from './world.js';

/** What a unit of the ledger holds, as an accountant reads it: a line for each entry. */
export async function ledgerTable(world: World, gisId: string, afterUnit = 0): Promise<string[]> {
  const found = await rows<{ line: string }>(
    world.orm.em.fork(),
    rawSql(`
      select concat_ws(' | ', to_char(e.vintage_month, 'YYYY-MM'), e.kind,
        coalesce(dense_rank() over (partition by e.batch_id is null order by e.batch_id)::text || ': ' || e.first_serial || '-' || e.last_serial, '-'),
        coalesce(e.quantity::text, '-'), coalesce(trim_scale(coalesce(e.remainder_mwh, e.adjusted_mwh))::text || ' MWh', '-'),
        coalesce(giver.name || ' ->', '') || coalesce('-> ' || taker.name, ''), u.reason) as line
      from ledger_entry e
      join ledger_unit u on u.asset_id = e.asset_id and u.sequence = e.unit_sequence
      join gis_asset asset on asset.id = e.asset_id
      left join gis_account giver on giver.id = e.from_gis_account_id
      left join gis_account taker on taker.id = e.to_gis_account_id
      where asset.gis_id = '${gisId}'
      order by e.unit_sequence, e.position offset (select count(*) from ledger_entry e join gis_asset asset on asset.id = e.asset_id
        where asset.gis_id = '${gisId}' and e.unit_sequence <= ${afterUnit})`),
  );
  return found.map(({ line }) => line);
}

/** The number of the last unit of an asset's chain. */
export async function lastUnit(world: World, gisId: string): Promise<number> {
  const [found] = await rows<{ sequence: string }>(
    world.orm.em.fork(),
    rawSql(`select sequence from ledger_stream s join gis_asset a on a.id = s.asset_id where a.gis_id = '${gisId}'`),
  );
  return Number(found?.sequence ?? 0);
}

/** The issuances of an asset from a month on, in figures: month, revision, programme, kWh, MWh, certificates and carries. */
export async function issuanceTable(world: World, gisId: string, from: string, to = from): Promise<string[]> {
  const found = await rows<{ line: string }>(
    world.orm.em.fork(),
    rawSql(`
      select concat_ws(' | ', to_char(i.month, 'YYYY-MM') || ' r' || i.revision, i.program, trim_scale(i.production_kwh) || ' kWh',
        trim_scale(i.reported_mwh) || ' reported', trim_scale(i.opening_gis_carry_mwh) || ' + ' || trim_scale(i.eligible_mwh) || ' + '
          || trim_scale(i.adjustment_mwh) || ' = ' || i.minted || ' + ' || trim_scale(i.closing_gis_carry_mwh),
        account.name) as line
      from issuance i join gis_asset a on a.id = i.asset_id join gis_account account on account.id = i.gis_account_id
      where a.gis_id = '${gisId}' and i.month between '${from}-01' and '${to}-01' order by i.program, i.month, i.revision`),
  );
  return found.map(({ line }) => line);
}
