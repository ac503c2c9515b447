import type { EntityManager } from '@mikro-orm/postgresql';
import { row, sql } from '../platform/sql.js';

/** By this slug the SREC terms and conditions stand among the documents of the programme. */
export const termsSlug = 'srec-terms-and-conditions';

/** The id of the newest version of the SREC terms and conditions: by its day, then by its entry; those of unknown day come last. */
export async function currentTermsVersionId(em: EntityManager): Promise<string> {
  const { id } = await row<{ id: string }>(
    em,
    sql`select version.id::text as id
        from program_document_version version join program_document terms on terms.id = version.program_document_id
        where terms.slug = ${termsSlug}
        order by version.published_on desc nulls last, version.id desc limit 1`,
  );
  return id;
}
