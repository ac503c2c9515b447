import fc from 'fast-check';
import { Decimal, zero } from '../../src/domain/decimal.js';
import {
  emptyCarry,
  type IssuanceCarry,
  issueMonth,
  issueMonths,
  type MonthIssuance,
  type MonthProduction,
  quarterTotals,
} from '../../src/domain/issuance.js';
import { ptsCarryKwhOf } from '../../src/domain/issuance-carry.js';
import { addMonths, parseMonth } from '../../src/domain/month.js';

const factors = ['1', '0.9', '0.8', '0.65', '0.5'] as const;
const kwh = fc.integer({ min: 0, max: 3_000_000 }).map(thousandths => new Decimal(thousandths).div(1000));
const system = fc.record({
  systemId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  factor: fc.constantFrom(...factors).map(factor => new Decimal(factor)),
  eligibleKwh: kwh,
});
const systems = fc.uniqueArray(system, { selector: one => one.systemId, maxLength: 6 });

/** Months in a row from some month of 2017, so that most runs cross the change of process. */
const months: fc.Arbitrary<MonthProduction[]> = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.array(systems, { minLength: 1, maxLength: 8 }))
  .map(([start, list]) =>
    list.map((items, index) => ({ month: addMonths(parseMonth('2017-01'), start + index), systems: items })),
  );
const opening: fc.Arbitrary<IssuanceCarry> = fc.record({
  ptsCarries: fc.uniqueArray(
    fc.record({
      factor: fc.constantFrom(...factors).map(factor => new Decimal(factor)),
      kwh: fc.integer({ min: 0, max: 999_999 }).map(thousandths => new Decimal(thousandths).div(1000)),
    }),
    { selector: carry => carry.factor.toFixed(), maxLength: 3 },
  ),
  gisCarryMwh: fc.integer({ min: 0, max: 99_999 }).map(part => new Decimal(part).div(100_000)),
});

const total = (values: readonly Decimal[]) => values.reduce((sum, value) => sum.plus(value), zero);
const text = (value: unknown) => JSON.stringify(value);

function forEveryMonth(law: (month: MonthIssuance) => void): void {
  fc.assert(fc.property(opening, months, (carry, list) => issueMonths(carry, list).forEach(law)));
}

test('opening carry + reported x factor = minted + closing carry, at every step', () => {
  forEveryMonth(month => {
    const eligible = total(month.factors.map(step => step.reportedMwh.times(step.factor)));
    expect(month.opening.gisCarryMwh.plus(eligible).toFixed()).toBe(
      month.closing.gisCarryMwh.plus(month.minted).toFixed(),
    );
    expect(eligible.toFixed()).toBe(month.eligibleMwh.toFixed());
  });
});

test('what is reported is either eligible or retired', () => {
  forEveryMonth(month => {
    expect(month.eligibleMwh.plus(month.retiredRemainderMwh).eq(month.reportedMwh)).toBe(true);
    expect(month.retiredRemainderMwh.gte(0)).toBe(true);
  });
});

test('carries stay small: less than one certificate, and less than one MWh of each factor', () => {
  forEveryMonth(month => {
    expect(month.closing.gisCarryMwh.gte(0) && month.closing.gisCarryMwh.lt(1)).toBe(true);
    for (const carry of month.closing.ptsCarries) expect(carry.kwh.gt(0) && carry.kwh.lt(1000)).toBe(true);
  });
});

test('no kWh is lost: exactly by factor with whole MWh, within half a kWh a system with whole kWh', () => {
  forEveryMonth(month => {
    for (const step of month.factors) {
      const inKwh = step.openingPtsCarryKwh.plus(step.productionKwh);
      const outKwh = step.reportedMwh.times(1000).plus(step.closingPtsCarryKwh);
      const members = month.systems.filter(one => one.factor.eq(step.factor)).length;
      const tolerance = month.process === 'WHOLE_MWH' ? zero : new Decimal('0.5').times(Math.max(members, 1));
      expect(inKwh.minus(outKwh).abs().lte(tolerance)).toBe(true);
    }
  });
});

test('every kWh carried in from the process before is used exactly once', () => {
  forEveryMonth(month => {
    const openings = total(month.factors.map(step => step.openingPtsCarryKwh));
    expect(openings.eq(ptsCarryKwhOf(month.opening))).toBe(true);
    if (month.process === 'WHOLE_MWH') return;
    expect(month.closing.ptsCarries).toEqual([]);
    for (const one of month.systems) {
      const inKwh = one.productionKwh.plus(one.carriedInKwh);
      expect(one.reportedMwh?.times(1000).minus(inKwh).abs().lte('0.5')).toBe(true);
    }
  });
});

test('months one at a time or in one run give the same rows', () => {
  fc.assert(
    fc.property(opening, months, (carry, list) => {
      let closing = carry;
      const alone = list.map(({ month, systems: items }) => {
        const issued = issueMonth(closing, month, items);
        closing = issued.closing;
        return issued;
      });
      expect(text(alone)).toBe(text(issueMonths(carry, list)));
    }),
  );
});

test('the order of systems, and of carries, does not matter', () => {
  fc.assert(
    fc.property(opening, months, fc.infiniteStream(fc.nat()), (carry, list, random) => {
      const shuffled = <T>(items: readonly T[]) =>
        items
          .map(item => ({ item, key: Number(random.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const other = list.map(({ month, systems: items }) => ({ month, systems: shuffled(items) }));
      const otherCarry = { ...carry, ptsCarries: shuffled(carry.ptsCarries) };
      const withoutOpening = ({ opening: _, ...rest }: MonthIssuance) => rest;
      expect(text(issueMonths(otherCarry, other).map(withoutOpening))).toBe(
        text(issueMonths(carry, list).map(withoutOpening)),
      );
    }),
  );
});

test('with one factor, both processes mint in the end what the energy is worth, to the last whole certificate', () => {
  fc.assert(
    fc.property(fc.constantFrom(...factors), fc.array(kwh, { minLength: 1, maxLength: 12 }), (factor, list) => {
      const issued = issueMonths(
        emptyCarry,
        list.map((eligibleKwh, index) => ({
          month: addMonths(parseMonth('2018-01'), index),
          systems: [{ systemId: 'a', factor: new Decimal(factor), eligibleKwh }],
        })),
      );
      const minted = issued.reduce((sum, month) => sum + month.minted, 0);
      const worthMwh = total(issued.map(month => month.reportedMwh)).times(factor);
      expect(worthMwh.minus(minted).gte(0) && worthMwh.minus(minted).lt(1)).toBe(true);
    }),
  );
});

test('quarters add up to their months and close with the last of them', () => {
  fc.assert(
    fc.property(opening, months, (carry, list) => {
      const issued = issueMonths(carry, list);
      const quarters = quarterTotals(issued);
      for (const key of ['productionKwh', 'reportedMwh', 'eligibleMwh', 'retiredRemainderMwh'] as const) {
        expect(total(quarters.map(one => one[key])).eq(total(issued.map(one => one[key])))).toBe(true);
      }
      expect(quarters.at(-1)?.closing).toBe(issued.at(-1)?.closing);
    }),
  );
});

test('the example of program/004: 1,500 kWh then 1,800 kWh at 0.8', () => {
  const at = (month: string, eligibleKwh: number) => ({
    month: parseMonth(month),
    systems: [{ systemId: 'example', factor: new Decimal('0.8'), eligibleKwh: new Decimal(eligibleKwh) }],
  });
  const [first, second] = quarterTotals(issueMonths(emptyCarry, [at('2018-01', 1500), at('2018-04', 1800)]));
  expect([first?.minted, first?.closing.gisCarryMwh.toFixed()]).toEqual([1, '0.2']);
  expect([second?.minted, second?.closing.gisCarryMwh.toFixed()]).toEqual([1, '0.64']);
});

test('at the change, left-over kWh go to the smallest id of the factor, or are reported by themselves', () => {
  const carry = { ptsCarries: [{ factor: new Decimal('0.8'), kwh: new Decimal('600.4') }], gisCarryMwh: zero };
  const one = (systemId: string, factor: string) => ({ systemId, factor: new Decimal(factor), eligibleKwh: zero });
  const month = parseMonth('2017-10');
  const joined = issueMonth(carry, month, [one('b', '0.8'), one('a', '0.8')]);
  expect(joined.systems.map(step => [step.systemId, step.carriedInKwh.toFixed()])).toEqual([
    ['a', '600.4'],
    ['b', '0'],
  ]);
  const alone = issueMonth(carry, month, [one('a', '1')]);
  expect(alone.factors.map(step => [step.factor.toFixed(), step.reportedMwh.toFixed()])).toEqual([
    ['0.8', '0.6'],
    ['1', '0'],
  ]);
});

test('a defect is not a refusal: a system twice in a month, months that do not ascend', () => {
  const one = { systemId: 'a', factor: new Decimal(1), eligibleKwh: zero };
  const month = parseMonth('2018-01');
  expect(() => issueMonth(emptyCarry, month, [one, one])).toThrow(RangeError);
  const again = { month, systems: [one] };
  expect(() => issueMonths(emptyCarry, [again, again])).toThrow(RangeError);
});
