import type { MonthIssuance } from '../domain/issuance.js';
import type { Program } from '../domain/program.js';
import type { UsableProduction } from './asset-production.js';
import type { OpenUnit } from './unit-lines.js';

/** A month of an asset and programme as it is written: the arithmetic, whose it is, and the production that was used. */
export interface AssetMonth {
  readonly runId: string;
  readonly assetId: string;
  readonly program: Program;
  readonly gisAccountId: string;
  readonly unit: OpenUnit;
  readonly issuance: MonthIssuance;
  readonly uses: readonly Use[];
  readonly occurredAt: Date;
  /** 1 when it is reported; one more each time it is rolled back and written anew. */
  readonly revision: number;
  readonly replacesId: string | null;
  /** Adjustments of earlier months that go in here. */
  readonly adjustmentIds: readonly string[];
}

/** What of a reading is used for a month. */
export type Use = Pick<
  UsableProduction,
  'month' | 'readingMonth' | 'readingId' | 'systemId' | 'productionKwh' | 'eligibleKwh'
>;

/** As it is written: with its id. */
export type WrittenMonth = AssetMonth & { readonly id: string };
