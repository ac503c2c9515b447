import { Refusal } from '../../src/domain/error.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { programmeCalendar, upcomingEvents } from '../../src/domain/programme-calendar.js';

/** An event as one line: days, id, confidence. */
const lines = (year: number) =>
  programmeCalendar(year).map(({ id, firstOn, lastOn, confidence }) =>
    [firstOn === lastOn ? firstOn : `${firstOn}..${lastOn}`, id, confidence].join(' '),
  );

test("2017, day by day: the programme's own dates among the windows of the months", () => {
  expect(lines(2017)).toEqual([
    '2016-12-27..2017-01-05 reporting-window/2016-12 PROGRAM',
    '2017-01-10 upload/2016-Q3 PROGRAM',
    '2017-01-15 mint/2016-Q3 PROGRAM',
    '2017-01-15..2017-03-15 trading-period/2016-Q3 FOUND',
    '2017-01-27..2017-02-05 reporting-window/2017-01 PROGRAM',
    '2017-02-15 qualification-filing/2016-Q4 FOUND',
    '2017-02-24..2017-03-05 reporting-window/2017-02 PROGRAM',
    '2017-03-27..2017-04-05 reporting-window/2017-03 PROGRAM',
    '2017-04-10 upload/2016-Q4 PROGRAM',
    '2017-04-15 mint/2016-Q4 PROGRAM',
    '2017-04-15..2017-06-15 trading-period/2016-Q4 FOUND',
    '2017-04-26..2017-05-05 reporting-window/2017-04 PROGRAM',
    '2017-05-15 qualification-filing/2017-Q1 FOUND',
    '2017-05-16..2017-06-15 auction-deposits/2016 PROGRAM',
    '2017-05-27..2017-06-05 reporting-window/2017-05 PROGRAM',
    '2017-06-15 trading-close/2016 FOUND',
    '2017-06-26..2017-07-05 reporting-window/2017-06 PROGRAM',
    '2017-07-01 compliance-filing/2016 PROGRAM',
    '2017-07-10 upload/2017-Q1 PROGRAM',
    '2017-07-15 mint/2017-Q1 PROGRAM',
    '2017-07-15..2017-09-15 trading-period/2017-Q1 FOUND',
    '2017-07-27..2017-08-05 reporting-window/2017-07 PROGRAM',
    '2017-07-31 auction/2016 PROGRAM',
    '2017-08-15 qualification-filing/2017-Q2 FOUND',
    '2017-08-27..2017-09-05 reporting-window/2017-08 PROGRAM',
    '2017-08-30 minimum-standard/2017 PROGRAM',
    '2017-09-26..2017-10-05 reporting-window/2017-09 PROGRAM',
    '2017-10-10 upload/2017-Q2 PROGRAM',
    '2017-10-15 mint/2017-Q2 PROGRAM',
    '2017-10-15..2017-12-15 trading-period/2017-Q2 FOUND',
    '2017-10-27..2017-11-05 reporting-window/2017-10 PROGRAM',
    '2017-11-15 qualification-filing/2017-Q3 INFERRED',
    '2017-11-26..2017-12-05 reporting-window/2017-11 PROGRAM',
    '2017-12-27..2018-01-05 reporting-window/2017-12 PROGRAM',
  ]);
});

test('a leap year: February is read from the 25th on', () => {
  const windows = lines(2020).filter(line => line.includes('reporting-window'));
  expect(windows).toHaveLength(13);
  expect(windows[2]).toBe('2020-02-25..2020-03-05 reporting-window/2020-02 PROGRAM');
});

test('nobody files any more once the last carve-out took nobody in: the last deadline is that of the quarter in which it closed', () => {
  const filings = (year: number) => lines(year).filter(line => line.includes('qualification-filing'));
  expect(filings(2019)).toEqual(['2019-02-15 qualification-filing/2018-Q4 FOUND']);
  expect(filings(2020)).toEqual([]);
});

test('what rests on an inferred rule says so in its title', () => {
  for (const { title, confidence } of programmeCalendar(2017)) {
    expect(title.includes('assumed')).toBe(confidence === 'INFERRED');
  }
});

test('begins with the carve-out, in 2010', () => {
  expect(programmeCalendar(2009)).toEqual([]);
  expect(lines(2010).map(line => line.split(' ')[1])).toEqual([
    'reporting-window/2010-01',
    'reporting-window/2010-02',
    'reporting-window/2010-03',
    'reporting-window/2010-04',
    'qualification-filing/2010-Q1',
    'reporting-window/2010-05',
    'reporting-window/2010-06',
    'upload/2010-Q1',
    'mint/2010-Q1',
    'trading-period/2010-Q1',
    'reporting-window/2010-07',
    'qualification-filing/2010-Q2',
    'reporting-window/2010-08',
    'minimum-standard/2010',
    'reporting-window/2010-09',
    'upload/2010-Q2',
    'mint/2010-Q2',
    'trading-period/2010-Q2',
    'reporting-window/2010-10',
    'qualification-filing/2010-Q3',
    'reporting-window/2010-11',
    'reporting-window/2010-12',
  ]);
});

test('ids are unique in every year, and the same wherever a window lies in two', () => {
  for (let year = 2010; year < 2040; year += 1) {
    const ids = programmeCalendar(year).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(programmeCalendar(year + 1)[0]).toEqual(programmeCalendar(year).at(-1));
  }
});

test.each([1900, 2199, 2017.5, Number.NaN])('there is no calendar of %p', year => {
  expect(() => programmeCalendar(year)).toThrow(Refusal);
});

test.each([
  ['2017-06-15', ['auction-deposits/2016', 'trading-close/2016', 'compliance-filing/2016']],
  ['2017-06-16', ['compliance-filing/2016', 'auction/2016', 'minimum-standard/2017']],
  ['2017-12-30', ['auction-deposits/2017', 'trading-close/2017', 'compliance-filing/2017']],
])('what comes next on %s', (on, expected) => {
  const kinds = ['AUCTION_DEPOSITS', 'TRADING_CLOSE', 'COMPLIANCE_FILING', 'AUCTION', 'MINIMUM_STANDARD'] as const;
  expect(upcomingEvents(on as LocalDate, 3, kinds).map(({ id }) => id)).toEqual(expected);
});

test('over the new year a window that is open comes once', () => {
  expect(upcomingEvents('2017-12-30' as LocalDate, 3).map(({ id }) => id)).toEqual([
    'reporting-window/2017-12',
    'upload/2017-Q3',
    'mint/2017-Q3',
  ]);
});
