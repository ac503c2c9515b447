import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { adjustedMwhColumn, monthColumn, mwhColumn } from '../boundary/columns.js';
import { programs } from '../domain/program.js';

/** The certificates of an asset, programme and vintage month: `<id> - 1 to <quantity>`. */
export const CertificateBatchEntity = defineEntity({
  name: 'CertificateBatch',
  tableName: 'certificate_batch',
  properties: {
    id: p.bigint('string').primary(),
    issuanceId: p.bigint('string'),
    assetId: p.bigint('string'),
    program: p.enum(programs),
    vintageMonth: p.type(monthColumn),
    quantity: p.integer(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type CertificateBatchRow = InferEntity<typeof CertificateBatchEntity>;

export const certificateStates = [
  'ACTIVE',
  'PENDING',
  'RETAIL',
  'RESERVE',
  'BANKED',
  'DEPOSITED',
  'RETIRED',
  'ROLLED_BACK',
] as const;
export type CertificateState = (typeof certificateStates)[number];

/** Where a range of certificates is now: the projection of the entries. */
export const CertificateHoldingEntity = defineEntity({
  name: 'CertificateHolding',
  tableName: 'certificate_holding',
  properties: {
    batchId: p.bigint('string').primary(),
    firstSerial: p.integer().primary(),
    lastSerial: p.integer(),
    /** Where the holding before it ends; null for the first of a batch. */
    followsSerial: p.integer().nullable().generated('(nullif(first_serial - 1, 0)) stored'),
    gisAccountId: p.bigint('string'),
    state: p.enum(certificateStates),
    sinceEntryId: p.bigint('string'),
    usableUntil: p.integer().nullable(),
  },
});
export type CertificateHoldingRow = InferEntity<typeof CertificateHoldingEntity>;

/** The head of an asset's chain. */
export const LedgerStreamEntity = defineEntity({
  name: 'LedgerStream',
  tableName: 'ledger_stream',
  properties: {
    assetId: p.bigint('string').primary(),
    sequence: p.bigint('string'),
    headHash: p.blob(),
    /** The transaction that may write the next unit. */
    openedIn: p.string().columnType('xid8').nullable(),
  },
});

/** What was written at once to an asset's chain, and its hash. */
export const LedgerUnitEntity = defineEntity({
  name: 'LedgerUnit',
  tableName: 'ledger_unit',
  properties: {
    assetId: p.bigint('string').primary(),
    sequence: p.bigint('string').primary(),
    kind: p.enum(['REPORT', 'ISSUE', 'RETIRE', 'CORRECT', 'TRADE', 'AUCTION', 'CLOSE']),
    reason: p.text(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    createdBy: p.bigint('string'),
    format: p.smallint(),
    previousHash: p.blob(),
    hash: p.blob(),
  },
});
export type LedgerUnitRow = InferEntity<typeof LedgerUnitEntity>;

export const ledgerEntryKinds = [
  'MINT',
  'RETIRE_REMAINDER',
  'RETIRE',
  'ROLL_BACK',
  'ROLL_BACK_REMAINDER',
  'ADJUST',
  'OFFER',
  'TAKE_BACK',
  'TRANSFER',
  'TO_ACTIVE',
  'TO_RETAIL',
  'TO_RESERVE',
  'TO_BANKED',
  'DEPOSIT',
  'SELL',
  'RETURN',
  'RETIRE_COMPLIANCE',
  'RETIRE_RESERVE',
  'RETIRE_RESIDUAL',
] as const;
export type LedgerEntryKind = (typeof ledgerEntryKinds)[number];

/** One line of the ledger. */
export const LedgerEntryEntity = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entry',
  properties: {
    id: p.bigint('string').primary(),
    assetId: p.bigint('string'),
    unitSequence: p.bigint('string'),
    position: p.integer(),
    kind: p.enum(ledgerEntryKinds),
    program: p.enum(programs),
    vintageMonth: p.type(monthColumn),
    issuanceId: p.bigint('string').nullable(),
    batchId: p.bigint('string').nullable(),
    firstSerial: p.integer().nullable(),
    lastSerial: p.integer().nullable(),
    quantity: p.integer().nullable().generated('(last_serial - first_serial + 1) stored'),
    remainderMwh: p.type(mwhColumn).nullable(),
    adjustmentId: p.bigint('string').nullable(),
    adjustedMwh: p.type(adjustedMwhColumn).nullable(),
    fromGisAccountId: p.bigint('string').nullable(),
    toGisAccountId: p.bigint('string').nullable(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type LedgerEntryRow = InferEntity<typeof LedgerEntryEntity>;

/** What certificates were retired or set aside for. Append-only. */
export const CertificateUseEntity = defineEntity({
  name: 'CertificateUse',
  tableName: 'certificate_use',
  properties: {
    entryId: p.bigint('string').primary(),
    purpose: p.enum(['VOLUNTARY', 'COMPLIANCE', 'RESERVE']),
    organisationId: p.bigint('string'),
    beneficiary: p.text().nullable(),
    complianceYear: p.integer().nullable(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type CertificateUseRow = InferEntity<typeof CertificateUseEntity>;
