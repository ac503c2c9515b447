import { OrganisationEntity } from '../account/organisation.entity.js';
import { longestText, textAtMost } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { ProgramDocumentEntity, ProgramDocumentVersionEntity, TermsAcceptanceEntity } from './document.entity.js';
import type { AcceptTermsInput } from './document.input.js';
import { currentTermsVersionId, termsSlug } from './terms-version.js';

/**
 * Records that an organisation accepted a version of the SREC terms and conditions: by an account of it with the rights of a REC
 * owner, or by staff that holds the evidence. Out: the acceptance, and whose it is.
 *
 * NOT_FOUND a version or an organisation that does not exist, another's organisation; BAD_USER_INPUT a version of another document, and a
 * superseded one (what was accepted earlier staff records, with evidence); EVIDENCE_REQUIRED staff without it; CONFLICT what was accepted already. Source: program/001 and domain 5.1 ("SREC Terms and
 * Conditions Accepted").
 */
export async function acceptTerms(verb: Verb, input: AcceptTermsInput) {
  const { em, context, now } = verb;
  const { actor } = context;
  const organisationId = input.organisationId ?? actor.organisationId;
  const evidence = input.evidence?.trim() ? input.evidence : null;
  textAtMost(longestText, 'evidence', evidence);
  const isOwn = actor.kinds.has('REC_OWNER') && organisationId === actor.organisationId;
  if (!isOwn) await requireStaffWithEvidence(verb, organisationId, evidence);
  await requireTerms(verb, input.versionId);
  if (!(actor.kinds.has('STAFF') && evidence)) await requireCurrent(verb, input.versionId);
  const { versionId } = input;
  if (await em.findOne(TermsAcceptanceEntity, { organisationId, versionId })) {
    throw new Refusal('CONFLICT', 'This organisation accepted this version already.', { organisationId, versionId });
  }
  const acceptance = em.create(TermsAcceptanceEntity, {
    organisationId,
    versionId,
    evidence,
    createdAt: now,
    createdBy: actor.accountId,
  });
  await em.persist(acceptance).flush();
  return { acceptanceId: acceptance.id, organisationId };
}

async function requireStaffWithEvidence({ em, context }: Verb, organisationId: string, evidence: string | null) {
  const isStaff = context.actor.kinds.has('STAFF');
  if (!isStaff || !(await em.findOne(OrganisationEntity, organisationId))) {
    throw new Refusal('NOT_FOUND', 'There is no such organisation, or it is not yours.', { organisationId });
  }
  if (evidence !== null) return;
  throw new Refusal('EVIDENCE_REQUIRED', 'Staff records an acceptance that somebody else gave: name what proves it.', {
    field: 'evidence',
    organisationId,
  });
}

/** An acceptance is of the version that is current; one that was given stays good when another is published. */
async function requireCurrent({ em }: Verb, versionId: string): Promise<void> {
  const current = await currentTermsVersionId(em);
  if (versionId === current) return;
  throw new Refusal('BAD_USER_INPUT', `The current version of the SREC terms and conditions is ${current}.`, {
    field: 'versionId',
    value: versionId,
    current,
  });
}

async function requireTerms({ em }: Verb, versionId: string): Promise<void> {
  const version = await em.findOne(ProgramDocumentVersionEntity, versionId);
  if (!version) {
    throw new Refusal('NOT_FOUND', 'There is no such version of a document of the programme.', { versionId });
  }
  const { slug } = await em.findOneOrFail(ProgramDocumentEntity, version.programDocumentId);
  if (slug === termsSlug) return;
  throw new Refusal('BAD_USER_INPUT', 'This is no version of the SREC terms and conditions.', {
    field: 'versionId',
    value: versionId,
    document: slug,
  });
}
