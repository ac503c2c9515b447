import { mintDatesOf } from '../domain/calendar.js';
import { eligibleKwh } from '../domain/eligible-production.js';
import { isInTerm, lastEligibleQuarterOf } from '../domain/opt-in-term.js';
import { monthOfReading, windowOf } from '../domain/reporting-window.js';
import { dateAt, instantAt, monthAt, quantityAt, quarterAt } from './input.js';
import type { VectorRules } from './rules.js';

/** Rules about days: windows, minting, the opt-in term and what it makes eligible. */
export const calendarRules: VectorRules = {
  'reporting-window': input => windowOf(monthAt(input, 'month')),
  'reading-month': input => ({ month: monthOfReading(instantAt(input, 'readAt')) }),
  'mint-calendar': input => mintDatesOf(quarterAt(input, 'quarter')),
  'opt-in-term': input => {
    const effectiveOn = dateAt(input, 'effectiveDate');
    return {
      lastEligibleQuarter: lastEligibleQuarterOf(effectiveOn),
      inTerm: isInTerm(dateAt(input, 'generationDate'), effectiveOn),
    };
  },
  'eligible-production': input => ({
    eligibleKwh: eligibleKwh(
      monthAt(input, 'month'),
      quantityAt(input, 'productionKwh'),
      dateAt(input, 'effectiveDate'),
    ),
  }),
};
