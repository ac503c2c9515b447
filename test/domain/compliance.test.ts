import fc from 'fast-check';
import { auctionResult } from '../../src/domain/auction.js';
import { compliancePosition } from '../../src/domain/compliance-position.js';
import { Decimal } from '../../src/domain/decimal.js';
import { paysClassIRate } from '../../src/domain/load-cohort.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { proportionalShares } from '../../src/domain/proportional-shares.js';

const count = fc.integer({ min: 0, max: 100_000 });
const lots = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), count }), {
  selector: lot => lot.id,
  maxLength: 8,
});
const countOf = (items: readonly { readonly count: number }[]) => items.reduce((sum, item) => sum + item.count, 0);

test('proportional shares add up, and none is a whole certificate away from its exact share', () => {
  fc.assert(
    fc.property(count, lots, (shared, weights) => {
      const all = countOf(weights);
      fc.pre(all > 0);
      const shares = proportionalShares(shared, weights);
      expect(countOf(shares)).toBe(shared);
      for (const share of shares) {
        const weight = weights.find(lot => lot.id === share.id)?.count ?? 0;
        expect(new Decimal(shared).times(weight).div(all).minus(share.count).abs().lt(1)).toBe(true);
      }
    }),
  );
});

test('an auction sells or returns every certificate, and pays for each that it sells', () => {
  fc.assert(
    fc.property(lots, fc.array(lots, { maxLength: 4 }), (deposits, rounds) => {
      const result = auctionResult({ generationYear: 2018, deposits, rounds, priceDollars: new Decimal(257) });
      if (!result.held) return expect(countOf(deposits)).toBe(0);
      expect(result.sold + result.returned).toBe(countOf(deposits));
      expect(countOf(result.allocation)).toBe(result.sold);
      const paid = result.depositors.reduce((sum, one) => sum.plus(one.proceedsDollars), new Decimal(0));
      expect(paid.eq(result.totalProceedsDollars)).toBe(true);
      expect(result.depositors.every(one => one.sold >= 0 && one.returned >= 0)).toBe(true);
    }),
  );
});

test('a filing accounts for its obligation and for every certificate', () => {
  const banked = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2013, max: 2017 }), count }), {
    selector: item => item.year,
  });
  const useOrder = fc.constantFrom('NEW_FIRST' as const, 'BANKED_FIRST' as const);
  fc.assert(
    fc.property(count, count, banked, useOrder, fc.boolean(), (obligation, newCertificates, held, order, compliant) => {
      const position = compliancePosition({
        complianceYear: 2017,
        obligation,
        newCertificates,
        banked: held,
        acpRateDollars: new Decimal(448),
        useOrder: order,
        compliantInEarlierYears: compliant,
      });
      expect(position.newUsed + countOf(position.bankedUsed) + position.acpMwh).toBe(obligation);
      expect(position.newUsed + position.newlyBanked + position.surplusLost).toBe(newCertificates);
      const accounted = [...position.bankedUsed, ...position.bankedKept, ...position.bankedExpired];
      expect(countOf(accounted)).toBe(countOf(held));
      expect(position.newlyBanked * 10).toBeLessThanOrEqual(obligation);
    }),
  );
});

test.each([
  ['SREC_I', '2009-12-31', false, true],
  ['SREC_I', '2010-01-01', false, false],
  ['SREC_I', '2009-12-31', true, false],
  ['SREC_II', '2009-12-31', false, false],
] as const)(
  'of %s, load contracted on %s (Basic Service: %s) pays the Class I rate: %s',
  (program, day, basicService, pays) => {
    const load = { contractedOn: day as LocalDate, basicService, salesMwh: new Decimal(1) };
    expect(paysClassIRate(program, load, 2017)).toBe(pays);
  },
);
