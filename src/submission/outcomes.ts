import { keptOutcomes, unpackedOutcomes } from '../metering/kept-outcomes.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import type { KeptBatch, StoredOutcome, UploadBatchRow } from './upload.entity.js';

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

/** An outcome as it waits on disk: what is null is left out, which is most of it. */
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

/** What became of the rows of a batch, as it is kept: with their keys, which nobody brings again. */
export function keptBatch(outcomes: readonly ReadingOutcome[]): KeptBatch {
  const hasKeys = outcomes.some(({ key }) => key !== null);
  return { ...keptOutcomes(outcomes), keys: hasKeys ? outcomes.map(({ key }) => key) : null };
}

/** What is kept of a batch -> what became of its rows; releases before kept an object for each. */
export function outcomesOfBatch({
  firstIndex,
  outcomes,
  kept,
}: Pick<UploadBatchRow, 'firstIndex' | 'outcomes' | 'kept'>): readonly ReadingOutcome[] {
  if (!kept) return (outcomes ?? []).map(outcomeOf);
  return unpackedOutcomes(kept, at => kept.keys?.[at] ?? null, firstIndex);
}
