import { textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import type { Verb } from '../platform/perform.js';
import { ComplianceFilingEntity } from './compliance.entity.js';
import type { SubmitFilingInput } from './compliance.input.js';
import type { ComplianceStatement } from './compliance.type.js';
import { complianceStatement, filingDueOn } from './compliance-statement.js';
import { refuseExempt, requireSupplier } from './find-supplier.js';
import { requireYear } from './register-supplier.js';

/** What a filing keeps: the statement as it was computed, whether it came late, and a word of the supplier. */
export interface FilingContent {
  readonly statement: ComplianceStatement;
  readonly late: boolean;
  readonly note: string;
}

/**
 * Submits the annual filing of the actor's organisation: what the ledger says once the trading year is closed, frozen. A late one is
 * flagged, not refused. CONFLICT while one of that year stands.
 */
export async function submitFiling({ em, context, now }: Verb, input: SubmitFilingInput) {
  const { complianceYear, useOrder, reason } = input;
  textOfLength(2000, 'reason', reason);
  requireYear('complianceYear', complianceYear);
  const { organisationId } = context.actor;
  const supplier = await requireSupplier(em, context.actor, organisationId);
  refuseExempt(supplier);
  if (complianceYear < supplier.sinceYear) {
    throw new Refusal('BAD_USER_INPUT', `The supplier files from ${supplier.sinceYear} on.`, {
      field: 'complianceYear',
      value: complianceYear,
      minimum: supplier.sinceYear,
    });
  }
  const statement = await complianceStatement(em, supplier, complianceYear, useOrder);
  if (!statement.yearClosed) {
    throw new Refusal('NOT_OPEN', `A filing is submitted after the trading year ${complianceYear} is closed.`, {
      complianceYear,
      dueOn: statement.dueOn,
    });
  }
  if (statement.cohorts.length === 0) {
    throw new Refusal('BAD_USER_INPUT', 'No load of this year is on record: enter it first.', {
      field: 'complianceYear',
      value: complianceYear,
    });
  }
  const late = localDateOf(now) > filingDueOn(complianceYear);
  const content: FilingContent = { statement, late, note: reason };
  const filing = em.create(ComplianceFilingEntity, {
    organisationId,
    complianceYear,
    state: 'SUBMITTED',
    content,
    submittedAt: now,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(filing).flush();
  return { filingId: filing.id, state: filing.state, late };
}
