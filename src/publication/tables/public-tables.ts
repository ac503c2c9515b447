import { acpRates } from './acp-rates.js';
import { auctionResults } from './auction-results.js';
import { minimumStandards } from './minimum-standards.js';
import { productionByTownAndMonth } from './production-by-town-and-month.js';
import { ptsSystems } from './pts-systems.js';
import { qualifiedUnits } from './qualified-units.js';
import { srecsMintedAndExpected } from './srecs-minted-and-expected.js';
import type { PublicTable } from './table.js';

/** Every table that is published, in the order in which they are listed. */
export const publicTables: readonly PublicTable[] = [
  srecsMintedAndExpected,
  qualifiedUnits,
  ptsSystems,
  minimumStandards,
  acpRates,
  auctionResults,
  productionByTownAndMonth,
];

/** A table by the name in its address, or null. */
export function publicTable(name: string): PublicTable | null {
  return publicTables.find(table => table.name === name) ?? null;
}
