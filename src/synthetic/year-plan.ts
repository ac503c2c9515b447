import { mintDatesOf } from '../domain/calendar.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { addMonths, firstDayOf, type Month, monthNumber } from '../domain/month.js';
import { type Quarter, quarterOf } from '../domain/quarter.js';
import { startOfDay } from '../domain/time-zone.js';

/** What happens when: a month is reported by its representatives, a quarter to the GIS, or a quarter is issued. */
export type YearStep =
  | { readonly at: Date; readonly month: Month; readonly readAt: Date }
  | { readonly at: Date; readonly quarter: Quarter; readonly step: 'report' | 'issue' };

const hourMs = 3_600_000;
const submissionHour = 12;
const officeHour = 9;

/**
 * The steps of some whole quarters in order of time: each month is read when it ends and reported at noon of the first day after
 * it; each quarter is reported to the GIS and issued on its days, when a month missed at its end has been made up for.
 */
export function yearPlan(from: Month, months: number): YearStep[] {
  if (monthNumber(from) % 3 !== 1 || months < 3 || months > 120 || months % 3 !== 0) {
    throw new Refusal(
      'BAD_USER_INPUT',
      'A synthetic year is made of whole quarters: begin with one, 3 to 120 months.',
      {
        from,
        months,
      },
    );
  }
  const reported = Array.from({ length: months }, (_, index) => addMonths(from, index));
  const reports = reported.map(month => {
    const readAt = startOfDay(firstDayOf(addMonths(month, 1)));
    return { at: new Date(readAt.getTime() + submissionHour * hourMs), month, readAt };
  });
  const quarters = [...new Set(reported.map(quarterOf))];
  const officeDays = quarters.flatMap(quarter => {
    const { uploadDate, mintDate } = mintDatesOf(quarter);
    const at = (day: LocalDate) => new Date(startOfDay(day).getTime() + officeHour * hourMs);
    return [
      { at: at(uploadDate), quarter, step: 'report' as const },
      { at: at(mintDate), quarter, step: 'issue' as const },
    ];
  });
  return [...reports, ...officeDays].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** From the first step to a day after the last. */
export function spanOf(plan: readonly YearStep[]): [from: Date, to: Date] {
  const ms = plan.map(step => step.at.getTime());
  return [new Date(Math.min(...ms)), new Date(Math.max(...ms) + 24 * hourMs)];
}
