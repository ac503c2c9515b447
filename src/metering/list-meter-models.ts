import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { decimalText } from '../domain/decimal.js';
import { MeterModelEntity, type MeterModelRow } from './meter-model.entity.js';
import type { MeterModelFilter } from './meter-model.input.js';

/** The models that a filter lets through, in the order of their approval. */
export function listMeterModels(
  em: EntityManager,
  filter: MeterModelFilter,
  page: PageArgs,
): Promise<Page<MeterModelRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        MeterModelEntity,
        { $and: [...conditionsOf(filter), key ? { id: { $gt: key[0] ?? '0' } } : {}] },
        { orderBy: { id: 'asc' }, limit },
      ),
    model => [model.id],
  );
}

function conditionsOf({ manufacturer, maximumAccuracyPercent, approvedOn }: MeterModelFilter) {
  const conditions: FilterQuery<MeterModelRow>[] = [];
  if (manufacturer) conditions.push({ manufacturer });
  if (maximumAccuracyPercent) conditions.push({ accuracyPercent: { $lte: decimalText(maximumAccuracyPercent) } });
  if (approvedOn) {
    conditions.push({
      approvedOn: { $lte: approvedOn },
      $or: [{ revokedOn: null }, { revokedOn: { $gt: approvedOn } }],
    });
  }
  return conditions;
}
