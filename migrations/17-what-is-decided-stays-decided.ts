import { Migration } from '@mikro-orm/migrations';

/**
 * An auction may lapse. What suppliers entered, filed and were told, and what auctions came to, is changed by nobody: a row of load is
 * superseded once, a filing is decided once, a round closed once, and an auction is not settled twice.
 */
export class WhatIsDecidedStaysDecided extends Migration {
  override up(): void {
    this.addSql(`
      alter table auction drop constraint auction_state_is_known, add constraint auction_state_is_known
        check (state in ('DEPOSITING', 'BIDDING', 'SETTLED', 'NOT_HELD', 'LAPSED'));

      -- Lets an update through that changes some columns of a row alone, and only while it is open; refuses everything else.
      create function refuse_change_but(open boolean, before jsonb, after jsonb, changeable text[], what text) returns void
        language plpgsql as $$
      begin
        if open and before - changeable = after - changeable then return; end if;
        raise exception 'append-only: a change of % is refused', what using errcode = 'PTS01';
      end $$;

      create function guard_supplier_load() returns trigger language plpgsql as $$
      begin
        perform refuse_change_but(old.superseded_by is null and new.superseded_by is not null, to_jsonb(old), to_jsonb(new),
          '{superseded_by}', 'the load of a supplier');
        return new;
      end $$;
      create function guard_compliance_filing() returns trigger language plpgsql as $$
      begin
        perform refuse_change_but(old.state = 'SUBMITTED' and new.state <> 'SUBMITTED', to_jsonb(old), to_jsonb(new),
          '{state,decided_at,decided_by,decision_reason}', 'a filing');
        return new;
      end $$;
      create function guard_auction() returns trigger language plpgsql as $$
      begin
        perform refuse_change_but(old.state in ('DEPOSITING', 'BIDDING') and new.state not in ('DEPOSITING', old.state), to_jsonb(old), to_jsonb(new),
          '{state,settled_at,settled_by,result}', 'an auction');
        return new;
      end $$;
      create function guard_auction_round() returns trigger language plpgsql as $$
      begin
        perform refuse_change_but(old.closed_at is null and new.closed_at is not null, to_jsonb(old), to_jsonb(new),
          '{asked,cleared,closed_at,closed_by}', 'a round of an auction');
        return new;
      end $$;
    `);
    for (const table of ['supplier_load', 'compliance_filing', 'auction', 'auction_round']) {
      this.addSql(`
        create trigger ${table}_is_decided_once before update on ${table}
          for each row execute function guard_${table}();
        create trigger ${table}_is_not_deleted before delete on ${table}
          for each row execute function refuse_change();
        create trigger ${table}_is_not_emptied before truncate on ${table}
          for each statement execute function refuse_change();
      `);
    }
  }
}
