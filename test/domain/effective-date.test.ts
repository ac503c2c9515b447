import { parseLocalDate } from '../../src/domain/local-date.js';
import { classIFrom, statementToTell } from '../../src/domain/opt-in-term.js';
import type { Program } from '../../src/domain/program.js';
import { parseQuarter } from '../../src/domain/quarter.js';
import { rpsEffectiveDate } from '../../src/domain/rps-effective-date.js';

const proposal = (program: Program, operationOn: string, filedOn: string) => {
  const { effectiveOn, assumedOn } = rpsEffectiveDate(program, parseLocalDate(operationOn), parseLocalDate(filedOn));
  return [effectiveOn, assumedOn];
};

test.each([
  ['Q4, on the deadline', '2015-12-20', '2016-02-15', '2015-12-20'],
  ['Q4, a day late: the next quarter', '2015-12-20', '2016-02-16', '2016-01-01'],
  ['Q1, on the deadline', '2016-03-31', '2016-05-15', '2016-03-31'],
  ['Q1, a day late', '2016-03-31', '2016-05-16', '2016-04-01'],
  ['Q2, on the deadline', '2016-04-01', '2016-08-15', '2016-04-01'],
  ['filed before it operated', '2016-06-20', '2016-01-02', '2016-06-20'],
  ['years late', '2014-05-02', '2017-03-01', '2017-01-01'],
  ['Q3, filed in the quarter itself', '2016-07-10', '2016-09-30', '2016-07-10'],
  ['Q3, filed after the deadline of Q4', '2016-07-10', '2017-02-16', '2017-01-01'],
  ['Q2 missed, filed in Q3', '2016-06-10', '2016-08-16', '2016-07-01'],
])('SREC II: %s', (_, operationOn, filedOn, expected) => {
  expect(proposal('SREC_II', operationOn, filedOn)).toEqual([expected, null]);
});

test.each([
  ['met as inferred', '2016-07-10', '2016-11-15', '2016-07-10'],
  ['missed as inferred', '2016-07-10', '2016-11-16', '2016-10-01'],
  ['until the deadline of the fourth', '2016-07-10', '2017-02-14', '2016-10-01'],
  ['from the end of the quarter on', '2016-07-10', '2016-10-01', '2016-07-10'],
  ['of a unit of the second', '2016-05-10', '2016-10-10', '2016-07-01'],
])(
  'a deadline that is only inferred, that of the third quarter, never decides: %s',
  (_, operationOn, filedOn, assumed) => {
    expect(proposal('SREC_II', operationOn, filedOn)).toEqual([null, assumed]);
  },
);

test('on the deadline of the fourth quarter that of the third makes a difference no more', () => {
  expect(proposal('SREC_II', '2016-11-10', '2017-02-15')).toEqual(['2016-11-10', null]);
  expect(proposal('SREC_II', '2016-07-10', '2017-02-15')).toEqual(['2016-10-01', null]);
});

test('never before the programme took effect', () => {
  expect(proposal('SREC_II', '2013-02-01', '2013-03-01')).toEqual(['2014-04-25', null]);
  expect(proposal('SREC_II', '2014-04-26', '2014-05-01')).toEqual(['2014-04-26', null]);
  expect(proposal('SREC_II', '2013-09-01', '2013-10-10')).toEqual(['2014-04-25', null]);
  expect(proposal('SREC_I', '2009-05-01', '2009-06-01')).toEqual(['2010-01-01', null]);
});

test('the deadlines are those of the carve-outs: for Class I they are only shown', () => {
  expect(proposal('CLASS_I', '2016-02-01', '2016-03-01')).toEqual([null, '2016-02-01']);
});

test.each([
  ['2019-Q4', '2022-01-01'],
  ['2021-Q4', '2022-01-01'],
  ['2022-Q1', '2022-04-01'],
  ['2026-Q2', '2026-07-01'],
])('after a term that ends with %s a unit is Class I from %s on', (last, expected) => {
  expect(classIFrom(parseQuarter(last))).toBe(expected);
});

describe('of several statements the one that tells', () => {
  const term = { effectiveOn: parseLocalDate('2010-05-01'), lastEligibleQuarter: '2020-Q1' };
  const after = { effectiveOn: parseLocalDate('2022-01-01'), lastEligibleQuarter: null };
  test.each([
    ['2009-01-01', term],
    ['2010-05-01', term],
    ['2020-03-31', term],
    ['2020-04-01', after],
    ['2022-01-01', after],
    ['2100-01-01', after],
  ])('on %s', (on, expected) => {
    expect(statementToTell([after, term], parseLocalDate(on))).toBe(expected);
  });

  test('is the last when all are over, and none when there is none', () => {
    expect(statementToTell([term], parseLocalDate('2021-01-01'))).toBe(term);
    expect(statementToTell([], parseLocalDate('2021-01-01'))).toBeNull();
  });
});
