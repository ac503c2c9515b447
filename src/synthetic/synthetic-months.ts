import { cutThousandthKwh, Decimal, zero } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { addMonths, daysInMonth, firstDayOf, type Month, monthNumber, monthOf } from '../domain/month.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { monthlyProfile } from '../domain/rules/plausibility.js';
import { startOfDay } from '../domain/time-zone.js';
import { draw } from './draw.js';

/** A real unit with a synthetic meter. */
export interface MeteredUnit {
  readonly ptsId: string;
  /** What the unit is known by in the list it comes from: the same in every database. */
  readonly sourceKey: string;
  readonly capacityKw: string;
  readonly installedOn: LocalDate;
  readonly initialValueKwh: string;
}

/** A meter taken out in the middle of a month: the new one begins at zero. */
export interface SyntheticReplacement {
  readonly replacedAt: Date;
  readonly oldFinalKwh: Decimal;
}

/** What happens at a meter in a month. */
export interface SyntheticMonth {
  readonly month: Month;
  /** Cumulative value at the end of the month; null: nobody reports this month. */
  readonly valueKwh: Decimal | null;
  /** Production since the last month that was reported, this one included; zero when it is not reported. */
  readonly sinceReportedKwh: Decimal;
  readonly replacement: SyntheticReplacement | null;
}

const hoursInYear = 8760;
const hourMs = 3_600_000;
/** Annual capacity factor in hundredths of a percent: 13.02 to 13.71 %. Source: domain 9. */
const leastFactor = 1302;
const greatestFactor = 1371;
/** A month is up to a tenth more or less than the profile has it. */
const weatherPercent = 10;
/** Of a hundred units three miss a month of the year; of two hundred one has its meter replaced. */
const unitsThatMiss = { of: 100, count: 3 };
const unitsReplaced = { of: 200, count: 1 };

/**
 * The months of a unit from the installation of its meter on, decided by a seed: each twelve months produce nameplate kW x 8,760 h
 * x a capacity factor of 13.02 to 13.71 %, divided by the monthly profile and some weather. Values in kWh with three decimals.
 *
 * Synthetic: no real production by system is public. Source of the figures: domain 9, `rules/plausibility`.
 */
export function* syntheticMonths(unit: MeteredUnit, seed: string): Generator<SyntheticMonth> {
  const first = monthOf(unit.installedOn);
  let valueKwh = new Decimal(unit.initialValueKwh);
  let unreportedKwh = zero;
  for (let year = 0; ; year += 1) {
    const lots = (limit: number, ...words: readonly (string | number)[]) =>
      draw(limit, seed, unit.sourceKey, year, ...words);
    const begins = addMonths(first, year * 12);
    const produced = yearOfProduction(unit.capacityKw, begins, lots);
    const events = eventsOfYear(lots);
    for (const [index, kwh] of produced.entries()) {
      const month = addMonths(begins, index);
      const producedKwh = month === first ? sinceInstallation(kwh, unit.installedOn) : kwh;
      unreportedKwh = unreportedKwh.plus(producedKwh);
      let replacement: SyntheticReplacement | null = null;
      if (index === events.replaced) {
        const onOldKwh = cutThousandthKwh(producedKwh.div(2));
        replacement = { replacedAt: middleOf(month), oldFinalKwh: valueKwh.plus(onOldKwh) };
        valueKwh = producedKwh.minus(onOldKwh);
      } else {
        valueKwh = valueKwh.plus(producedKwh);
      }
      const missed = index === events.missed;
      yield {
        month,
        valueKwh: missed ? null : valueKwh,
        sinceReportedKwh: missed ? zero : unreportedKwh,
        replacement,
      };
      if (!missed) unreportedKwh = zero;
    }
  }
}

type Lots = (limit: number, ...words: readonly (string | number)[]) => number;

/** kWh of twelve months: the year's production by the profile of each month, give or take some weather. */
function yearOfProduction(capacityKw: string, begins: Month, lots: Lots): Decimal[] {
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
function eventsOfYear(lots: Lots): { missed: number | null; replaced: number | null } {
  if (lots(unitsThatMiss.of, 'misses') < unitsThatMiss.count) return { missed: lots(11, 'missed'), replaced: null };
  const isReplaced = lots(unitsReplaced.of, 'is replaced') < unitsReplaced.count;
  return { missed: null, replaced: isReplaced ? 1 + lots(11, 'replaced') : null };
}

/** The part of a month's production from the day of installation on, by days. */
function sinceInstallation(kwh: Decimal, installedOn: LocalDate): Decimal {
  const days = daysInMonth(monthOf(installedOn));
  return cutThousandthKwh(kwh.times(days - Number(installedOn.slice(8)) + 1).div(days));
}

function middleOf(month: Month): Date {
  return new Date(startOfDay(`${month}-15` as LocalDate).getTime() + 12 * hourMs);
}
