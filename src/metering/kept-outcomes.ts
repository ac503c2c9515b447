import type { Month } from '../domain/month.js';
import type { PlausibilityFlag } from '../domain/plausibility.js';
import { eachOnce } from '../platform/each-once.js';
import type { ReadingOutcome } from './reading.type.js';
import type { RowCounts } from './report-rows.js';

/**
 * What became of the rows of a call, as it is kept with the call's key: a few texts, where an object for each row took ten times the room
 * and most of the time to write. What a row says is put together again from them, word for word.
 */
export interface KeptOutcomes {
  /** The month of every row that was not refused; null when all were. */
  readonly month: Month | null;
  /** A letter of `statusOfLetter` for each row. */
  readonly statuses: string;
  /** Of each row, with commas between; nothing where there is none. */
  readonly readingIds: string;
  readonly productionsKwh: string;
  /** The same, in letters of `flagOfLetter`. */
  readonly flags: string;
  /** In full, in their order: the rows that were refused. */
  readonly refusals: readonly ReadingOutcome[];
}

const statusOfLetter = { A: 'ACCEPTED', S: 'SUPERSEDES', D: 'DUPLICATE', R: 'REFUSED' } as const;
const letterOfStatus = { ACCEPTED: 'A', SUPERSEDES: 'S', DUPLICATE: 'D', REFUSED: 'R' } as const;
const flagOfLetter: Readonly<Record<string, PlausibilityFlag>> = {
  Z: 'ZERO_PRODUCTION',
  A: 'FAR_ABOVE_EXPECTED',
  B: 'FAR_BELOW_EXPECTED',
  G: 'ESTIMATED_GAP',
};
const letterOfFlag = new Map<string, string>(Object.entries(flagOfLetter).map(([letter, flag]) => [flag, letter]));

/** A submission -> as it is kept. */
export function keptSubmission({ outcomes, ...counts }: RowCounts & { readonly outcomes: readonly ReadingOutcome[] }) {
  return { ...counts, kept: keptOutcomes(outcomes) };
}

/** What is kept under the key of a submission; releases before kept the outcomes themselves. */
type Kept = { readonly kept: KeptOutcomes; readonly outcomes?: readonly ReadingOutcome[] };

/** Outcomes -> as they are kept. */
export function keptOutcomes(outcomes: readonly ReadingOutcome[]): KeptOutcomes {
  return {
    month: outcomes.find(outcome => outcome.month !== null)?.month ?? null,
    statuses: outcomes.map(({ status }) => letterOfStatus[status]).join(''),
    readingIds: outcomes.map(({ readingId }) => readingId).join(','),
    productionsKwh: outcomes.map(({ productionKwh }) => productionKwh).join(','),
    flags: outcomes.map(({ flags }) => lettersOf(flags)).join(','),
    refusals: outcomes.filter(({ status }) => status === 'REFUSED'),
  };
}

function lettersOf(flags: readonly string[]): string {
  return flags.length === 0 ? '' : flags.map(flag => letterOfFlag.get(flag)).join('');
}

/** What is kept -> the outcomes; `keys` are those of the rows, which came with the call and come with each repeat. */
export function outcomesOf({ kept, outcomes }: Kept, keys: (at: number) => string | null): readonly ReadingOutcome[] {
  return outcomes ?? unpackedOutcomes(kept, keys, 0);
}

/** What is kept -> the outcomes of rows that begin at an index of their call; `keys` are those of the rows. */
export function unpackedOutcomes(
  kept: KeptOutcomes,
  keys: (at: number) => string | null,
  firstIndex: number,
): ReadingOutcome[] {
  const { month } = kept;
  const { statuses, readingIds, productionsKwh, flags } = columnsOf({ kept });
  const refusals = new Map(kept.refusals.map(outcome => [outcome.index, outcome]));
  return statuses.map(
    (status, at): ReadingOutcome =>
      refusals.get(firstIndex + at) ?? {
        index: firstIndex + at,
        key: keys(at),
        status,
        readingId: readingIds[at] ?? null,
        month,
        productionKwh: productionsKwh[at] ?? null,
        estimated: (flags[at] ?? noFlags).includes('ESTIMATED_GAP'),
        flags: flags[at] ?? noFlags,
        code: null,
        message: null,
        expected: null,
      },
  );
}

/** What is kept -> its columns, a value for each row. */
export function columnsOf({ kept }: Pick<Kept, 'kept'>) {
  const { month, statuses, readingIds, productionsKwh, flags, refusals } = kept;
  return {
    month,
    statuses: Array.from(statuses, letter => statusOfLetter[letter as keyof typeof statusOfLetter]),
    readingIds: textsOf(readingIds),
    productionsKwh: textsOf(productionsKwh),
    flags: flags.split(',').map(eachOnce(flagsOf)),
    refusals,
  };
}

function textsOf(joined: string): (string | null)[] {
  return joined.split(',').map(text => (text === '' ? null : text));
}

const noFlags: PlausibilityFlag[] = [];

function flagsOf(letters: string): PlausibilityFlag[] {
  if (letters === '') return noFlags;
  return Array.from(letters, letter => flagOfLetter[letter]).filter(flag => flag !== undefined);
}
