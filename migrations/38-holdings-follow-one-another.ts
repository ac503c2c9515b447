import { Migration } from '@mikro-orm/migrations';

/**
 * That no certificate is in two places was kept by an exclusion by GiST, 8 % of what PostgreSQL took for a quarter. Holdings of a batch
 * follow one another instead: each begins with serial number 1 or after the end of another one, and no two begin or end at the same. Going
 * back from any of them leads to the one that begins with 1, by steps that no other one takes: they lie in one row, without overlap - and
 * without a gap, which the exclusion did not ask. Asked when the transaction ends, since a holding that is cut goes before its parts come.
 *
 * Hardly an issuance replaces another: those that do have the index to themselves.
 */
export class HoldingsFollowOneAnother extends Migration {
  override up(): void {
    this.addSql(`
      alter table certificate_holding
        drop constraint certificate_is_in_one_place,
        add column follows_serial int generated always as (nullif(first_serial - 1, 0)) stored,
        add constraint certificate_holding_ends_alone unique (batch_id, last_serial);
      alter table certificate_holding
        add constraint certificate_holding_follows_fk foreign key (batch_id, follows_serial)
          references certificate_holding (batch_id, last_serial) deferrable initially deferred;

      alter table issuance drop constraint issuance_replaced_once;
      create unique index issuance_replaced_once on issuance (replaces_id) where replaces_id is not null;
    `);
  }
}
