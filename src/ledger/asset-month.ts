import type { MonthIssuance } from '../domain/issuance.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import type { UsableProduction } from './asset-production.js';

/** The run that issues, for the rows it writes. */
export interface Run {
  readonly id: string;
  readonly quarter: Quarter;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly reason: string;
}

/** A month of an asset and programme, issued: the arithmetic, who gets the certificates, and the production that was used. */
export interface AssetMonth {
  readonly assetId: string;
  readonly program: Program;
  readonly gisAccountId: string;
  readonly unitSequence: string;
  readonly issuance: MonthIssuance;
  readonly uses: readonly UsableProduction[];
}
