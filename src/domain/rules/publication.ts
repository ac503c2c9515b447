import type { DatedTable } from './dated-table.js';

/** Fewest systems whose production is published as one sum. Source: none publishes a number; this house decided. */
export const minimumPublishedSystems: DatedTable<number> = {
  name: 'minimum-published-systems',
  description:
    'Fewest systems that must have reported a month before their production is published as one sum, so that nobody reads the production of a home from it; what published sums leave over by subtraction has as many.',
  unit: 'systems',
  rows: [
    {
      from: null,
      to: null,
      value: 5,
      source: 'no figure is published; 5 is a usual threshold of statistical disclosure control',
      confidence: 'POLICY',
    },
  ],
  text: count => `at least ${count}`,
};
