import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Decimal } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { OpenUnit } from './unit-lines.js';
import { type EntryToWrite, writeEntries } from './write-entries.js';

/** An issued month whose certificates come into being. */
export interface Mintable {
  readonly id: string;
  readonly unit: OpenUnit;
  readonly program: Program;
  readonly month: Month;
  readonly gisAccountId: string;
  readonly minted: number;
  /** What the factors leave out. */
  readonly retiredRemainderMwh: Decimal;
}

/** Whether minting a month leaves anything in the ledger. */
export function leavesSomething({
  minted,
  retiredRemainderMwh,
}: Pick<Mintable, 'minted' | 'retiredRemainderMwh'>): boolean {
  return minted > 0 || !retiredRemainderMwh.isZero();
}

/** Takes the numbers of the batches that months need, in their order: what `mint` is given. */
export function takeBatchIds(em: EntityManager, months: readonly Pick<Mintable, 'minted'>[]): Promise<string[]> {
  return nextIds(em, 'certificate_batch_id', months.filter(each => each.minted > 0).length);
}

/**
 * Brings the certificates of issued months into being: batches, an entry for each and for each non-eligible remainder, holdings; other
 * entries of the same units come before them. A fixed number of statements, however many months.
 */
export async function mint(
  em: EntityManager,
  months: readonly Mintable[],
  batchIds: readonly string[],
  occurredAt: Date,
  before: readonly EntryToWrite[] = [],
): Promise<string[]> {
  const minting = months.filter(each => each.minted > 0);
  const batchOf = new Map(minting.map((month, index) => [month.id, batchIds[index] ?? '']));
  await insertRows(em, 'certificate_batch', minting, [
    ['id', 'bigint', each => batchOf.get(each.id)],
    ['issuance_id', 'bigint', each => each.id],
    ['asset_id', 'bigint', each => each.unit.assetId],
    ['program', 'text', each => each.program],
    ['vintage_month', 'date', each => monthToDate(each.month)],
    ['quantity', 'int', each => each.minted],
  ]);
  const minted = months.flatMap(month => entriesOf(month, batchOf.get(month.id)));
  const ids = await writeEntries(em, [...before, ...minted.map(each => each.entry)], occurredAt);
  const holdings = minted.flatMap(({ month, entry }, index) =>
    entry.kind === 'MINT' ? [{ month, batchId: entry.batchId, entryId: ids[before.length + index] }] : [],
  );
  await insertRows(em, 'certificate_holding', holdings, [
    ['batch_id', 'bigint', each => each.batchId],
    ['first_serial', 'int', () => 1],
    ['last_serial', 'int', each => each.month.minted],
    ['gis_account_id', 'bigint', each => each.month.gisAccountId],
    ['state', 'text', () => 'ACTIVE'],
    ['since_entry_id', 'bigint', each => each.entryId],
  ]);
  return ids.slice(0, before.length);
}

function entriesOf(month: Mintable, batchId: string | undefined): { month: Mintable; entry: EntryToWrite }[] {
  const of = {
    unit: month.unit,
    program: month.program,
    vintageMonth: month.month,
    issuanceId: month.id,
  };
  const entries: EntryToWrite[] = [];
  if (batchId !== undefined) {
    entries.push({
      ...of,
      kind: 'MINT',
      batchId,
      firstSerial: 1,
      lastSerial: month.minted,
      toGisAccountId: month.gisAccountId,
    });
  }
  if (!month.retiredRemainderMwh.isZero()) {
    entries.push({ ...of, kind: 'RETIRE_REMAINDER', remainderMwh: month.retiredRemainderMwh });
  }
  return entries.map(entry => ({ month, entry }));
}
