import fc from 'fast-check';
import { priorPeriodAdjustment } from '../../src/domain/adjustment.js';
import { Decimal, zero } from '../../src/domain/decimal.js';
import {
  emptyCarry,
  type IssuedBefore,
  issueMonth,
  issueMonths,
  type MonthIssuance,
  reissueMonth,
  type SystemProduction,
} from '../../src/domain/issuance.js';
import { addMonths, parseMonth } from '../../src/domain/month.js';

/*
 * Corrections in figures: an issued month anew between the carries that it had, adjustments of earlier months, and that nothing is lost
 * over both. Every law is tried for months of both processes.
 */

const factors = ['1', '0.9', '0.8', '0.65'] as const;
const kwh = fc.integer({ min: 0, max: 3_000_000 }).map(thousandths => new Decimal(thousandths).div(1000));
const system = fc.record({
  systemId: fc.constantFrom('a', 'b', 'c', 'd'),
  factor: fc.constantFrom(...factors).map(factor => new Decimal(factor)),
  eligibleKwh: kwh,
});
const systems = fc.uniqueArray(system, { selector: one => one.systemId, minLength: 1, maxLength: 4 });
const adjustment = fc.integer({ min: -4_000_000, max: 4_000_000 }).map(part => new Decimal(part).div(1_000_000));
/** Three months around the change of process, the second of which is corrected. */
const issued = fc
  .tuple(fc.integer({ min: 5, max: 9 }), systems, systems, adjustment)
  .map(([start, first, second, adjustmentMwh]) => {
    const month = addMonths(parseMonth('2017-01'), start);
    const before = issueMonth(emptyCarry, month, first);
    return { systems: second, was: issueMonth(before.closing, addMonths(month, 1), second, adjustmentMwh) };
  });
/** What meters turn out to have counted: other kWh for the same systems. */
const corrections = fc.array(fc.array(kwh, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 });

const corrected = (of: readonly SystemProduction[], values: readonly Decimal[]) =>
  of.map((one, index) => ({ ...one, eligibleKwh: values[index] ?? zero }));
const beforeOf = (was: MonthIssuance): IssuedBefore => ({
  month: was.month,
  opening: was.opening,
  closing: was.closing,
  adjustmentMwh: was.adjustmentMwh,
  deferred: was.factors.map(step => ({ factor: step.factor, kwh: step.deferredKwh })),
});
const total = (values: readonly Decimal[]) => values.reduce((sum, value) => sum.plus(value), zero);
/** What an issuance is worth beside its carries: what is eligible, and the kWh that it deferred, by their factors. */
const worthMwh = (one: MonthIssuance) =>
  one.eligibleMwh.plus(total(one.factors.map(step => step.deferredKwh.div(1000).times(step.factor))));
const text = (value: unknown) => JSON.stringify(value);

test('a month anew conserves: opening + eligible + adjustments = minted + closing, and keeps both carries', () => {
  fc.assert(
    fc.property(issued, corrections, ({ systems: of, was }, [values]) => {
      const { issuance } = reissueMonth(beforeOf(was), corrected(of, values ?? []));
      expect(issuance.opening).toBe(was.opening);
      expect(issuance.closing).toBe(was.closing);
      expect(issuance.opening.gisCarryMwh.plus(issuance.eligibleMwh).plus(issuance.adjustmentMwh).toFixed()).toBe(
        issuance.closing.gisCarryMwh.plus(issuance.minted).toFixed(),
      );
      expect(issuance.minted).toBeGreaterThanOrEqual(0);
      expect(issuance.reportedMwh.minus(issuance.eligibleMwh).eq(issuance.retiredRemainderMwh)).toBe(true);
    }),
  );
});

test('of whole MWh no kWh is lost: opening + production = reported + closing + deferred; whole kWh defer none', () => {
  fc.assert(
    fc.property(issued, corrections, ({ systems: of, was }, [values]) => {
      for (const step of reissueMonth(beforeOf(was), corrected(of, values ?? [])).issuance.factors) {
        if (was.process === 'WHOLE_KWH')
          expect(step.deferredKwh.isZero() && step.closingPtsCarryKwh.isZero()).toBe(true);
        else {
          const inKwh = step.openingPtsCarryKwh.plus(step.productionKwh);
          const outKwh = step.reportedMwh.times(1000).plus(step.closingPtsCarryKwh).plus(step.deferredKwh);
          expect(inKwh.toFixed()).toBe(outKwh.toFixed());
          expect(step.deferredKwh.lt(1000)).toBe(true);
          if (step.deferredKwh.isNegative()) expect(step.reportedMwh.isZero()).toBe(true);
        }
      }
    }),
  );
});

test('a month anew from the production that it had is the month that it was, and defers nothing', () => {
  fc.assert(
    fc.property(issued, ({ systems: of, was }) => {
      const { issuance, deferredMwh } = reissueMonth(beforeOf(was), of);
      expect(deferredMwh.toFixed()).toBe('0');
      expect(text(issuance)).toBe(text(was));
    }),
  );
});

test('what certificates and deferred parts change by, in any number of corrections, is exactly what the energy changed by', () => {
  fc.assert(
    fc.property(issued, corrections, ({ systems: of, was }, list) => {
      let now = was;
      let deferred = zero;
      for (const values of list) {
        const again = reissueMonth(beforeOf(now), corrected(of, values));
        deferred = deferred.plus(again.deferredMwh);
        now = again.issuance;
      }
      expect(deferred.plus(now.minted - was.minted).toFixed()).toBe(worthMwh(now).minus(worthMwh(was)).toFixed());
    }),
  );
});

test('corrections in a row equal one: the certificates and what is deferred together are those of the last figures', () => {
  fc.assert(
    fc.property(issued, corrections, ({ systems: of, was }, list) => {
      let now = was;
      let deferred = zero;
      for (const values of list) {
        const again = reissueMonth(beforeOf(now), corrected(of, values));
        deferred = deferred.plus(again.deferredMwh);
        now = again.issuance;
      }
      const once = reissueMonth(beforeOf(was), corrected(of, list.at(-1) ?? []));
      expect(text(now.factors)).toBe(text(once.issuance.factors));
      expect(deferred.plus(now.minted).toFixed()).toBe(once.deferredMwh.plus(once.issuance.minted).toFixed());
    }),
  );
});

test('corrected to what it was, after any corrections: nothing is lost, and nothing is won', () => {
  fc.assert(
    fc.property(issued, corrections, ({ systems: of, was }, list) => {
      let now = was;
      let deferred = zero;
      for (const eligible of [...list.map(values => corrected(of, values)), of]) {
        const again = reissueMonth(beforeOf(now), eligible);
        deferred = deferred.plus(again.deferredMwh);
        now = again.issuance;
      }
      expect(deferred.plus(now.minted).toFixed()).toBe(String(was.minted));
    }),
  );
});

test('kWh that were deferred are deferred once: 1,000 and then 500 kWh less, at 0.9', () => {
  const month = parseMonth('2017-09');
  const opening = {
    ptsCarries: [{ factor: new Decimal('0.9'), kwh: new Decimal('650.25') }],
    gisCarryMwh: new Decimal('0.6'),
  };
  const of = (eligibleKwh: string) => [
    { systemId: 'shed', factor: new Decimal('0.9'), eligibleKwh: new Decimal(eligibleKwh) },
  ];
  const was = issueMonth(opening, month, of('2059.875'));
  expect([was.minted, was.closing.gisCarryMwh.toFixed()]).toEqual([2, '0.4']);
  const less = reissueMonth(beforeOf(was), of('1059.875'));
  expect([less.issuance.minted, less.deferredMwh.toFixed()]).toEqual([1, '0.1']);
  const lesser = reissueMonth(beforeOf(less.issuance), of('559.875'));
  expect([lesser.issuance.minted, lesser.deferredMwh.toFixed()]).toEqual([0, '0.55']);
  const same = reissueMonth(beforeOf(lesser.issuance), of('559.875'));
  expect([same.issuance.minted, same.deferredMwh.toFixed()]).toEqual([0, '0']);
});

test('a factor of which nothing is left still closes with the kWh that it closed with', () => {
  const month = parseMonth('2017-08');
  const of = [{ systemId: 'a', factor: new Decimal('0.8'), eligibleKwh: new Decimal('1500') }];
  const was = issueMonth(emptyCarry, month, of);
  const { issuance, deferredMwh } = reissueMonth(beforeOf(was), []);
  expect(issuance.factors.map(step => [step.closingPtsCarryKwh.toFixed(), step.deferredKwh.toFixed()])).toEqual([
    ['500', '-500'],
  ]);
  expect(deferredMwh.toFixed()).toBe('-1.2'); // 0.8 carried on in the GIS, 0.5 x 0.8 in the PTS
});

test('adjustments go into the first month; a debit is carried below zero, and no certificate is minted from it', () => {
  fc.assert(
    fc.property(fc.array(systems, { minLength: 1, maxLength: 5 }), adjustment, (list, adjustmentMwh) => {
      const start = parseMonth('2018-01');
      const months = issueMonths(
        emptyCarry,
        list.map((of, index) => ({ month: addMonths(start, index), systems: of })),
        adjustmentMwh,
      );
      expect(months.map(one => one.adjustmentMwh.toFixed())).toEqual(
        months.map((_, index) => (index ? '0' : adjustmentMwh.toFixed())),
      );
      for (const one of months) {
        const availableMwh = one.opening.gisCarryMwh.plus(one.eligibleMwh).plus(one.adjustmentMwh);
        expect(availableMwh.toFixed()).toBe(one.closing.gisCarryMwh.plus(one.minted).toFixed());
        if (availableMwh.lt(1))
          expect([one.minted, one.closing.gisCarryMwh.toFixed()]).toEqual([0, availableMwh.toFixed()]);
        else expect(one.closing.gisCarryMwh.gte(0) && one.closing.gisCarryMwh.lt(1)).toBe(true);
      }
      const all = total(months.map(one => one.eligibleMwh)).plus(adjustmentMwh);
      const minted = months.reduce((sum, one) => sum + one.minted, 0);
      expect(all.toFixed()).toBe((months.at(-1)?.closing.gisCarryMwh ?? zero).plus(minted).toFixed());
    }),
  );
});

describe('an adjustment of an earlier month', () => {
  const month = fc.constantFrom('2017-08', '2017-09', '2017-10', '2018-02').map(parseMonth);
  const factor = fc.constantFrom(...factors).map(text => new Decimal(text));

  test('in a row they add up to one, whatever lies between', () => {
    fc.assert(
      fc.property(month, factor, fc.array(kwh, { minLength: 2, maxLength: 6 }), (of, by, values) => {
        const steps = values
          .slice(1)
          .map((value, index) => priorPeriodAdjustment(of, by, values[index] ?? zero, value));
        const once = priorPeriodAdjustment(of, by, values[0] ?? zero, values.at(-1) ?? zero);
        for (const key of ['eligibleKwh', 'reportedMwh', 'eligibleMwh'] as const) {
          expect(total(steps.map(step => step[key])).toFixed()).toBe(once[key].toFixed());
        }
      }),
    );
  });

  test('from nothing it is what the month would have issued: to the kWh from 2017-10 on, exactly before', () => {
    fc.assert(
      fc.property(month, factor, kwh, (of, by, value) => {
        const { reportedMwh, eligibleMwh } = priorPeriodAdjustment(of, by, zero, value);
        expect(eligibleMwh.toFixed()).toBe(reportedMwh.times(by).toFixed());
        const whole = issueMonth(emptyCarry, of, [{ systemId: 'a', factor: by, eligibleKwh: value }]);
        const carriedKwh = total(whole.closing.ptsCarries.map(carry => carry.kwh));
        expect(reportedMwh.toFixed()).toBe(whole.reportedMwh.plus(carriedKwh.div(1000)).toFixed());
      }),
    );
  });

  test('of the same figure it is nothing', () => {
    const none = priorPeriodAdjustment(
      parseMonth('2018-01'),
      new Decimal('0.8'),
      new Decimal('10.4'),
      new Decimal('10.4'),
    );
    expect([none.eligibleKwh, none.reportedMwh, none.eligibleMwh].every(value => value.isZero())).toBe(true);
  });
});
