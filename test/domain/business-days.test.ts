import fc from 'fast-check';
import { auctionDaysOf, nextRoundUntil } from '../../src/domain/auction-days.js';
import { addBusinessDays, holidaysOf, isBusinessDay } from '../../src/domain/business-days.js';
import { addDays, type LocalDate, parseLocalDate } from '../../src/domain/local-date.js';

const day = (text: string) => parseLocalDate(text);

test('the holidays of 2017: fixed ones, those on a weekday, and a Sunday that is kept on Monday', () => {
  expect(holidaysOf(2017)).toEqual([
    '2017-01-02',
    '2017-01-16',
    '2017-02-20',
    '2017-04-17',
    '2017-05-29',
    '2017-07-04',
    '2017-09-04',
    '2017-10-09',
    '2017-11-11',
    '2017-11-23',
    '2017-12-25',
  ]);
});

test('a holiday on a Saturday moves nothing; Juneteenth is one since 2021', () => {
  expect(isBusinessDay(day('2017-11-10'))).toBe(true);
  expect(holidaysOf(2020)).not.toContain('2020-06-19');
  expect(holidaysOf(2021)).toContain('2021-06-19');
  expect(holidaysOf(2022)).toContain('2022-06-20');
  expect(holidaysOf(2024)).toContain('2024-05-27');
});

test.each([
  ['2017-07-25', 3, '2017-07-28', 'the rounds of 2017: Tuesday to Friday'],
  ['2013-07-26', 3, '2013-07-31', 'the rounds of 2013: over a weekend'],
  ['2013-07-31', 3, '2013-08-05', 'over a weekend, from Wednesday'],
  ['2017-07-03', 1, '2017-07-05', 'over Independence Day'],
  ['2017-12-22', 3, '2017-12-28', 'over Christmas and a weekend'],
  ['2022-12-30', 1, '2023-01-03', "over New Year's Day on a Sunday"],
  ['2017-07-25', 0, '2017-07-25', 'none'],
])('%s and %i business days: %s (%s)', (from, count, until) => {
  expect(addBusinessDays(day(from), count)).toBe(until);
});

test('business days are counted: as many lie between as were added, and the last is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 1, max: 12 }), (offset, count) => {
      const from = addDays(day('1950-01-01'), offset);
      const until = addBusinessDays(from, count);
      let counted = 0;
      for (let at = addDays(from, 1); at <= until; at = addDays(at, 1)) if (isBusinessDay(at)) counted += 1;
      expect(counted).toBe(count);
      expect(isBusinessDay(until)).toBe(true);
    }),
  );
});

test('holidays are of their year, none twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2198 }), year => {
      const kept = holidaysOf(year);
      expect(new Set(kept).size).toBe(kept.length);
      expect(kept.every(date => date.startsWith(`${year}-`))).toBe(true);
      expect(kept.length).toBe(year < 2021 ? 11 : 12);
    }),
  );
});

test('the days of an auction lie in the year after generation', () => {
  expect(auctionDaysOf(2016)).toEqual({
    depositFrom: '2017-05-16',
    depositUntil: '2017-06-15',
    heldUntil: '2017-07-31',
  });
  expect(nextRoundUntil('2017-07-25' as LocalDate)).toBe('2017-07-28');
});
