import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

export type IssuanceProcess = 'WHOLE_MWH' | 'WHOLE_KWH';

/** Which carry-forward process a generation month follows. Source: program/004; domain 7 and 8.5. */
export const issuanceProcess: DatedTable<IssuanceProcess> = {
  name: 'issuance-process',
  description: 'WHOLE_MWH: whole MWh are reported, kWh are carried. WHOLE_KWH: kWh are rounded, none are carried.',
  unit: 'process by generation month',
  rows: [
    {
      from: null,
      to: '2017-09-30' as LocalDate,
      value: 'WHOLE_MWH',
      source: 'program/004; domain 7',
      confidence: 'PROGRAM',
    },
    {
      from: '2017-10-01' as LocalDate,
      to: null,
      value: 'WHOLE_KWH',
      source: 'program/004; domain 7; domain 8.5',
      confidence: 'PROGRAM',
    },
  ],
  text: process => process,
};

/** How a month's kWh become whole. Listed for the reader; the law itself is `wholeKwh` and `wholeMwh`. */
export const carryRounding: DatedTable<'DOWN' | 'HALF_UP'> = {
  name: 'carry-rounding',
  description: 'Rounding of what is reported to the GIS: whole MWh downwards, later whole kWh with an exact half up.',
  unit: 'rounding',
  rows: [
    { from: null, to: '2017-09-30' as LocalDate, value: 'DOWN', source: 'domain 4; domain 7', confidence: 'FOUND' },
    {
      from: '2017-10-01' as LocalDate,
      to: null,
      value: 'HALF_UP',
      source: 'program/004 (nearest); domain 7 (ties)',
      confidence: 'POLICY',
    },
  ],
  text: rounding => rounding,
};
