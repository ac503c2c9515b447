import type { LocalDate } from './local-date.js';
import { rowsOn } from './rules/dated-table.js';
import { type ProgrammeDate, programmeDates } from './rules/programme-dates.js';

/** The first and last day, inclusive, of what the programme dates by the year itself. Source: program/003. */
export function programmeDaysOf(
  event: ProgrammeDate['event'],
  year: number,
): { readonly firstOn: LocalDate; readonly lastOn: LocalDate } {
  const row = rowsOn(programmeDates, `${year}-01-01` as LocalDate).find(({ value }) => value.event === event);
  if (!row) throw new RangeError(`the programme names no day of ${event} in ${year}`);
  const day = (monthDay: string) => `${year}-${monthDay}` as LocalDate;
  return { firstOn: day(row.value.firstDay), lastOn: day(row.value.lastDay) };
}
