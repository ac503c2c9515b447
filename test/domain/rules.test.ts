import { Decimal } from '../../src/domain/decimal.js';
import { parseLocalDate } from '../../src/domain/local-date.js';
import { srecIAcpRates } from '../../src/domain/rules/acp-rates.js';
import { valueOn } from '../../src/domain/rules/dated-table.js';
import { monthlyProfile } from '../../src/domain/rules/plausibility.js';
import { manualReportingLimitKw } from '../../src/domain/rules/reporting.js';
import { ruleTables } from '../../src/domain/rules/rule-tables.js';

/** Tables with one figure for each day; the others hold several kinds of unit, load, programme or quarter side by side. */
const single = ruleTables.filter(
  table => !/factors$|^minimum-standard|^program-starts$|-deadlines$|^programme-dates$/.test(table.name),
);

test('every table has a name of its own, and every row a source', () => {
  expect(new Set(ruleTables.map(table => table.name)).size).toBe(ruleTables.length);
  for (const table of ruleTables) {
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) {
      expect(row.source).toMatch(row.confidence === 'POLICY' ? /./ : /program\/00\d|domain \d/);
      expect(row.value).not.toBe('');
      for (const day of [row.from, row.to]) if (day !== null) expect(parseLocalDate(day)).toBe(day);
    }
  }
});

test.each(single.map(table => [table.name, table] as const))(
  '%s has at most one verified figure for a day',
  (_, table) => {
    const rows = table.rows.filter(row => row.confidence !== 'INFERRED');
    const ordered = [...rows].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    ordered.slice(1).forEach((row, index) => {
      expect((ordered[index]?.to ?? '9999') < (row.from ?? '')).toBe(true);
    });
  },
);

test('an inferred row is listed and never used', () => {
  const limits = ruleTables.find(table => table.name === 'manual-reporting-limit');
  expect(limits?.rows.map(row => [row.value, row.confidence])).toEqual([
    ['10', 'PROGRAM'],
    ['25', 'INFERRED'],
  ]);
  expect(valueOn(manualReportingLimitKw, parseLocalDate('2026-11-22')).toFixed()).toBe('10');
});

test('a year without a verified figure is a refusal, not a guess', () => {
  expect(() => valueOn(srecIAcpRates, parseLocalDate('2023-06-01'))).toThrow(
    expect.objectContaining({ code: 'NO_RULE_IN_FORCE' }),
  );
});

test('the monthly profile is a whole year', () => {
  const shares = valueOn(monthlyProfile, parseLocalDate('2018-01-01'));
  expect(shares.length).toBe(12);
  expect(shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).toFixed()).toBe('1');
});
