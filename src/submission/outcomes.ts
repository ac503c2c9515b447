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
  const { index, key, status, readingId, month, productionKwh, estimated, flags, code, message, expected } = outcome;
  const stored: { -readonly [field in keyof StoredOutcome]: StoredOutcome[field] } = { index, status };
  if (key !== null) stored.key = key;
  if (readingId !== null) stored.readingId = readingId;
  if (month !== null) stored.month = month;
  if (productionKwh !== null) stored.productionKwh = productionKwh;
  if (estimated !== null) stored.estimated = estimated;
  if (flags.length > 0) stored.flags = flags;
  if (code !== null) stored.code = code;
  if (message !== null) stored.message = message;
  if (expected !== null) stored.expected = expected;
  return stored;
}

/** The outcome that was stored. */
export function outcomeOf(stored: StoredOutcome): ReadingOutcome {
  return { ...nothing, flags: [], ...stored } as ReadingOutcome;
}
