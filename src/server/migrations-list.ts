import { AccountsHoldCredentials } from '../../migrations/01-accounts-hold-credentials.js';
import { SystemsHaveRolesOverTime } from '../../migrations/02-systems-have-roles-over-time.js';
import { AssetsBelongToGisAccounts } from '../../migrations/03-assets-belong-to-gis-accounts.js';
import { StatementsOfQualificationFixTheFactor } from '../../migrations/04-statements-of-qualification-fix-the-factor.js';
import { ReadingsAreKeptByMonth } from '../../migrations/05-readings-are-kept-by-month.js';
import { TheLedgerIsAppendOnly } from '../../migrations/06-the-ledger-is-append-only.js';
import { LedgerUnitsHashInFormat1 } from '../../migrations/07-ledger-units-hash-in-format-1.js';
import { DocumentsProveAndRequestsAsk } from '../../migrations/08-documents-prove-and-requests-ask.js';
import { ASystemMayBeQualifiedAgain } from '../../migrations/09-a-system-may-be-qualified-again.js';
import { WhatWasReportedIsCorrectedInTheOpen } from '../../migrations/10-what-was-reported-is-corrected-in-the-open.js';
import { LedgerUnitsHashInFormat2 } from '../../migrations/11-ledger-units-hash-in-format-2.js';
import { AnEndingHasItsOwnReason } from '../../migrations/12-an-ending-has-its-own-reason.js';
import { CertificatesAreTraded } from '../../migrations/13-certificates-are-traded.js';
import { WhatNobodyBuysIsAuctioned } from '../../migrations/14-what-nobody-buys-is-auctioned.js';
import { SuppliersComply } from '../../migrations/15-suppliers-comply.js';
import { WhatStandsIsExecuted } from '../../migrations/16-what-stands-is-executed.js';
import { WhatIsDecidedStaysDecided } from '../../migrations/17-what-is-decided-stays-decided.js';
import { WorkersTellThatTheyLive } from '../../migrations/18-workers-tell-that-they-live.js';
import { ReadingsComeInFiles } from '../../migrations/19-readings-come-in-files.js';
import { CredentialsAreRotatedAndRequestsCounted } from '../../migrations/20-credentials-are-rotated-and-requests-counted.js';
import { ProvidersProveConformance } from '../../migrations/24-providers-prove-conformance.js';

/** Every step of the database's shape, in order. A new step is a new line here. */
export const migrationsList = [
  { name: '01-accounts-hold-credentials', class: AccountsHoldCredentials },
  { name: '02-systems-have-roles-over-time', class: SystemsHaveRolesOverTime },
  { name: '03-assets-belong-to-gis-accounts', class: AssetsBelongToGisAccounts },
  { name: '04-statements-of-qualification-fix-the-factor', class: StatementsOfQualificationFixTheFactor },
  { name: '05-readings-are-kept-by-month', class: ReadingsAreKeptByMonth },
  { name: '06-the-ledger-is-append-only', class: TheLedgerIsAppendOnly },
  { name: '07-ledger-units-hash-in-format-1', class: LedgerUnitsHashInFormat1 },
  { name: '08-documents-prove-and-requests-ask', class: DocumentsProveAndRequestsAsk },
  { name: '09-a-system-may-be-qualified-again', class: ASystemMayBeQualifiedAgain },
  { name: '10-what-was-reported-is-corrected-in-the-open', class: WhatWasReportedIsCorrectedInTheOpen },
  { name: '11-ledger-units-hash-in-format-2', class: LedgerUnitsHashInFormat2 },
  { name: '12-an-ending-has-its-own-reason', class: AnEndingHasItsOwnReason },
  { name: '13-certificates-are-traded', class: CertificatesAreTraded },
  { name: '14-what-nobody-buys-is-auctioned', class: WhatNobodyBuysIsAuctioned },
  { name: '15-suppliers-comply', class: SuppliersComply },
  { name: '16-what-stands-is-executed', class: WhatStandsIsExecuted },
  { name: '17-what-is-decided-stays-decided', class: WhatIsDecidedStaysDecided },
  { name: '18-workers-tell-that-they-live', class: WorkersTellThatTheyLive },
  { name: '19-readings-come-in-files', class: ReadingsComeInFiles },
  { name: '20-credentials-are-rotated-and-requests-counted', class: CredentialsAreRotatedAndRequestsCounted },
  { name: '24-providers-prove-conformance', class: ProvidersProveConformance },
];
