import type { Month } from '../domain/month.js';
import type { ReportedUnit } from './imported-units.js';
import type { UnitMonth } from './report-month.js';
import { type SyntheticMonth, syntheticMonths } from './synthetic-months.js';

/** Gives what happens at a meter in a month; months are asked for in order. null: it was not installed yet. */
export function meterOf(unit: ReportedUnit, seed: string): (month: Month) => UnitMonth | null {
  const months = syntheticMonths(unit, seed);
  let next: SyntheticMonth = months.next().value;
  return wanted => {
    while (next.month < wanted) next = months.next().value;
    return next.month === wanted ? { ...next, unit } : null;
  };
}
