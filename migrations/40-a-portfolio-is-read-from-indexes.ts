import { Migration } from '@mikro-orm/migrations';

/**
 * Which systems an account sees by the assets that it holds is asked for every page of its portfolio: the periods stand in the indexes, so no
 * row of a holder or a membership is looked up for them.
 */
export class APortfolioIsReadFromIndexes extends Migration {
  override up(): void {
    this.addSql(`
      drop index gis_asset_holder_account;
      create index gis_asset_holder_account on gis_asset_holder (gis_account_id, asset_id) include (from_month, until_month);
      drop index gis_asset_membership_asset;
      create index gis_asset_membership_asset on gis_asset_membership (asset_id, system_id) include (from_month, until_month);
    `);
  }
}
