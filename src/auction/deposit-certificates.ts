import { longestText, textOfLength } from '../boundary/text-length.js';
import { auctionDaysOf } from '../domain/auction-days.js';
import { Refusal } from '../domain/error.js';
import { formatSerialRange, type SerialRange } from '../domain/serial-range.js';
import { localDateOf } from '../domain/time-zone.js';
import { moveCertificates } from '../ledger/move-certificates.js';
import { rangesOf } from '../ledger/ranges-of.js';
import { lockTrading, refuseExpired } from '../ledger/tradable.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, sql } from '../platform/sql.js';
import type { AuctionRow } from './auction.entity.js';
import type { DepositCertificatesInput } from './auction.input.js';
import { lockAuction, requireState } from './find-auction.js';

/**
 * Deposits certificates that lie, active, in accounts of the actor's organisation: May 16 through June 15, Eastern time. Depositing is a
 * right of certificates of the auction's programme and generation year, generated inside the opt-in term of every system behind them,
 * that no auction minted anew before; CERTIFICATES_EXPIRED once their trading year is closed. A deposit is not taken back: the programme's pages know no withdrawal.
 */
export async function depositCertificates(verb: Verb, input: DepositCertificatesInput) {
  const { em, context, now } = verb;
  textOfLength(longestText, 'reason', input.reason);
  const ranges = rangesOf(input.ranges);
  await lockTrading(em);
  const auction = await lockAuction(em, input.auctionId, 'share');
  requireState(auction, ['DEPOSITING']);
  refuseOutsideWindow(auction, now);
  await refuseNotDepositable(verb, auction, ranges);
  const moved = await moveCertificates(verb, {
    ranges,
    fromState: 'ACTIVE',
    where: sql`account.organisation_id = ${context.actor.organisationId}
      and account.id not in (select bidder.gis_account_id from auction_bidder bidder where bidder.auction_id = ${auction.id})`,
    kind: 'DEPOSIT',
    toState: 'DEPOSITED',
    toGisAccountId: null,
    unit: { kind: 'AUCTION', reason: input.reason },
  });
  await refuseExpired(em, moved.parts, now);
  await insertRows(em, 'auction_deposit', moved.parts, [
    ['auction_id', 'bigint', () => auction.id],
    ['gis_account_id', 'bigint', part => part.gisAccountId],
    ['batch_id', 'bigint', part => part.batchId],
    ['first_serial', 'int', part => part.first],
    ['last_serial', 'int', part => part.last],
    ['entry_id', 'bigint', part => part.entryId],
    ['created_at', 'timestamptz', () => now],
    ['created_by', 'bigint', () => context.actor.accountId],
  ]);
  return { auctionId: auction.id, quantity: moved.quantity, ranges: moved.ranges.map(formatSerialRange) };
}

function refuseOutsideWindow({ generationYear }: AuctionRow, now: Date): void {
  const { depositFrom, depositUntil } = auctionDaysOf(generationYear);
  const today = localDateOf(now);
  if (depositFrom <= today && today <= depositUntil) return;
  throw new Refusal('NOT_OPEN', `Deposits are taken from ${depositFrom} through ${depositUntil}.`, {
    ...{ from: depositFrom, until: depositUntil, today },
  });
}

type Cause = 'PROGRAM' | 'GENERATION_YEAR' | 'AUCTIONED_BEFORE' | 'OUTSIDE_OPT_IN_TERM';

/** CERTIFICATES_NOT_DEPOSITABLE for the first range, of those in own accounts, that has no right to be deposited. */
async function refuseNotDepositable({ em, context }: Verb, auction: AuctionRow, ranges: readonly SerialRange[]) {
  const found = await maybeRow<{ batchId: string; first: number; last: number; cause: Cause }>(
    em,
    sql`select * from (
          select h.batch_id as "batchId", greatest(h.first_serial, wanted.first) as first, least(h.last_serial, wanted.last) as last,
            case
              when b.program <> ${auction.program} then 'PROGRAM'
              when extract(year from b.vintage_month) <> ${auction.generationYear}::int then 'GENERATION_YEAR'
              when h.usable_until is not null then 'AUCTIONED_BEFORE'
              when exists (
                select from issuance_system step where step.issuance_id = b.issuance_id and not exists (
                  select from statement_of_qualification q
                  where q.system_id = step.system_id and q.program = b.program
                    and q.effective_on < b.vintage_month + interval '1 month'
                    and q.last_eligible_quarter >= to_char(b.vintage_month, 'YYYY"-Q"Q'))) then 'OUTSIDE_OPT_IN_TERM'
            end as cause
          from unnest(${ranges.map(range => range.batchId)}::bigint[], ${ranges.map(range => range.first)}::int[],
                      ${ranges.map(range => range.last)}::int[]) as wanted (batch_id, first, last)
          join certificate_holding h on h.batch_id = wanted.batch_id
            and h.first_serial <= wanted.last and h.last_serial >= wanted.first and h.state = 'ACTIVE'
          join gis_account account on account.id = h.gis_account_id and account.organisation_id = ${context.actor.organisationId}
          join certificate_batch b on b.id = h.batch_id) own
        where cause is not null order by "batchId", first limit 1`,
  );
  if (!found) return;
  const range = formatSerialRange({ batchId: Number(found.batchId), first: found.first, last: found.last });
  throw new Refusal('CERTIFICATES_NOT_DEPOSITABLE', `${range} cannot be deposited: ${found.cause}.`, {
    range,
    cause: found.cause,
    program: auction.program,
    generationYear: auction.generationYear,
  });
}
