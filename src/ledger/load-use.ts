import type { AccountContext } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { where } from '../platform/sql.js';
import { CertificateUseEntity, type CertificateUseRow } from './certificate.entity.js';
import { useIsVisible } from './scope.js';

/** What the certificates of an entry were retired for, as far as the actor may see it; null otherwise. Batched. */
export function loadUse(context: AccountContext, entryId: string): Promise<CertificateUseRow | null> {
  return loadOne(
    context,
    'use by entry',
    entryId,
    ids =>
      context.em.find(CertificateUseEntity, {
        $and: [{ entryId: { $in: [...ids] } }, where(alias => useIsVisible(context.actor, alias))],
      }),
    use => use.entryId,
  );
}
