import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { byWhomAndWhen, dollarsColumn, localDateColumn, monthColumn, percentColumn } from '../boundary/columns.js';
import { programs } from '../domain/program.js';

const whoDecided = { decidedAt: p.datetime().nullable(), decidedBy: p.bigint('string').nullable() };
export const transferStates = ['OFFERED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'LAPSED'] as const;
export type TransferState = (typeof transferStates)[number];

/** Certificates that one account offers to another. Final once it is decided. */
export const TransferEntity = defineEntity({
  name: 'Transfer',
  tableName: 'transfer',
  properties: {
    id: p.bigint('string').primary(),
    fromGisAccountId: p.bigint('string'),
    toGisAccountId: p.bigint('string'),
    state: p.enum(transferStates),
    quantity: p.integer(),
    priceDollars: p.type(dollarsColumn).nullable(),
    note: p.text().nullable(),
    standingTransferId: p.bigint('string').nullable(),
    proposedByOrganisationId: p.bigint('string'),
    ...whoDecided,
    ...byWhomAndWhen,
  },
});
export type TransferRow = InferEntity<typeof TransferEntity>;

/** A range of a transfer. Append-only. */
export const TransferRangeEntity = defineEntity({
  name: 'TransferRange',
  tableName: 'transfer_range',
  properties: {
    transferId: p.bigint('string').primary(),
    batchId: p.bigint('string').primary(),
    firstSerial: p.integer().primary(),
    lastSerial: p.integer(),
  },
});

export const standingTransferStates = ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'ENDED'] as const;
export type StandingTransferState = (typeof standingTransferStates)[number];

/** A forward transfer, executed whenever a trading period opens. */
export const StandingTransferEntity = defineEntity({
  name: 'StandingTransfer',
  tableName: 'standing_transfer',
  properties: {
    id: p.bigint('string').primary(),
    alias: p.text(),
    fromGisAccountId: p.bigint('string'),
    toGisAccountId: p.bigint('string'),
    program: p.enum(programs),
    beginMonth: p.type(monthColumn),
    endMonth: p.type(monthColumn),
    method: p.enum(['PERCENT', 'AMOUNT']),
    sharePercent: p.type(percentColumn).nullable(),
    monthlyQuantity: p.integer().nullable(),
    assetId: p.bigint('string').nullable(),
    priority: p.integer(),
    fill: p.enum(['ALL_OR_NOTHING', 'PARTIAL']),
    irrevocable: p.boolean(),
    priceDollars: p.type(dollarsColumn).nullable(),
    state: p.enum(standingTransferStates),
    ...whoDecided,
    ...byWhomAndWhen,
  },
});
export type StandingTransferRow = InferEntity<typeof StandingTransferEntity>;

/** What became of a standing transfer in a vintage month. Append-only. */
export const StandingTransferExecutionEntity = defineEntity({
  name: 'StandingTransferExecution',
  tableName: 'standing_transfer_execution',
  properties: {
    standingTransferId: p.bigint('string').primary(),
    month: p.type(monthColumn).primary(),
    asked: p.integer(),
    moved: p.integer(),
    failure: p.text().nullable(),
    transferId: p.bigint('string').nullable(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type StandingTransferExecutionRow = InferEntity<typeof StandingTransferExecutionEntity>;

/** That a broker may propose transfers for a party, from a day until a day. */
export const BrokerAuthorizationEntity = defineEntity({
  name: 'BrokerAuthorization',
  tableName: 'broker_authorization',
  properties: {
    id: p.bigint('string').primary(),
    principalOrganisationId: p.bigint('string'),
    brokerOrganisationId: p.bigint('string'),
    fromOn: p.type(localDateColumn),
    untilOn: p.type(localDateColumn).nullable(),
    reason: p.text(),
    ...byWhomAndWhen,
    endedBy: p.bigint('string').nullable(),
    endReason: p.text().nullable(),
  },
});
export type BrokerAuthorizationRow = InferEntity<typeof BrokerAuthorizationEntity>;

/** A trading period that was opened, or is being opened: its standing transfers are executed. */
export const TradingPeriodEntity = defineEntity({
  name: 'TradingPeriod',
  tableName: 'trading_period',
  properties: {
    quarter: p.text().primary(),
    openedAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    openedBy: p.bigint('string'),
    reason: p.text(),
    completedAt: p.datetime().nullable(),
  },
});

/** A trading year that was closed, or is being closed. */
export const TradingYearEntity = defineEntity({
  name: 'TradingYear',
  tableName: 'trading_year',
  properties: {
    year: p.integer().primary(),
    closedAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    closedBy: p.bigint('string'),
    reason: p.text(),
    completedAt: p.datetime().nullable(),
  },
});
