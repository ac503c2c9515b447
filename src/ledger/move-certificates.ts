import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { countOfRange, formatSerialRange, mergeSerialRanges, type SerialRange } from '../domain/serial-range.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { rows, type Sql, sql } from '../platform/sql.js';
import type { CertificateState, LedgerEntryKind, LedgerUnitRow } from './certificate.entity.js';
import { closeUnits, lockStreams, unitOf } from './ledger-unit.js';
import { writeEntries } from './write-entries.js';

/** Certificates that go from one place to another, all of them or none. */
export interface Movement {
  readonly ranges: readonly SerialRange[];
  /** The state, or states, in which they may be found. */
  readonly fromState: CertificateState | readonly CertificateState[];
  /** The condition on the holding (`h`), its account (`account`) and batch (`b`) under which certificates may be moved. */
  readonly where: Sql;
  readonly kind: LedgerEntryKind;
  readonly toState: CertificateState;
  /** The account they go to; null: they stay in theirs (or leave use, when the kind retires them). */
  readonly toGisAccountId: string | null;
  /** From now on usable until this compliance year; left out: as before. */
  readonly usableUntil?: number;
  readonly unit: { readonly kind: LedgerUnitRow['kind']; readonly reason: string };
}

/** A holding that a range lies in, and the part of it that moves. */
export interface MovedPart {
  readonly batchId: string;
  readonly assetId: string;
  readonly program: Program;
  readonly vintageMonth: Month;
  readonly gisAccountId: string;
  readonly holdingFirst: number;
  readonly holdingLast: number;
  readonly state: CertificateState;
  readonly sinceEntryId: string;
  readonly usableUntil: number | null;
  readonly first: number;
  readonly last: number;
}

export interface Moved {
  readonly ranges: readonly SerialRange[];
  readonly quantity: number;
  /** Each part with the entry that moved it. */
  readonly parts: readonly (MovedPart & { readonly entryId: string })[];
}

/** Kinds after which certificates belong to nobody's use: their entry leads to no account. */
const retiring: ReadonlySet<LedgerEntryKind> = new Set([
  'RETIRE',
  'RETIRE_COMPLIANCE',
  'RETIRE_RESERVE',
  'RETIRE_RESIDUAL',
]);

/**
 * Moves certificates in the ledger: one entry for each part of a holding, on the chain of its asset, in this transaction.
 *
 * All or nothing: CERTIFICATES_NOT_HELD names the first range that is not whole where it should be; BAD_USER_INPUT without a range and
 * for ranges that overlap. The chains of the assets are locked first, in one order, so of two movements that want the same certificate
 * the second finds it gone. Of a holding that is cut, what stands before and after stays as it was.
 */
export async function moveCertificates(verb: Verb, movement: Movement): Promise<Moved> {
  const { em, context, now } = verb;
  const ranges = mergeSerialRanges(movement.ranges);
  if (ranges.length === 0) throw new Refusal('BAD_USER_INPUT', 'Name at least one range.', { field: 'ranges' });
  const assetIds = await assetsOf(em, ranges);
  const units = await lockStreams(em, assetIds);
  const parts = await heldParts(em, ranges, movement);
  refuseUncovered(ranges, parts);
  const entryIds = await writeEntries(
    em,
    parts.map(part => ({
      unit: unitOf(units, part.assetId),
      kind: movement.kind,
      program: part.program,
      vintageMonth: part.vintageMonth,
      batchId: part.batchId,
      firstSerial: part.first,
      lastSerial: part.last,
      fromGisAccountId: part.gisAccountId,
      ...(retiring.has(movement.kind) ? {} : { toGisAccountId: movement.toGisAccountId ?? part.gisAccountId }),
    })),
    now,
  );
  const moved = parts.map((part, index) => ({ ...part, entryId: entryIds[index] ?? '' }));
  await cutHoldings(em, moved, movement);
  await closeUnits(em, [...units.values()], { ...movement.unit, occurredAt: now, createdBy: context.actor.accountId });
  return { ranges, quantity: ranges.reduce((sum, range) => sum + countOfRange(range), 0), parts: moved };
}

async function assetsOf(em: EntityManager, ranges: readonly SerialRange[]): Promise<string[]> {
  const found = await rows<{ assetId: string }>(
    em,
    sql`select distinct asset_id as "assetId" from certificate_batch
        where id = any(${ranges.map(range => range.batchId)}::bigint[]) order by asset_id`,
  );
  return found.map(asset => asset.assetId);
}

/** The parts of holdings that the ranges cover and that may be moved, by batch and serial number. */
function heldParts(
  em: EntityManager,
  ranges: readonly SerialRange[],
  { fromState, where }: Movement,
): Promise<MovedPart[]> {
  return rows<MovedPart>(
    em,
    sql`select h.batch_id as "batchId", b.asset_id as "assetId", b.program, to_char(b.vintage_month, 'YYYY-MM') as "vintageMonth",
               h.gis_account_id as "gisAccountId", h.first_serial as "holdingFirst", h.last_serial as "holdingLast",
               h.state, h.since_entry_id as "sinceEntryId", h.usable_until as "usableUntil",
               greatest(h.first_serial, wanted.first) as first, least(h.last_serial, wanted.last) as last
        from unnest(${ranges.map(range => range.batchId)}::bigint[], ${ranges.map(range => range.first)}::int[],
                    ${ranges.map(range => range.last)}::int[]) as wanted (batch_id, first, last)
        join certificate_holding h on h.batch_id = wanted.batch_id
          and h.first_serial <= wanted.last and h.last_serial >= wanted.first and h.state = any(${[fromState].flat()}::text[])
        join gis_account account on account.id = h.gis_account_id
        join certificate_batch b on b.id = h.batch_id
        where ${where}
        order by h.batch_id, h.first_serial, wanted.first`,
  );
}

/** Every certificate of every range is in one of the parts, or CERTIFICATES_NOT_HELD. */
function refuseUncovered(ranges: readonly SerialRange[], parts: readonly MovedPart[]): void {
  const partsOf = Map.groupBy(parts, part => Number(part.batchId));
  for (const range of ranges) {
    const held = (partsOf.get(range.batchId) ?? [])
      .filter(part => part.first >= range.first && part.last <= range.last)
      .reduce((sum, part) => sum + part.last - part.first + 1, 0);
    if (held !== countOfRange(range)) {
      throw new Refusal(
        'CERTIFICATES_NOT_HELD',
        `${formatSerialRange(range)} is not whole where it should be: in an account of yours, free for this.`,
        { range: formatSerialRange(range), quantity: countOfRange(range), held },
      );
    }
  }
}

interface Holding {
  readonly part: MovedPart;
  readonly first: number;
  readonly last: number;
  readonly gisAccountId: string;
  readonly state: CertificateState;
  readonly entryId: string;
  readonly usableUntil: number | null;
}

/** Cuts the moved parts out of their holdings: what stands before and after a part stays as it was, nothing is lost. */
async function cutHoldings(em: EntityManager, moved: Moved['parts'], movement: Movement): Promise<void> {
  await rows(
    em,
    sql`delete from certificate_holding h
        using unnest(${moved.map(part => part.batchId)}::bigint[], ${moved.map(part => part.holdingFirst)}::int[])
          as cut (batch_id, first_serial)
        where h.batch_id = cut.batch_id and h.first_serial = cut.first_serial`,
  );
  const holdings = [...Map.groupBy(moved, part => `${part.batchId} ${part.holdingFirst}`).values()].flatMap(parts => {
    const kept: Holding[] = [];
    const stays = (part: MovedPart, first: number, last: number) => ({
      part,
      first,
      last,
      gisAccountId: part.gisAccountId,
      state: part.state,
      entryId: part.sinceEntryId,
      usableUntil: part.usableUntil,
    });
    let next = parts[0]?.holdingFirst ?? 0;
    for (const part of parts) {
      if (part.first > next) kept.push(stays(part, next, part.first - 1));
      kept.push({
        part,
        first: part.first,
        last: part.last,
        gisAccountId: movement.toGisAccountId ?? part.gisAccountId,
        state: movement.toState,
        entryId: part.entryId,
        usableUntil: movement.usableUntil ?? part.usableUntil,
      });
      next = part.last + 1;
    }
    const rest = parts.at(-1);
    if (rest && next <= rest.holdingLast) kept.push(stays(rest, next, rest.holdingLast));
    return kept;
  });
  await insertRows(em, 'certificate_holding', holdings, [
    ['batch_id', 'bigint', each => each.part.batchId],
    ['first_serial', 'int', each => each.first],
    ['last_serial', 'int', each => each.last],
    ['gis_account_id', 'bigint', each => each.gisAccountId],
    ['state', 'text', each => each.state],
    ['since_entry_id', 'bigint', each => each.entryId],
    ['usable_until', 'int', each => each.usableUntil],
  ]);
}
