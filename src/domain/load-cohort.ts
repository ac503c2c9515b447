import type { Decimal } from './decimal.js';
import { Refusal } from './error.js';
import type { LocalDate } from './local-date.js';
import { type LoadCohort, supplierObligation } from './minimum-standard.js';
import { type DatedRow, type DatedTable, rowsOn, valueOn } from './rules/dated-table.js';
import { classIRateContractedBefore } from './rules/filing.js';
import { type MinimumStandard, srecIIMinimumStandards, srecIMinimumStandards } from './rules/minimum-standards.js';

/** The programmes with an obligation of their own in this house. */
export const carveOuts = ['SREC_I', 'SREC_II'] as const;
export type CarveOut = (typeof carveOuts)[number];

export const minimumStandardTables: Readonly<Record<CarveOut, DatedTable<MinimumStandard>>> = {
  SREC_I: srecIMinimumStandards,
  SREC_II: srecIIMinimumStandards,
};

/** Load of a compliance year under contracts of one day. */
export interface ContractedLoad {
  readonly contractedOn: LocalDate;
  readonly basicService: boolean;
  readonly salesMwh: Decimal;
}

/** The Minimum Standards of a year, verified ones only; NO_RULE_IN_FORCE when there is none. */
export function minimumStandardsOf(program: CarveOut, complianceYear: number): DatedRow<MinimumStandard>[] {
  const table = minimumStandardTables[program];
  const date = `${complianceYear}-01-01` as LocalDate;
  const found = rowsOn(table, date);
  if (found.length > 0) return found;
  throw new Refusal('NO_RULE_IN_FORCE', `"${table.name}" has no verified figure for ${complianceYear}.`, {
    table: table.name,
    date,
  });
}

/** Whether the carve-out is in force in a year: SREC II began in 2014. Years after the last figure on record count as in force. */
export function hasObligation(program: CarveOut, complianceYear: number): boolean {
  const first = minimumStandardTables[program].rows[0]?.from ?? null;
  return first !== null && `${complianceYear}-01-01` >= first;
}

/** The Minimum Standard for contracts of a day: the one of their age where there is one, else that of the year. Source: domain 2.2. */
export function minimumStandardFor(
  program: CarveOut,
  complianceYear: number,
  contractedOn: LocalDate,
): DatedRow<MinimumStandard> {
  const all = minimumStandardsOf(program, complianceYear);
  const aged = all
    .filter(({ value }) => value.contractedBefore !== null && contractedOn < value.contractedBefore)
    .sort((a, b) => ((a.value.contractedBefore ?? '') < (b.value.contractedBefore ?? '') ? -1 : 1));
  const found = aged[0] ?? all.find(({ value }) => value.contractedBefore === null);
  if (found) return found;
  throw new Refusal('NO_RULE_IN_FORCE', 'No verified Minimum Standard for contracts of this day.', {
    table: minimumStandardTables[program].name,
    date: contractedOn,
  });
}

/**
 * Whether load may pay the Class I rate: under contract before 2010, Basic Service excepted. It is the page of the first Solar Carve-Out
 * (SREC I) that says so; no source says it of the second. Source: program/002; domain 8.12.
 */
export function paysClassIRate(program: CarveOut, load: ContractedLoad, complianceYear: number): boolean {
  if (program !== 'SREC_I') return false;
  const before = valueOn(classIRateContractedBefore, `${complianceYear}-01-01` as LocalDate);
  return !load.basicService && load.contractedOn < before;
}

/** The obligation of a supplier's load, and the part of it that may be paid for at the Class I rate. */
export interface LoadObligation {
  readonly exactMwh: Decimal;
  readonly obligation: number;
  /** What is not owed for load that pays the full rate, which is rounded up (policy). */
  readonly atClassIRate: number;
}

/** Cohorts with their percentages -> obligation, rounded up once. MWh, percent -> certificates. Source: domain 2.2, 8.12. */
export function obligationOfLoad(
  cohorts: readonly (LoadCohort & { readonly paysClassIRate: boolean })[],
): LoadObligation {
  const { exactMwh, obligation } = supplierObligation(cohorts);
  const others = supplierObligation(cohorts.filter(cohort => !cohort.paysClassIRate)).obligation;
  return { exactMwh, obligation, atClassIRate: Math.max(obligation - others, 0) };
}
