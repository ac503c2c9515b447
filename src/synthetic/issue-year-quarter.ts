import type { EntityManager } from '@mikro-orm/postgresql';
import type { Quarter } from '../domain/quarter.js';
import type { Ask } from './api-client.js';
import { type IssuedQuarter, issueQuarter } from './operations.js';
import { carryOutOf } from './year-figures.js';

/** A quarter as it was issued, with what is carried out of it. */
export type QuarterFigures = Omit<IssuedQuarter['issueQuarter'], 'replayed'> & {
  readonly ptsCarryKwh: string;
  readonly gisCarryMwh: string;
  readonly ms: number;
};

/** Issues a quarter through the API as staff. */
export async function issueYearQuarter(em: EntityManager, quarter: Quarter, staff: Ask): Promise<QuarterFigures> {
  const startedAt = performance.now();
  const { replayed, ...issued } = (
    await staff<IssuedQuarter>(issueQuarter, {
      input: { quarter, reason: 'synthetic year' },
      key: `synthetic year issues ${quarter}`,
    })
  ).issueQuarter;
  return { ...issued, ...(await carryOutOf(em, quarter)), ms: Math.round(performance.now() - startedAt) };
}
