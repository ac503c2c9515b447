import { Decimal, decimalText } from '../decimal.js';
import type { LocalDate } from '../local-date.js';
import { yearRow } from './compliance-year.js';
import type { Confidence, DatedRow, DatedTable } from './dated-table.js';

/** A Minimum Standard in percent of load; where contracts of an age have their own, the first day that is too late for it. */
export interface MinimumStandard {
  readonly percent: Decimal;
  readonly obligationMwh: Decimal | null;
  readonly contractedBefore: LocalDate | null;
}

/** Minimum Standard of SREC I, by compliance year. Source: domain 2.2. */
export const srecIMinimumStandards: DatedTable<MinimumStandard> = {
  name: 'minimum-standard-srec-i',
  description: 'Minimum Standard of the Solar Carve-Out by compliance year; the obligation it came from where known.',
  unit: 'percent of load (MWh)',
  rows: [
    standard(2010, '0.0679', '34164', 'MEMORY'),
    standard(2011, '0.1627', '78577', 'MEMORY'),
    standard(2012, '0.163', '81559', 'MEMORY'),
    standard(2013, '0.3833', '189297', 'MEMORY'),
    standard(2014, '0.9481', '464520', 'MEMORY'),
    standard(2015, '2.1442', null, 'MEMORY'),
    standard(2016, '1.7568', null, 'FOUND'),
    standard(2017, '1.6313', '783183', 'FOUND'),
    standard(2017, '0.9861', null, 'FOUND', '2013-06-28'),
  ],
  text: standardText,
};

/** Minimum Standard of SREC II, by compliance year. Source: domain 2.2. */
export const srecIIMinimumStandards: DatedTable<MinimumStandard> = {
  name: 'minimum-standard-srec-ii',
  description: 'Minimum Standard of Solar Carve-Out II by compliance year; the obligation it came from where known.',
  unit: 'percent of load (MWh)',
  rows: [
    standard(2014, '0.0843', null, 'MEMORY'),
    standard(2015, '0.3288', null, 'MEMORY'),
    standard(2016, '0.7851', '377877', 'FOUND'),
    standard(2017, '2.8628', '1374406', 'FOUND'),
    standard(2017, '2.0197', '969635', 'FOUND', '2016-05-08'),
  ],
  text: standardText,
};

function standard(
  year: number,
  percent: string,
  obligationMwh: string | null,
  confidence: Confidence,
  contractedBefore: string | null = null,
): DatedRow<MinimumStandard> {
  const value = {
    percent: new Decimal(percent),
    obligationMwh: obligationMwh === null ? null : new Decimal(obligationMwh),
    contractedBefore: contractedBefore as LocalDate | null,
  };
  return yearRow(year, value, 'domain 2.2', confidence);
}

function standardText({ percent, obligationMwh, contractedBefore }: MinimumStandard): string {
  const load = contractedBefore === null ? '' : `, load contracted before ${contractedBefore}`;
  const from = obligationMwh === null ? '' : ` (${decimalText(obligationMwh)} MWh)`;
  return `${decimalText(percent)}${from}${load}`;
}
