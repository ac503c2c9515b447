import type { EntityManager } from '@mikro-orm/postgresql';
import type { Ask } from '../client/api-client.js';
import type { Quarter } from '../domain/quarter.js';
import { type IssuedQuarter, issueQuarter, type ReportedQuarter, reportQuarter } from './operations.js';
import { carryOutOf } from './year-figures.js';

/** A quarter as it was reported and issued, with what is carried out of it. */
export type QuarterFigures = IssuedQuarter['issueQuarter']['totals'] & {
  readonly quarter: string;
  readonly reportLines: number;
  readonly reportSha256: string;
  readonly ptsCarryKwh: string;
  readonly gisCarryMwh: string;
  /** How long the report and the minting took together. */
  readonly ms: number;
};

/** What is known of a quarter between its two days. */
export interface ReportedFigures {
  readonly reportLines: number;
  readonly reportSha256: string;
  readonly ms: number;
}

/** Reports a quarter to the GIS through the API as staff. */
export async function reportYearQuarter(quarter: Quarter, staff: Ask): Promise<ReportedFigures> {
  const startedAt = performance.now();
  const { lineCount, sha256 } = (
    await staff<ReportedQuarter>(reportQuarter, {
      input: { quarter, reason: 'synthetic year' },
      key: `synthetic year reports ${quarter}`,
    })
  ).reportQuarter;
  return { reportLines: lineCount, reportSha256: sha256, ms: Math.round(performance.now() - startedAt) };
}

/** Issues a reported quarter through the API as staff. */
export async function issueYearQuarter(
  em: EntityManager,
  quarter: Quarter,
  staff: Ask,
  reported: ReportedFigures,
): Promise<QuarterFigures> {
  const startedAt = performance.now();
  const { totals } = (
    await staff<IssuedQuarter>(issueQuarter, {
      input: { quarter, reason: 'synthetic year' },
      key: `synthetic year issues ${quarter}`,
    })
  ).issueQuarter;
  const ms = reported.ms + Math.round(performance.now() - startedAt);
  return { quarter, ...totals, ...(await carryOutOf(em, quarter)), ...reported, ms };
}
