import fc from 'fast-check';
import type { Month } from '../../src/domain/month.js';
import { columnsOf, keptSubmission, outcomesOf } from '../../src/metering/kept-outcomes.js';
import type { ReadingOutcome } from '../../src/metering/reading.type.js';

/* What a call answered is kept in few texts, and comes back word for word. */

const month = '2024-04' as Month;
const stored: fc.Arbitrary<ReadingOutcome> = fc
  .record({
    key: fc.option(fc.string()),
    status: fc.constantFrom('ACCEPTED' as const, 'SUPERSEDES' as const, 'DUPLICATE' as const),
    readingId: fc.option(fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String)), // null in a dry run
    productionKwh: fc.nat().map(String),
    far: fc.constantFrom([], ['ZERO_PRODUCTION'], ['FAR_ABOVE_EXPECTED'], ['FAR_BELOW_EXPECTED']),
    estimated: fc.boolean(),
  })
  .map(({ far, ...row }) => ({
    ...{ index: 0, month, ...row, flags: row.estimated ? [...far, 'ESTIMATED_GAP'] : [...far] },
    ...{ code: null, message: null, expected: null },
  }));
const refused: fc.Arbitrary<ReadingOutcome> = fc
  .record({ key: fc.option(fc.string()), message: fc.string(), expected: fc.option(fc.string()) })
  .map(row => ({
    ...{ index: 0, status: 'REFUSED', readingId: null, month: null, productionKwh: null, estimated: null, flags: [] },
    ...{ code: 'METER_DECREASE', ...row },
  }));
const call = fc
  .array(fc.oneof(stored, refused), { minLength: 1, maxLength: 20 })
  .map(rows => rows.map((row, index) => ({ ...row, index })));

test('outcomes that were kept come back word for word', () => {
  fc.assert(
    fc.property(call, outcomes => {
      const counts = { accepted: 0, superseded: 0, duplicates: 0, refused: 0 };
      const kept = JSON.parse(JSON.stringify(keptSubmission({ ...counts, outcomes }))) as ReturnType<
        typeof keptSubmission
      >;
      expect(outcomesOf(kept, index => outcomes[index]?.key ?? null)).toEqual(outcomes);
      expect(columnsOf(kept)).toEqual({
        month: outcomes.some(({ status }) => status !== 'REFUSED') ? month : null,
        statuses: outcomes.map(({ status }) => status),
        readingIds: outcomes.map(({ readingId }) => readingId),
        productionsKwh: outcomes.map(({ productionKwh }) => productionKwh),
        flags: outcomes.map(({ flags }) => flags),
        refusals: outcomes.filter(({ status }) => status === 'REFUSED'),
      });
    }),
  );
});
