import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';

interface Period {
  fromMonth: Month;
  untilMonth?: Month | null | undefined;
}

/**
 * Ends the period that is in force when a new one begins, so that the two meet without overlap; gives the one it ended.
 * Refuses with CONFLICT when a period already begins in that month or later.
 */
export function succeed<P extends Period>(periods: readonly P[], fromMonth: Month): P | null {
  const later = periods.find(period => period.fromMonth >= fromMonth);
  if (later) {
    throw new Refusal('CONFLICT', `A period that begins in ${later.fromMonth} is on record, not before ${fromMonth}.`, {
      fromMonth,
      held: later.fromMonth,
    });
  }
  const inForce = periods.find(period => !period.untilMonth || period.untilMonth > fromMonth) ?? null;
  if (inForce) inForce.untilMonth = fromMonth;
  return inForce;
}
