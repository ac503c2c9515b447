import type { EntityManager } from '@mikro-orm/postgresql';
import { cutThousandthKwh, Decimal, decimalText, zero } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { firstDayOf, type Month, monthOf, monthsBetween } from '../domain/month.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { capacityFactor } from '../domain/rules/plausibility.js';
import { insertRows } from '../platform/insert-rows.js';
import { type ImportedUnit, syntheticSerial } from './imported-units.js';
import type { SetupRecord } from './synthetic-parties.js';

/** Gives units a revenue quality meter whose serial number says what it is. */
export async function setUpMeters(
  em: EntityManager,
  from: Month,
  { at, by }: SetupRecord,
  units: readonly ImportedUnit[],
) {
  await insertRows(em, 'meter', units, [
    ['system_id', 'bigint', unit => unit.systemId],
    ['label', 'text', () => 'main'],
    ['serial_number', 'text', unit => `${syntheticSerial}${unit.systemId}`],
    ['accuracy_percent', 'numeric', () => '0.5'],
    ['initial_value_kwh', 'numeric', unit => decimalText(producedBefore(unit, from))],
    ['installed_on', 'date', unit => installedOn(unit, from)],
    ['created_at', 'timestamptz', () => at],
    ['created_by', 'bigint', () => by],
  ]);
}

/** What the meter of a unit that operated before shows by then, in kWh: by the expected capacity factor, month by month. */
function producedBefore({ operationOn, capacityKw }: ImportedUnit, from: Month): Decimal {
  const months = operationOn === null ? 0 : monthsBetween(monthOf(operationOn), from);
  if (months <= 0) return zero;
  const annualKwh = new Decimal(capacityKw).times(8760).times(valueOn(capacityFactor, firstDayOf(from)));
  return cutThousandthKwh(annualKwh.times(months).div(12));
}

/** Meters count from the first day of the year on, or from the day on which a unit began to operate after that. */
export function installedOn({ operationOn }: ImportedUnit, from: Month): LocalDate {
  return operationOn !== null && operationOn > firstDayOf(from) ? operationOn : firstDayOf(from);
}
