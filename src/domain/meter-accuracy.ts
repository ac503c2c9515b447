import type { Decimal } from './decimal.js';
import type { LocalDate } from './local-date.js';
import type { ReportingChannel } from './reporting-channel.js';
import { valueOn } from './rules/dated-table.js';
import { meterAccuracy } from './rules/meter-accuracy.js';

/**
 * The largest error that a meter of revenue grade may have for a system of this size that reports through this channel.
 *
 * kW DC (AC for what is not PV), channel, day -> percent. Source: domain 5.7.
 */
export function requiredAccuracyPercent(capacityKw: Decimal, channel: ReportingChannel, on: LocalDate): Decimal {
  const classes = valueOn(meterAccuracy, on);
  if (capacityKw.gt(classes.mediumUpToKw)) return classes.largePercent;
  return channel === 'MANUAL' && capacityKw.lte(classes.smallUpToKw) ? classes.smallPercent : classes.mediumPercent;
}

/** Whether a meter is of revenue grade for its system; null: of no known accuracy (an inverter's display, say), so it is not. */
export function isRevenueGrade(
  accuracyPercent: Decimal | null,
  capacityKw: Decimal,
  channel: ReportingChannel,
  on: LocalDate,
): boolean {
  return accuracyPercent?.lte(requiredAccuracyPercent(capacityKw, channel, on)) ?? false;
}
