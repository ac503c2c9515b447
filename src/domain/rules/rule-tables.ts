import type { LocalDate } from '../local-date.js';
import { classIAcpRates, srecIAcpRates, srecIIAcpRates } from './acp-rates.js';
import { auctionTerms } from './auction.js';
import { bidderTerms } from './auction-bidders.js';
import { srecIAuctionPrices, srecIIAuctionPrices } from './auction-prices.js';
import { businessDaysToNextRound } from './auction-rounds.js';
import { srecBanking } from './banking.js';
import { parcelCapacityLimitKw, srecIThresholds } from './capacity-limit.js';
import { classIMinimumStandards } from './class-i-standards.js';
import { conformanceValidityYears } from './conformance.js';
import type { Confidence, DatedTable } from './dated-table.js';
import { classIRateContractedBefore } from './filing.js';
import { massachusettsHolidays } from './holidays.js';
import { carryRounding, issuanceProcess } from './issuance.js';
import { sectorLimits } from './market-sectors.js';
import { meterAccuracy } from './meter-accuracy.js';
import { srecIIMinimumStandards, srecIMinimumStandards } from './minimum-standards.js';
import { mintCalendar } from './mint-calendar.js';
import { srecIGrowthFactor } from './obligation-formula.js';
import { effectiveMonthPolicy, optInTermQuarters } from './opt-in.js';
import { capacityFactor, monthlyProfile, plausibilityBounds } from './plausibility.js';
import { programmeDates } from './programme-dates.js';
import { minimumPublishedSystems } from './publication.js';
import {
  classIAfterTerm,
  filingDeadlines,
  intakeOfSrecI,
  programStarts,
  srecIIOperatingFrom,
} from './qualification-dates.js';
import { manualReportingLimitKw, missedMonthPolicy, reportingWindowDays } from './reporting.js';
import { srecFactors } from './srec-factors.js';
import { srecIIIntake } from './srec-ii-intake.js';

/** A row as a person reads it; INFERRED ones are shown and never used. */
export interface RuleRow {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly value: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** A dated table as it is published. */
export interface RuleTable {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly rows: readonly RuleRow[];
}

/** Every regulation number and policy of the house, for anyone to read. */
export const ruleTables: readonly RuleTable[] = [
  published(reportingWindowDays),
  published(manualReportingLimitKw),
  published(missedMonthPolicy),
  published(effectiveMonthPolicy),
  published(optInTermQuarters),
  published(srecFactors),
  published(sectorLimits),
  published(srecIIIntake),
  published(parcelCapacityLimitKw),
  published(srecIThresholds),
  published(intakeOfSrecI),
  published(srecIIOperatingFrom),
  published(programStarts),
  published(filingDeadlines),
  published(classIAfterTerm),
  published(issuanceProcess),
  published(carryRounding),
  published(meterAccuracy),
  published(plausibilityBounds),
  published(capacityFactor),
  published(monthlyProfile),
  published(mintCalendar),
  published(programmeDates),
  published(srecIAcpRates),
  published(srecIIAcpRates),
  published(classIAcpRates),
  published(srecIMinimumStandards),
  published(srecIIMinimumStandards),
  published(classIMinimumStandards),
  published(classIRateContractedBefore),
  published(srecIGrowthFactor),
  published(srecBanking),
  published(auctionTerms),
  published(businessDaysToNextRound),
  published(srecIAuctionPrices),
  published(srecIIAuctionPrices),
  published(bidderTerms),
  published(massachusettsHolidays),
  published(minimumPublishedSystems),
  published(conformanceValidityYears),
];

function published<T>({ name, description, unit, rows, text }: DatedTable<T>): RuleTable {
  return { name, description, unit, rows: rows.map(row => ({ ...row, value: text(row.value) })) };
}
