import { rawSql, type Sql, sql } from '../platform/sql.js';

/**
 * Deposits for an auction are sealed, for staff and the regulator too, until the first round of it has closed. This is the condition
 * under which the ledger entry of an alias is such a deposit.
 */
export function entryIsSealed(alias: string): Sql {
  const entry = rawSql(alias);
  return sql`(${entry}.kind = 'DEPOSIT' and ${entry}.id in (${sealedEntries}))`;
}

/** The condition under which the certificate holding of an alias is such a deposit. */
export function holdingIsSealed(alias: string): Sql {
  const holding = rawSql(alias);
  return sql`(${holding}.state = 'DEPOSITED' and ${holding}.since_entry_id in (${sealedEntries}))`;
}

const sealedEntries = sql`
  select deposit.entry_id from auction_deposit deposit
  where not exists (select from auction_round round where round.auction_id = deposit.auction_id and round.closed_at is not null)`;
