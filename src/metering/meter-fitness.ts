import type { AccountContext } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import { isRevenueGrade, requiredAccuracyPercent } from '../domain/meter-accuracy.js';
import { localDateOf } from '../domain/time-zone.js';
import { rows, sql } from '../platform/sql.js';
import type { MeterRow } from './meter.entity.js';

/** The accuracy that a meter must have, and whether it has it. */
export interface MeterFitness {
  readonly requiredPercent: string;
  readonly suits: boolean;
}

/**
 * Whether a meter's accuracy is enough for the size of its system today and the channel through which that is reported: automated
 * when its representative is a DAS provider. Batched.
 */
export async function meterFitness(context: AccountContext, meter: MeterRow): Promise<MeterFitness> {
  const on = localDateOf(context.now);
  const found = await loadOne(
    context,
    'size and channel of the system of a meter',
    meter.id,
    ids =>
      rows<{ meterId: string; capacityKw: string; byDasProvider: boolean }>(
        context.em,
        sql`select m.id as "meterId", s.capacity_kw as "capacityKw", exists (
              select from system_role role join das_provider d on d.organisation_id = role.organisation_id
              where role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE'
                and role.from_on <= ${on} and (role.until_on is null or role.until_on > ${on})
                and d.approved_on <= ${on} and (d.revoked_on is null or d.revoked_on > ${on})) as "byDasProvider"
            from meter m join system s on s.id = m.system_id where m.id = any(${ids}::bigint[])`,
      ),
    row => row.meterId,
  );
  if (!found) throw new Error(`the system of meter ${meter.id} is missing`);
  const capacityKw = new Decimal(found.capacityKw);
  const channel = found.byDasProvider ? 'AUTOMATED' : 'MANUAL';
  const accuracy = meter.accuracyPercent ? new Decimal(meter.accuracyPercent) : null;
  return {
    requiredPercent: decimalText(requiredAccuracyPercent(capacityKw, channel, on)),
    suits: isRevenueGrade(accuracy, capacityKw, channel, on),
  };
}
