import type { Decimal } from './decimal.js';
import type { RefusalCode, RefusalFacts } from './error.js';
import type { MonthShare } from './estimate-spread.js';
import type { LocalDate } from './local-date.js';
import type { Month } from './month.js';
import type { PlausibilityFlag } from './plausibility.js';
import type { MeterReplacement } from './production.js';
import type { ReportingChannel } from './reporting-channel.js';

/** One reading as it is submitted: when the meter was read, and its cumulative value. */
export interface ReadingRow {
  readonly readAt: Date;
  readonly valueKwh: Decimal;
}

/** What a meter's count is measured against. */
export type MeasuringFacts = Pick<
  ReadingFacts,
  'capacityKw' | 'otherMetersKwh' | 'photovoltaic' | 'estimatedAnnualKwh' | 'meter' | 'previous' | 'replacements'
>;

/** Everything that is known about the meter and its system when a reading comes in. */
export interface ReadingFacts {
  readonly channel: ReportingChannel;
  /** MassCEC funded it or it is qualified for SRECs: the reporting requirements bind. */
  readonly bound: boolean;
  readonly capacityKw: Decimal;
  /** What the other meters of the system report for the same month; default none. */
  readonly otherMetersKwh?: Decimal;
  /** Only PV follows the monthly profile; default true. */
  readonly photovoltaic?: boolean;
  readonly estimatedAnnualKwh: Decimal | null;
  /** The meter as it was before the listed replacements. */
  readonly meter: {
    readonly initialValueKwh: Decimal;
    readonly installedOn: LocalDate;
    readonly registerDigits: number | null;
    readonly revenueGrade: boolean;
  };
  /** The last reading in force of an earlier month; null for a first reading. */
  readonly previous: (ReadingRow & { readonly month: Month }) | null;
  /** Replacements since the previous reading, or since installation; those after this reading are left aside. */
  readonly replacements: readonly (MeterReplacement & { readonly replacedAt: Date })[];
  /** The reading in force of the same month. */
  readonly inForce: ReadingRow | null;
  readonly hasLaterReading: boolean;
  readonly monthIssued: boolean;
}

/** A reading that stands, with what it says. */
export interface AcceptedReading {
  readonly outcome: 'ACCEPTED' | 'SUPERSEDES' | 'DUPLICATE';
  readonly month: Month;
  /** All that was produced since the reading before. */
  readonly differenceKwh: Decimal;
  /** The reported month's own share of it. */
  readonly productionKwh: Decimal;
  /** Whether that share is estimated, because months before it were missed. */
  readonly estimated: boolean;
  /** Shares of the missed months, the reported month left out. */
  readonly shares: readonly MonthShare[];
  readonly flags: readonly PlausibilityFlag[];
}

/** A reading that a rule refuses, and what would have been accepted in its place. */
export interface RefusedReading {
  readonly outcome: 'REFUSED';
  readonly code: RefusalCode;
  readonly message: string;
  readonly facts: RefusalFacts;
  readonly expected: string | null;
}

export type ReadingJudgement = AcceptedReading | RefusedReading;
