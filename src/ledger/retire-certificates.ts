import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import {
  countOfRange,
  formatSerialRange,
  mergeSerialRanges,
  parseSerialRange,
  type SerialRange,
} from '../domain/serial-range.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import type { RetireCertificatesInput } from './ledger.input.js';
import { closeUnits, lockStreams } from './ledger-unit.js';

/** A holding that a range to be retired lies in, and the part of it that is meant. */
interface RetiredPart {
  readonly batchId: string;
  readonly assetId: string;
  readonly program: Program;
  readonly vintageMonth: Month;
  readonly gisAccountId: string;
  readonly holdingFirst: number;
  readonly holdingLast: number;
  readonly sinceEntryId: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Retires certificates that lie, active, in accounts of the actor's organisation: they can never be used again.
 *
 * All or nothing: CERTIFICATES_NOT_HELD names the first range that is not whole there. The chains of the assets are locked
 * first, so two that want the same range come one after the other.
 */
export async function retireCertificates({ em, context, now }: Verb, input: RetireCertificatesInput) {
  const ranges = mergeSerialRanges(input.ranges.map(parseSerialRange));
  if (ranges.length === 0) throw new Refusal('BAD_USER_INPUT', 'Name at least one range.', { field: 'ranges' });
  const assetIds = await assetsOf(em, ranges);
  const sequences = await lockStreams(em, assetIds);
  const parts = await heldParts(em, context.actor, ranges);
  refuseUncovered(ranges, parts);
  const entryIds = await nextIds(em, 'ledger_entry_id_seq', parts.length);
  const positions = new Map<string, number>();
  const retired = parts.map((part, index) => {
    const position = (positions.get(part.assetId) ?? 0) + 1;
    positions.set(part.assetId, position);
    return { ...part, entryId: entryIds[index] ?? '', position };
  });
  await insertRows(em, 'ledger_entry', retired, [
    ['id', 'bigint', part => part.entryId],
    ['asset_id', 'bigint', part => part.assetId],
    ['unit_sequence', 'bigint', part => sequences.get(part.assetId)],
    ['position', 'int', part => part.position],
    ['kind', 'text', () => 'RETIRE'],
    ['program', 'text', part => part.program],
    ['vintage_month', 'date', part => monthToDate(part.vintageMonth)],
    ['batch_id', 'bigint', part => part.batchId],
    ['first_serial', 'int', part => part.first],
    ['last_serial', 'int', part => part.last],
    ['from_gis_account_id', 'bigint', part => part.gisAccountId],
    ['occurred_at', 'timestamptz', () => now.toISOString()],
  ]);
  await moveHoldings(em, retired);
  await closeUnits(em, assetIds, {
    kind: 'RETIRE',
    reason: input.reason,
    occurredAt: now,
    createdBy: context.actor.accountId,
  });
  return {
    quantity: ranges.reduce((sum, range) => sum + countOfRange(range), 0),
    ranges: ranges.map(formatSerialRange),
  };
}

async function assetsOf(em: EntityManager, ranges: readonly SerialRange[]): Promise<string[]> {
  const found = await rows<{ assetId: string }>(
    em,
    sql`select distinct asset_id as "assetId" from certificate_batch
        where id = any(${ranges.map(range => range.batchId)}::bigint[]) order by asset_id`,
  );
  return found.map(asset => asset.assetId);
}

/** The parts of active holdings of the actor's organisation that the ranges cover, by batch and serial number. */
function heldParts(em: EntityManager, actor: Actor, ranges: readonly SerialRange[]): Promise<RetiredPart[]> {
  return rows<RetiredPart>(
    em,
    sql`select h.batch_id as "batchId", b.asset_id as "assetId", b.program, to_char(b.vintage_month, 'YYYY-MM') as "vintageMonth",
               h.gis_account_id as "gisAccountId", h.first_serial as "holdingFirst", h.last_serial as "holdingLast",
               h.since_entry_id as "sinceEntryId",
               greatest(h.first_serial, wanted.first) as first, least(h.last_serial, wanted.last) as last
        from unnest(${ranges.map(range => range.batchId)}::bigint[], ${ranges.map(range => range.first)}::int[],
                    ${ranges.map(range => range.last)}::int[]) as wanted (batch_id, first, last)
        join certificate_holding h on h.batch_id = wanted.batch_id
          and h.first_serial <= wanted.last and h.last_serial >= wanted.first and h.state = 'ACTIVE'
        join gis_account account on account.id = h.gis_account_id and account.organisation_id = ${actor.organisationId}
        join certificate_batch b on b.id = h.batch_id
        order by h.batch_id, h.first_serial, wanted.first`,
  );
}

/** Every certificate of every range is in one of the parts, or CERTIFICATES_NOT_HELD. */
function refuseUncovered(ranges: readonly SerialRange[], parts: readonly RetiredPart[]): void {
  for (const range of ranges) {
    const covered = parts
      .filter(part => Number(part.batchId) === range.batchId && part.first >= range.first && part.last <= range.last)
      .reduce((sum, part) => sum + part.last - part.first + 1, 0);
    if (covered !== countOfRange(range)) {
      throw new Refusal(
        'CERTIFICATES_NOT_HELD',
        `${formatSerialRange(range)} is not whole and active in an account of yours.`,
        {
          range: formatSerialRange(range),
          quantity: countOfRange(range),
          held: covered,
        },
      );
    }
  }
}

/** Cuts the retired parts out of their holdings: what stands before and after a part stays as it was, nothing is lost. */
async function moveHoldings(
  em: EntityManager,
  retired: readonly (RetiredPart & { readonly entryId: string })[],
): Promise<void> {
  await rows(
    em,
    sql`delete from certificate_holding h
        using unnest(${retired.map(part => part.batchId)}::bigint[], ${retired.map(part => part.holdingFirst)}::int[])
          as cut (batch_id, first_serial)
        where h.batch_id = cut.batch_id and h.first_serial = cut.first_serial`,
  );
  const holdings = [...Map.groupBy(retired, part => `${part.batchId} ${part.holdingFirst}`).values()].flatMap(parts => {
    const kept: { part: RetiredPart; first: number; last: number; state: string; entryId: string }[] = [];
    let next = parts[0]?.holdingFirst ?? 0;
    for (const part of parts) {
      if (part.first > next)
        kept.push({ part, first: next, last: part.first - 1, state: 'ACTIVE', entryId: part.sinceEntryId });
      kept.push({ part, first: part.first, last: part.last, state: 'RETIRED', entryId: part.entryId });
      next = part.last + 1;
    }
    const rest = parts.at(-1);
    if (rest && next <= rest.holdingLast) {
      kept.push({ part: rest, first: next, last: rest.holdingLast, state: 'ACTIVE', entryId: rest.sinceEntryId });
    }
    return kept;
  });
  await insertRows(em, 'certificate_holding', holdings, [
    ['batch_id', 'bigint', each => each.part.batchId],
    ['first_serial', 'int', each => each.first],
    ['last_serial', 'int', each => each.last],
    ['gis_account_id', 'bigint', each => each.part.gisAccountId],
    ['state', 'text', each => each.state],
    ['since_entry_id', 'bigint', each => each.entryId],
  ]);
}
