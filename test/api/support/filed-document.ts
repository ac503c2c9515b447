import { createHash } from 'node:crypto';
import type { Api } from './api.js';
import type { Party } from './world.js';

/** Files a document of an organisation, past the API. */
export async function fileDocument(api: Api, { organisationId }: Party, name = 'authorization.pdf'): Promise<string> {
  const content = Buffer.from(`%PDF-1.7 ${name}`);
  const { rows } = await api.database.query<{ id: string }>(
    `insert into document (organisation_id, name, media_type, byte_length, sha256, content, created_at)
     values ($1, $2, 'application/pdf', $3, $4, $5, now()) returning id`,
    [organisationId, name, content.length, createHash('sha256').update(content).digest(), content],
  );
  return rows[0]?.id ?? '';
}
