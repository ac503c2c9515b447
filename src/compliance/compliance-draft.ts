import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import type { UseOrder } from './compliance.input.js';
import type { ComplianceStatement } from './compliance.type.js';
import { complianceStatement } from './compliance-statement.js';
import { refuseExempt, requireSupplier } from './find-supplier.js';
import { requireYear } from './register-supplier.js';

/** The draft of a supplier's filing, as far as an actor may see it: NOT_FOUND, EXEMPT_FROM_COMPLIANCE. */
export async function complianceDraft(
  em: EntityManager,
  actor: Actor,
  asked: { readonly complianceYear: number; readonly organisationId?: string | null; readonly useOrder: UseOrder },
): Promise<ComplianceStatement> {
  requireYear('complianceYear', asked.complianceYear);
  const supplier = await requireSupplier(em, actor, asked.organisationId);
  refuseExempt(supplier);
  return complianceStatement(em, supplier, asked.complianceYear, asked.useOrder);
}
