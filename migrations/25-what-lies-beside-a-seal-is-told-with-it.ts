import { Migration } from '@mikro-orm/migrations';

/**
 * What went to the residual mix while deposits of its programme and year lay sealed is hidden from staff and the regulator as these
 * are, so it is told of a second time when the first round has closed, too.
 */
export class WhatLiesBesideASealIsToldWithIt extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function tell_auction_round_update() returns trigger language plpgsql as $$
      declare
        epoch int := change_epoch_now();
      begin
        insert into change_event (epoch, kind, subject_id, system_id, month, occurred_at)
          with closed as (
            select added.auction_id, added.round, added.closed_at from added join before using (auction_id, round)
            where before.closed_at is null and added.closed_at is not null
          )
          select epoch, 'AUCTION_ROUND_CLOSED', closed.auction_id, null::bigint, null::date, closed.closed_at from closed
          union all
          select epoch, 'LEDGER_DEPOSIT_UNSEALED', deposit.entry_id, null, entry.vintage_month, closed.closed_at
          from closed join auction_deposit deposit on deposit.auction_id = closed.auction_id
          join ledger_entry entry on entry.id = deposit.entry_id
          where closed.round = 1
          union all
          select epoch, 'LEDGER_RETIRE_RESIDUAL_UNSEALED', entry.id, null, entry.vintage_month, closed.closed_at
          from closed join auction on auction.id = closed.auction_id
          join ledger_entry entry on entry.kind = 'RETIRE_RESIDUAL' and entry.program = auction.program
            and extract(year from entry.vintage_month)::int = auction.generation_year
          where closed.round = 1;
        return null;
      end $$;
    `);
  }
}
