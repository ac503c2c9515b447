import { requestSteps } from '../domain/request-steps.js';
import { ledgerEntryKinds } from '../ledger/certificate.entity.js';
import { standingTransferStates, transferStates } from '../market/market.entity.js';

/** What a change is about: the thing to read anew. */
export const subjectTypes = [
  'READING',
  'SYSTEM',
  'METER',
  'SYSTEM_ROLE',
  'STATEMENT_OF_QUALIFICATION',
  'GIS_ASSET',
  'QUARTER',
  'ISSUANCE',
  'ADJUSTMENT',
  'LEDGER_ENTRY',
  'TRANSFER',
  'STANDING_TRANSFER',
  'BROKER_AUTHORIZATION',
  'TRADING_YEAR',
  'AUCTION',
  'COMPLIANCE_FILING',
  'DOCUMENT',
  'PROGRAM_DOCUMENT_VERSION',
  'REQUEST',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** Whose a change is to see, by the predicates of the slices; which one is said in `change-scope`. */
export type ChangeScope =
  | 'SYSTEM'
  | 'SYSTEM_ROLE'
  | 'ISSUANCE'
  | 'ADJUSTMENT'
  | 'LEDGER_ENTRY'
  | 'TRANSFER'
  | 'STANDING_TRANSFER'
  | 'BROKER_AUTHORIZATION'
  | 'COMPLIANCE_FILING'
  | 'DOCUMENT'
  | 'REQUEST'
  | 'ASSET_HOLDER'
  | 'ASSET_MEMBERSHIP'
  | 'LEDGER_READERS'
  | 'SEALED_DEPOSIT'
  | 'UNSEALED_DEPOSIT'
  | 'EVERYONE';

/** A kind of change: what it is about, who sees it, and what it says. */
export interface ChangeKindRow {
  readonly subject: SubjectType;
  readonly scope: ChangeScope;
  readonly says: string;
}

const of = (subject: SubjectType, scope: ChangeScope, says: string): ChangeKindRow => ({ subject, scope, says });
const each = (names: readonly string[], prefix: string, kind: (name: string) => ChangeKindRow) =>
  Object.fromEntries(names.map(name => [`${prefix}${name}`, kind(name)]));

/** Every kind of change, by the name under which the triggers of migration 21 write it. */
export const changeKinds: Readonly<Record<string, ChangeKindRow>> = {
  READING_ACCEPTED: of('READING', 'SYSTEM', 'A reading was accepted.'),
  READING_SUPERSEDED: of('READING', 'SYSTEM', 'Another reading took the place of this one.'),
  SYSTEM_REGISTERED: of('SYSTEM', 'SYSTEM', 'A system was registered.'),
  ROLE_BEGAN: of('SYSTEM_ROLE', 'SYSTEM_ROLE', 'A party was given a role in a system.'),
  ROLE_ENDED: of('SYSTEM_ROLE', 'SYSTEM_ROLE', 'The last day of a role in a system was set.'),
  METER_SET_UP: of('METER', 'SYSTEM', 'A meter was set up.'),
  METER_REPLACED: of('METER', 'SYSTEM', 'A meter was replaced.'),
  STATEMENT_GRANTED: of('STATEMENT_OF_QUALIFICATION', 'SYSTEM', 'A statement of qualification was granted.'),
  ASSET_JOINED: of('GIS_ASSET', 'ASSET_MEMBERSHIP', 'A system is in a GIS asset from this month on.'),
  ASSET_LEFT: of('GIS_ASSET', 'ASSET_MEMBERSHIP', 'A system is in a GIS asset no longer, from this month on.'),
  ASSET_HOLDER_BEGAN: of('GIS_ASSET', 'ASSET_HOLDER', 'A GIS account holds an asset from this month on.'),
  ASSET_HOLDER_ENDED: of('GIS_ASSET', 'ASSET_HOLDER', 'A GIS account holds an asset no longer, from this month on.'),
  QUARTER_REPORTED: of('QUARTER', 'LEDGER_READERS', 'A quarter was reported to the GIS, and the report frozen.'),
  QUARTER_ISSUED: of('QUARTER', 'LEDGER_READERS', 'A quarter was issued.'),
  ISSUANCE_WRITTEN: of(
    'ISSUANCE',
    'ISSUANCE',
    'What an asset is issued for a month was calculated, or calculated anew.',
  ),
  ADJUSTMENT_WRITTEN: of('ADJUSTMENT', 'ADJUSTMENT', 'A debit or credit for the next issuance was written.'),
  ...each(ledgerEntryKinds, 'LEDGER_', kind =>
    of(
      'LEDGER_ENTRY',
      kind === 'DEPOSIT' ? 'SEALED_DEPOSIT' : 'LEDGER_ENTRY',
      `A ledger entry of kind ${kind} was written.`,
    ),
  ),
  LEDGER_DEPOSIT_UNSEALED: of(
    ...(['LEDGER_ENTRY', 'UNSEALED_DEPOSIT'] as const),
    'A deposit for an auction was unsealed: the first round has closed, and staff and the regulator see it.',
  ),
  ...each(transferStates, 'TRANSFER_', state => of('TRANSFER', 'TRANSFER', `A transfer became ${state}.`)),
  ...each(standingTransferStates, 'STANDING_TRANSFER_', state =>
    of('STANDING_TRANSFER', 'STANDING_TRANSFER', `A standing transfer became ${state}.`),
  ),
  STANDING_TRANSFER_EXECUTED: of(
    'STANDING_TRANSFER',
    'STANDING_TRANSFER',
    'A standing transfer was executed for a month.',
  ),
  BROKER_AUTHORIZED: of('BROKER_AUTHORIZATION', 'BROKER_AUTHORIZATION', 'A broker was authorized.'),
  BROKER_AUTHORIZATION_ENDED: of(
    ...(['BROKER_AUTHORIZATION', 'BROKER_AUTHORIZATION'] as const),
    'The last day of the authorization of a broker was set.',
  ),
  TRADING_PERIOD_OPENED: of('QUARTER', 'EVERYONE', 'The trading period of the certificates of a quarter was opened.'),
  TRADING_YEAR_CLOSED: of('TRADING_YEAR', 'EVERYONE', 'A trading year was closed.'),
  AUCTION_OPENED: of('AUCTION', 'EVERYONE', 'An auction was opened for deposits.'),
  AUCTION_ROUND_OPENED: of('AUCTION', 'EVERYONE', 'A round of an auction was opened.'),
  AUCTION_ROUND_CLOSED: of('AUCTION', 'EVERYONE', 'A round of an auction was closed.'),
  AUCTION_SETTLED: of('AUCTION', 'EVERYONE', 'An auction was settled.'),
  AUCTION_NOT_HELD: of('AUCTION', 'EVERYONE', 'An auction was not held.'),
  FILING_SUBMITTED: of('COMPLIANCE_FILING', 'COMPLIANCE_FILING', 'A compliance filing was submitted.'),
  FILING_APPROVED: of('COMPLIANCE_FILING', 'COMPLIANCE_FILING', 'A compliance filing was approved.'),
  FILING_RETURNED: of('COMPLIANCE_FILING', 'COMPLIANCE_FILING', 'A compliance filing was returned.'),
  DOCUMENT_FILED: of('DOCUMENT', 'DOCUMENT', 'A document was filed.'),
  PROGRAM_DOCUMENT_PUBLISHED: of(
    'PROGRAM_DOCUMENT_VERSION',
    'EVERYONE',
    'The programme published a document, or a version of one.',
  ),
  ...each(requestSteps, 'REQUEST_', step => of('REQUEST', 'REQUEST', `A request took the step ${step}.`)),
};

/** The kinds whose changes are seen by one predicate. */
export function kindsOfScope(scope: ChangeScope): readonly string[] {
  return Object.entries(changeKinds).flatMap(([kind, row]) => (row.scope === scope ? [kind] : []));
}
