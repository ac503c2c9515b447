import { LockMode } from '@mikro-orm/core';
import { monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import type { SerialRange } from '../domain/serial-range.js';
import { countOf, fillMonth, type StandingOrder } from '../domain/standing-fill.js';
import { lockStreams } from '../ledger/ledger-unit.js';
import { moveCertificates } from '../ledger/move-certificates.js';
import { lockTrading, refuseExpired } from '../ledger/tradable.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { empty, row, rows, type Sql, sql } from '../platform/sql.js';
import { StandingTransferEntity, type StandingTransferRow } from './market.entity.js';
import { storeTransferRanges } from './store-transfer-ranges.js';

/** Certificates of an asset and month that a standing transfer may take from. */
interface Supply {
  readonly assetId: string;
  readonly month: Month;
  readonly minted: number;
  readonly free: SerialRange[];
}

interface Filled {
  readonly month: Month;
  readonly asked: number;
  readonly taken: readonly SerialRange[];
  readonly failure: string | null;
}

/**
 * Executes a standing transfer for the months of a quarter, once: what it takes is recorded as a transfer that is accepted already, what
 * it cannot take as a failure with its reason. Withdrawn meanwhile, or executed before, it does nothing.
 */
export async function executeStandingTransfer(verb: Verb, id: string, quarter: Quarter, reason: string): Promise<void> {
  const { em } = verb;
  await lockTrading(em);
  const standing = await em.findOneOrFail(StandingTransferEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (standing.state !== 'APPROVED') return;
  const months = await dueMonths(verb, standing, quarter);
  if (months.length > 0) {
    const filled = await fill(verb, standing, months);
    const transferId = await move(verb, standing, filled, reason);
    await record(verb, standing, filled, transferId);
  }
  if (standing.endMonth <= (monthsOf(quarter)[2] ?? '')) standing.state = 'ENDED';
  await em.flush();
}

/** The months of a quarter in its range that were not executed yet. */
async function dueMonths({ em }: Verb, standing: StandingTransferRow, quarter: Quarter): Promise<Month[]> {
  const done = await rows<{ month: Month }>(
    em,
    sql`select to_char(month, 'YYYY-MM') as month from standing_transfer_execution
        where standing_transfer_id = ${standing.id}`,
  );
  const executed = new Set(done.map(({ month }) => month));
  return monthsOf(quarter).filter(
    month => month >= standing.beginMonth && month <= standing.endMonth && !executed.has(month),
  );
}

/** What is taken of each month. The chains of the assets are locked first, so that what is free stays so. */
async function fill(verb: Verb, standing: StandingTransferRow, months: readonly Month[]): Promise<Filled[]> {
  const { em } = verb;
  const ofMonths = batchesOf(standing, months);
  const assets = await rows<{ assetId: string }>(
    em,
    sql`select distinct b.asset_id as "assetId" from certificate_batch b
        join certificate_holding h on h.batch_id = b.id
        where h.gis_account_id = ${standing.fromGisAccountId} and ${ofMonths} order by b.asset_id`,
  );
  await lockStreams(
    em,
    assets.map(asset => asset.assetId),
  );
  const supplies = await suppliesOf(verb, standing, ofMonths);
  const order = orderOf(standing);
  return months.map(month => {
    const ofMonth = supplies.filter(supply => supply.month === month);
    const { asked, taken } = fillMonth(order, ofMonth);
    const moved = countOf(taken);
    const free = countOf(ofMonth.flatMap(supply => supply.free));
    const failed = moved === 0 && asked > 0;
    return { month, asked, taken, failure: failed ? `${asked} asked for, ${free} free, fill ${standing.fill}` : null };
  });
}

function batchesOf(standing: StandingTransferRow, months: readonly Month[]): Sql {
  return sql`b.program = ${standing.program} and b.vintage_month = any(${months.map(monthToDate)}::date[])
    ${standing.assetId ? sql`and b.asset_id = ${standing.assetId}` : empty}`;
}

/** What was minted into the giving account, and what lies free there now, by asset and month. */
async function suppliesOf({ em }: Verb, standing: StandingTransferRow, ofMonths: Sql): Promise<Supply[]> {
  const account = standing.fromGisAccountId;
  const minted = await rows<{ assetId: string; month: Month; minted: number }>(
    em,
    sql`select b.asset_id as "assetId", to_char(b.vintage_month, 'YYYY-MM') as month, sum(b.quantity)::int as minted
        from certificate_batch b join issuance i on i.id = b.issuance_id
        where i.gis_account_id = ${account} and ${ofMonths}
          and not exists (select from certificate_holding h where h.batch_id = b.id and h.state = 'ROLLED_BACK')
        group by b.asset_id, b.vintage_month`,
  );
  const free = await rows<{ assetId: string; month: Month; batchId: string; first: number; last: number }>(
    em,
    sql`select b.asset_id as "assetId", to_char(b.vintage_month, 'YYYY-MM') as month, b.id as "batchId",
               h.first_serial as first, h.last_serial as last
        from certificate_holding h join certificate_batch b on b.id = h.batch_id
        where h.gis_account_id = ${account} and h.state = 'ACTIVE' and h.usable_until is null and ${ofMonths}`,
  );
  const supplies = new Map<string, Supply>();
  const supplyOf = ({ assetId, month }: Pick<Supply, 'assetId' | 'month'>, ofMinted = 0) => {
    const key = `${assetId} ${month}`;
    const known = supplies.get(key) ?? { assetId, month, minted: ofMinted, free: [] };
    supplies.set(key, known);
    return known;
  };
  for (const each of minted) supplyOf(each, each.minted);
  for (const { batchId, first, last, ...of } of free) supplyOf(of).free.push({ batchId: Number(batchId), first, last });
  return [...supplies.values()];
}

function orderOf({ method, sharePercent, monthlyQuantity, fill }: StandingTransferRow): StandingOrder {
  return method === 'PERCENT'
    ? { method, fill, sharePercent: new Decimal(sharePercent ?? 0) }
    : { method, fill, monthlyQuantity: monthlyQuantity ?? 0 };
}

/** Moves what was taken, as one transfer that is accepted; null when nothing was. */
async function move(
  verb: Verb,
  standing: StandingTransferRow,
  filled: readonly Filled[],
  reason: string,
): Promise<string | null> {
  const { em, context, now } = verb;
  const ranges = filled.flatMap(each => each.taken);
  if (ranges.length === 0) return null;
  const moved = await moveCertificates(verb, {
    ranges,
    fromState: 'ACTIVE',
    where: sql`account.id = ${standing.fromGisAccountId}::bigint`,
    kind: 'TRANSFER',
    toState: 'ACTIVE',
    toGisAccountId: standing.toGisAccountId,
    unit: { kind: 'TRADE', reason },
  });
  await refuseExpired(em, moved.parts, now);
  const { id } = await row<{ id: string }>(
    em,
    sql`insert into transfer (from_gis_account_id, to_gis_account_id, state, quantity, price_dollars, standing_transfer_id,
          proposed_by_organisation_id, decided_at, decided_by, created_at, created_by)
        select ${standing.fromGisAccountId}, ${standing.toGisAccountId}, 'ACCEPTED', ${moved.quantity}, ${standing.priceDollars ?? null},
               ${standing.id}, account.organisation_id, ${now}, ${context.actor.accountId}, ${now}, ${context.actor.accountId}
        from gis_account account where account.id = ${standing.fromGisAccountId}
        returning id`,
  );
  await storeTransferRanges(em, [{ id, ranges: moved.ranges }]);
  return id;
}

async function record(
  { em, now }: Verb,
  standing: StandingTransferRow,
  filled: readonly Filled[],
  transferId: string | null,
): Promise<void> {
  await insertRows(em, 'standing_transfer_execution', filled, [
    ['standing_transfer_id', 'bigint', () => standing.id],
    ['month', 'date', each => monthToDate(each.month)],
    ['asked', 'int', each => each.asked],
    ['moved', 'int', each => countOf(each.taken)],
    ['failure', 'text', each => each.failure],
    ['transfer_id', 'bigint', each => (each.taken.length > 0 ? transferId : null)],
    ['occurred_at', 'timestamptz', () => now.toISOString()],
  ]);
}
