import type { Decimal } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { valueOn } from './rules/dated-table.js';
import { sectorLimits } from './rules/market-sectors.js';
import type { MarketSector } from './rules/srec-factors.js';

export const unitTypes = [
  'BUILDING_MOUNTED',
  'GROUND_MOUNTED',
  'SOLAR_CANOPY',
  'EMERGENCY_POWER',
  'COMMUNITY_SHARED',
  'LOW_OR_MODERATE_INCOME_HOUSING',
  'LANDFILL',
  'BROWNFIELD',
] as const;
export type UnitType = (typeof unitTypes)[number];

/** What decides on the market sector: DC capacity in kW, type, and the share of annual output used on site (0 to 1). */
export interface GenerationUnit {
  readonly capacityKw: Decimal;
  readonly unitType: UnitType;
  readonly onSiteShare: Decimal | null;
}

/** The regulation that the sectors are taken from took effect on this day. Source: domain 1.1. */
const regulationOn = '2014-04-25' as LocalDate;

/** Units up to 25 kW DC are small. Source: domain 1.1 and 1.2. */
export function isSmall(capacityKw: Decimal): boolean {
  return capacityKw.lte(valueOn(sectorLimits, regulationOn).smallUpToKw);
}

/**
 * The SREC II market sector: A for small and favoured units, B on buildings or with use on site, C on landfill, brownfield or a
 * moderate field, managed growth for the rest. An unknown share on site counts as none.
 *
 * kW, share -> sector. Source: domain 1.1.
 */
export function marketSectorOf(unit: GenerationUnit): MarketSector {
  const limits = valueOn(sectorLimits, regulationOn);
  if (isSmall(unit.capacityKw)) return 'A';
  switch (unit.unitType) {
    case 'SOLAR_CANOPY':
    case 'EMERGENCY_POWER':
    case 'COMMUNITY_SHARED':
    case 'LOW_OR_MODERATE_INCOME_HOUSING':
      return 'A';
    case 'BUILDING_MOUNTED':
      return 'B';
    case 'LANDFILL':
    case 'BROWNFIELD':
      return 'C';
    case 'GROUND_MOUNTED':
      if (unit.onSiteShare?.gte(limits.onSiteFromShare)) return 'B';
      return unit.capacityKw.lte(limits.groundMountedUpToKw) ? 'C' : 'MG';
  }
}
