import { Decimal, decimalText } from '../decimal.js';
import { yearRow } from './compliance-year.js';
import type { DatedTable } from './dated-table.js';

const percentOfYear = new Map<number, number>([
  [2020, 16],
  [2021, 18],
  [2022, 20],
  [2023, 22],
  [2024, 24],
  [2025, 27],
  [2026, 30],
  [2027, 33],
  [2028, 36],
  [2029, 39],
]);
const lastYear = 2035;

/** RPS Class I Minimum Standard, both carve-outs included. Source: domain 2.2 (225 CMR 14.07). */
export const classIMinimumStandards: DatedTable<Decimal> = {
  name: 'minimum-standard-class-i',
  description: 'Minimum Standard of RPS Class I by compliance year; the solar carve-outs are part of it.',
  unit: 'percent of load',
  rows: Array.from({ length: lastYear - 2009 }, (_, index) => 2010 + index).map(year =>
    yearRow(year, new Decimal(percentOf(year)), 'domain 2.2; 225 CMR 14.07', 'FOUND'),
  ),
  text: decimalText,
};

/** 5 % in 2010 and one more each year through 2019; 40 % in 2030 and one more each year. */
function percentOf(year: number): number {
  if (year < 2020) return year - 2005;
  return percentOfYear.get(year) ?? year - 1990;
}
