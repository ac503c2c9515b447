import { Decimal, decimalText } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { LawResult } from '../ledger/laws/law.js';
import type { YearFigures } from '../synthetic/run-year.js';

/** What the command prints with --json. */
export interface SyntheticYear extends YearFigures {
  readonly from: Month;
  readonly months: number;
  readonly seed: string;
  readonly laws: { readonly run: number; readonly broken: readonly LawResult[]; readonly ms: number };
  readonly totalMs: number;
}

/** Without zeros that say nothing. */
const plain = (decimal: string) => decimalText(new Decimal(decimal));

/** The summary of a synthetic year for a person. */
export function yearLines({
  from,
  months,
  seed,
  systems,
  providers,
  readings,
  quarters,
  laws,
  ...times
}: SyntheticYear): string[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const { calls, rows, accepted, duplicates, refused, refusals, flagged, estimated, missed, replacedMeters } = readings;
  return [
    `Synthetic year on real units: ${months} months from ${from}, seed ${seed}. All production is made up.`,
    `Systems     ${systems}, reported by ${providers} DAS providers`,
    `Readings    ${rows} rows in ${calls} calls: ${accepted} accepted, ${duplicates} duplicates, ${refused} refused, ${flagged} flagged`,
    ...Object.entries(refusals).map(([code, count]) => `            refused as ${code}: ${count}`),
    `            ${missed} months missed, ${estimated} rows estimated, ${replacedMeters} meters replaced`,
    `Production  ${readings.producedKwh} kWh reported, ${readings.onRecordKwh} kWh on record`,
    ...quarters.map(
      quarter =>
        `${quarter.quarter}     ${plain(quarter.reportedMwh)} MWh reported, ${quarter.certificates} certificates, ${quarter.assets} assets; ` +
        `carried out ${plain(quarter.ptsCarryKwh)} kWh (PTS), ${plain(quarter.gisCarryMwh)} MWh (GIS); ${seconds(quarter.ms)}`,
    ),
    `Laws        ${laws.run - laws.broken.length} of ${laws.run} hold`,
    ...laws.broken.map(law => `            broken at ${law.count} places: ${law.name} (${law.sentence})`),
    `Time        setup ${seconds(times.setupMs)}, readings ${seconds(readings.ms)} (${Math.round((rows * 1000) / readings.ms)} rows/s` +
      `${readings.replayedCalls > 0 ? `, ${readings.replayedCalls} calls replayed` : ''}), laws ${seconds(laws.ms)}, ` +
      `total ${seconds(times.totalMs)}`,
  ];
}
