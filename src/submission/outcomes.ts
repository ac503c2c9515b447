import type { ReadingOutcome } from '../metering/reading.type.js';
import type { StoredOutcome } from './upload.entity.js';

const nothing = {
  key: null,
  readingId: null,
  month: null,
  productionKwh: null,
  estimated: null,
  code: null,
  message: null,
  expected: null,
};

/** An outcome as it is stored: what is null is left out, which is most of it. */
export function storedOutcome(outcome: ReadingOutcome): StoredOutcome {
  const given = Object.entries(outcome).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(given) as StoredOutcome;
}

/** The outcome that was stored. */
export function outcomeOf(stored: StoredOutcome): ReadingOutcome {
  return { ...nothing, flags: [], ...stored } as ReadingOutcome;
}
