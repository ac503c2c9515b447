import fc from 'fast-check';
import { Refusal } from '../../src/domain/error.js';
import { daysBetween } from '../../src/domain/local-date.js';
import { addMonths, parseMonth } from '../../src/domain/month.js';
import { monthOfReading, windowAt, windowOf, windowOfSubmission } from '../../src/domain/reporting-window.js';
import { endOfDay, localDateOf, startOfDay } from '../../src/domain/time-zone.js';

const month = fc.integer({ min: 0, max: 12 * 60 }).map(index => addMonths(parseMonth('1990-01'), index));
const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
const localText = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' });

test('a window is ten local days, five of each month', () => {
  fc.assert(
    fc.property(month, one => {
      const window = windowOf(one);
      expect(daysBetween(window.firstDay, window.lastDay)).toBe(9);
      expect(localDateOf(window.opensAt)).toBe(window.firstDay);
      expect(localDateOf(new Date(window.closesAt.getTime() - 1))).toBe(window.lastDay);
      expect(window.lastDay).toBe(`${addMonths(one, 1)}-05`);
    }),
  );
});

test('windows follow each other and never overlap', () => {
  fc.assert(
    fc.property(month, one => {
      expect(windowOf(one).closesAt.getTime()).toBeLessThan(windowOf(addMonths(one, 1)).opensAt.getTime());
    }),
  );
});

test('an instant has the month of the window that holds it, and no other', () => {
  fc.assert(
    fc.property(instant, at => {
      const around = parseMonth(localDateOf(at).slice(0, 7));
      const holding = [-2, -1, 0, 1]
        .map(step => windowOf(addMonths(around, step)))
        .filter(window => window.opensAt <= at && at < window.closesAt);
      expect(holding.length).toBeLessThan(2);
      expect(monthOfReading(at)).toBe(holding[0]?.month ?? null);
      expect(windowAt(at)).toBe(holding[0] ?? null);
    }),
  );
});

test('local days agree with the zone database, around every hour of the year', () => {
  fc.assert(
    fc.property(instant, at => {
      expect(localDateOf(at)).toBe(localText.format(at));
      const day = localDateOf(at);
      expect(startOfDay(day) <= at && at < endOfDay(day)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['spring, the day of the change has 23 hours', '2018-03-11', 23],
  ['autumn, the day of the change has 25 hours', '2018-11-04', 25],
  ['leap day', '2016-02-29', 24],
])('%s', (_, date, hours) => {
  const day = localDateOf(new Date(`${date}T12:00:00Z`));
  expect((endOfDay(day).getTime() - startOfDay(day).getTime()) / 3_600_000).toBe(hours);
});

describe('reading and submission lie in one window', () => {
  const inside = '2018-02-01T12:00:00Z';
  test.each([
    ['both inside', '2018-01-28T12:00:00Z', inside, '2018-01'],
    ['read before it opened', '2018-01-27T04:59:59Z', inside, null],
    ['read as it opened', '2018-01-27T05:00:00Z', inside, '2018-01'],
    ['submitted in the last second', inside, '2018-02-06T04:59:59Z', '2018-01'],
    ['submitted after it closed', inside, '2018-02-06T05:00:00Z', null],
    ['each in a window, but not the same', '2018-01-28T12:00:00Z', '2018-02-26T12:00:00Z', null],
  ])('%s', (_, readAt, submittedAt, expected) => {
    const call = () => windowOfSubmission(new Date(readAt), new Date(submittedAt)).month;
    if (expected === null) expect(call).toThrow(Refusal);
    else expect(call()).toBe(expected);
  });

  test('a refusal says when the window opens and closes', () => {
    try {
      windowOfSubmission(new Date('2018-02-15T12:00:00Z'), new Date('2018-02-15T12:00:00Z'));
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'OUTSIDE_REPORTING_WINDOW',
        facts: { windowMonth: '2018-02', opensAt: '2018-02-24T05:00:00.000Z', closesAt: '2018-03-06T05:00:00.000Z' },
      });
    }
  });
});
