import { cutThousandthKwh, Decimal, zero } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { addMonths, type Month, monthOf } from '../domain/month.js';
import { startOfDay } from '../domain/time-zone.js';
import { draw, type Lots } from './draw.js';
import { eventsOfYear, sinceInstallation, yearOfProduction } from './synthetic-production.js';

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

const hourMs = 3_600_000;

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
    const lots: Lots = (limit, ...words) => draw(limit, seed, unit.sourceKey, year, ...words);
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

function middleOf(month: Month): Date {
  return new Date(startOfDay(`${month}-15` as LocalDate).getTime() + 12 * hourMs);
}
