import { hash } from 'node:crypto';

/*
 * The canonical text of a unit, format 2, as `ledger_unit_lines_v2` and `ledger_unit_header_v2` in the migrations read it back: what the
 * writers hand to the database they say here in the same words. The law `hashes-are-true` holds the two together.
 */

/** The number of the format. */
export const unitFormat = 2;

/** The next unit of a locked chain, with the lines that were written to it. */
export interface OpenUnit {
  readonly assetId: string;
  readonly sequence: string;
  readonly previousHash: string;
  readonly lines: string[];
}

/** What a unit is about. */
export interface UnitHead {
  readonly kind: string;
  readonly reason: string;
  readonly occurredAt: Date;
  readonly createdBy: string;
}

/** Hash of a unit, in hex. */
export function hashOfUnit({ assetId, sequence, previousHash, lines }: OpenUnit, head: UnitHead): string {
  const reason = JSON.stringify(head.reason.toWellFormed()); // as the driver sends it
  const instant = head.occurredAt.toISOString().replace('Z', '000Z');
  const header = `pts-ledger-unit|${unitFormat}|${assetId}|${sequence}|${previousHash}|${head.kind}|${reason}|${instant}|${head.createdBy}`;
  return hash('sha256', `${header}\n${lines.sort().join('\n')}`, 'hex'); // lines are ASCII: sorted by bytes
}

type Text = string | null | undefined;

/** What is absent is a dash. */
function lineOf(...parts: (Text | number)[]): string {
  return parts.map(part => part ?? '-').join('|');
}

/** Where the lines of an issuance belong. */
export function placeOf(program: string, month: string, revision: number): string {
  return `${program}|${month}|${revision}`;
}

export interface IssuanceText {
  readonly process: string;
  readonly gisAccountId: string;
  readonly openingPtsCarryKwh: string;
  readonly openingGisCarryMwh: string;
  readonly productionKwh: string;
  readonly reportedMwh: string;
  readonly eligibleMwh: string;
  readonly adjustmentMwh: string;
  readonly minted: number;
  readonly retiredRemainderMwh: string;
  readonly closingPtsCarryKwh: string;
  readonly closingGisCarryMwh: string;
}

export function issuanceLine(place: string, i: IssuanceText): string {
  return lineOf(
    'issuance',
    place,
    i.process,
    i.gisAccountId,
    i.openingPtsCarryKwh,
    i.openingGisCarryMwh,
    i.productionKwh,
    i.reportedMwh,
    i.eligibleMwh,
    i.adjustmentMwh,
    i.minted,
    i.retiredRemainderMwh,
    i.closingPtsCarryKwh,
    i.closingGisCarryMwh,
  );
}

export interface FactorText {
  readonly factor: string;
  readonly openingPtsCarryKwh: string;
  readonly productionKwh: string;
  readonly reportedMwh: string;
  readonly eligibleMwh: string;
  readonly closingPtsCarryKwh: string;
  readonly deferredKwh: string;
}

export function factorLine(place: string, f: FactorText): string {
  return lineOf(
    'factor',
    place,
    f.factor,
    f.openingPtsCarryKwh,
    f.productionKwh,
    f.reportedMwh,
    f.eligibleMwh,
    f.closingPtsCarryKwh,
    f.deferredKwh,
  );
}

export interface SystemText {
  readonly systemId: string;
  readonly factor: string;
  readonly eligibleKwh: string;
  readonly carriedInKwh: string;
  readonly reportedMwh: Text;
  readonly eligibleMwh: Text;
}

export function systemLine(place: string, s: SystemText): string {
  return lineOf('system', place, s.systemId, s.factor, s.eligibleKwh, s.carriedInKwh, s.reportedMwh, s.eligibleMwh);
}

export interface UseText {
  readonly systemId: string;
  readonly readingMonth: string;
  readonly readingId: string;
  readonly productionKwh: string;
  readonly eligibleKwh: string;
}

export function useLine(place: string, u: UseText): string {
  return lineOf('use', place, u.systemId, u.readingMonth, u.readingId, u.productionKwh, u.eligibleKwh);
}

export function appliedLine(place: string, adjustmentId: string): string {
  return lineOf('applied', place, adjustmentId);
}

export interface AdjustmentText {
  readonly id: string;
  readonly kind: string;
  readonly correctionId: string;
  readonly program: string;
  readonly month: string;
  readonly systemId: string;
  readonly factor: string;
  readonly productionKwh: string;
  readonly eligibleKwh: string;
  readonly reportedMwh: string;
  readonly eligibleMwh: string;
}

export function adjustmentLine(a: AdjustmentText): string {
  return lineOf(
    'adjustment',
    a.id,
    a.kind,
    a.correctionId,
    a.program,
    a.month,
    a.systemId,
    a.factor,
    a.productionKwh,
    a.eligibleKwh,
    a.reportedMwh,
    a.eligibleMwh,
  );
}

export function adjustmentUseLine(adjustmentId: string, u: UseText & { readonly sign: 1 | -1 }): string {
  return lineOf(
    'adjustment-use',
    adjustmentId,
    u.sign,
    u.systemId,
    u.readingMonth,
    u.readingId,
    u.productionKwh,
    u.eligibleKwh,
  );
}

export interface EntryText {
  readonly position: number;
  readonly kind: string;
  readonly program: string;
  readonly vintageMonth: string;
  readonly batchId?: Text;
  readonly firstSerial?: number | undefined;
  readonly lastSerial?: number | undefined;
  readonly remainderMwh?: Text;
  readonly fromGisAccountId?: Text;
  readonly toGisAccountId?: Text;
  readonly adjustmentId?: Text;
  readonly adjustedMwh?: Text;
}

export function entryLine(e: EntryText): string {
  return lineOf(
    'entry',
    e.position,
    e.kind,
    e.program,
    e.vintageMonth,
    e.batchId,
    e.firstSerial,
    e.lastSerial,
    e.remainderMwh,
    e.fromGisAccountId,
    e.toGisAccountId,
    e.adjustmentId,
    e.adjustedMwh,
  );
}
