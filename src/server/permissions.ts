import { type AccountKind, accountKinds } from '../domain/account-kind.js';
import type { CredentialScope } from '../domain/credential-scope.js';

/** A kind of account, or ANYBODY: also somebody who sends no credential. */
export type Asker = AccountKind | 'ANYBODY';

/**
 * Who may ask what: the whole of it, one line for each field. What is not listed is denied; the server does not start while a field that
 * needs a line lacks one (`guard.ts`). *Whose row* is not here: that is the scope of each slice (`system/scope`,
 * `ledger/scope`), the same on reads and inside verbs.
 */
const everyone: readonly Asker[] = accountKinds;
const anybody: readonly Asker[] = [...everyone, 'ANYBODY'];
const ledgerReaders: readonly Asker[] = ['REC_OWNER', 'SUPPLIER', 'STAFF', 'REGULATOR'];
const staff: readonly Asker[] = ['STAFF'];
const staffAndRegulator: readonly Asker[] = ['STAFF', 'REGULATOR'];
const holders: readonly Asker[] = ['REC_OWNER', 'SUPPLIER'];
const traders: readonly Asker[] = ['REC_OWNER', 'SUPPLIER', 'BROKER', 'STAFF', 'REGULATOR'];
const offerers: readonly Asker[] = ['REC_OWNER', 'SUPPLIER', 'BROKER'];
const recOwnerAndStaff: readonly Asker[] = ['REC_OWNER', 'STAFF'];
const regulator: readonly Asker[] = ['REGULATOR'];
const askers: readonly Asker[] = ['SYSTEM_OWNER', 'REC_OWNER', 'STAFF'];
const ownersAndStaff: readonly Asker[] = ['SYSTEM_OWNER', 'STAFF'];
const partiesAndStaff: readonly Asker[] = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE', 'STAFF'];
const owners: readonly Asker[] = ['SYSTEM_OWNER', 'REC_OWNER'];
const supplier: readonly Asker[] = ['SUPPLIER'];
const supplierAndStaff: readonly Asker[] = ['SUPPLIER', 'STAFF'];
const supplierReaders: readonly Asker[] = ['SUPPLIER', 'STAFF', 'REGULATOR'];
const representative: readonly Asker[] = ['SYSTEM_REPRESENTATIVE'];

const uploadReaders: readonly Asker[] = ['SYSTEM_REPRESENTATIVE', 'STAFF', 'REGULATOR'];

export type FieldPermissions = Readonly<Record<string, readonly Asker[]>>;

export const permissions: Readonly<Record<string, FieldPermissions>> = {
  Query: {
    me: everyone,
    clock: everyone,
    node: everyone,
    nodes: everyone,
    reportingWindow: everyone,
    upload: uploadReaders,
    uploads: uploadReaders,
    systemsNotReported: uploadReaders,
    ruleTables: everyone,
    programmeCalendar: everyone,
    upcomingDates: everyone,
    factorProposal: everyone,
    eligibility: everyone,
    meterModels: everyone,
    dasProviders: everyone,
    system: everyone,
    systems: everyone,
    document: everyone,
    programDocuments: everyone,
    request: everyone,
    requests: everyone,
    registrationStatus: anybody,
    portfolio: ledgerReaders,
    quarterIssuance: ledgerReaders,
    explainIssuance: ledgerReaders,
    explainCertificate: ledgerReaders,
    ledger: ledgerReaders,
    certificates: ledgerReaders,
    productionAwaitingStaff: staffAndRegulator,
    adjustments: ledgerReaders,
    gisReport: staffAndRegulator,
    transfer: traders,
    transfers: traders,
    standingTransfers: ledgerReaders,
    brokerAuthorizations: traders,
    tradingYear: everyone,
    auctions: everyone,
    auction: everyone,
    suppliers: supplierReaders,
    minimumStandards: everyone,
    minimumStandardCalculation: everyone,
    obligationCalculation: everyone,
    complianceDraft: supplierReaders,
    complianceFilings: supplierReaders,
    complianceFiling: supplierReaders,
    export: everyone,
    exports: everyone,
    changes: everyone,
    webhooks: everyone,
    webhook: everyone,
    productionTotals: everyone,
    windowHealth: staffAndRegulator,
    staffQueues: staffAndRegulator,
    flaggedReadings: staffAndRegulator,
    certificateTotals: ledgerReaders,
    assetProgress: ledgerReaders,
    missingProduction: everyone,
    expiries: everyone,
    whatIf: ledgerReaders,
    conformanceCases: everyone,
    conformanceRun: uploadReaders,
    conformanceRuns: uploadReaders,
  },
  Mutation: {
    submitReadings: representative,
    submitReadingColumns: representative,
    retireCertificates: holders,
    fileDocument: everyone,
    acceptTerms: recOwnerAndStaff,
    publishProgramDocument: staff,
    applyForRegistration: anybody,
    approveRegistration: staff,
    denyRequest: staff,
    cancelRequest: staffAndRegulator,
    withdrawRequest: everyone,
    createOrganisation: staff,
    createAccount: staff,
    createApiCredential: staff,
    rotateApiCredential: everyone,
    revokeApiCredential: everyone,
    registerSystem: staff,
    setUpMeter: staff,
    replaceMeter: staff,
    appoint: staff,
    approveDasProvider: staff,
    revokeDasProvider: staff,
    createGisAccount: staff,
    createGisAsset: staff,
    assignGisAsset: staff,
    joinGisAsset: staff,
    leaveGisAsset: staff,
    endRole: staff,
    requestReporterChange: askers,
    requestRecTransfer: askers,
    requestGisHolderChange: recOwnerAndStaff,
    requestHouseSale: ownersAndStaff,
    objectToChange: owners,
    verifyRecTransfer: regulator,
    approveChange: staff,
    grantQualification: staff,
    applyForQualification: askers,
    reviewQualification: staff,
    decideQualification: regulator,
    applyForMeterModel: partiesAndStaff,
    approveMeterModel: staff,
    revokeMeterModel: staff,
    applyAsDasProvider: representative,
    approveDasProviderApplication: staff,
    reportQuarter: staff,
    issueQuarter: staff,
    correctReading: staff,
    releaseProduction: staff,
    dismissProduction: staff,
    offerTransfers: offerers,
    acceptTransfer: holders,
    rejectTransfer: holders,
    withdrawTransfer: holders,
    moveToSubaccount: holders,
    authorizeBroker: holders,
    endBrokerAuthorization: holders,
    offerStandingTransfer: holders,
    acceptStandingTransfer: holders,
    rejectStandingTransfer: holders,
    withdrawStandingTransfer: holders,
    openTradingPeriod: staff,
    closeTradingYear: staff,
    openAuction: staff,
    depositCertificates: holders,
    qualifyBidder: staff,
    openAuctionRound: staff,
    placeBid: holders,
    closeAuctionRound: staff,
    registerSupplier: staff,
    enterSupplierLoad: supplierAndStaff,
    submitFiling: supplier,
    decideFiling: regulator,
    startExport: everyone,
    cancelExport: everyone,
    createWebhook: everyone,
    updateWebhook: everyone,
    pauseWebhook: everyone,
    resumeWebhook: everyone,
    endWebhook: everyone,
    rotateWebhookSecret: everyone,
    testWebhook: everyone,
    redeliverWebhook: everyone,
    startConformanceRun: representative,
    moveConformanceClock: representative,
    submitConformanceReadings: representative,
    confirmConformanceReceipt: representative,
    setClock: staff,
  },
  System: {
    issuances: ledgerReaders,
    ledger: ledgerReaders,
  },
};

/** Types that not everybody may read. An edge that leads to one from a type that more may read needs a line above. */
export const typeReaders: FieldPermissions = {
  Upload: uploadReaders,
  SystemNotReported: uploadReaders,
  ConformanceRun: uploadReaders,
  ConformanceCall: uploadReaders,
  ConformanceSystem: uploadReaders,
  ConformanceCaseResult: uploadReaders,
  Portfolio: ledgerReaders,
  AssetProgress: ledgerReaders,
  ProgramProgress: ledgerReaders,
  WhatIf: ledgerReaders,
  WhatIfMonth: ledgerReaders,
  AwaitingProduction: staffAndRegulator,
  QuarterIssuance: ledgerReaders,
  QuarterTotals: ledgerReaders,
  Issuance: ledgerReaders,
  IssuanceFactor: ledgerReaders,
  IssuanceSystem: ledgerReaders,
  ReadingUse: ledgerReaders,
  CertificateExplanation: ledgerReaders,
  CertificateHolding: ledgerReaders,
  LedgerEntry: ledgerReaders,
  CertificateUse: ledgerReaders,
  Transfer: traders,
  StandingTransfer: ledgerReaders,
  StandingTransferExecution: ledgerReaders,
  BrokerAuthorization: traders,
  Adjustment: ledgerReaders,
  Supplier: supplierReaders,
  ComplianceCohort: supplierReaders,
  CompliancePosition: supplierReaders,
  ComplianceCredit: supplierReaders,
  ComplianceStatement: supplierReaders,
  ComplianceFiling: supplierReaders,
  GisReport: staffAndRegulator,
  GisReportLine: staffAndRegulator,
  GisReportDifference: staffAndRegulator,
  WindowHealth: staffAndRegulator,
  WindowDay: staffAndRegulator,
  WindowReporter: staffAndRegulator,
  StaffQueue: staffAndRegulator,
  ReportQuarterPayload: staff,
  IssueQuarterPayload: staff,
  ApplyForRegistrationPayload: anybody,
  RegistrationStatus: anybody,
};

/** Who may read a type: as listed; a page and its edges as their rows; everything else everyone. */
export function readersOf(typeName: string): readonly Asker[] {
  return typeReaders[typeName.replace(/(Connection|Edge)$/, '')] ?? everyone;
}

/**
 * The scopes that a credential needs for a mutation; the other mutations take WRITE, every query and file READ. What has a webhook tell
 * something takes READ too: it tells what a query would.
 */
const mutationScopes: Readonly<Record<string, readonly CredentialScope[]>> = {
  submitReadings: ['REPORT'],
  submitReadingColumns: ['REPORT'],
  startConformanceRun: ['REPORT'],
  moveConformanceClock: ['REPORT'],
  submitConformanceReadings: ['REPORT'],
  confirmConformanceReceipt: ['REPORT'],
  startExport: ['READ'],
  cancelExport: ['READ'],
  createApiCredential: ['CREDENTIALS'],
  rotateApiCredential: ['CREDENTIALS'],
  revokeApiCredential: ['CREDENTIALS'],
  createWebhook: ['WRITE', 'READ'],
  updateWebhook: ['WRITE', 'READ'],
  resumeWebhook: ['WRITE', 'READ'],
  rotateWebhookSecret: ['WRITE', 'READ'],
  testWebhook: ['WRITE', 'READ'],
  redeliverWebhook: ['WRITE', 'READ'],
};

/** The scopes that a credential needs for a field at the root; none below it, where the root has asked already. */
export function scopesOf(typeName: string, fieldName: string): readonly CredentialScope[] {
  if (typeName === 'Query') return ['READ'];
  return typeName === 'Mutation' ? (mutationScopes[fieldName] ?? ['WRITE']) : [];
}
