import type { ReadingOutcome } from '../../src/metering/reading.type.js';
import { keptBatch, outcomesOfBatch, storedOutcome } from '../../src/submission/outcomes.js';

/* What became of the rows of a batch is told word for word, whether it was kept as texts or, by releases before, as objects. */

const stored = (index: number, key: string | null, flags: ReadingOutcome['flags'] = []): ReadingOutcome => ({
  ...{ index, key, status: 'ACCEPTED', readingId: String(7_000 + index), month: '2024-04' as ReadingOutcome['month'] },
  ...{ productionKwh: '412.6', estimated: flags.includes('ESTIMATED_GAP'), flags, code: null, message: null },
  expected: null,
});
const refused = (index: number, key: string | null): ReadingOutcome => ({
  ...{ index, key, status: 'REFUSED', readingId: null, month: null, productionKwh: null, estimated: null, flags: [] },
  ...{ code: 'METER_DECREASE', message: 'It fell, "much", 1,5 kWh.', expected: 'at least 5 kWh' },
});

const batches: Readonly<Record<string, readonly ReadingOutcome[]>> = {
  'rows without keys': [stored(10_000, null), stored(10_001, null, ['ZERO_PRODUCTION'])],
  'some rows with keys': [stored(10_000, 'a,"b'), stored(10_001, null), refused(10_002, 'c')],
  'a duplicate and an estimate': [
    { ...stored(10_000, null), status: 'DUPLICATE' },
    { ...stored(10_001, null, ['FAR_BELOW_EXPECTED', 'ESTIMATED_GAP']), status: 'SUPERSEDES' },
  ],
  'refused rows alone': [refused(10_000, null), refused(10_001, 'x')],
};

test.each(Object.entries(batches))('%s', (_, outcomes) => {
  const kept = JSON.parse(JSON.stringify(keptBatch(outcomes)));
  expect(outcomesOfBatch({ firstIndex: 10_000, outcomes: null, kept })).toEqual(outcomes);
  const objects = JSON.parse(JSON.stringify(outcomes.map(storedOutcome)));
  expect(outcomesOfBatch({ firstIndex: 10_000, outcomes: objects, kept: null })).toEqual(outcomes);
});
