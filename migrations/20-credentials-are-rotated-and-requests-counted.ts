import { Migration } from '@mikro-orm/migrations';

/** What a credential may be used for and when it last was; how much has been asked for in the minute that runs, over all servers. */
export class CredentialsAreRotatedAndRequestsCounted extends Migration {
  override up(): void {
    this.addSql(`
      alter table api_credential
        add column scopes text[] not null default '{READ,REPORT,WRITE,CREDENTIALS}'
          constraint api_credential_scopes_are_known check (scopes <@ '{READ,REPORT,WRITE,CREDENTIALS}' and cardinality(scopes) > 0);

      create table api_credential_use (
        credential_id bigint not null constraint api_credential_use_pk primary key
          constraint api_credential_use_credential_fk references api_credential on delete cascade,
        last_used_at timestamptz not null
      );

      create unlogged table rate_count (
        key text not null constraint rate_count_pk primary key,
        minute timestamptz not null,
        points bigint not null
      );
    `);
  }
}
