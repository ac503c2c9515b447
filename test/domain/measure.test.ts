import fc from 'fast-check';
import { Decimal, zero } from '../../src/domain/decimal.js';
import { type Month, parseMonth } from '../../src/domain/month.js';
import { type MeasuringFacts, measure } from '../../src/domain/reading.js';

/* What a meter counted between readings, whoever asks and when: what a correction measures anew. */

const instant = (text: string) => new Date(`${text}T16:00:00Z`);
const factsOf = (given: Partial<MeasuringFacts> = {}): MeasuringFacts => ({
  capacityKw: new Decimal(1000),
  photovoltaic: false,
  estimatedAnnualKwh: null,
  meter: { initialValueKwh: zero, installedOn: '2017-06-30' as never, registerDigits: null, revenueGrade: true },
  previous: null,
  replacements: [],
  ...given,
});
const read = (day: string, valueKwh: Decimal) => ({ readAt: instant(day), valueKwh });
const kwh = fc.integer({ min: 0, max: 90_000_000 }).map(thousandths => new Decimal(thousandths).div(1000));
const total = (values: readonly Decimal[]) => values.reduce((sum, value) => sum.plus(value), zero);

test('what a reading says of its months adds up to its difference, to the watt-hour, however many were missed', () => {
  const months = fc.constantFrom(['2017-07', '2017-07-31'], ['2017-09', '2017-09-30'], ['2018-02', '2018-02-28']);
  fc.assert(
    fc.property(months, kwh, ([month, day], value) => {
      const said = measure(read(day ?? '', value), parseMonth(month ?? ''), factsOf());
      expect(said.differenceKwh.toFixed()).toBe(value.toFixed());
      expect(said.productionKwh.plus(total(said.shares.map(share => share.kwh))).toFixed()).toBe(value.toFixed());
      expect(said.estimated).toBe(said.shares.length > 0);
    }),
  );
});

/** A meter from July to September, with the value of August given; over a replacement, or a register that rolls over. */
const lines = {
  plain: { facts: factsOf(), july: '100', september: '1000', within: ['100', '1000'] },
  'rolled over': {
    facts: factsOf({ meter: { ...factsOf().meter, initialValueKwh: new Decimal(98_000), registerDigits: 5 } }),
    july: '99500',
    september: '900',
    within: ['0', '900'],
  },
  replaced: {
    facts: factsOf({
      replacements: [
        { replacedAt: instant('2017-09-15'), oldFinalKwh: new Decimal(2000), newInitialKwh: new Decimal(50) },
      ],
    }),
    july: '100',
    september: '750',
    within: ['100', '2000'],
  },
} as const;

test.each(Object.entries(lines))(
  '%s: a corrected value moves kWh between two months, and makes or loses none',
  (_, line) => {
    const july = { ...read('2017-07-31', new Decimal(line.july)), month: '2017-07' as Month };
    const both = (value: Decimal) => {
      const august = read('2017-08-31', value);
      const first = measure(august, '2017-08' as Month, { ...line.facts, previous: july });
      const second = measure(read('2017-09-30', new Decimal(line.september)), '2017-09' as Month, {
        ...line.facts,
        previous: { ...august, month: '2017-08' as Month },
      });
      return first.differenceKwh.plus(second.differenceKwh).toFixed();
    };
    const [low, high] = line.within.map(Number);
    const expected = both(new Decimal(low ?? 0));
    fc.assert(
      fc.property(fc.integer({ min: (low ?? 0) * 1000, max: (high ?? 0) * 1000 }), thousandths => {
        expect(both(new Decimal(thousandths).div(1000))).toBe(expected);
      }),
    );
  },
);

test('a reading entered for a missed month leaves the sum over the gap as it was', () => {
  fc.assert(
    fc.property(kwh, kwh, (first, more) => {
      const last = first.plus(more);
      const july = { ...read('2017-07-31', zero), month: '2017-07' as Month };
      const missed = measure(read('2017-10-31', last), '2017-10' as Month, factsOf({ previous: july }));
      const august = { ...read('2017-08-31', first), month: '2017-08' as Month };
      const entered = measure(august, '2017-08' as Month, factsOf({ previous: july }));
      const rest = measure(read('2017-10-31', last), '2017-10' as Month, factsOf({ previous: august }));
      expect(missed.shares.map(share => share.month)).toEqual(['2017-08', '2017-09']);
      expect(rest.shares.map(share => share.month)).toEqual(['2017-09']);
      expect(entered.differenceKwh.plus(rest.differenceKwh).toFixed()).toBe(missed.differenceKwh.toFixed());
    }),
  );
});

test('what it was refused for, it is refused for again; unless it is in force already', () => {
  const july = { ...read('2017-07-31', new Decimal(500)), month: '2017-07' as Month };
  const facts = factsOf({ previous: july, capacityKw: new Decimal(1) });
  const code = (row: ReturnType<typeof read>, checked?: boolean) => {
    try {
      measure(row, '2017-08' as Month, facts, checked);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(code(read('2017-08-31', new Decimal(499)))).toBe('METER_DECREASE');
  expect(code(read('2017-07-31', new Decimal(501)))).toBe('READING_NOT_AFTER_PREVIOUS');
  expect(code(read('2017-08-31', new Decimal(99_999)))).toBe('ABOVE_NAMEPLATE');
  expect(code(read('2017-08-31', new Decimal(99_999)), false)).toBeNull();
  expect(code(read('2017-08-31', new Decimal(499)), false)).toBe('METER_DECREASE');
});
