import { type QualifiedUnit, unitHashOf, unitKeyOf } from './qualified-unit.js';
import type { ListRow } from './read-list.js';

/** A row that was understood. */
export interface UnitRow {
  readonly line: number;
  readonly unit: QualifiedUnit;
}

/** A row that was not imported, and why. */
export interface RefusedRow {
  readonly line: ListRow['line'];
  readonly reason: string;
}

/** A system that an earlier import made. */
export interface KnownUnit {
  readonly ptsId: string;
  readonly sourceKey: string;
  readonly sourceHash: Buffer;
}

/** A unit to be imported, with what it will be known by. */
export interface NewUnit extends UnitRow {
  readonly sourceKey: string;
  readonly sourceHash: Buffer;
}

export interface MatchedRows {
  readonly fresh: readonly NewUnit[];
  readonly unchanged: readonly UnitRow[];
  readonly changed: readonly RefusedRow[];
}

/**
 * Which rows are new, which were imported before, and which say something else than then.
 *
 * Rows of one key (`unitKeyOf`) are told apart by their facts, so their order in the file does not matter: first each takes the
 * system that was made from the same facts, then those left over meet the systems left over, which is a change, and what still
 * is left is new. The key of a system is the row's key and a counter.
 */
export function matchRows(rows: readonly UnitRow[], known: readonly KnownUnit[]): MatchedRows {
  const fresh: NewUnit[] = [];
  const unchanged: UnitRow[] = [];
  const changed: RefusedRow[] = [];
  const knownByKey = Map.groupBy(known, each => each.sourceKey.slice(0, each.sourceKey.lastIndexOf('/')));
  for (const [key, ofKey] of Map.groupBy(rows, row => unitKeyOf(row.unit))) {
    const made = [...(knownByKey.get(key) ?? [])];
    let counter = made.length;
    const others = ofKey.filter(row => {
      const hash = unitHashOf(row.unit);
      const same = made.findIndex(each => each.sourceHash.equals(hash));
      if (same >= 0) made.splice(same, 1);
      if (same >= 0) unchanged.push(row);
      return same < 0;
    });
    for (const row of others) {
      const before = made.shift();
      if (before) {
        changed.push({ line: row.line, reason: changedSentence(before.ptsId) });
      } else {
        counter += 1;
        fresh.push({ ...row, sourceKey: `${key}/${counter}`, sourceHash: unitHashOf(row.unit) });
      }
    }
  }
  return { fresh: fresh.sort((a, b) => a.line - b.line), unchanged, changed };
}

function changedSentence(ptsId: string): string {
  return (
    `The list says something else of this unit than when ${ptsId} was imported from it. ` +
    'A statement of qualification is never edited: staff decides on a change of facts.'
  );
}
