import { Migration } from '@mikro-orm/migrations';

/**
 * Sums of certificates minted into the accounts of a party read the index of its issuances alone, of ten thousand systems some sixty
 * thousand; they were looked up one by one for what the index did not say. What is rolled up of a month is found without a look at all months.
 */
export class WhatWasMintedIsCountedByItsIndex extends Migration {
  override up(): void {
    this.addSql(`
      drop index issuance_into_account;
      create index issuance_into_account on issuance (gis_account_id, month) include (minted, program, run_id, id);
      create index system_month_rollup_of_month on system_month_rollup (month);
    `);
  }
}
