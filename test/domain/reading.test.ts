import { Decimal } from '../../src/domain/decimal.js';
import { refusalCodes } from '../../src/domain/error.js';
import { parseLocalDate } from '../../src/domain/local-date.js';
import { parseMonth } from '../../src/domain/month.js';
import { plausibilityFlags } from '../../src/domain/plausibility.js';
import { judgeReading, type ReadingFacts, readingRefusalOrder } from '../../src/domain/reading.js';

const noon = (date: string) => new Date(`${date}T17:00:00Z`);
const kwh = (value: number | string) => new Decimal(value);

/** A system of 10 kW in its second month: 900 kWh shown on January 2, read again on February 1. */
const plain: ReadingFacts = {
  channel: 'MANUAL',
  bound: true,
  capacityKw: kwh(10),
  estimatedAnnualKwh: null,
  meter: {
    initialValueKwh: kwh(5),
    installedOn: parseLocalDate('2017-11-10'),
    registerDigits: null,
    revenueGrade: true,
  },
  previous: { month: parseMonth('2017-12'), readAt: noon('2018-01-02'), valueKwh: kwh(900) },
  replacements: [],
  inForce: null,
  hasLaterReading: false,
  monthIssued: false,
};
const now = noon('2018-02-02');

function judged(change: { valueKwh?: number | string; readAt?: Date; now?: Date; facts?: Partial<ReadingFacts> } = {}) {
  const row = { readAt: change.readAt ?? noon('2018-02-01'), valueKwh: kwh(change.valueKwh ?? 1500) };
  return judgeReading(row, { ...plain, ...change.facts }, change.now ?? now);
}

function word(change: Parameters<typeof judged>[0]): string {
  const judgement = judged(change);
  return judgement.outcome === 'REFUSED' ? judgement.code : judgement.outcome;
}

const stored = { readAt: noon('2018-02-01'), valueKwh: kwh(1500) };

describe('one thing at a time', () => {
  test.each<[string, Parameters<typeof judged>[0], string]>([
    ['a plain reading', {}, 'ACCEPTED'],
    ['read at the very instant of submission', { readAt: now }, 'ACCEPTED'],
    ['read a second after submission', { readAt: new Date(now.getTime() + 1000) }, 'READING_IN_FUTURE'],
    ['read on the day before the window', { readAt: noon('2018-01-26') }, 'OUTSIDE_REPORTING_WINDOW'],
    ['read on the first day of the window', { readAt: noon('2018-01-27') }, 'ACCEPTED'],
    ['submitted on the last day of the window', { now: noon('2018-02-05') }, 'ACCEPTED'],
    ['submitted on the day after the window', { now: noon('2018-02-06') }, 'OUTSIDE_REPORTING_WINDOW'],
    ['10 kW by hand', { facts: { capacityKw: kwh(10) } }, 'ACCEPTED'],
    ['10.001 kW by hand', { facts: { capacityKw: kwh('10.001') } }, 'AUTOMATED_REPORTING_REQUIRED'],
    ['10.001 kW automated', { facts: { capacityKw: kwh('10.001'), channel: 'AUTOMATED' } }, 'ACCEPTED'],
    ['10.001 kW by hand, merely welcome', { facts: { capacityKw: kwh('10.001'), bound: false } }, 'ACCEPTED'],
    [
      'a meter that is not of revenue quality',
      { facts: { meter: { ...plain.meter, revenueGrade: false } } },
      'REVENUE_GRADE_METER_REQUIRED',
    ],
    [
      'such a meter, merely welcome',
      { facts: { meter: { ...plain.meter, revenueGrade: false }, bound: false } },
      'ACCEPTED',
    ],
    ['a month that is issued', { facts: { monthIssued: true } }, 'MONTH_ALREADY_ISSUED'],
    ['a later month was read', { facts: { hasLaterReading: true } }, 'LATER_READING_EXISTS'],
    ['the same again', { facts: { inForce: stored } }, 'DUPLICATE'],
    ['the same again, written 1500.0', { valueKwh: '1500.0', facts: { inForce: stored } }, 'DUPLICATE'],
    ['another value', { valueKwh: 1501, facts: { inForce: stored } }, 'SUPERSEDES'],
    ['another instant', { readAt: noon('2018-02-02'), facts: { inForce: stored } }, 'SUPERSEDES'],
    ['the value of the reading before', { valueKwh: 900 }, 'ACCEPTED'],
    ['below the reading before', { valueKwh: '899.999' }, 'METER_DECREASE'],
    ['30 days at 10 kW', { valueKwh: 900 + 30 * 24 * 10 }, 'ACCEPTED'],
    ['a little more than 30 days at 10 kW', { valueKwh: '8100.001' }, 'ABOVE_NAMEPLATE'],
    [
      'beside a meter at half of the power, the other half',
      { valueKwh: 4500, facts: { otherMetersKwh: kwh(31 * 24 * 5) } },
      'ACCEPTED',
    ],
    [
      'beside it, a little more',
      { valueKwh: '4500.001', facts: { otherMetersKwh: kwh(31 * 24 * 5) } },
      'ABOVE_NAMEPLATE',
    ],
  ])('%s', (_, change, expected) => expect(word(change)).toBe(expected));
});

describe('the time before', () => {
  const previous = { month: parseMonth('2017-12'), readAt: noon('2018-02-01'), valueKwh: kwh(900) };
  const installed = (date: string) => ({
    previous: null,
    meter: { ...plain.meter, installedOn: parseLocalDate(date) },
  });
  test.each<[string, Parameters<typeof judged>[0], string]>([
    ['at the instant of the reading before', { facts: { previous } }, 'READING_NOT_AFTER_PREVIOUS'],
    ['first reading on the day of installation', { valueKwh: 6, facts: installed('2018-02-01') }, 'ACCEPTED'],
    [
      'first reading before installation',
      { valueKwh: 6, facts: installed('2018-02-02') },
      'READING_NOT_AFTER_PREVIOUS',
    ],
    ['first reading, 12 hours at 10 kW', { valueKwh: 125, facts: installed('2018-02-01') }, 'ACCEPTED'],
    ['first reading, more than that', { valueKwh: 126, facts: installed('2018-02-01') }, 'ABOVE_NAMEPLATE'],
    ['first reading below the initial value', { valueKwh: 4, facts: installed('2018-01-15') }, 'METER_DECREASE'],
  ])('%s', (_, change, expected) => expect(word(change)).toBe(expected));
});

test('the order of refusals is the published one: of two that apply, the earlier is given', () => {
  const wrongs: Record<(typeof readingRefusalOrder)[number], Parameters<typeof judged>[0]> = {
    READING_IN_FUTURE: { now: noon('2018-01-20') },
    OUTSIDE_REPORTING_WINDOW: { now: noon('2018-02-20') },
    AUTOMATED_REPORTING_REQUIRED: { facts: { capacityKw: kwh(11) } },
    REVENUE_GRADE_METER_REQUIRED: { facts: { meter: { ...plain.meter, revenueGrade: false } } },
    MONTH_ALREADY_ISSUED: { facts: { monthIssued: true } },
    LATER_READING_EXISTS: { facts: { hasLaterReading: true } },
    READING_NOT_AFTER_PREVIOUS: {
      facts: { previous: { month: parseMonth('2017-12'), readAt: noon('2018-02-04'), valueKwh: kwh(900) } },
    },
    METER_DECREASE: { valueKwh: 1 },
    ABOVE_NAMEPLATE: { valueKwh: 99_999 },
  };
  readingRefusalOrder.forEach((code, index) => {
    for (const later of readingRefusalOrder.slice(index)) {
      const [a, b] = [wrongs[code], wrongs[later]];
      expect(word({ ...b, ...a, facts: { ...b?.facts, ...a?.facts } })).toBe(code);
    }
  });
});

test('every refusal of a reading has its explanation', () => {
  for (const code of readingRefusalOrder) expect(refusalCodes[code].length).toBeGreaterThan(20);
});

test('a refusal says what would have been accepted', () => {
  expect(judged({ valueKwh: 899 })).toMatchObject({ code: 'METER_DECREASE', expected: 'at least 900 kWh' });
  expect(judged({ valueKwh: 9000 })).toMatchObject({ expected: 'a production of at most 7200 kWh' });
  expect(judged({ now: noon('2018-02-20') })).toMatchObject({
    expected: 'read and submitted for 2018-02 from 2018-02-24 through 2018-03-05',
  });
});

test('a gap is spread: the reported month keeps its share, the missed ones are listed', () => {
  const previous = { month: parseMonth('2017-10'), readAt: noon('2017-11-02'), valueKwh: kwh(580) };
  expect(judged({ facts: { previous } })).toMatchObject({
    month: '2018-01',
    differenceKwh: kwh(920),
    productionKwh: kwh(310),
    estimated: true,
    shares: [
      { month: '2017-11', kwh: kwh(300), estimated: true, forfeited: false },
      { month: '2017-12', kwh: kwh(310), estimated: true, forfeited: false },
    ],
    flags: ['ESTIMATED_GAP'],
  });
});

test('replacements count in order of time; those after the reading wait for the next one', () => {
  const replacement = (date: string, oldFinalKwh: number, newInitialKwh: number) => ({
    replacedAt: noon(date),
    oldFinalKwh: kwh(oldFinalKwh),
    newInitialKwh: kwh(newInitialKwh),
  });
  const replacements = [
    replacement('2018-02-02', 200, 1),
    replacement('2018-01-20', 60, 7),
    replacement('2018-01-10', 1000, 10),
  ];
  expect(judged({ valueKwh: 107, facts: { replacements } })).toMatchObject({ differenceKwh: kwh(100 + 50 + 100) });
});

test('a reading may not exceed what its device showed when it was replaced later', () => {
  const replacements = [{ replacedAt: noon('2018-02-02'), oldFinalKwh: kwh(1500), newInitialKwh: kwh(0) }];
  expect(word({ valueKwh: 1500, facts: { replacements } })).toBe('ACCEPTED');
  expect(word({ valueKwh: 1501, facts: { replacements } })).toBe('METER_DECREASE');
});

describe('flags never block', () => {
  const quiet = { estimatedAnnualKwh: kwh(12_000) };
  test.each<[string, number, Partial<ReadingFacts>, string[]]>([
    ['as expected', 1500, quiet, []],
    ['nothing at all', 900, quiet, ['ZERO_PRODUCTION']],
    ['far too little', 950, quiet, ['FAR_BELOW_EXPECTED']],
    ['far too much', 2500, quiet, ['FAR_ABOVE_EXPECTED']],
    ['expected from size alone', 1500, {}, []],
    ['far too much for its size', 2500, {}, ['FAR_ABOVE_EXPECTED']],
    ['nothing is expected of another technology', 2500, { photovoltaic: false }, []],
    [
      'unless its year is estimated',
      2500,
      { photovoltaic: false, estimatedAnnualKwh: kwh(3650) },
      ['FAR_ABOVE_EXPECTED'],
    ],
  ])('%s', (_, valueKwh, facts, flags) => {
    expect(judged({ valueKwh, facts })).toMatchObject({ outcome: 'ACCEPTED', flags });
  });
});

test('what is produced at a bound is neither far above nor far below what is expected, to the watt-hour', () => {
  for (const kwhADay of [69, 519, 688, 3060, 3296, 3881]) {
    for (const [month, days] of [
      ['2018-02', 28],
      ['2018-04', 30],
      ['2020-06', 30],
    ] as const) {
      const flagsOf = (producedKwh: Decimal) => {
        const system = { capacityKw: kwh(5), estimatedAnnualKwh: kwh(365 * kwhADay), photovoltaic: false };
        return plausibilityFlags(producedKwh, system, [parseMonth(month)], days * 86_400_000);
      };
      const expected = kwh(kwhADay * days);
      expect(flagsOf(expected.times('1.75'))).toEqual([]);
      expect(flagsOf(expected.times('1.75').plus('0.001'))).toEqual(['FAR_ABOVE_EXPECTED']);
      expect(flagsOf(expected.times('0.25'))).toEqual([]);
      expect(flagsOf(expected.times('0.25').minus('0.001'))).toEqual(['FAR_BELOW_EXPECTED']);
    }
  }
});
