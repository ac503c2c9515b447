import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { parseMonth } from '../../src/domain/month.js';
import { draw } from '../../src/synthetic/draw.js';
import { type MeteredUnit, type SyntheticMonth, syntheticMonths } from '../../src/synthetic/synthetic-months.js';
import { yearPlan } from '../../src/synthetic/year-plan.js';

const unit = (number: number): MeteredUnit => ({
  ptsId: `PTS-PV2013-${number}`,
  sourceKey: `made up/${number}`,
  capacityKw: '7.5',
  installedOn: '2017-07-01' as LocalDate,
  initialValueKwh: '1000.5',
});

function months(of: MeteredUnit, count: number, seed = '1'): SyntheticMonth[] {
  const all = syntheticMonths(of, seed);
  return Array.from({ length: count }, () => all.next().value);
}

const units = Array.from({ length: 400 }, (_, index) => unit(index));

test('lots are the same for the same words, below their limit, and spread', () => {
  const drawn = Array.from({ length: 600 }, (_, index) => draw(6, 'seed', index));
  expect(drawn).toEqual(Array.from({ length: 600 }, (_, index) => draw(6, 'seed', index)));
  const counts = Object.values(Object.groupBy(drawn, String)).map(each => each?.length ?? 0);
  expect(counts).toHaveLength(6);
  expect(Math.min(...counts)).toBeGreaterThan(60);
});

test('a year produces at a capacity factor of 13.02 to 13.71 %, in thousandths of a kWh', () => {
  for (const each of units) {
    const year = months(each, 12);
    const produced = year.reduce((sum, month) => sum.plus(month.sinceReportedKwh), new Decimal(0));
    const factor = produced.div(7.5 * 8760);
    expect(factor.gt('0.130199') && factor.lte('0.1371')).toBe(true);
    expect(year.every(month => (month.valueKwh?.decimalPlaces() ?? 0) <= 3)).toBe(true);
  }
});

test('values follow production, past missed months and replaced meters; a few of each happen', () => {
  let missed = 0;
  let replaced = 0;
  const astray: string[] = [];
  for (const each of units) {
    let previousKwh = new Decimal(each.initialValueKwh);
    for (const { valueKwh, sinceReportedKwh, replacement } of months(each, 24)) {
      if (valueKwh === null) {
        missed += 1;
        continue;
      }
      const counted = replacement
        ? replacement.oldFinalKwh.minus(previousKwh).plus(valueKwh)
        : valueKwh.minus(previousKwh);
      if (replacement) replaced += 1;
      if (!counted.eq(sinceReportedKwh) || counted.lte(0)) astray.push(each.ptsId);
      previousKwh = valueKwh;
    }
  }
  expect(astray).toEqual([]);
  expect(missed).toBeGreaterThan(5);
  expect(missed).toBeLessThan(50);
  expect(replaced).toBeGreaterThan(0);
});

test('the seed and the unit decide; a longer run begins with the shorter one', () => {
  expect(months(unit(1), 24).slice(0, 12)).toEqual(months(unit(1), 12));
  expect(months(unit(1), 12, '2')).not.toEqual(months(unit(1), 12));
  expect(months(unit(2), 12)).not.toEqual(months(unit(1), 12));
});

test('a unit that begins within a month produces from that day on', () => {
  const whole = months(unit(1), 1)[0]?.sinceReportedKwh ?? new Decimal(0);
  const part = months({ ...unit(1), installedOn: '2017-07-22' as LocalDate }, 1)[0]?.sinceReportedKwh;
  expect(part?.minus(whole.times(10).div(31)).abs().lte('0.001')).toBe(true);
});

test('each month is reported when it has ended, each quarter reported on its upload date and issued on its mint date', () => {
  const plan = yearPlan(parseMonth('2017-07'), 6).map(step => [
    'month' in step ? step.month : `${step.step} ${step.quarter}`,
    step.at.toISOString(),
  ]);
  expect(plan).toEqual([
    ['2017-07', '2017-08-01T16:00:00.000Z'],
    ['2017-08', '2017-09-01T16:00:00.000Z'],
    ['2017-09', '2017-10-01T16:00:00.000Z'],
    ['2017-10', '2017-11-01T16:00:00.000Z'],
    ['2017-11', '2017-12-01T17:00:00.000Z'],
    ['2017-12', '2018-01-01T17:00:00.000Z'],
    ['report 2017-Q3', '2018-01-10T14:00:00.000Z'],
    ['issue 2017-Q3', '2018-01-15T14:00:00.000Z'],
    ['report 2017-Q4', '2018-04-10T13:00:00.000Z'],
    ['issue 2017-Q4', '2018-04-15T13:00:00.000Z'],
  ]);
  expect(() => yearPlan(parseMonth('2017-08'), 12)).toThrow('whole quarters');
  expect(() => yearPlan(parseMonth('2017-07'), 7)).toThrow('whole quarters');
});
