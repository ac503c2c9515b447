import { auctionLaws } from '../auction/auction-laws.js';
import { complianceLaws } from '../compliance/compliance-laws.js';
import { deliveryLaws } from '../delivery/delivery-laws.js';
import type { Law } from '../ledger/laws/law.js';
import { laws } from '../ledger/laws/laws.js';
import { rollupLaws } from '../rollup/rollup-laws.js';

/** Every law of the house: those of the ledger, then those of the slices that build on it. */
export const allLaws: readonly Law[] = [...laws, ...auctionLaws, ...complianceLaws, ...rollupLaws, ...deliveryLaws];
