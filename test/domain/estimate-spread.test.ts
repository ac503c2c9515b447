import fc from 'fast-check';
import { Decimal, zero } from '../../src/domain/decimal.js';
import { monthOfInitialValue, spreadOverMonths } from '../../src/domain/estimate-spread.js';
import { parseLocalDate } from '../../src/domain/local-date.js';
import { addMonths, daysInMonth, parseMonth } from '../../src/domain/month.js';

const month = fc.integer({ min: 0, max: 400 }).map(index => addMonths(parseMonth('2000-01'), index));
const kwh = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(thousandths => new Decimal(thousandths.toString()).div(1000));

test('the shares add up to the difference exactly, one for each month after the last reported one', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: 1, max: 40 }), kwh, (last, gap, difference) => {
      const shares = spreadOverMonths(last, addMonths(last, gap), difference, 'ESTIMATE');
      expect(shares.map(share => share.month)).toEqual(Array.from({ length: gap }, (_, i) => addMonths(last, i + 1)));
      expect(shares.reduce((sum, share) => sum.plus(share.kwh), zero).eq(difference)).toBe(true);
      expect(shares.every(share => share.kwh.gte(0) && share.estimated === gap > 1)).toBe(true);
    }),
  );
});

test('a share is that of its days, to the thousandth', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: 2, max: 12 }), kwh, (last, gap, difference) => {
      const shares = spreadOverMonths(last, addMonths(last, gap), difference, 'ESTIMATE');
      const days = shares.reduce((sum, share) => sum + daysInMonth(share.month), 0);
      for (const share of shares.slice(0, -1)) {
        const exact = difference.times(daysInMonth(share.month)).div(days);
        expect(exact.minus(share.kwh).gte(0) && exact.minus(share.kwh).lt('0.001')).toBe(true);
        expect(share.kwh.decimalPlaces()).toBeLessThan(4);
      }
    }),
  );
});

test('FORFEIT marks the missed months and leaves the figures as they are', () => {
  const spread = (policy: 'ESTIMATE' | 'FORFEIT') =>
    spreadOverMonths(parseMonth('2018-01'), parseMonth('2018-04'), new Decimal(900), policy);
  expect(spread('FORFEIT').map(share => share.kwh.toFixed())).toEqual(
    spread('ESTIMATE').map(share => share.kwh.toFixed()),
  );
  expect(spread('FORFEIT').map(share => share.forfeited)).toEqual([true, true, false]);
  expect(spread('ESTIMATE').some(share => share.forfeited)).toBe(false);
});

test('the house estimates unless told otherwise', () => {
  const shares = spreadOverMonths(parseMonth('2018-01'), parseMonth('2018-03'), new Decimal(590));
  expect(shares.map(share => [share.month, share.kwh.toFixed(), share.forfeited])).toEqual([
    ['2018-02', '280', false],
    ['2018-03', '310', false],
  ]);
});

test.each([
  ['between windows: the month before', '2018-01-15', '2017-12'],
  ['the last day before a window', '2018-01-26', '2017-12'],
  ['the first day of a window: its month', '2018-01-27', '2018-01'],
  ['the last day of a window: its month', '2018-02-05', '2018-01'],
  ['the day after a window: the month before, which is the same', '2018-02-06', '2018-01'],
])('an initial value stands for a month, %s', (_, installedOn, expected) => {
  expect(monthOfInitialValue(parseLocalDate(installedOn))).toBe(expected);
});
