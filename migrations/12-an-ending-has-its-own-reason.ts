import { Migration } from '@mikro-orm/migrations';

/** A role and a membership of an asset may end without a successor: why, and who ended it, is kept beside why it began. */
export class AnEndingHasItsOwnReason extends Migration {
  override up(): void {
    this.addSql(`
      alter table system_role
        add column end_reason text constraint system_role_end_reason_is_given check (end_reason <> ''),
        add constraint system_role_ending_has_a_day check (end_reason is null or until_on is not null);
      alter table gis_asset_membership
        add column ended_by bigint constraint gis_asset_membership_ended_by_fk references account,
        add column end_reason text constraint gis_asset_membership_end_reason_is_given check (end_reason <> ''),
        add constraint gis_asset_membership_ending_has_a_month
          check ((end_reason is null and ended_by is null) or until_month is not null);
    `);
  }
}
