import { auctionDaysOf } from '../domain/auction-days.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { localDateOf } from '../domain/time-zone.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, rawSql, type Sql, sql } from '../platform/sql.js';

/** Auctions of which no round has closed. */
const sealedAuctions = sql`
  select auction.id, auction.program, auction.generation_year from auction
  where auction.state in ('DEPOSITING', 'BIDDING')
    and not exists (select from auction_round round where round.auction_id = auction.id and round.closed_at is not null)`;

const sealedDeposits = sql`
  select deposit.entry_id from auction_deposit deposit
  where deposit.auction_id in (select sealed.id from (${sealedAuctions}) sealed)`;

/** Whether the entry of an alias went to the residual mix beside what lies sealed: by what is left over it would tell the deposits. */
function isBesideSealed(alias: string): Sql {
  const entry = rawSql(alias);
  return sql`(${entry}.kind = 'RETIRE_RESIDUAL' and (${entry}.program, extract(year from ${entry}.vintage_month)::int) in (
    select sealed.program, sealed.generation_year from (${sealedAuctions}) sealed))`;
}

/**
 * Deposits for an auction are sealed, for staff and the regulator too, until the first round of it has closed; with them what of their
 * programme and year went to the residual mix meanwhile. This is the condition under which the ledger entry of an alias is such.
 */
export function entryIsSealed(alias: string): Sql {
  const entry = rawSql(alias);
  return sql`((${entry}.kind = 'DEPOSIT' and ${entry}.id in (${sealedDeposits})) or ${isBesideSealed(alias)})`;
}

/** The condition under which the certificate holding of an alias is such a deposit, or went to the residual mix beside it. */
export function holdingIsSealed(alias: string): Sql {
  const holding = rawSql(alias);
  return sql`((${holding}.state = 'DEPOSITED' and ${holding}.since_entry_id in (${sealedDeposits}))
    or (${holding}.state = 'RETIRED' and exists (${sealedAuctions})
      and exists (select from ledger_entry since where since.id = ${holding}.since_entry_id and ${isBesideSealed('since')})))`;
}

/** The condition under which deposits of certificates of a year are sealed. */
export function yearIsSealed(year: number): Sql {
  return sql`exists (select from (${sealedAuctions}) sealed where sealed.generation_year = ${year}::int)`;
}

/**
 * Whether certificates of a programme and month may lie in sealed deposits: an auction of them was opened, its window has begun, and no
 * round of it has closed.
 */
export async function mayBeDeposited({ em, now }: Verb, program: Program, month: Month): Promise<boolean> {
  const year = Number(month.slice(0, 4));
  const auction = await maybeRow(
    em,
    sql`select sealed.id from (${sealedAuctions}) sealed where sealed.program = ${program} and sealed.generation_year = ${year}::int`,
  );
  return auction !== null && localDateOf(now) >= auctionDaysOf(year).depositFrom;
}
