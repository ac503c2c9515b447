import type { EntityManager } from '@mikro-orm/postgresql';
import { textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { ComplianceFilingEntity, type ComplianceFilingRow } from './compliance.entity.js';
import type { DecideFilingInput } from './compliance.input.js';
import type { ComplianceCredit, ComplianceStatement } from './compliance.type.js';
import { countsLoad, loadOf } from './known-load.js';
import type { FilingContent } from './submit-filing.js';

/**
 * Approves a filing, which writes what it came to, uses its credits and banks its surplus; or returns it, to be filed again. A credit
 * that another filing used meanwhile, and load that was entered since, make it CONFLICT: it has to be returned.
 */
export async function decideFiling({ em, context, now }: Verb, { filingId, approve, reason }: DecideFilingInput) {
  textOfLength(2000, 'reason', reason);
  await rows(em, sql`select from compliance_filing where id = ${filingId} for update`);
  const filing = await em.findOne(ComplianceFilingEntity, filingId);
  if (!filing) throw new Refusal('NOT_FOUND', 'There is no such filing.', { filingId });
  if (filing.state !== 'SUBMITTED') {
    throw new Refusal('CONFLICT', `The filing is ${filing.state} already.`, { filingId, state: filing.state });
  }
  const { statement, late } = filing.content as FilingContent;
  if (approve) {
    await refuseOtherLoad(em, filing, statement);
    await carryOut(em, filing, statement);
  }
  em.assign(filing, {
    state: approve ? 'APPROVED' : 'RETURNED',
    decidedAt: now,
    decidedBy: context.actor.accountId,
    decisionReason: reason,
  });
  await em.flush();
  return { filingId, state: filing.state, late };
}

/** CONFLICT when load was entered since the filing was computed. Until this transaction ends nobody enters any. */
async function refuseOtherLoad(em: EntityManager, filing: ComplianceFilingRow, statement: ComplianceStatement) {
  const { id, organisationId, complianceYear } = filing;
  await rows(em, sql`select from supplier where organisation_id = ${organisationId} for share`);
  if (countsLoad(statement, await loadOf(em, organisationId, complianceYear))) return;
  throw new Refusal('CONFLICT', 'Load of this year was entered since it was filed. Return this one.', {
    filingId: id,
    complianceYear,
  });
}

async function carryOut(em: EntityManager, filing: ComplianceFilingRow, { positions }: ComplianceStatement) {
  await refuseUsedCredits(
    em,
    filing,
    positions.flatMap(position => position.creditsUsed),
  );
  await insertRows(em, 'compliance_result', positions, [
    ['filing_id', 'bigint', () => filing.id],
    ['program', 'text', position => position.program],
    ['obligation', 'int', position => position.obligation],
    ['new_used', 'int', position => position.newUsed],
    ['acp_mwh', 'int', position => position.acpQuantity],
    ['acp_dollars', 'numeric', position => position.acpDollars],
    ['newly_banked', 'int', position => position.newlyBanked],
    ['surplus_lost', 'int', position => position.surplusLost],
  ]);
  await insertRows(
    em,
    'compliance_credit_use',
    positions.flatMap(position => position.creditsUsed),
    [
      ['credit_id', 'bigint', credit => credit.creditId],
      ['filing_id', 'bigint', () => filing.id],
      ['quantity', 'int', credit => credit.quantity],
    ],
  );
  await insertRows(
    em,
    'compliance_credit',
    positions.filter(position => position.newlyBanked > 0),
    [
      ['organisation_id', 'bigint', () => filing.organisationId],
      ['program', 'text', position => position.program],
      ['from_year', 'int', () => filing.complianceYear],
      ['quantity', 'int', position => position.newlyBanked],
      ['filing_id', 'bigint', () => filing.id],
    ],
  );
}

/** Locks the credits that a filing uses; CONFLICT for the first that has less left than the filing counted on. */
async function refuseUsedCredits(em: EntityManager, filing: ComplianceFilingRow, used: readonly ComplianceCredit[]) {
  const ids = used.map(credit => credit.creditId);
  await rows(em, sql`select from compliance_credit where id = any(${ids}::bigint[]) order by id for update`);
  const left = await rows<{ id: string; quantity: number }>(
    em,
    sql`select c.id, (c.quantity - coalesce((select sum(u.quantity) from compliance_credit_use u where u.credit_id = c.id), 0))::int
          as quantity
        from compliance_credit c where c.id = any(${ids}::bigint[])`,
  );
  const quantities = new Map(left.map(credit => [credit.id, credit.quantity]));
  const short = used.find(credit => (quantities.get(credit.creditId) ?? 0) < credit.quantity);
  if (!short) return;
  throw new Refusal('CONFLICT', `Another filing used the credit of ${short.fromYear}. Return this one.`, {
    filingId: filing.id,
    creditId: short.creditId,
    fromYear: short.fromYear,
    counted: short.quantity,
    left: quantities.get(short.creditId) ?? 0,
  });
}
