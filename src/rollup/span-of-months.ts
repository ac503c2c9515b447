import { Refusal } from '../domain/error.js';
import { addMonths, type Month, monthsBetween } from '../domain/month.js';

/** Refuses a span of months that runs backwards or is longer than one question may ask for: BAD_USER_INPUT with the latest end. */
export function requireSpan(from: Month, to: Month, maximumMonths: number): void {
  if (monthsBetween(from, to) >= 0 && monthsBetween(from, to) < maximumMonths) return;
  throw new Refusal('BAD_USER_INPUT', `Ask for 1 to ${maximumMonths} months, from the earlier to the later.`, {
    field: 'to',
    value: to,
    latest: addMonths(from, maximumMonths - 1),
  });
}
