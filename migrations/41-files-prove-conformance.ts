import { Migration } from '@mikro-orm/migrations';

/** Files are sent to runs of the conformance sandbox too: their receipts name the run, and what is noted of a submission its form. */
export class FilesProveConformance extends Migration {
  override up(): void {
    this.addSql(`
      alter table upload
        add column conformance_run_id bigint constraint upload_conformance_run_fk references conformance_run;
      create index upload_of_conformance_run on upload (conformance_run_id, id) where conformance_run_id is not null;

      alter table conformance_call
        add column form text not null default 'MUTATION'
          constraint conformance_call_form_is_known check (form in ('MUTATION', 'CSV', 'JSON_LINES', 'XML')),
        add column upload_id bigint constraint conformance_call_upload_fk references upload,
        add constraint conformance_call_upload_is_a_file check (upload_id is null or form <> 'MUTATION');
      create index conformance_call_of_upload on conformance_call (upload_id, sequence) where upload_id is not null;
    `);
  }
}
