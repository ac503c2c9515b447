import { Migration } from '@mikro-orm/migrations';

/**
 * Who represents a system, and whether it is qualified for SRECs, is asked for every row of a submission. Both were answered by the
 * index of an exclusion constraint, which took half of the statement that locks the meters.
 */
export class ASubmissionFindsItsMetersAtOnce extends Migration {
  override up(): void {
    this.addSql(`
      create index system_role_of_representative on system_role (system_id, organisation_id) include (from_on, until_on)
        where role = 'SYSTEM_REPRESENTATIVE';
      create index statement_of_qualification_for_srecs on statement_of_qualification (system_id) where program <> 'CLASS_I';
    `);
  }
}
