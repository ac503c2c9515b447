import type { Decimal } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { type GenerationUnit, isSmall, marketSectorOf } from './market-sector.js';
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

/** What the tables propose. `assumed` is a figure that is only inferred: to be shown, never to be used. */
export interface FactorProposal {
  readonly status: 'PROPOSED' | 'NOT_ELIGIBLE' | 'UNKNOWN';
  readonly tier: FactorTier | null;
  readonly sector: MarketSector;
  readonly factor: Decimal | null;
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
  const sector = marketSectorOf(unit);
  if (on === null) return unknown(sector, undefined);
  if (small && valueOn(srecIIIntake, on) === 'CLOSED') {
    return {
      status: 'NOT_ELIGIBLE',
      tier: null,
      sector,
      factor: null,
      source: 'domain 1.2',
      confidence: null,
      assumed: null,
    };
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
  if (row === undefined || row.value.factor === null || row.confidence === 'INFERRED') return unknown(sector, row);
  const { tier, factor } = row.value;
  return { status: 'PROPOSED', tier, sector, factor, source: row.source, confidence: row.confidence, assumed: null };
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

function unknown(sector: MarketSector, row: DatedRow<FactorRule> | undefined): FactorProposal {
  const value = row?.value;
  const assumed = value === undefined || value.factor === null ? null : { tier: value.tier, factor: value.factor };
  return {
    status: 'UNKNOWN',
    tier: null,
    sector,
    factor: null,
    source: row?.source ?? null,
    confidence: null,
    assumed,
  };
}
