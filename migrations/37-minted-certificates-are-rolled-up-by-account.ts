import { Migration } from '@mikro-orm/migrations';

/** Certificates by the account into which they were minted; those of the state are the sums. Everything that was minted is rolled up anew. */
export class MintedCertificatesAreRolledUpByAccount extends Migration {
  override up(): void {
    this.addSql(`
      create table minted_account_rollup (
        gis_account_id bigint not null,
        month date not null,
        program text not null,
        town text not null,
        market_sector text not null,
        certificates bigint not null,
        constraint minted_account_rollup_pk primary key (gis_account_id, month, program, town, market_sector)
      );
      create index minted_account_rollup_of_month on minted_account_rollup (month);
      truncate minted_rollup;
      update rollup_state set as_of = null;
      insert into rollup_dirty (town, from_month) select '', '1900-01-01' where exists (select from certificate_batch);
    `);
  }
}
