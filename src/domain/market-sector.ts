import { type Decimal, decimalText } from './decimal.js';
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

/** A market sector, and what of a unit led there. */
export interface SectorRule {
  readonly sector: MarketSector;
  readonly rule: string;
  readonly source: string;
}

/**
 * The SREC II market sector: A for small and favoured units, B on buildings or with use on site, C on landfill, brownfield or a
 * moderate field, managed growth for the rest. An unknown share on site counts as none.
 *
 * kW, share -> sector and the rule that led there. Source: domain 1.1.
 */
export function sectorRuleOf(unit: GenerationUnit): SectorRule {
  const { smallUpToKw, onSiteFromShare, groundMountedUpToKw } = valueOn(sectorLimits, regulationOn);
  const of = (sector: MarketSector, rule: string) => ({ sector, rule, source: 'domain 1.1' });
  if (isSmall(unit.capacityKw)) return of('A', `up to ${decimalText(smallUpToKw)} kW DC`);
  switch (unit.unitType) {
    case 'SOLAR_CANOPY':
      return of('A', 'solar canopy');
    case 'EMERGENCY_POWER':
      return of('A', 'emergency power');
    case 'COMMUNITY_SHARED':
      return of('A', 'community shared solar');
    case 'LOW_OR_MODERATE_INCOME_HOUSING':
      return of('A', 'low or moderate income housing');
    case 'BUILDING_MOUNTED':
      return of('B', 'building mounted');
    case 'LANDFILL':
      return of('C', 'on a landfill');
    case 'BROWNFIELD':
      return of('C', 'on a brownfield');
    case 'GROUND_MOUNTED': {
      const percent = `${decimalText(onSiteFromShare.times(100))} % of its output used on site`;
      if (unit.onSiteShare?.gte(onSiteFromShare)) return of('B', `ground mounted, at least ${percent}`);
      const limitKw = decimalText(groundMountedUpToKw);
      if (unit.capacityKw.gt(groundMountedUpToKw))
        return of('MG', `ground mounted above ${limitKw} kW, less than ${percent}`);
      return of('C', `ground mounted up to ${limitKw} kW, less than ${percent}`);
    }
  }
}
