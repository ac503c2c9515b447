import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { byWhomAndWhen, kwhColumn, localDateColumn, paidDollarsColumn } from '../boundary/columns.js';

export const supplierKinds = ['DISTRIBUTION_COMPANY', 'COMPETITIVE', 'MUNICIPAL_LIGHT'] as const;
export type SupplierKind = (typeof supplierKinds)[number];

/** A retail electricity supplier; municipal light districts are exempt. */
export const SupplierEntity = defineEntity({
  name: 'Supplier',
  tableName: 'supplier',
  properties: {
    organisationId: p.bigint('string').primary(),
    kind: p.enum(supplierKinds),
    sinceYear: p.integer(),
    reason: p.text(),
    ...byWhomAndWhen,
  },
});
export type SupplierRow = InferEntity<typeof SupplierEntity>;

/** Load of a compliance year, by the age of its contracts. */
export const SupplierLoadEntity = defineEntity({
  name: 'SupplierLoad',
  tableName: 'supplier_load',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    complianceYear: p.integer(),
    contractedOn: p.type(localDateColumn),
    basicService: p.boolean(),
    salesMwh: p.type(kwhColumn),
    evidence: p.text(),
    supersededBy: p.bigint('string').nullable(),
    ...byWhomAndWhen,
  },
});
export type SupplierLoadRow = InferEntity<typeof SupplierLoadEntity>;

export const filingStates = ['SUBMITTED', 'APPROVED', 'RETURNED'] as const;
export type FilingState = (typeof filingStates)[number];

/** An annual compliance filing, as it was submitted. */
export const ComplianceFilingEntity = defineEntity({
  name: 'ComplianceFiling',
  tableName: 'compliance_filing',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    complianceYear: p.integer(),
    state: p.enum(filingStates),
    content: p.json<unknown>(),
    submittedAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.bigint('string').nullable(),
    decisionReason: p.text().nullable(),
    ...byWhomAndWhen,
  },
});
export type ComplianceFilingRow = InferEntity<typeof ComplianceFilingEntity>;

/** What an approved filing came to in a programme. Append-only. */
export const ComplianceResultEntity = defineEntity({
  name: 'ComplianceResult',
  tableName: 'compliance_result',
  properties: {
    filingId: p.bigint('string').primary(),
    program: p.enum(['SREC_I', 'SREC_II']).primary(),
    obligation: p.integer(),
    newUsed: p.integer(),
    acpMwh: p.integer(),
    acpDollars: p.type(paidDollarsColumn),
    newlyBanked: p.integer(),
    surplusLost: p.integer(),
  },
});

/** Certificates retired for compliance beyond the obligation: a credit for later years. Append-only. */
export const ComplianceCreditEntity = defineEntity({
  name: 'ComplianceCredit',
  tableName: 'compliance_credit',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    program: p.text(),
    fromYear: p.integer(),
    quantity: p.integer(),
    filingId: p.bigint('string'),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type ComplianceCreditRow = InferEntity<typeof ComplianceCreditEntity>;

/** What of a credit a filing used. Append-only. */
export const ComplianceCreditUseEntity = defineEntity({
  name: 'ComplianceCreditUse',
  tableName: 'compliance_credit_use',
  properties: {
    creditId: p.bigint('string').primary(),
    filingId: p.bigint('string').primary(),
    quantity: p.integer(),
  },
});
