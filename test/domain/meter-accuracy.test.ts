import { Decimal } from '../../src/domain/decimal.js';
import { parseLocalDate } from '../../src/domain/local-date.js';
import { isRevenueGrade, requiredAccuracyPercent } from '../../src/domain/meter-accuracy.js';

const on = parseLocalDate('2016-01-01');

test.each([
  ['10', 'MANUAL', '2'],
  ['10', 'AUTOMATED', '1'],
  ['10.001', 'MANUAL', '1'],
  ['1000', 'MANUAL', '1'],
  ['1000', 'AUTOMATED', '1'],
  ['1000.001', 'MANUAL', '0.5'],
  ['1000.001', 'AUTOMATED', '0.5'],
] as const)(
  'a system of %s kW that reports %s needs a meter of at most %s percent',
  (capacityKw, channel, expected) => {
    expect(requiredAccuracyPercent(new Decimal(capacityKw), channel, on).toFixed()).toBe(expected);
    const suits = (percent: string | null) =>
      isRevenueGrade(percent === null ? null : new Decimal(percent), new Decimal(capacityKw), channel, on);
    expect([suits(expected), suits(new Decimal(expected).plus('0.01').toFixed()), suits('0.2'), suits(null)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  },
);
