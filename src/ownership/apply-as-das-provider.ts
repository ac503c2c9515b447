import { longestText, textAtMost, webAddress } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { row, sql } from '../platform/sql.js';
import { openRequest } from '../request/open-request.js';
import { RequestEntity } from '../request/request.entity.js';
import { refuseApproved } from './approve-das-provider.js';
import type { ApplyAsDasProviderInput } from './das-application.input.js';
import type { DasApplicationContent } from './das-application.js';

/**
 * A representative's organisation applies to be approved as a DAS provider. REQUEST_IN_PROGRESS when it waits for a decision already,
 * CONFLICT when it is approved; BAD_USER_INPUT a text that is too long, and a site that is none.
 */
export async function applyAsDasProvider(verb: Verb, input: ApplyAsDasProviderInput) {
  const { organisationId, on } = verb.context.actor;
  const contact = input.contact.trim();
  if (contact === '') {
    throw new Refusal('BAD_USER_INPUT', 'A provider names a contact.', { field: 'contact', value: input.contact });
  }
  textAtMost(longestText, 'contact', contact);
  textAtMost(longestText, 'description', input.description);
  webAddress('website', input.website);
  if (input.submit) {
    await refuseInProgress(verb, organisationId);
    await refuseApproved(verb.em, organisationId, on);
  }
  const content: DasApplicationContent = {
    website: input.website ?? null,
    contact,
    description: input.description ?? null,
  };
  const request = await openRequest(verb, {
    kind: 'DAS_PROVIDER',
    systemId: null,
    content,
    documents: input.evidence,
    reason: input.reason,
    submit: input.submit,
    draftId: input.draftId ?? null,
  });
  return { requestId: request.id, state: request.state };
}

/** One application of an organisation at a time; the database keeps it under a race. */
async function refuseInProgress({ em }: Verb, organisationId: string): Promise<void> {
  await row(em, sql`select id from organisation where id = ${organisationId} for no key update`);
  const other = await em.findOne(RequestEntity, { kind: 'DAS_PROVIDER', organisationId, state: 'SUBMITTED' });
  if (!other) return;
  throw new Refusal('REQUEST_IN_PROGRESS', 'An application of this organisation is in progress.', {
    kind: 'DAS_PROVIDER',
    requestId: other.id,
  });
}
