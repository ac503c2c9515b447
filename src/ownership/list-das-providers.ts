import type { EntityManager } from '@mikro-orm/postgresql';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import type { LocalDate } from '../domain/local-date.js';
import { DasProviderEntity, type DasProviderRow } from './das-provider.entity.js';

/** Approvals of DAS providers, by organisation and then by day: all, or those that stand on a day. */
export function listDasProviders(
  em: EntityManager,
  on: LocalDate | null,
  page: PageArgs,
): Promise<Page<DasProviderRow>> {
  const standing = on ? { approvedOn: { $lte: on }, $or: [{ revokedOn: null }, { revokedOn: { $gt: on } }] } : {};
  return pageOf(
    page,
    2,
    (key, limit) =>
      em.find(
        DasProviderEntity,
        { $and: [standing, key ? after(key[0] ?? '0', (key[1] ?? '') as LocalDate) : {}] },
        { orderBy: { organisationId: 'asc', approvedOn: 'asc' }, limit },
      ),
    provider => [provider.organisationId, provider.approvedOn],
  );
}

function after(organisationId: string, approvedOn: LocalDate) {
  return { $or: [{ organisationId: { $gt: organisationId } }, { organisationId, approvedOn: { $gt: approvedOn } }] };
}
