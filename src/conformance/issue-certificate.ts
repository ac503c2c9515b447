import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LocalDate } from '../domain/local-date.js';
import { conformanceValidityYears } from '../domain/rules/conformance.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { localDateOf } from '../domain/time-zone.js';
import { canonicalJson } from '../platform/canonical-json.js';
import { row, rows, sql } from '../platform/sql.js';
import { ConformanceCertificateEntity, ConformanceRunEntity } from './conformance.entity.js';
import type { SubmissionForm } from './recorded-call.js';

/**
 * Issues the certificate of a run whose every case passed. Its hash covers whose it is, the list, the days, and which call passed each
 * case, in which form unless by the mutation: there was no other once.
 */
export async function issueConformanceCertificate(em: EntityManager, runId: string, now: Date): Promise<void> {
  const { organisationId, listVersion } = await em.findOneOrFail(ConformanceRunEntity, runId);
  const issuedOn = localDateOf(now);
  const { validUntil } = await row<{ validUntil: LocalDate }>(
    em,
    sql`select (${issuedOn}::date + make_interval(years => ${valueOn(conformanceValidityYears, issuedOn)}::int))::date::text as "validUntil"`,
  );
  const passed = await rows<{ caseId: string; content: string; form: SubmissionForm }>(
    em,
    sql`select pass.case_id as "caseId", encode(call.content_hash, 'hex') as content, call.form
        from conformance_pass pass join conformance_call call on call.run_id = pass.run_id and call.sequence = pass.sequence
        where pass.run_id = ${runId} order by pass.case_id`,
  );
  const cases = passed.map(({ form, ...by }) => (form === 'MUTATION' ? by : { ...by, form }));
  const content = canonicalJson({ runId, organisationId, listVersion, issuedOn, validUntil, cases });
  const sha256 = createHash('sha256').update(content).digest();
  em.create(
    ConformanceCertificateEntity,
    { runId, organisationId, listVersion, issuedOn, validUntil, sha256 },
    { persist: true },
  );
  await em.flush();
}
