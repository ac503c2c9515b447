import { type Decimal, decimalText } from './decimal.js';
import { Refusal } from './error.js';
import type { LocalDate } from './local-date.js';
import { valueOn } from './rules/dated-table.js';
import { manualReportingLimitKw } from './rules/reporting.js';
import { localDateOf } from './time-zone.js';

/** How a reading arrives: typed in by a person, or sent by a DAS provider. */
export type ReportingChannel = 'MANUAL' | 'AUTOMATED';

/**
 * Who is bound: reporting requirements bind systems that MassCEC funded or that are qualified for SRECs; any other system is
 * welcome to report either way.
 *
 * Source: program/001.
 */
export function isBoundToReport(system: { readonly massCecFunded: boolean; readonly srecQualified: boolean }): boolean {
  return system.massCecFunded || system.srecQualified;
}

/**
 * Manual reporting ends at a capacity limit that is inclusive; automated reporting is always allowed.
 *
 * kW, channel, day -> allowed. Source: program/001; domain 5.4.
 */
export function mayReportThrough(channel: ReportingChannel, capacityKw: Decimal, on: LocalDate): boolean {
  return channel === 'AUTOMATED' || capacityKw.lte(valueOn(manualReportingLimitKw, on));
}

/** A bound system above the manual limit reports automatically; else AUTOMATED_REPORTING_REQUIRED. Source: program/001. */
export function checkChannel(channel: ReportingChannel, bound: boolean, capacityKw: Decimal, readAt: Date): void {
  if (!bound || channel === 'AUTOMATED') return;
  const on = localDateOf(readAt);
  if (mayReportThrough(channel, capacityKw, on)) return;
  const limitKw = decimalText(valueOn(manualReportingLimitKw, on));
  throw new Refusal('AUTOMATED_REPORTING_REQUIRED', `Systems above ${limitKw} kW report automatically.`, {
    channel,
    capacityKw: decimalText(capacityKw),
    limitKw,
    expected: 'a reading sent by the DAS provider of the system',
  });
}
