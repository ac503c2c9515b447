import { defineEntity, p } from '@mikro-orm/core';
import { adjustedMwhColumn, localDateColumn, monthColumn, summedKwhColumn } from '../boundary/columns.js';

/**
 * What changed since it was rolled up: months of systems, or of all systems of a town and what was minted ('': the latter alone); no month: the
 * systems of the town themselves. Written by triggers, never changed.
 */
export const RollupDirtyEntity = defineEntity({
  name: 'RollupDirty',
  tableName: 'rollup_dirty',
  properties: {
    id: p.bigint('string').primary(),
    town: p.text().nullable(),
    fromMonth: p.type(monthColumn).nullable(),
    untilMonth: p.type(monthColumn).nullable(),
    systems: p.array().columnType('bigint[]').nullable(),
  },
});

/** Months of towns, or of some of their systems, that the job has taken on and not computed yet. */
export const RollupPendingEntity = defineEntity({
  name: 'RollupPending',
  tableName: 'rollup_pending',
  properties: {
    id: p.bigint('string').primary(),
    month: p.type(monthColumn),
    town: p.text().nullable(),
    systems: p.array().columnType('bigint[]').nullable(),
  },
});

/** Certificates of a month by account, programme, town and market sector; '': of no town or sector, or of systems of several. */
export const MintedAccountRollupEntity = defineEntity({
  name: 'MintedAccountRollup',
  tableName: 'minted_account_rollup',
  properties: {
    gisAccountId: p.bigint('string').primary(),
    month: p.type(monthColumn).primary(),
    program: p.text().primary(),
    town: p.text().primary(),
    marketSector: p.text().primary(),
    certificates: p.bigint('number'),
  },
});

/** The same of all accounts: certificates of a month by programme, town and market sector; '': of no town or sector, or of systems of several. */
export const MintedRollupEntity = defineEntity({
  name: 'MintedRollup',
  tableName: 'minted_rollup',
  properties: {
    month: p.type(monthColumn).primary(),
    program: p.text().primary(),
    town: p.text().primary(),
    marketSector: p.text().primary(),
    certificates: p.bigint('number'),
  },
});

/** The months that are rolled up. */
export const RollupMonthEntity = defineEntity({
  name: 'RollupMonth',
  tableName: 'rollup_month',
  properties: { month: p.type(monthColumn).primary() },
});

const productionSums = {
  systems: p.integer(),
  productionKwh: p.type(summedKwhColumn),
  estimatedKwh: p.type(summedKwhColumn),
  eligibleMwh: p.type(adjustedMwhColumn),
  unusedReadings: p.integer(),
  unusedKwh: p.type(summedKwhColumn),
};

/**
 * A month of a system that produced in it (`productionKwh` is null where it did not), or that is to report it or did, with all by which it is
 * counted. A programme or sector of '' is none; a provider of 0: it reports by itself.
 */
export const SystemMonthRollupEntity = defineEntity({
  name: 'SystemMonthRollup',
  tableName: 'system_month_rollup',
  properties: {
    month: p.type(monthColumn).primary(),
    systemId: p.bigint('string').primary(),
    town: p.text(),
    technology: p.text(),
    program: p.text(),
    marketSector: p.text(),
    productionKwh: p.type(summedKwhColumn).nullable(),
    estimatedKwh: p.type(summedKwhColumn),
    eligibleMwh: p.type(adjustedMwhColumn),
    unusedReadings: p.integer(),
    unusedKwh: p.type(summedKwhColumn),
    toReport: p.boolean(),
    dasProviderId: p.bigint('string'),
    reportedOn: p.type(localDateColumn).nullable(),
    flaggedReadings: p.integer(),
    oldestFlaggedAt: p.datetime().nullable(),
  },
});

/** Production of a month by town, technology, programme and market sector; a programme or sector of '' is none. */
export const ProductionRollupEntity = defineEntity({
  name: 'ProductionRollup',
  tableName: 'production_rollup',
  properties: {
    month: p.type(monthColumn).primary(),
    town: p.text().primary(),
    technology: p.text().primary(),
    program: p.text().primary(),
    marketSector: p.text().primary(),
    ...productionSums,
  },
});

/** The same, summed over the towns. */
export const ProductionMonthRollupEntity = defineEntity({
  name: 'ProductionMonthRollup',
  tableName: 'production_month_rollup',
  properties: {
    month: p.type(monthColumn).primary(),
    technology: p.text().primary(),
    program: p.text().primary(),
    marketSector: p.text().primary(),
    ...productionSums,
  },
});

/** The same, by town alone. */
export const ProductionTownRollupEntity = defineEntity({
  name: 'ProductionTownRollup',
  tableName: 'production_town_rollup',
  properties: { month: p.type(monthColumn).primary(), town: p.text().primary(), ...productionSums },
});

/** Systems of a month by town and day of their first report ('infinity': none yet). */
export const ReportingRollupEntity = defineEntity({
  name: 'ReportingRollup',
  tableName: 'reporting_rollup',
  properties: {
    month: p.type(monthColumn).primary(),
    town: p.text().primary(),
    reportedOn: p.type(localDateColumn).primary(),
    systems: p.integer(),
    flaggedReadings: p.integer(),
    oldestFlaggedAt: p.datetime().nullable(),
  },
});

/** Systems of a month by town and DAS provider (0: they report by themselves). */
export const ReporterRollupEntity = defineEntity({
  name: 'ReporterRollup',
  tableName: 'reporter_rollup',
  properties: {
    month: p.type(monthColumn).primary(),
    town: p.text().primary(),
    dasProviderId: p.bigint('string').primary(),
    expectedSystems: p.integer(),
    reportedSystems: p.integer(),
    lastReportedOn: p.type(localDateColumn).nullable(),
  },
});

/** Systems by town, ZIP code ('': none) and technology. */
export const SystemRollupEntity = defineEntity({
  name: 'SystemRollup',
  tableName: 'system_rollup',
  properties: {
    town: p.text().primary(),
    zip: p.text().primary(),
    technology: p.text().primary(),
    systems: p.integer(),
    capacityKw: p.type(summedKwhColumn),
  },
});
