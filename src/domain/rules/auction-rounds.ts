import type { DatedTable } from './dated-table.js';

/** Business days in which a round follows one that did not clear. Source: program/003; domain 3. */
export const businessDaysToNextRound: DatedTable<number> = {
  name: 'auction-next-round',
  description: 'Business days within which an auction round follows one that did not clear.',
  unit: 'business days',
  rows: [{ from: null, to: null, value: 3, source: 'program/003; domain 3', confidence: 'PROGRAM' }],
  text: days => String(days),
};
