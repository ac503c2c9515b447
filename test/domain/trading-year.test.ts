import { Decimal } from '../../src/domain/decimal.js';
import { parseLocalDate } from '../../src/domain/local-date.js';
import { type AssetSupply, countOf, fillMonth } from '../../src/domain/standing-fill.js';
import {
  closableFrom,
  isOver,
  lastTradingYear,
  nextTradingDay,
  tradingPeriodOn,
  tradingYearOf,
} from '../../src/domain/trading-year.js';

const day = parseLocalDate;

test('the trading year of 2017 goes from July 15, 2017 to June 15, 2018', () => {
  expect(tradingYearOf(2017)).toEqual({ opensOn: '2017-07-15', closesOn: '2018-06-15' });
  expect([isOver(2017, day('2018-06-15')), isOver(2017, day('2018-06-16'))]).toEqual([false, true]);
  expect(closableFrom(2017)).toBe('2018-06-16');
});

test.each([
  ['2017-07-14', null, '2017-07-15'],
  ['2017-07-15', '2017-Q1', '2017-10-15'],
  ['2017-09-15', '2017-Q1', '2017-10-15'],
  ['2017-09-16', null, '2017-10-15'],
  ['2017-12-15', '2017-Q2', '2018-01-15'],
  ['2017-12-31', null, '2018-01-15'],
  ['2018-01-15', '2017-Q3', '2018-04-15'],
  ['2018-06-15', '2017-Q4', '2018-07-15'],
  ['2018-06-16', null, '2018-07-15'],
])('%s lies in the trading period of %s; the next one opens on %s', (date, quarter, next) => {
  expect(tradingPeriodOn(day(date))).toBe(quarter);
  expect(nextTradingDay(day(date))).toBe(next);
});

test('an auction makes certificates usable longer than their vintage', () => {
  expect([lastTradingYear('2017-11', null), lastTradingYear('2017-11', 2020)]).toEqual([2017, 2020]);
});

describe('a standing transfer', () => {
  const supply = (
    minted: number,
    ...free: (readonly [batchId: number, first: number, last: number])[]
  ): AssetSupply => ({
    minted,
    free: free.map(([batchId, first, last]) => ({ batchId, first, last })),
  });
  const amount = (monthlyQuantity: number, fill: 'ALL_OR_NOTHING' | 'PARTIAL') =>
    ({ method: 'AMOUNT', monthlyQuantity, fill }) as const;
  const share = (sharePercent: string, fill: 'ALL_OR_NOTHING' | 'PARTIAL') =>
    ({ method: 'PERCENT', sharePercent: new Decimal(sharePercent), fill }) as const;

  test('of 100 where 95 are there takes none, or the 95', () => {
    const there = [supply(95, [7, 1, 95])];
    expect(fillMonth(amount(100, 'ALL_OR_NOTHING'), there)).toEqual({ asked: 100, taken: [] });
    expect(countOf(fillMonth(amount(100, 'PARTIAL'), there).taken)).toBe(95);
  });

  test('takes the lowest serial numbers, over assets and gaps', () => {
    const there = [supply(9, [8, 1, 9]), supply(10, [7, 6, 8], [7, 1, 2])];
    expect(fillMonth(amount(7, 'ALL_OR_NOTHING'), there).taken).toEqual([
      { batchId: 7, first: 1, last: 2 },
      { batchId: 7, first: 6, last: 8 },
      { batchId: 8, first: 1, last: 2 },
    ]);
  });

  test('of a share asks each asset for that of what it minted, rounded down', () => {
    const there = [supply(7, [7, 1, 7]), supply(3, [8, 1, 3]), supply(1, [9, 1, 1])];
    const filled = fillMonth(share('50', 'ALL_OR_NOTHING'), there);
    expect(filled).toEqual({
      asked: 4,
      taken: [
        { batchId: 7, first: 1, last: 3 },
        { batchId: 8, first: 1, last: 1 },
      ],
    });
    expect(fillMonth(share('0.01', 'PARTIAL'), there)).toEqual({ asked: 0, taken: [] });
    expect(countOf(fillMonth(share('100', 'PARTIAL'), there).taken)).toBe(11);
  });

  test('of a share takes none of the month when one asset has too few', () => {
    const there = [supply(10, [7, 1, 10]), supply(10, [8, 1, 4])];
    expect(fillMonth(share('50', 'ALL_OR_NOTHING'), there)).toEqual({ asked: 10, taken: [] });
    expect(countOf(fillMonth(share('50', 'PARTIAL'), there).taken)).toBe(9);
  });
});
