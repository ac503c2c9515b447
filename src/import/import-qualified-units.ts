import type { EntityManager } from '@mikro-orm/postgresql';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { operatorActor } from '../operator/operator.js';
import { rows, sql } from '../platform/sql.js';
import { listedAssets } from './import-asset.js';
import { importUnits } from './import-units.js';
import { type KnownUnit, matchRows, type RefusedRow, type UnitRow } from './match-rows.js';
import { oneImportAtATime } from './one-import-at-a-time.js';
import { differenceFromTotal, refuseOtherTotal, sumKw } from './published-total.js';
import { qualifiedUnitOf, unitKeyPrefix } from './qualified-unit.js';
import { type QualifiedUnitList, readList } from './read-list.js';
import { unitFlags } from './unit-flags.js';

/** Units in one transaction: enough to spare round trips, few enough that an interruption loses little. */
const unitsPerTransaction = 500;

export interface ImportRequest {
  /** The file as it was published. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly now: Date;
  /** Everything is checked and done, nothing is kept. */
  readonly dryRun: boolean;
  /** Import also when the rows are not what the list says above them. */
  readonly despiteTotal: boolean;
  /** Told what deserves a remark. */
  readonly remark: (sentence: string) => void;
  /** Told after each transaction how many of the new units are in. */
  readonly progress: (done: number, total: number) => void;
}

/** What became of a list. `refused` counts `refusals`; the capacity is that of all rows read, as the list's own total is. */
export interface ImportOutcome {
  readonly read: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Units imported now or before that carry a flag. */
  readonly flagged: number;
  readonly capacityKw: string;
  readonly refusals: readonly RefusedRow[];
}

/**
 * Imports DOER's list of qualified units: each row ends as a system with asset membership and qualification, or is refused with
 * line and reason. DOER's decisions are kept; what today's rules would not give is flagged.
 *
 * The whole file is read before anything is written, and refused (BAD_USER_INPUT) when it is not such a list or not what its
 * own total says. Then some hundred units are one transaction: an interrupted import goes on when it is repeated, and repeating
 * a finished one changes nothing. One import at a time; the next one waits.
 */
export async function importQualifiedUnits(em: EntityManager, request: ImportRequest): Promise<ImportOutcome> {
  const list = await readList(request.bytes);
  const { units, refusals } = understood(list);
  const capacityKw = sumKw(list.rows.map(each => each.cells.capacityKw));
  const difference = differenceFromTotal(list.total, { units: list.rows.length, capacityKw });
  if (list.total && !request.despiteTotal) {
    refuseOtherTotal(
      difference,
      refusals.map(each => each.line),
    );
  }
  if (difference !== null) request.remark(difference);
  const { imported, unchanged, changed } = await oneImportAtATime(em, request.dryRun, inLock =>
    write(inLock, list, units, request),
  );
  const allRefusals = [...refusals, ...changed].sort((a, b) => a.line - b.line);
  const refusedLines = new Set(changed.map(each => each.line));
  return {
    read: list.rows.length,
    imported,
    unchanged,
    refused: allRefusals.length,
    flagged: units.filter(each => !refusedLines.has(each.line) && unitFlags(each.unit).length > 0).length,
    capacityKw: decimalText(capacityKw),
    refusals: allRefusals,
  };
}

/** The rows as units; a row with a value that cannot be read is refused, and no other. */
function understood(list: QualifiedUnitList): { units: UnitRow[]; refusals: RefusedRow[] } {
  const units: UnitRow[] = [];
  const refusals: RefusedRow[] = [];
  for (const { line, cells } of list.rows) {
    try {
      units.push({ line, unit: qualifiedUnitOf(cells) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push({ line, reason: error.message });
    }
  }
  return { units, refusals };
}

async function write(
  em: EntityManager,
  list: QualifiedUnitList,
  units: readonly UnitRow[],
  { now, dryRun, progress }: ImportRequest,
) {
  const known = await rows<KnownUnit>(
    em,
    sql`select pts_id as "ptsId", source_key as "sourceKey", source_hash as "sourceHash" from system
        where starts_with(source_key, ${unitKeyPrefix})`,
  );
  const { fresh, unchanged, changed } = matchRows(units, known);
  const assets = listedAssets(units.map(each => each.unit));
  const record = {
    at: now,
    by: dryRun ? null : (await operatorActor(em, now)).accountId,
    reason: `DOER, list of qualified units${list.updated ? `, ${list.updated}` : ''}`,
  };
  for (let done = 0; done < fresh.length; done += unitsPerTransaction) {
    const batch = fresh.slice(done, done + unitsPerTransaction);
    if (dryRun) await importUnits(em, batch, assets, record);
    else await em.fork().transactional(tx => importUnits(tx, batch, assets, record));
    progress(Math.min(done + unitsPerTransaction, fresh.length), fresh.length);
  }
  return { imported: fresh.length, unchanged: unchanged.length, changed };
}
