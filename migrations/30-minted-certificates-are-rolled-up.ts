import { Migration } from '@mikro-orm/migrations';

/**
 * Certificates by month, programme, town and sector, rolled up with the production. A change that is of a month and of no town is noted with
 * the town ''. Whoever mints, or takes a month back, adds a line for the month.
 */
export class MintedCertificatesAreRolledUp extends Migration {
  override up(): void {
    this.addSql(`
      create table minted_rollup (
        month date not null,
        program text not null,
        town text not null,
        market_sector text not null,
        certificates bigint not null,
        constraint minted_rollup_pk primary key (month, program, town, market_sector)
      );

      create function note_minted() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month)
          select distinct '', c.vintage_month, c.vintage_month from changed c;
        return null;
      end $$;
      create function note_issued_anew() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month)
          select distinct '', c.month, c.month from changed c where c.replaces_id is not null;
        return null;
      end $$;
      create trigger minted_is_noted after insert on certificate_batch
        referencing new table as changed for each statement execute function note_minted();
      create trigger issued_anew_is_noted after insert on issuance
        referencing new table as changed for each statement execute function note_issued_anew();

      insert into rollup_dirty (town, from_month) select '', '1900-01-01' where exists (select from certificate_batch);
    `);
  }
}
