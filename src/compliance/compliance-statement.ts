import type { EntityManager } from '@mikro-orm/postgresql';
import { compliancePosition } from '../domain/compliance-position.js';
import { Decimal, decimalText, zero } from '../domain/decimal.js';
import {
  type CarveOut,
  type ContractedLoad,
  carveOuts,
  hasObligation,
  minimumStandardFor,
  obligationOfLoad,
  paysClassIRate,
} from '../domain/load-cohort.js';
import type { LocalDate } from '../domain/local-date.js';
import { programmeDaysOf } from '../domain/programme-days.js';
import { classIAcpRates, srecIAcpRates, srecIIAcpRates } from '../domain/rules/acp-rates.js';
import { classIMinimumStandards } from '../domain/rules/class-i-standards.js';
import { rowsOn, valueOn } from '../domain/rules/dated-table.js';
import type { SupplierRow } from './compliance.entity.js';
import type { UseOrder } from './compliance.input.js';
import type { ComplianceCohort, ComplianceCredit, CompliancePosition, ComplianceStatement } from './compliance.type.js';
import { certificatesOf, compliedBefore, creditsOf, type Retirements, yearIsClosed } from './known-compliance.js';
import { loadOf } from './known-load.js';

const acpTables = { SREC_I: srecIAcpRates, SREC_II: srecIIAcpRates } as const;

/** When the filing of a compliance year is due: July 1 of the next. Source: program/003. */
export function filingDueOn(complianceYear: number): LocalDate {
  return programmeDaysOf('COMPLIANCE_FILING', complianceYear + 1).lastOn;
}

/**
 * What a compliance year comes to for a supplier: its load by contract day, the obligation of each carve-out, the certificates and
 * credits that count, what is paid, banked and lost. Plain values, so that a filing can keep it as it is. NO_RULE_IN_FORCE when a
 * percentage or a rate that it takes is not on record.
 */
export async function complianceStatement(
  em: EntityManager,
  supplier: SupplierRow,
  complianceYear: number,
  useOrder: UseOrder,
): Promise<ComplianceStatement> {
  const { organisationId } = supplier;
  const loads = await loadOf(em, organisationId, complianceYear);
  const programs = loads.length === 0 ? [] : carveOuts.filter(program => hasObligation(program, complianceYear));
  const yearClosed = await yearIsClosed(em, complianceYear);
  const certificates = await certificatesOf(em, organisationId, complianceYear, yearClosed);
  const credits = await creditsOf(em, organisationId);
  const compliantInEarlierYears = await compliedBefore(em, supplier, complianceYear);
  const cohorts = programs.flatMap(program => loads.map(load => cohortOf(program, complianceYear, load, supplier)));
  const [classI] = rowsOn(classIMinimumStandards, `${complianceYear}-01-01` as LocalDate);
  return {
    organisationId,
    complianceYear,
    dueOn: filingDueOn(complianceYear),
    yearClosed,
    useOrder,
    classIPercent: classI ? decimalText(classI.value) : null,
    cohorts,
    positions: programs.map(program =>
      positionOf({
        ...{ program, complianceYear, useOrder, compliantInEarlierYears },
        cohorts: cohorts.filter(cohort => cohort.program === program),
        certificates: certificates.get(program) ?? { retired: 0, toBeRetired: 0 },
        credits: credits.get(program) ?? [],
      }),
    ),
  };
}

function cohortOf(
  program: CarveOut,
  complianceYear: number,
  load: ContractedLoad,
  { kind }: SupplierRow,
): ComplianceCohort {
  const standard = minimumStandardFor(program, complianceYear, load.contractedOn);
  return {
    program,
    contractedOn: load.contractedOn,
    basicService: load.basicService,
    salesMwh: decimalText(load.salesMwh),
    minimumStandardPercent: decimalText(standard.value.percent),
    percentSource: standard.source,
    percentConfidence: standard.confidence,
    paysClassIRate: kind === 'COMPETITIVE' && paysClassIRate(program, load, complianceYear),
  };
}

interface Brought {
  readonly program: CarveOut;
  readonly complianceYear: number;
  readonly useOrder: UseOrder;
  readonly compliantInEarlierYears: boolean;
  readonly cohorts: readonly ComplianceCohort[];
  readonly certificates: Retirements;
  readonly credits: readonly ComplianceCredit[];
}

function positionOf(brought: Brought): CompliancePosition {
  const { program, complianceYear, certificates, credits } = brought;
  const { exactMwh, obligation, atClassIRate } = obligationOfLoad(
    brought.cohorts.map(cohort => ({
      salesMwh: new Decimal(cohort.salesMwh),
      minimumStandardPercent: new Decimal(cohort.minimumStandardPercent),
      paysClassIRate: cohort.paysClassIRate,
    })),
  );
  const earlier = credits.filter(({ fromYear }) => fromYear < complianceYear);
  const position = compliancePosition({
    complianceYear,
    obligation,
    newCertificates: certificates.retired + certificates.toBeRetired,
    banked: earlier.map(({ fromYear, quantity }) => ({ year: fromYear, count: quantity })),
    acpRateDollars: zero,
    useOrder: brought.useOrder,
    compliantInEarlierYears: brought.compliantInEarlierYears,
  });
  const creditIdOf = new Map(earlier.map(({ fromYear, creditId }) => [fromYear, creditId]));
  const creditsOfYears = (years: readonly { readonly year: number; readonly count: number }[]) =>
    years.map(({ year, count }) => ({ creditId: creditIdOf.get(year) ?? '', fromYear: year, quantity: count }));
  return {
    program,
    exactMwh: decimalText(exactMwh),
    obligation,
    ...certificates,
    newUsed: position.newUsed,
    creditsUsed: creditsOfYears(position.bankedUsed),
    ...payment(program, complianceYear, position.acpMwh, atClassIRate),
    newlyBanked: position.newlyBanked,
    surplusLost: position.surplusLost,
    compliantInEarlierYears: brought.compliantInEarlierYears,
    creditsKept: creditsOfYears(position.bankedKept),
    creditsExpired: creditsOfYears(position.bankedExpired),
  };
}

/** What is paid: for load that competitive suppliers contracted before 2010 first, at the Class I rate, the rest at the carve-out's own. Source: program/002. */
function payment(program: CarveOut, complianceYear: number, acpQuantity: number, atClassIRate: number) {
  const on = `${complianceYear}-01-01` as LocalDate;
  const older = Math.min(acpQuantity, atClassIRate);
  const others = acpQuantity - older;
  const classIRate = older > 0 ? valueOn(classIAcpRates, on) : null;
  const rate = others > 0 ? valueOn(acpTables[program], on) : null;
  const dollars = (classIRate ?? zero).times(older).plus((rate ?? zero).times(others));
  return {
    acpQuantity,
    acpQuantityAtClassIRate: older,
    acpRateDollars: rate && decimalText(rate),
    acpRateConfidence: rate && (rowsOn(acpTables[program], on)[0]?.confidence ?? null),
    classIRateDollars: classIRate && decimalText(classIRate),
    acpDollars: decimalText(dollars),
  };
}
