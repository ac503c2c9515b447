import type { EntityManager } from '@mikro-orm/postgresql';
import { currentTermsVersionId } from '../document/terms-version.js';
import { rows, sql } from '../platform/sql.js';
import type { SetupRecord } from './synthetic-parties.js';

/** Enters, for the holders of assets that have not accepted the SREC terms and conditions, an acceptance that says what it is. */
export async function acceptTerms(em: EntityManager, { at, by }: SetupRecord): Promise<void> {
  await rows(
    em,
    sql`insert into terms_acceptance (organisation_id, version_id, evidence, created_at, created_by)
        select distinct account.organisation_id, ${await currentTermsVersionId(em)}::bigint, 'synthetic year', ${at}::timestamptz,
               ${by}::bigint
        from gis_asset_holder holder
        join gis_account account on account.id = holder.gis_account_id
        where not exists (select from terms_acceptance a where a.organisation_id = account.organisation_id)`,
  );
}
