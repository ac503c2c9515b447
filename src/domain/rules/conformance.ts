import type { DatedTable } from './dated-table.js';

/** For how many years a conformance certificate of a DAS provider is valid. Source: none publishes a number; this house decided. */
export const conformanceValidityYears: DatedTable<number> = {
  name: 'conformance-certificate-validity',
  description:
    'Years for which the certificate of a provider that passed every case of the conformance sandbox is valid; staff sees it before approving.',
  unit: 'years',
  rows: [
    {
      from: null,
      to: null,
      value: 2,
      source: 'no figure is published; long enough to spare work, short enough that clients are tried again',
      confidence: 'POLICY',
    },
  ],
  text: years => String(years),
};
