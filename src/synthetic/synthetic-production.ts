import { cutThousandthKwh, Decimal, zero } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { addMonths, daysInMonth, firstDayOf, type Month, monthNumber, monthOf } from '../domain/month.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { monthlyProfile } from '../domain/rules/plausibility.js';
import type { Lots } from './draw.js';

const hoursInYear = 8760;
/** Annual capacity factor in hundredths of a percent: 13.02 to 13.71 %. Source: domain 9. */
const leastFactor = 1302;
const greatestFactor = 1371;
/** A month is up to a tenth more or less than the profile has it. */
const weatherPercent = 10;
/** Of a hundred units three miss a month of the year; of two hundred one has its meter replaced. */
const unitsThatMiss = { of: 100, count: 3 };
const unitsReplaced = { of: 200, count: 1 };

/** kWh of twelve months: the year's production by the profile of each month, give or take some weather. */
export function yearOfProduction(capacityKw: string, begins: Month, lots: Lots): Decimal[] {
  const factor = new Decimal(leastFactor + lots(greatestFactor - leastFactor + 1, 'capacity factor')).div(10_000);
  const annualKwh = new Decimal(capacityKw).times(hoursInYear).times(factor);
  const weights = Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(begins, index);
    const profile = valueOn(monthlyProfile, firstDayOf(month))[monthNumber(month) - 1] ?? zero;
    return profile.times(100 - weatherPercent + lots(2 * weatherPercent + 1, 'weather', index));
  });
  const sum = weights.reduce((total, weight) => total.plus(weight), zero);
  return weights.map(weight => cutThousandthKwh(annualKwh.times(weight).div(sum)));
}

/** The month of the year that is missed, never the last; else the month in which the meter is replaced, never the first. */
export function eventsOfYear(lots: Lots): { missed: number | null; replaced: number | null } {
  if (lots(unitsThatMiss.of, 'misses') < unitsThatMiss.count) return { missed: lots(11, 'missed'), replaced: null };
  const isReplaced = lots(unitsReplaced.of, 'is replaced') < unitsReplaced.count;
  return { missed: null, replaced: isReplaced ? 1 + lots(11, 'replaced') : null };
}

/** The part of a month's production from the day of installation on, by days. */
export function sinceInstallation(kwh: Decimal, installedOn: LocalDate): Decimal {
  const days = daysInMonth(monthOf(installedOn));
  return cutThousandthKwh(kwh.times(days - Number(installedOn.slice(8)) + 1).div(days));
}
