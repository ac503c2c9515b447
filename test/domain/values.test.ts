import fc from 'fast-check';
import { Decimal, decimalText, parseDecimal, wholeCertificates, wholeKwh } from '../../src/domain/decimal.js';
import { addDays, daysBetween, parseLocalDate } from '../../src/domain/local-date.js';
import { addMonths, daysInMonth, lastDayOf, monthsBetween, parseMonth } from '../../src/domain/month.js';
import {
  addQuarters,
  lastDayOfQuarter,
  monthsOf,
  parseQuarter,
  quarterOf,
  quartersBetween,
} from '../../src/domain/quarter.js';

const refused = expect.objectContaining({ code: 'BAD_USER_INPUT' });

test.each(['1e3', '0x10', '', '.5', '5.', ' 1', '1,000', 'NaN', 'Infinity', '1'.repeat(16), `0.${'1'.repeat(13)}`])(
  '"%s" is not a plain decimal',
  text => expect(() => parseDecimal(text)).toThrow(refused),
);

test('decimals come back as they were, without exponent', () => {
  expect(decimalText(parseDecimal('0.000000000001'))).toBe('0.000000000001');
  expect(decimalText(parseDecimal('999999999999999.999'))).toBe('999999999999999.999');
  expect(decimalText(parseDecimal('412.60'))).toBe('412.6');
  expect(`${new Decimal('0.0000000001')}`).toBe('0.0000000001');
});

test.each([
  ['1879.36', '1879'],
  ['0.5', '1'],
  ['0.4999999', '0'],
  ['1.5', '2'],
])('%s kWh are %s whole kWh', (kwh, whole) => expect(wholeKwh(new Decimal(kwh)).toFixed()).toBe(whole));

test('certificates are whole, downwards, and never inexact', () => {
  expect(wholeCertificates(new Decimal('1.999999'))).toBe(1);
  expect(() => wholeCertificates(new Decimal('9007199254740993'))).toThrow(RangeError);
});

test.each(['2018-02-29', '2018-13-01', '2018-1-1', '1899-12-31', '2018-01-01T00:00:00Z', ''])(
  '"%s" is not a day',
  text => expect(() => parseLocalDate(text)).toThrow(refused),
);
test.each(['2018-00', '2018-13', '2018-1', '18-01', '2018-01-01'])('"%s" is not a month', text =>
  expect(() => parseMonth(text)).toThrow(refused),
);
test.each(['2018-Q0', '2018-Q5', '2018Q1', '2018-q1'])('"%s" is not a quarter', text =>
  expect(() => parseQuarter(text)).toThrow(refused),
);

const month = fc.integer({ min: 0, max: 1200 }).map(index => addMonths(parseMonth('1950-01'), index));

test('months and quarters count forth and back', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: -500, max: 500 }), (from, steps) => {
      expect(monthsBetween(from, addMonths(from, steps))).toBe(steps);
      expect(quartersBetween(quarterOf(from), addQuarters(quarterOf(from), steps))).toBe(steps);
      expect(from < addMonths(from, steps)).toBe(steps > 0);
    }),
  );
});

test('a quarter is its three months, and a month its days', () => {
  fc.assert(
    fc.property(month, one => {
      const quarter = quarterOf(one);
      expect(monthsOf(quarter)).toContain(one);
      expect(monthsOf(quarter).every(other => quarterOf(other) === quarter)).toBe(true);
      expect(lastDayOfQuarter(quarter)).toBe(lastDayOf(monthsOf(quarter)[2]));
      expect(addDays(lastDayOf(one), 1)).toBe(`${addMonths(one, 1)}-01`);
      expect(daysBetween(parseLocalDate(`${one}-01`), lastDayOf(one)) + 1).toBe(daysInMonth(one));
    }),
  );
});
