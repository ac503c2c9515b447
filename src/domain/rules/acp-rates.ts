import { Decimal, decimalText } from '../decimal.js';
import { yearRow } from './compliance-year.js';
import type { Confidence, DatedRow, DatedTable } from './dated-table.js';

/** Alternative Compliance Payment for SREC I, by compliance year. Source: domain 2.1. */
export const srecIAcpRates: DatedTable<Decimal> = {
  name: 'acp-rate-srec-i',
  description:
    'Alternative Compliance Payment of the Solar Carve-Out for each MWh that is missing, by compliance year.',
  unit: 'dollars per MWh',
  rows: [
    rate(2010, '600', 'MEMORY'),
    rate(2011, '550', 'MEMORY'),
    rate(2012, '550', 'MEMORY'),
    rate(2013, '550', 'FOUND'),
    rate(2014, '523', 'FOUND'),
    rate(2015, '496', 'MEMORY'),
    rate(2016, '472', 'MEMORY'),
    rate(2017, '448', 'MEMORY'),
    rate(2018, '426', 'FOUND'),
    rate(2019, '404', 'MEMORY'),
    rate(2020, '384', 'MEMORY'),
    rate(2021, '365', 'MEMORY'),
    rate(2022, '347', 'MEMORY'),
    rate(2023, '330', 'INFERRED', 'domain 2.1: recalled, while the 5 % rule gives 329'),
    rate(2024, '313', 'DERIVED'),
    rate(2025, '297', 'DERIVED'),
  ],
  text: decimalText,
};

/** Alternative Compliance Payment for SREC II, by compliance year. Source: domain 2.1. */
export const srecIIAcpRates: DatedTable<Decimal> = {
  name: 'acp-rate-srec-ii',
  description: 'Alternative Compliance Payment of Solar Carve-Out II for each MWh that is missing, by compliance year.',
  unit: 'dollars per MWh',
  rows: [
    rate(2014, '375', 'FOUND'),
    rate(2015, '375', 'MEMORY'),
    rate(2016, '350', 'MEMORY'),
    rate(2017, '350', 'MEMORY'),
    rate(2018, '350', 'FOUND'),
    rate(2019, '333', 'MEMORY'),
    rate(2020, '316', 'MEMORY'),
    rate(2021, '300', 'MEMORY'),
    rate(2022, '285', 'MEMORY'),
    rate(2023, '271', 'MEMORY'),
    rate(2024, '257', 'MEMORY'),
    rate(2025, '244', 'MEMORY'),
  ],
  text: decimalText,
};

/** Alternative Compliance Payment of RPS Class I, which load contracted before 2010 pays instead. Source: domain 2.1. */
export const classIAcpRates: DatedTable<Decimal> = {
  name: 'acp-rate-class-i',
  description: 'Alternative Compliance Payment of RPS Class I for each MWh that is missing, by compliance year.',
  unit: 'dollars per MWh',
  rows: [rate(2013, '65.27', 'FOUND'), rate(2018, '68.95', 'FOUND')],
  text: decimalText,
};

function rate(year: number, dollars: string, confidence: Confidence, source = 'domain 2.1'): DatedRow<Decimal> {
  return yearRow(year, new Decimal(dollars), source, confidence);
}
