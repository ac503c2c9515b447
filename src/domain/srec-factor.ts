import type { Decimal } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { type GenerationUnit, isSmall, sectorRuleOf } from './market-sector.js';
import { type Confidence, type DatedRow, valueOn } from './rules/dated-table.js';
import {
  type Extension,
  type FactorRule,
  type FactorTier,
  type MarketSector,
  srecFactors,
} from './rules/srec-factors.js';
import { srecIIIntake } from './rules/srec-ii-intake.js';

/** A unit with the dates that decide on its factor. */
export interface FactorApplication extends GenerationUnit {
  readonly interconnectedOn: LocalDate | null;
  readonly mechanicallyCompleteOn: LocalDate | null;
  readonly extension: Extension;
}

/** What the tables propose, and the rules that led there. `assumed` is a figure that is only inferred: to be shown, never to be used. */
export interface FactorProposal {
  readonly status: 'PROPOSED' | 'NOT_ELIGIBLE' | 'UNKNOWN';
  readonly tier: FactorTier | null;
  readonly sector: MarketSector;
  readonly sectorRule: string;
  readonly sectorSource: string;
  readonly factor: Decimal | null;
  readonly rule: string | null;
  readonly source: string | null;
  /** How sure the proposed factor is. */
  readonly confidence: Confidence | null;
  readonly assumed: { readonly tier: FactorTier; readonly factor: Decimal } | null;
}

/**
 * The proposal of an SREC II factor by market sector, size, dates and extension. Small units go by the day of interconnection, larger
 * ones by the earlier of interconnection and mechanical completion. The factor itself is fixed on the statement of qualification.
 *
 * kW, share, days -> SREC per MWh, or NOT_ELIGIBLE (small, from the successor programme on), or UNKNOWN (no verified figure).
 * Source: domain 1.1 and 1.2.
 */
export function factorProposal(unit: FactorApplication): FactorProposal {
  const small = isSmall(unit.capacityKw);
  const on = deciding(unit);
  const { sector, rule: sectorRule, source: sectorSource } = sectorRuleOf(unit);
  const nothing = { tier: null, sector, sectorRule, sectorSource, factor: null, rule: null, confidence: null } as const;
  if (on === null) return { ...nothing, status: 'UNKNOWN', source: null, assumed: null };
  if (small && valueOn(srecIIIntake, on) === 'CLOSED') {
    return { ...nothing, status: 'NOT_ELIGIBLE', source: 'domain 1.2', assumed: null };
  }
  const size = small ? 'SMALL' : 'LARGE';
  const row = srecFactors.rows.find(
    ({ from, to, value }) =>
      (from === null || from <= on) &&
      (to === null || on <= to) &&
      value.size === size &&
      value.sector === sector &&
      value.extensions.includes(unit.extension),
  );
  if (row === undefined) return { ...nothing, status: 'UNKNOWN', source: null, assumed: null };
  const { tier, factor } = row.value;
  const { source, confidence } = row;
  const rule = ruleText(row);
  if (factor === null || confidence === 'INFERRED') {
    return { ...nothing, status: 'UNKNOWN', rule, source, assumed: factor && { tier, factor } };
  }
  return { ...nothing, status: 'PROPOSED', tier, factor, rule, source, confidence, assumed: null };
}

/** What a row of the factors says, for a person. */
function ruleText({ from, to, value }: DatedRow<FactorRule>): string {
  const { tier, size, extensions, sector } = value;
  const what = size === 'SMALL' ? 'small unit, interconnected' : 'larger unit, interconnected or complete';
  const days = `${from === null ? '' : ` from ${from}`}${to === null ? '' : ` until ${to}`}`;
  const extension = extensions.length === 1 ? `, extension ${extensions[0]}` : '';
  return `${tier}, sector ${sector}: ${what}${days}${extension}`;
}

/** The day that decides: of interconnection for small units, else the earlier of interconnection and mechanical completion. */
export function deciding(
  unit: Pick<FactorApplication, 'capacityKw' | 'interconnectedOn' | 'mechanicallyCompleteOn'>,
): LocalDate | null {
  if (isSmall(unit.capacityKw)) return unit.interconnectedOn;
  return earlier(unit.interconnectedOn, unit.mechanicallyCompleteOn);
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
