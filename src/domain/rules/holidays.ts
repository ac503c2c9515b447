import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** A holiday of every year: on a day of a month, or on the nth of a weekday (1 Monday to 7 Sunday; nth -1: the last). */
export type Holiday =
  | { readonly name: string; readonly month: number; readonly day: number }
  | { readonly name: string; readonly month: number; readonly weekday: number; readonly nth: 1 | 2 | 3 | 4 | -1 };

const untilJuneteenth: readonly Holiday[] = [
  { name: "New Year's Day", month: 1, day: 1 },
  { name: 'Martin Luther King Day', month: 1, weekday: 1, nth: 3 },
  { name: "Washington's Birthday", month: 2, weekday: 1, nth: 3 },
  { name: "Patriots' Day", month: 4, weekday: 1, nth: 3 },
  { name: 'Memorial Day', month: 5, weekday: 1, nth: -1 },
  { name: 'Independence Day', month: 7, day: 4 },
  { name: 'Labor Day', month: 9, weekday: 1, nth: 1 },
  { name: 'Columbus Day', month: 10, weekday: 1, nth: 2 },
  { name: 'Veterans Day', month: 11, day: 11 },
  { name: 'Thanksgiving Day', month: 11, weekday: 4, nth: 4 },
  { name: 'Christmas Day', month: 12, day: 25 },
];

/** Legal holidays of Massachusetts. Source: domain 8.11; M.G.L. c. 4, s. 7, clause eighteenth, as recalled. */
export const massachusettsHolidays: DatedTable<readonly Holiday[]> = {
  name: 'massachusetts-holidays',
  description: 'Legal holidays, no business days; one that falls on a Sunday is kept on the Monday after.',
  unit: 'days',
  rows: [
    {
      from: null,
      to: '2020-12-31' as LocalDate,
      value: untilJuneteenth,
      source: 'domain 8.11; M.G.L. c. 4, s. 7, clause 18',
      confidence: 'MEMORY',
    },
    {
      from: '2021-01-01' as LocalDate,
      to: null,
      value: [...untilJuneteenth, { name: 'Juneteenth', month: 6, day: 19 }],
      source: 'domain 8.11; M.G.L. c. 4, s. 7, clause 18, as amended in 2020',
      confidence: 'MEMORY',
    },
  ],
  text: holidays => holidays.map(({ name }) => name).join(', '),
};
