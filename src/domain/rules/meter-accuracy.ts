import { Decimal, decimalText } from '../decimal.js';
import type { DatedTable } from './dated-table.js';

/** The largest error that a meter of revenue grade may have, in percent, by the size of its system. */
export interface MeterAccuracy {
  readonly smallUpToKw: Decimal;
  readonly smallPercent: Decimal;
  readonly mediumUpToKw: Decimal;
  readonly mediumPercent: Decimal;
  readonly largePercent: Decimal;
}

/** Accuracy classes of revenue quality metering. Source: domain 5.7. */
export const meterAccuracy: DatedTable<MeterAccuracy> = {
  name: 'meter-accuracy',
  description:
    'Largest error of a revenue quality meter by nameplate capacity; every meter that reports automatically has at least the middle class.',
  unit: 'percent',
  rows: [
    {
      from: null,
      to: null,
      value: {
        smallUpToKw: new Decimal(10),
        smallPercent: new Decimal(2),
        mediumUpToKw: new Decimal(1000),
        mediumPercent: new Decimal(1),
        largePercent: new Decimal('0.5'),
      },
      source: 'domain 5.7: SREC II metering requirements, version 2.0 of 2015-04-24',
      confidence: 'FOUND',
    },
  ],
  text: classes =>
    `${decimalText(classes.smallPercent)} up to ${decimalText(classes.smallUpToKw)} kW by hand, ` +
    `${decimalText(classes.mediumPercent)} up to ${decimalText(classes.mediumUpToKw)} kW, ${decimalText(classes.largePercent)} above`,
};
