import { type Decimal, zero } from '../domain/decimal.js';
import { eligibleKwhInTerm, type Term } from '../domain/eligible-production.js';
import type { Month } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { type CountedUse, countedUses, type InForceUse, termOf, usesInForce } from './counted-production.js';
import type { ChangedUses } from './roll-back.js';

/** A month that counts other production than is in force. */
export interface ChangedMonth extends ChangedUses {
  readonly month: Month;
  readonly place: CountedUse;
  readonly productionKwh: Decimal;
  readonly countedKwh: Decimal;
  readonly correctedKwh: Decimal;
}

/** The months of a meter that count a reading which is no longer in force, with what takes its place. */
export async function changedMonths(
  { em }: Verb,
  systemId: string,
  meterId: string,
  months: readonly Month[],
): Promise<ChangedMonth[]> {
  const counted = await countedUses(em, systemId, months);
  const inForce = await usesInForce(em, systemId, months);
  const changes: ChangedMonth[] = [];
  for (const month of new Set(months)) {
    const ofMonth = counted.filter(use => use.month === month);
    const inForceOfMonth = inForce.filter(use => use.month === month);
    const removed = ofMonth.filter(use => use.meterId === meterId && !inForceOfMonth.some(other => isSame(use, other)));
    const [place] = removed;
    if (!place) continue;
    const kept = ofMonth.filter(use => !removed.includes(use));
    const added = inForceOfMonth.filter(use => use.meterId === meterId && !ofMonth.some(other => isSame(use, other)));
    const term = await termOf(em, systemId, place.program, month);
    changes.push(changeOf(month, place, { kept, removed, added }, term));
  }
  return changes;
}

function changeOf(
  month: Month,
  place: CountedUse,
  uses: {
    readonly kept: readonly CountedUse[];
    readonly removed: readonly CountedUse[];
    readonly added: readonly InForceUse[];
  },
  term: Term,
): ChangedMonth {
  const correctedProduction = sumOf([...uses.kept, ...uses.added], use => use.productionKwh);
  const correctedKwh = eligibleKwhInTerm(month, correctedProduction, term);
  // what the others keep is theirs; the first of the new ones takes what is left, so that the parts add up to the whole
  let leftKwh = correctedKwh.minus(sumOf(uses.kept, use => use.eligibleKwh));
  const added = uses.added.map(use => {
    const eligible = leftKwh;
    leftKwh = zero;
    return { ...use, eligibleKwh: eligible };
  });
  const counted = [...uses.kept, ...uses.removed];
  return {
    month,
    place,
    removed: uses.removed,
    added,
    productionKwh: correctedProduction.minus(sumOf(counted, use => use.productionKwh)),
    countedKwh: sumOf(counted, use => use.eligibleKwh),
    correctedKwh,
  };
}

function isSame(a: Pick<CountedUse, 'readingMonth' | 'readingId'>, b: Pick<CountedUse, 'readingMonth' | 'readingId'>) {
  return a.readingMonth === b.readingMonth && a.readingId === b.readingId;
}

function sumOf<T>(values: readonly T[], of: (value: T) => Decimal): Decimal {
  return values.reduce((sum, value) => sum.plus(of(value)), zero);
}
