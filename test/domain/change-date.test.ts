import { checkChangeDay, checkChangeMonth } from '../../src/domain/change-date.js';
import { parseLocalDate } from '../../src/domain/local-date.js';
import { parseMonth } from '../../src/domain/month.js';

const today = parseLocalDate('2024-05-10');
const operationOn = parseLocalDate('2016-01-15');
const judged = (check: () => void): string => {
  try {
    check();
    return 'fine';
  } catch (error) {
    return String((error as { readonly code?: string }).code);
  }
};

test.each([
  ['2016-01-14', 'BAD_USER_INPUT'],
  ['2016-01-15', 'fine'],
  ['2024-05-10', 'fine'],
  ['2025-05-11', 'fine'],
  ['2025-05-12', 'BAD_USER_INPUT'],
])('a change of %s is %s', (day, word) => {
  expect(judged(() => checkChangeDay('fromOn', parseLocalDate(day), { today, operationOn }))).toBe(word);
});

test.each([
  ['2015-12', 'BAD_USER_INPUT'],
  ['2016-01', 'fine'],
  ['2025-05', 'fine'],
  ['2025-06', 'BAD_USER_INPUT'],
])('a change from the month %s on is %s', (month, word) => {
  expect(judged(() => checkChangeMonth('effectiveMonth', parseMonth(month), { today, operationOn }))).toBe(word);
});

test('where the day of operation is not known, no day is too early', () => {
  const bounds = { today, operationOn: null };
  expect(judged(() => checkChangeDay('fromOn', parseLocalDate('1999-01-01'), bounds))).toBe('fine');
  expect(judged(() => checkChangeMonth('effectiveMonth', parseMonth('1999-01'), bounds))).toBe('fine');
});
