import type { AccountKind } from '../domain/account-kind.js';

/**
 * Who may ask what: the whole of it, on one screen. What is not listed is denied; the server does not start while a field that
 * needs a line lacks one (`guard.ts`). *Whose row* is not here: that is the scope of each slice (`system/scope`,
 * `ledger/scope`), the same on reads and inside verbs.
 */
const everyone: readonly AccountKind[] = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE', 'STAFF', 'REGULATOR'];
const ledgerReaders: readonly AccountKind[] = ['REC_OWNER', 'STAFF', 'REGULATOR'];
const staff: readonly AccountKind[] = ['STAFF'];
const staffAndRegulator: readonly AccountKind[] = ['STAFF', 'REGULATOR'];
const regulator: readonly AccountKind[] = ['REGULATOR'];
const ownersAndStaff: readonly AccountKind[] = ['SYSTEM_OWNER', 'REC_OWNER', 'STAFF'];
const partiesAndStaff: readonly AccountKind[] = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE', 'STAFF'];
const recOwner: readonly AccountKind[] = ['REC_OWNER'];
const representative: readonly AccountKind[] = ['SYSTEM_REPRESENTATIVE'];

export type FieldPermissions = Readonly<Record<string, readonly AccountKind[]>>;

export const permissions: Readonly<Record<string, FieldPermissions>> = {
  Query: {
    me: everyone,
    clock: everyone,
    reportingWindow: everyone,
    ruleTables: everyone,
    factorProposal: everyone,
    eligibility: everyone,
    meterModels: everyone,
    dasProviders: everyone,
    system: everyone,
    systems: everyone,
    portfolio: ledgerReaders,
    quarterIssuance: ledgerReaders,
    explainIssuance: ledgerReaders,
    explainCertificate: ledgerReaders,
    ledger: ledgerReaders,
    certificates: ledgerReaders,
    productionAwaitingStaff: staffAndRegulator,
  },
  Mutation: {
    submitReadings: representative,
    retireCertificates: recOwner,
    createOrganisation: staff,
    createAccount: staff,
    createApiCredential: staff,
    revokeApiCredential: staff,
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
    grantQualification: staff,
    applyForQualification: ownersAndStaff,
    reviewQualification: staff,
    decideQualification: regulator,
    applyForMeterModel: partiesAndStaff,
    approveMeterModel: staff,
    revokeMeterModel: staff,
    applyAsDasProvider: representative,
    approveDasProviderApplication: staff,
    issueQuarter: staff,
    setClock: staff,
  },
  System: {
    issuances: ledgerReaders,
    ledger: ledgerReaders,
  },
};

/** Types that not everybody may read. An edge that leads to one from a type that more may read needs a line above. */
export const typeReaders: FieldPermissions = {
  Portfolio: ledgerReaders,
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
};

/** Who may read a type: as listed; a page and its edges as their rows; everything else everyone. */
export function readersOf(typeName: string): readonly AccountKind[] {
  return typeReaders[typeName.replace(/(Connection|Edge)$/, '')] ?? everyone;
}
