import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day in Massachusetts (America/New_York), `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as text, e.g. `"412.600"`: at most 15 digits before and 12 after the point, never an exponent. Energy, factors and money are always of this type. */
  Decimal: { input: string; output: string; }
  /** A generation month, `YYYY-MM`. */
  Month: { input: string; output: string; }
  /** A generation quarter, `YYYY-Qn`. */
  Quarter: { input: string; output: string; }
};

/** An acceptance of the SREC terms and conditions. */
export type AcceptTermsInput = {
  /** What proves it, e.g. the signed form; staff must say it. */
  evidence?: InputMaybe<Scalars['String']['input']>;
  /** The organisation that accepts; absent: your own. Only staff names another. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** The version of the terms: `programDocuments { slug versions { id } }`. */
  versionId: Scalars['ID']['input'];
};

/** What an account may do. An account may hold several kinds. */
export type AccountKind =
  /** Proposes transfers for parties that authorized it; holds nothing. */
  | 'BROKER'
  /** Owns certificate rights: sees systems and ledger of its rights, retires its certificates. */
  | 'REC_OWNER'
  /** Reads everything, and decides what is for the regulator to decide (DOER). */
  | 'REGULATOR'
  /** Administers the PTS; does not report production. */
  | 'STAFF'
  /** A retail electricity supplier: holds and trades certificates, bids, files its compliance. */
  | 'SUPPLIER'
  /** Reads its systems and their production; may ask for changes, and changes nothing. */
  | 'SYSTEM_OWNER'
  /** Reports production of the systems it represents; nobody else does. */
  | 'SYSTEM_REPRESENTATIVE';

/** Where a debit or credit comes from. */
export type AdjustmentKind =
  /** The fraction that a rolled-back month leaves when it is issued anew. */
  | 'DEFERRED'
  /** The difference of a month that could not be rolled back. */
  | 'PRIOR_PERIOD';

/** Who applies. */
export type ApplicantInput = {
  /** E-mail address, at most 254 characters: by it an account that you have is found. */
  email: Scalars['String']['input'];
  /** Name of the person, at most 200 characters, none of them a control character. */
  name: Scalars['String']['input'];
  /** A person, or for what kind of organisation. */
  organisationKind: OrganisationKind;
  /** Name of the organisation, at most 200 characters; absent: the name of the person. */
  organisationName?: InputMaybe<Scalars['String']['input']>;
};

/** An application of your organisation for the approval as a DAS provider. */
export type ApplyAsDasProviderInput = {
  /** Whom to ask, and how; at most 2000 characters. */
  contact: Scalars['String']['input'];
  /** How it acquires and sends readings; at most 2000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The draft that this takes the place of. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /** Documents that stand behind it, at most 20. */
  evidence?: Array<EvidenceInput>;
  /** Why. */
  reason: Scalars['String']['input'];
  /** false: it stays a draft, which only your organisation sees. */
  submit?: Scalars['Boolean']['input'];
  /** Address of its site on the web, http or https, at most 500 characters. */
  website?: InputMaybe<Scalars['String']['input']>;
};

/** An application for the approval of a model of meter. */
export type ApplyForMeterModelInput = {
  /** Accuracy in percent (0.5 for plus or minus 0.5 %), above 0, at most 5, at most two decimals. */
  accuracyPercent: Scalars['Decimal']['input'];
  /** The draft that this takes the place of. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /** Documents; to submit it takes a TEST_REPORT. */
  evidence?: Array<EvidenceInput>;
  /** Manufacturer, at most 200 characters. */
  manufacturer: Scalars['String']['input'];
  /** Model, as its maker calls it, at most 200 characters. */
  model: Scalars['String']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** Standard that it meets, e.g. `ANSI C12.20-2010`, at most 200 characters. */
  standard?: InputMaybe<Scalars['String']['input']>;
  /** false: it stays a draft, which only your organisation sees. */
  submit?: Scalars['Boolean']['input'];
};

/** An application for a statement of qualification (SQA). */
export type ApplyForQualificationInput = {
  /** The draft that this takes the place of. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /** Documents; at most 20; to submit it takes an AUTHORIZATION_TO_INTERCONNECT. */
  evidence?: Array<EvidenceInput>;
  /** The programme. */
  program: Program;
  /** PTS id of a system whose system owner or REC owner your organisation is today. */
  ptsId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** false: it stays a draft, which only your organisation sees; nothing is checked but its form. */
  submit?: Scalars['Boolean']['input'];
  /** The unit. */
  unit: QualificationUnitInput;
};

/** An application for an account, and for a system that it is to own. */
export type ApplyForRegistrationInput = {
  /** What the account is to be; with a system at least SYSTEM_OWNER. */
  accountKinds: Array<PartyKind>;
  /** Who applies. */
  applicant: ApplicantInput;
  /** Documents that your organisation filed, at most 20; none without a credential. */
  evidence?: Array<EvidenceInput>;
  /** Day from which the applicant owns the system; required with one. */
  ownedFromOn?: InputMaybe<Scalars['Date']['input']>;
  /** The system, its texts at most 200 characters each; absent: only an account. */
  system?: InputMaybe<RegisterSystemInput>;
};

/** An appointment: from a day on an organisation holds a role; who held it before holds it until that day. */
export type AppointInput = {
  /** What proves it, e.g. the signed contract; at most 2000 characters. */
  evidence: Scalars['String']['input'];
  /** First day on which it holds the role. */
  fromOn: Scalars['Date']['input'];
  /** The organisation that is to hold it. */
  organisationId: Scalars['ID']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** The role. */
  role: SystemRoleName;
};

/** The approval of a change request. */
export type ApproveChangeInput = {
  /** Why. */
  reason: Scalars['String']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** The approval of an organisation that applied as a DAS provider. */
export type ApproveDasProviderApplicationInput = {
  /** First day of the approval. */
  approvedOn: Scalars['Date']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** The application. */
  requestId: Scalars['ID']['input'];
};

/** An approval of a DAS provider. */
export type ApproveDasProviderInput = {
  /** First day of the approval. */
  approvedOn: Scalars['Date']['input'];
  /** The organisation. */
  organisationId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** The approval of a model of meter that was applied for. */
export type ApproveMeterModelInput = {
  /** First day of the approval. */
  approvedOn: Scalars['Date']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** The application. */
  requestId: Scalars['ID']['input'];
};

/** An application for registration to be approved. */
export type ApproveRegistrationInput = {
  /** Why, at most 2000 characters; whoever applied reads it. */
  reason: Scalars['String']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** Another account holds an asset from a month on. */
export type AssignGisAssetInput = {
  /** First month whose certificates go to that account; not issued yet. */
  fromMonth: Scalars['Month']['input'];
  /** The account that is to hold it. */
  gisAccountId: Scalars['ID']['input'];
  /** The asset, by its id at the GIS. */
  gisId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** How far an auction is. */
export type AuctionState =
  /** A round was opened. */
  | 'BIDDING'
  /** Opened; certificates are deposited in its window. */
  | 'DEPOSITING'
  /** Over: it was decided so late that nobody could use the certificates any more. Nobody pays, and they went to the residual mix. */
  | 'LAPSED'
  /** Over: nothing was deposited. */
  | 'NOT_HELD'
  /** Over: what was sold went to its buyers, the rest back. */
  | 'SETTLED';

/** A broker to be authorized. */
export type AuthorizeBrokerInput = {
  /** The organisation of the broker. */
  brokerOrganisationId: Scalars['ID']['input'];
  /** First day on which it may propose; today or later. */
  fromOn: Scalars['Date']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** First day on which it no longer may; absent: it goes on. */
  untilOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What happens on a day or in a period of the programme's calendar. */
export type CalendarEventKind =
  /** Latest day of the auction of the year before. */
  | 'AUCTION'
  /** The auction account takes certificates of the year before. */
  | 'AUCTION_DEPOSITS'
  /** Retail electricity suppliers file for the year before. */
  | 'COMPLIANCE_FILING'
  /** Latest day on which the Minimum Standard is announced. */
  | 'MINIMUM_STANDARD'
  /** Certificates of a quarter are minted. */
  | 'MINT'
  /** Last day on which an application takes effect in its quarter of operation. */
  | 'QUALIFICATION_FILING'
  /** Readings of a month are made and submitted. */
  | 'REPORTING_WINDOW'
  /** The trading year of the year before closes. */
  | 'TRADING_CLOSE'
  /** Certificates of a quarter are traded. */
  | 'TRADING_PERIOD'
  /** Production of a quarter is reported to the NEPOOL GIS. */
  | 'UPLOAD';

/** An export to be cancelled. */
export type CancelExportInput = {
  /** The export. */
  exportId: Scalars['ID']['input'];
};

/** A request to be cancelled. */
export type CancelRequestInput = {
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** A solar carve-out: it has a Minimum Standard and an auction of its own. */
export type CarveOut =
  /** RPS Solar Carve-Out. */
  | 'SREC_I'
  /** RPS Solar Carve-Out II. */
  | 'SREC_II';

/** By what certificates are summed. */
export type CertificateGrouping =
  /** Vintage month, `YYYY-MM`. */
  | 'MONTH'
  /** Programme. */
  | 'PROGRAM'
  /** Quarter of the vintage month, `YYYY-Qn`. */
  | 'QUARTER'
  /** SREC II market sector of those systems in the month; null: none, or several together. */
  | 'SECTOR'
  /** City or town of the systems that they come from; null: of several towns together. */
  | 'TOWN';

/** What became of certificates. */
export type CertificateState =
  /** Can be used. */
  | 'ACTIVE'
  /** Set aside for a later trading period of the same year. */
  | 'BANKED'
  /** Deposited for the Solar Credit Clearinghouse Auction. */
  | 'DEPOSITED'
  /** Offered to another account, waiting for its answer. */
  | 'PENDING'
  /** In the reserve sub-account. */
  | 'RESERVE'
  /** In the retail sub-account, for compliance. */
  | 'RETAIL'
  /** Used; can never be used again. */
  | 'RETIRED'
  /** Taken back, since their month was corrected; the month was issued anew. */
  | 'ROLLED_BACK';

/** What certificates were retired for. */
export type CertificateUsePurpose =
  /** For the obligation of an electricity supplier. */
  | 'COMPLIANCE'
  /** Out of a reserve sub-account. */
  | 'RESERVE'
  /** By their owner, of its own accord. */
  | 'VOLUNTARY';

/** As what somebody asked for a change; it must still be so when the change is approved. */
export type ChangeAsker =
  /** As the account holder (aggregator) of a GIS asset. */
  | 'GIS_ACCOUNT_HOLDER'
  /** As the owner of the certificate rights. */
  | 'REC_OWNER'
  /** Staff, on behalf of somebody. */
  | 'STAFF'
  /** As the system owner. */
  | 'SYSTEM_OWNER';

/** What happened. New kinds may be added: a client skips those that it does not know. */
export type ChangeKind =
  /** A debit or credit for the next issuance was written. */
  | 'ADJUSTMENT_WRITTEN'
  /** A GIS account holds an asset from this month on. */
  | 'ASSET_HOLDER_BEGAN'
  /** A GIS account holds an asset no longer, from this month on. */
  | 'ASSET_HOLDER_ENDED'
  /** A system is in a GIS asset from this month on. */
  | 'ASSET_JOINED'
  /** A system is in a GIS asset no longer, from this month on. */
  | 'ASSET_LEFT'
  /** An auction was not held. */
  | 'AUCTION_NOT_HELD'
  /** An auction was opened for deposits. */
  | 'AUCTION_OPENED'
  /** A round of an auction was closed. */
  | 'AUCTION_ROUND_CLOSED'
  /** A round of an auction was opened. */
  | 'AUCTION_ROUND_OPENED'
  /** An auction was settled. */
  | 'AUCTION_SETTLED'
  /** The last day of the authorization of a broker was set. */
  | 'BROKER_AUTHORIZATION_ENDED'
  /** A broker was authorized. */
  | 'BROKER_AUTHORIZED'
  /** A document was filed. */
  | 'DOCUMENT_FILED'
  /** A compliance filing was approved. */
  | 'FILING_APPROVED'
  /** A compliance filing was returned. */
  | 'FILING_RETURNED'
  /** A compliance filing was submitted. */
  | 'FILING_SUBMITTED'
  /** What an asset is issued for a month was calculated, or calculated anew. */
  | 'ISSUANCE_WRITTEN'
  /** A ledger entry of kind ADJUST was written. */
  | 'LEDGER_ADJUST'
  /** A ledger entry of kind DEPOSIT was written. */
  | 'LEDGER_DEPOSIT'
  /** A deposit for an auction was unsealed: the first round has closed, and staff and the regulator see it. */
  | 'LEDGER_DEPOSIT_UNSEALED'
  /** A ledger entry of kind MINT was written. */
  | 'LEDGER_MINT'
  /** A ledger entry of kind OFFER was written. */
  | 'LEDGER_OFFER'
  /** A ledger entry of kind RETIRE was written. */
  | 'LEDGER_RETIRE'
  /** A ledger entry of kind RETIRE_COMPLIANCE was written. */
  | 'LEDGER_RETIRE_COMPLIANCE'
  /** A ledger entry of kind RETIRE_REMAINDER was written. */
  | 'LEDGER_RETIRE_REMAINDER'
  /** A ledger entry of kind RETIRE_RESERVE was written. */
  | 'LEDGER_RETIRE_RESERVE'
  /** A ledger entry of kind RETIRE_RESIDUAL was written. */
  | 'LEDGER_RETIRE_RESIDUAL'
  /** What went to the residual mix beside sealed deposits was unsealed with them: staff and the regulator see it. */
  | 'LEDGER_RETIRE_RESIDUAL_UNSEALED'
  /** A ledger entry of kind RETURN was written. */
  | 'LEDGER_RETURN'
  /** A ledger entry of kind ROLL_BACK was written. */
  | 'LEDGER_ROLL_BACK'
  /** A ledger entry of kind ROLL_BACK_REMAINDER was written. */
  | 'LEDGER_ROLL_BACK_REMAINDER'
  /** A ledger entry of kind SELL was written. */
  | 'LEDGER_SELL'
  /** A ledger entry of kind TAKE_BACK was written. */
  | 'LEDGER_TAKE_BACK'
  /** A ledger entry of kind TO_ACTIVE was written. */
  | 'LEDGER_TO_ACTIVE'
  /** A ledger entry of kind TO_BANKED was written. */
  | 'LEDGER_TO_BANKED'
  /** A ledger entry of kind TO_RESERVE was written. */
  | 'LEDGER_TO_RESERVE'
  /** A ledger entry of kind TO_RETAIL was written. */
  | 'LEDGER_TO_RETAIL'
  /** A ledger entry of kind TRANSFER was written. */
  | 'LEDGER_TRANSFER'
  /** A meter was replaced. */
  | 'METER_REPLACED'
  /** A meter was set up. */
  | 'METER_SET_UP'
  /** The programme published a document, or a version of one. */
  | 'PROGRAM_DOCUMENT_PUBLISHED'
  /** A quarter was issued. */
  | 'QUARTER_ISSUED'
  /** A quarter was reported to the GIS, and the report frozen. */
  | 'QUARTER_REPORTED'
  /** A reading was accepted. */
  | 'READING_ACCEPTED'
  /** Another reading took the place of this one. */
  | 'READING_SUPERSEDED'
  /** A request took the step APPROVED. */
  | 'REQUEST_APPROVED'
  /** A request took the step CANCELLED. */
  | 'REQUEST_CANCELLED'
  /** A request took the step CANCELLED_BY_DOER. */
  | 'REQUEST_CANCELLED_BY_DOER'
  /** A request took the step DENIED. */
  | 'REQUEST_DENIED'
  /** A request took the step DRAFTED. */
  | 'REQUEST_DRAFTED'
  /** A request took the step REVIEWED. */
  | 'REQUEST_REVIEWED'
  /** A request took the step SUBMITTED. */
  | 'REQUEST_SUBMITTED'
  /** A request took the step VERIFIED. */
  | 'REQUEST_VERIFIED'
  /** A request took the step WITHDRAWN. */
  | 'REQUEST_WITHDRAWN'
  /** A party was given a role in a system. */
  | 'ROLE_BEGAN'
  /** The last day of a role in a system was set. */
  | 'ROLE_ENDED'
  /** A standing transfer became APPROVED. */
  | 'STANDING_TRANSFER_APPROVED'
  /** A standing transfer became ENDED. */
  | 'STANDING_TRANSFER_ENDED'
  /** A standing transfer was executed for a month. */
  | 'STANDING_TRANSFER_EXECUTED'
  /** A standing transfer became PENDING. */
  | 'STANDING_TRANSFER_PENDING'
  /** A standing transfer became REJECTED. */
  | 'STANDING_TRANSFER_REJECTED'
  /** A standing transfer became WITHDRAWN. */
  | 'STANDING_TRANSFER_WITHDRAWN'
  /** A statement of qualification was granted. */
  | 'STATEMENT_GRANTED'
  /** A system was registered. */
  | 'SYSTEM_REGISTERED'
  /** The trading period of the certificates of a quarter was opened. */
  | 'TRADING_PERIOD_OPENED'
  /** A trading year was closed. */
  | 'TRADING_YEAR_CLOSED'
  /** A transfer became ACCEPTED. */
  | 'TRANSFER_ACCEPTED'
  /** A transfer became LAPSED. */
  | 'TRANSFER_LAPSED'
  /** A transfer became OFFERED. */
  | 'TRANSFER_OFFERED'
  /** A transfer became REJECTED. */
  | 'TRANSFER_REJECTED'
  /** A transfer became WITHDRAWN. */
  | 'TRANSFER_WITHDRAWN';

/** A party: either an organisation on record by its id, or somebody by name, e-mail address and kind. Who is known by the address is matched on approval and nothing of it is altered; otherwise an organisation and an account are opened. */
export type ChangePartyInput = {
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Name of the person or body, at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The organisation; then nothing else. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** Person, company or public body. */
  organisationKind?: InputMaybe<OrganisationKind>;
};

/** What a change is about: the thing to read anew. */
export type ChangeSubjectType =
  /** An adjustment, by its id. */
  | 'ADJUSTMENT'
  /** An auction, by its id. */
  | 'AUCTION'
  /** An authorization of a broker, by its id. */
  | 'BROKER_AUTHORIZATION'
  /** A compliance filing, by its id. */
  | 'COMPLIANCE_FILING'
  /** A document of a party, by its id. */
  | 'DOCUMENT'
  /** A GIS asset, by its GIS id. */
  | 'GIS_ASSET'
  /** An issuance, by its id. */
  | 'ISSUANCE'
  /** A ledger entry, by its id. The month is the vintage. */
  | 'LEDGER_ENTRY'
  /** A meter, by its id. */
  | 'METER'
  /** A version of a document of the programme, by its id. */
  | 'PROGRAM_DOCUMENT_VERSION'
  /** A quarter: `2024-Q1`. The month is its first. */
  | 'QUARTER'
  /** A reading, by its id; its system and month stand beside it. */
  | 'READING'
  /** A request, by its id. */
  | 'REQUEST'
  /** A standing transfer, by its id. */
  | 'STANDING_TRANSFER'
  /** A statement of qualification, by its id. */
  | 'STATEMENT_OF_QUALIFICATION'
  /** A system, by its PTS id. */
  | 'SYSTEM'
  /** A role in a system, by its id. */
  | 'SYSTEM_ROLE'
  /** A trading year: `2024`. */
  | 'TRADING_YEAR'
  /** A transfer, by its id. */
  | 'TRANSFER';

/** Where reading begins without a cursor. */
export type ChangesFrom =
  /** With the first change that is kept. */
  | 'BEGINNING'
  /** With what happens from now on: an empty page, whose `endCursor` is the place. */
  | 'NOW';

/** A round to be closed. */
export type CloseAuctionRoundInput = {
  /** The auction; its round whose time is over. */
  auctionId: Scalars['ID']['input'];
};

/** A trading year to be closed. */
export type CloseTradingYearInput = {
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
  /** The calendar year of generation. */
  year: Scalars['Int']['input'];
};

/** How sure a figure is. */
export type Confidence =
  /** Computed from stated or found figures. */
  | 'DERIVED'
  /** Read in a public source. */
  | 'FOUND'
  /** A plausible completion: shown, never used. */
  | 'INFERRED'
  /** Recalled, unverified. */
  | 'MEMORY'
  /** Decided by this house where the sources are silent. */
  | 'POLICY'
  /** Stated on the programme's own pages. */
  | 'PROGRAM';

/** The code of a receipt that was read. */
export type ConfirmConformanceReceiptInput = {
  /** The call, by the `id` in its receipt. */
  callId: Scalars['ID']['input'];
  /** The `receiptCode` in it. */
  receiptCode: Scalars['String']['input'];
  /** The run. */
  runId: Scalars['ID']['input'];
};

/** Where a run stands. */
export type ConformanceRunState =
  /** Its time is over, or the list of cases is another one now. Start another run. */
  | 'CLOSED'
  /** It takes calls; cases are left. */
  | 'OPEN'
  /** Every case passed; there is a certificate. */
  | 'PASSED';

/** A cumulative value that takes the place of the one in force for a past month, or fills a missed one. */
export type CorrectReadingInput = {
  /** Documents that stand behind it, filed before: a photograph of the meter, say. At least one. */
  documentIds: Array<Scalars['ID']['input']>;
  /** The metering point. */
  label?: Scalars['String']['input'];
  /** The generation month; its reporting window has closed. */
  month: Scalars['Month']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** When the meter was read, inside the window of the month; absent: as the reading in force says. */
  readAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
  /** Cumulative value in kWh that the meter showed. */
  valueKwh: Scalars['Decimal']['input'];
};

/** What staff decided on production that is on record. */
export type CorrectionKind =
  /** Production that waited is never issued. */
  | 'DISMISSAL'
  /** A reading was corrected, or entered for a month that was missed. */
  | 'READING'
  /** Production that waited counts. */
  | 'RELEASE';

/** An account to be opened for an organisation. */
export type CreateAccountInput = {
  /** E-mail address; unique among accounts. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** What it may do; at least one kind. */
  kinds: Array<AccountKind>;
  /** Name of the person or program. */
  name: Scalars['String']['input'];
  /** The organisation that it acts for. */
  organisationId: Scalars['ID']['input'];
};

/** A credential to be made for an account. */
export type CreateApiCredentialInput = {
  /** The account that it is for. */
  accountId: Scalars['ID']['input'];
  /** From when on it is refused; absent: it does not expire. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for. */
  label: Scalars['String']['input'];
  /** What it may be used for; absent: for all that its account may do. */
  scopes?: InputMaybe<Array<CredentialScope>>;
};

/** A GIS account to be opened. */
export type CreateGisAccountInput = {
  /** Its name; unique within the organisation. */
  name: Scalars['String']['input'];
  /** The organisation that it belongs to. */
  organisationId: Scalars['ID']['input'];
};

/** A GIS asset to be entered, with the account that holds it. */
export type CreateGisAssetInput = {
  /** First month whose certificates go to that account. */
  fromMonth: Scalars['Month']['input'];
  /** The GIS account that holds it. */
  gisAccountId: Scalars['ID']['input'];
  /** Its id at the GIS: `NON` or `MSS` and digits. */
  gisId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** A party to be entered. */
export type CreateOrganisationInput = {
  /** Person, company or public body. */
  kind: OrganisationKind;
  /** Its name. */
  name: Scalars['String']['input'];
  /** true: made up, for a demonstration or a synthetic data set. */
  synthetic?: Scalars['Boolean']['input'];
};

/** Where changes are to be posted to. */
export type CreateWebhookInput = {
  /** A cursor of `changes` after which to begin; absent: with what happens from now on. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** What it is for, in your words, at most 200 characters. */
  description?: Scalars['String']['input'];
  /** Only changes of these kinds; absent or empty: all. */
  kinds?: InputMaybe<Array<ChangeKind>>;
  /** The address, at most 500 characters. In production it begins with https:// and leads to a public address; a sandbox also posts to http:// and to the machine that it runs on. */
  url: Scalars['String']['input'];
};

/** What a credential may be used for, within what its account may do. */
export type CredentialScope =
  /** Making and revoking credentials. */
  | 'CREDENTIALS'
  /** Queries and files. */
  | 'READ'
  /** Submitting readings: `submitReadings` and uploads. */
  | 'REPORT'
  /** Every other mutation. */
  | 'WRITE';

/** A decision on a filing. */
export type DecideFilingInput = {
  /** true: approved. false: returned, to be filed again. */
  approve: Scalars['Boolean']['input'];
  /** The filing. */
  filingId: Scalars['ID']['input'];
  /** Why: at most 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** Production that waits for staff, to be decided on. */
export type DecideProductionInput = {
  /** Documents that stand behind it, filed before: a photograph of the meter, say. At least one. */
  documentIds: Array<Scalars['ID']['input']>;
  /** The generation month. */
  month: Scalars['Month']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Only what comes from this reading; absent: all of the month. */
  readingId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
};

/** The decision on an application for a statement of qualification. */
export type DecideQualificationInput = {
  /** true: the statement is granted; false: the application is denied. */
  approve: Scalars['Boolean']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** The application. */
  requestId: Scalars['ID']['input'];
  /** The review that is decided on: `sequence` of the event REVIEWED of the application. When staff reviewed it again since, the decision is refused. Absent: the last one. */
  reviewSequence?: InputMaybe<Scalars['Int']['input']>;
  /** Number of the statement, e.g. `PV-2410-13`, at most 200 characters; required to approve. */
  sqNumber?: InputMaybe<Scalars['String']['input']>;
};

/** An application to be denied. */
export type DenyRequestInput = {
  /** Why, at most 2000 characters; whoever applied reads it. */
  reason: Scalars['String']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** Certificates to be deposited. */
export type DepositCertificatesInput = {
  /** The auction. */
  auctionId: Scalars['ID']['input'];
  /** 1 to 20000 ranges of serial numbers as the market shows them: `4086133 - 24 to 137`. */
  ranges: Array<Scalars['String']['input']>;
  /** Why, for the record, at most 2,000 characters; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
};

/** What a document proves. */
export type DocumentPurpose =
  /** The utility's authorization to interconnect. */
  | 'AUTHORIZATION_TO_INTERCONNECT'
  /** What was paid, and by whom. */
  | 'COST_BREAKDOWN'
  /** A photograph of the meter. */
  | 'METER_PHOTO'
  /** Something else. */
  | 'OTHER'
  /** A contract, signed by its parties. */
  | 'SIGNED_CONTRACT'
  /** A report on tests of a device. */
  | 'TEST_REPORT';

/** A generation unit about which somebody asks before applying. */
export type EligibilityInput = {
  /** Nameplate capacity in kW: DC for solar PV, AC otherwise. */
  capacityKw: Scalars['Decimal']['input'];
  /** What decides beside that. */
  data: QualificationUnitInput;
  /** Day on which it is filed; absent: today. */
  filedOn?: InputMaybe<Scalars['Date']['input']>;
  /** State it stands in, two letters. */
  state?: Scalars['String']['input'];
  /** What it makes electricity from. */
  technology?: Technology;
};

/** A rule that a unit breaks. */
export type EligibilityReasonCode =
  /** SREC I: ARRA paid more of its cost than the limit. */
  | 'ARRA_SHARE_ABOVE_67_PERCENT'
  /** More capacity on the parcel of land than the limit. */
  | 'CAPACITY_ABOVE_6_MW'
  /** SREC I: funded by the state before the programme began. */
  | 'GRANT_BEFORE_PROGRAM_START'
  /** Not interconnected to the utility grid on the day of filing. */
  | 'NOT_INTERCONNECTED'
  /** In another state. */
  | 'NOT_IN_MASSACHUSETTS'
  /** Not a solar photovoltaic unit. */
  | 'NOT_SOLAR_PV'
  /** None of its generation is used on site. */
  | 'NO_ON_SITE_USE'
  /** SREC I: in commercial operation too early. */
  | 'OPERATION_BEFORE_2008'
  /** SREC II: in commercial operation too early. */
  | 'OPERATION_BEFORE_2013'
  /** SREC I: filed after the last day of applications. SREC II: interconnected after its end. */
  | 'PROGRAM_CLOSED';

/** An authorization to be ended. */
export type EndBrokerAuthorizationInput = {
  /** The authorization. */
  authorizationId: Scalars['ID']['input'];
  /** Why it ends. */
  reason: Scalars['String']['input'];
};

/** The ending of a role that nobody takes over. */
export type EndRoleInput = {
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why it ends. */
  reason: Scalars['String']['input'];
  /** The role. */
  role: SystemRoleName;
  /** First day on which it is no longer held; later than the first day of the last appointment. */
  untilOn: Scalars['Date']['input'];
};

/** Load of a compliance year. */
export type EnterSupplierLoadInput = {
  /** The compliance year. */
  complianceYear: Scalars['Int']['input'];
  /** What proves it: at most 2,000 characters. */
  evidence: Scalars['String']['input'];
  /** The load, at most 500 rows. A row takes the place of the one of the same day and service, which stays on record; 0 MWh ends it. */
  loads: Array<LoadInput>;
  /** The supplier; staff names it, a supplier may leave it out. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
};

/** A document that your organisation filed, and what it proves. */
export type EvidenceInput = {
  /** The document. */
  documentId: Scalars['ID']['input'];
  /** What it proves. */
  purpose: DocumentPurpose;
};

/** What an expected production rests on. Both follow the monthly profile of the region, which is inferred. */
export type ExpectationBasis =
  /** The annual estimate that was registered for the system. */
  | 'ANNUAL_ESTIMATE'
  /** Inferred: no annual estimate is registered, so nameplate capacity and the capacity factor of the region. */
  | 'CAPACITY_FACTOR';

/** What ends. */
export type ExpiryKind =
  /** The opt-in term of a statement of qualification: the last quarter in which the system earns SRECs. */
  | 'OPT_IN_TERM'
  /** The contract by which an organisation has the certificate rights. */
  | 'REC_OWNER'
  /** The ownership that is on record for the system. */
  | 'SYSTEM_OWNER'
  /** The contract by which an organisation reports for the system. */
  | 'SYSTEM_REPRESENTATIVE';

/** What an export holds: all of it that your account may see. */
export type ExportContent =
  /** Certificates by ranges, as `certificates` lists them. */
  | 'CERTIFICATES'
  /** Ledger entries, newest first, as `ledger` lists them. */
  | 'LEDGER_ENTRIES'
  /** Production in force, by meter and month. */
  | 'PRODUCTION'
  /** Readings of the systems, also those that others took the place of. */
  | 'READINGS'
  /** Systems. */
  | 'SYSTEMS';

/** How the rows are written. */
export type ExportFormat =
  /** RFC 4180, with the names of the columns in the first line. */
  | 'CSV'
  /** An object a line; exact numbers are text. */
  | 'JSON_LINES';

/** How far an export has come. */
export type ExportState =
  /** Its account cancelled it. */
  | 'CANCELLED'
  /** It can be fetched. */
  | 'COMPLETED'
  /** It was tried several times and given up; ask for a new one. */
  | 'FAILED'
  /** It was completed long ago, and its file is gone. */
  | 'FORGOTTEN'
  /** Pieces of it are written. */
  | 'RUNNING'
  /** No worker has begun. */
  | 'WAITING';

/** An extension of the deadline that was granted. */
export type Extension =
  /** Because at least half of the construction cost was spent in time. */
  | 'CONSTRUCTION_HALF_SPENT'
  /** For good cause. */
  | 'GOOD_CAUSE'
  /** None. */
  | 'NONE';

/** A unit for which a factor is to be proposed. */
export type FactorProposalInput = {
  /** Nameplate capacity in kW DC. */
  capacityKw: Scalars['Decimal']['input'];
  /** Extension that was granted. */
  extension?: Extension;
  /** Day on which it was authorised to interconnect. */
  interconnectedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Day on which it was mechanically complete. */
  mechanicallyCompleteOn?: InputMaybe<Scalars['Date']['input']>;
  /** Share of its annual output used on site, 0 to 1. */
  onSiteShare?: InputMaybe<Scalars['Decimal']['input']>;
  /** Type of the unit. */
  unitType: GenerationUnitType;
};

/** Whether the tables hold a figure that may be proposed. */
export type FactorProposalStatus =
  /** The unit came after the end of the programme. */
  | 'NOT_ELIGIBLE'
  /** A figure with a source that may be relied on. */
  | 'PROPOSED'
  /** No verified figure: staff must enter one with a source. */
  | 'UNKNOWN';

/** A file to be kept as evidence: PDF, PNG or JPEG, at most 5 MiB. */
export type FileDocumentInput = {
  /** The content in base64 with padding, in one line. Send it as a variable. */
  contentBase64: Scalars['String']['input'];
  /** What it is: `application/pdf`, `image/png` or `image/jpeg`. The content must be that. */
  mediaType: Scalars['String']['input'];
  /** Name of the file, at most 200 characters. */
  name: Scalars['String']['input'];
};

/** How far a filing is. */
export type FilingState =
  /** Approved; its credits are used and banked. */
  | 'APPROVED'
  /** Returned; the year may be filed again. */
  | 'RETURNED'
  /** Waits for the regulator. */
  | 'SUBMITTED';

/** What decides, with size and use on site, on the market sector. */
export type GenerationUnitType =
  /** On a brownfield. */
  | 'BROWNFIELD'
  /** On or at a building. */
  | 'BUILDING_MOUNTED'
  /** Community shared solar. */
  | 'COMMUNITY_SHARED'
  /** Supplies power in an emergency. */
  | 'EMERGENCY_POWER'
  /** On open ground. */
  | 'GROUND_MOUNTED'
  /** On a landfill. */
  | 'LANDFILL'
  /** Serves low or moderate income housing. */
  | 'LOW_OR_MODERATE_INCOME_HOUSING'
  /** A canopy, e.g. above parking spaces. */
  | 'SOLAR_CANOPY';

/** A statement of qualification to be granted to a system. */
export type GrantQualificationInput = {
  /** Day of the decision. */
  decidedOn?: InputMaybe<Scalars['Date']['input']>;
  /** RPS effective date. */
  effectiveOn: Scalars['Date']['input'];
  /** Where the factor comes from; required for SREC II. */
  factorSource?: InputMaybe<Scalars['String']['input']>;
  /** Last quarter of the opt-in term; absent: the 40th. Another one is flagged. Class I has none. */
  lastEligibleQuarter?: InputMaybe<Scalars['Quarter']['input']>;
  /** Market sector; required for SREC II. */
  marketSector?: InputMaybe<MarketSector>;
  /** The programme. */
  program: Program;
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** Number of the statement, e.g. `PV-2410-13`. */
  sqNumber: Scalars['String']['input'];
  /** SREC factor, above 0, at most 1; required for SREC II, 1 for the others. */
  srecFactor?: InputMaybe<Scalars['Decimal']['input']>;
};

/** How production becomes MWh for the GIS, by generation month. */
export type IssuanceProcess =
  /** From October 2017: kWh rounded to whole kWh are reported, nothing stays at the PTS. */
  | 'WHOLE_KWH'
  /** Up to September 2017: whole MWh are reported, kWh are carried by the PTS. */
  | 'WHOLE_MWH';

/** A system joins an asset from a month on, and leaves the one that it was in. */
export type JoinGisAssetInput = {
  /** First month of the membership; not issued yet. */
  fromMonth: Scalars['Month']['input'];
  /** The asset, by its id at the GIS. */
  gisId: Scalars['ID']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** A system leaves the asset that it is in, and joins no other. */
export type LeaveGisAssetInput = {
  /** First month in which it is in no asset; not reported or issued yet, and later than the first month. */
  fromMonth: Scalars['Month']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What a ledger entry records. */
export type LedgerEntryKind =
  /** A debit or credit against the next issuance of the asset. */
  | 'ADJUST'
  /** Certificates were deposited for the auction. */
  | 'DEPOSIT'
  /** Certificates came into being in the account that holds the asset in that month. */
  | 'MINT'
  /** Certificates were offered to another account. */
  | 'OFFER'
  /** Certificates were retired by their owner. */
  | 'RETIRE'
  /** Certificates of a retail sub-account were retired when the year closed. */
  | 'RETIRE_COMPLIANCE'
  /** The part of the production that the SREC factor leaves out, retired on behalf of the generator. */
  | 'RETIRE_REMAINDER'
  /** Certificates of a reserve sub-account were retired when the year closed. */
  | 'RETIRE_RESERVE'
  /** Certificates that nobody used went to the residual mix when the year closed. */
  | 'RETIRE_RESIDUAL'
  /** Certificates were not sold in the auction and came back, minted anew. */
  | 'RETURN'
  /** Certificates were taken back untouched, to be issued anew from corrected production. */
  | 'ROLL_BACK'
  /** The retired remainder of a month that was rolled back. */
  | 'ROLL_BACK_REMAINDER'
  /** Certificates were sold in the auction and minted anew for its buyer. */
  | 'SELL'
  /** An offer was rejected, withdrawn or lapsed. */
  | 'TAKE_BACK'
  /** Certificates went back to the active sub-account. */
  | 'TO_ACTIVE'
  /** Certificates were set aside for a later trading period of the year. */
  | 'TO_BANKED'
  /** Certificates went to the reserve sub-account. */
  | 'TO_RESERVE'
  /** Certificates went to the retail sub-account, for compliance. */
  | 'TO_RETAIL'
  /** Certificates went to another account. */
  | 'TRANSFER';

/** Load under contracts of one day. */
export type LoadInput = {
  /** true: Basic Service. */
  basicService?: Scalars['Boolean']['input'];
  /** The day on which it was contracted. For load of many contracts with the same rules, one of their days. */
  contractedOn: Scalars['Date']['input'];
  /** Retail sales in MWh, at most three decimals. */
  salesMwh: Scalars['Decimal']['input'];
};

/** SREC II market sector. */
export type MarketSector =
  /** Up to 25 kW DC, canopy, emergency power, community shared, low or moderate income housing. */
  | 'A'
  /** Building mounted, or ground mounted with at least 67 % used on site. */
  | 'B'
  /** Landfill, brownfield, or ground mounted up to 650 kW with less used on site. */
  | 'C'
  /** Managed growth: everything else. */
  | 'MG';

/** Which models of meters; every condition given must hold. */
export type MeterModelFilter = {
  /** Only what was approved on this day. */
  approvedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Only of this manufacturer, spelled as on the list. */
  manufacturer?: InputMaybe<Scalars['String']['input']>;
  /** Only with an error of at most so many percent. */
  maximumAccuracyPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Where the clock of a run is to stand. */
export type MoveConformanceClockInput = {
  /** The run. */
  runId: Scalars['ID']['input'];
  /** The instant; later than it stands, and at most a year after it began. */
  to: Scalars['DateTime']['input'];
};

/** Certificates for another sub-account of the account that they lie in. */
export type MoveToSubaccountInput = {
  /** 1 to 20000 ranges of serial numbers: `4086133 - 24 to 137`; in any of the other sub-accounts. */
  ranges: Array<Scalars['String']['input']>;
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
  /** Where to. */
  subaccount: Subaccount;
};

/** An objection to a change that another organisation asked for. */
export type ObjectToChangeInput = {
  /** Why, at most 2000 characters; whoever asked reads it. */
  reason: Scalars['String']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** What an obligation is computed from, in MWh. Either the base as it was announced, or the terms of the formula (SREC I alone). */
export type ObligationInput = {
  /** Paid for instead two years before; absent: 0. */
  acpMwh?: InputMaybe<Scalars['Decimal']['input']>;
  /** Generation of two years before. */
  actualGenerationMwh?: InputMaybe<Scalars['Decimal']['input']>;
  /** Deposited in the auction of two years before; absent: as in our own auction, 0 without one. */
  auctionMwh?: InputMaybe<Scalars['Decimal']['input']>;
  /** Banked from two years before; absent: 0. */
  bankedMwh?: InputMaybe<Scalars['Decimal']['input']>;
  /** The base as announced; then the formula is not used. */
  baseMwh?: InputMaybe<Scalars['Decimal']['input']>;
  /** false: the programme is full, growth counts no more. */
  countsGrowth?: InputMaybe<Scalars['Boolean']['input']>;
  /** Load of two years before, for the percentage. */
  loadMwh?: InputMaybe<Scalars['Decimal']['input']>;
  /** Generation projected for the year before. */
  projectedGenerationMwh?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A standing (forward) transfer to be offered. */
export type OfferStandingTransferInput = {
  /** What to call it, at most 100 characters. */
  alias: Scalars['String']['input'];
  /** First vintage month. */
  beginMonth: Scalars['Month']['input'];
  /** Last vintage month. */
  endMonth: Scalars['Month']['input'];
  /** What to do in a month with fewer certificates. */
  fill: StandingTransferFill;
  /** The GIS account of yours that gives. */
  fromGisAccountId: Scalars['ID']['input'];
  /** Only of this asset, by its id at the GIS; absent: of all. */
  gisId?: InputMaybe<Scalars['ID']['input']>;
  /** true: you cannot withdraw it once it is approved. */
  irrevocable?: Scalars['Boolean']['input'];
  /** How many each month. */
  method: StandingTransferMethod;
  /** Certificates a month, above 0; with AMOUNT. */
  monthlyQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** Price of one certificate in dollars; private to the parties. */
  priceDollars?: InputMaybe<Scalars['Decimal']['input']>;
  /** 1 to 99, 1 first; 0 last. */
  priority?: Scalars['Int']['input'];
  /** The programme of the certificates. */
  program: Program;
  /** Share in percent, above 0, at most 100; with PERCENT. */
  sharePercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** The GIS account that receives. */
  toGisAccountId: Scalars['ID']['input'];
};

/** Transfers that are offered together: all of them or none. */
export type OfferTransfersInput = {
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
  /** 1 to 1000 transfers, with 20000 ranges in all; no certificate twice. */
  transfers: Array<TransferInput>;
};

/** An auction to be opened for deposits. */
export type OpenAuctionInput = {
  /** The year in which the electricity was generated. */
  generationYear: Scalars['Int']['input'];
  /** The programme: each has an auction of its own. */
  program: CarveOut;
};

/** A round to be opened. */
export type OpenAuctionRoundInput = {
  /** The auction. */
  auctionId: Scalars['ID']['input'];
  /** From when on no more. */
  closesAt: Scalars['DateTime']['input'];
  /** From when on bids are taken; not in the past. */
  opensAt: Scalars['DateTime']['input'];
};

/** A trading period to be opened. */
export type OpenTradingPeriodInput = {
  /** The quarter that was issued. */
  quarter: Scalars['Quarter']['input'];
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
};

/** What kind of party this is. */
export type OrganisationKind =
  /** A company, e.g. an aggregator or a DAS provider. */
  | 'COMPANY'
  /** A private person, e.g. a home-owner. */
  | 'PERSON'
  /** A town, a school, a state agency. */
  | 'PUBLIC_BODY';

/** The kinds of account that one may apply for. */
export type PartyKind =
  /** Owns certificate rights. */
  | 'REC_OWNER'
  /** Owns a system. */
  | 'SYSTEM_OWNER'
  /** Reports the production of systems. */
  | 'SYSTEM_REPRESENTATIVE';

/** A bid: a volume, at the price of the auction. */
export type PlaceBidInput = {
  /** The auction. */
  auctionId: Scalars['ID']['input'];
  /** How many certificates, at most 10,000,000. It takes the place of your bid of this round before; 0 takes that back. Of a bidder that is no supplier what is above its share of the deposited volume does not count. */
  volume: Scalars['Int']['input'];
};

/** Production of which systems; every condition given must hold. */
export type ProductionFilter = {
  /** Only what is of this market sector in its month. */
  marketSector?: InputMaybe<MarketSector>;
  /** Only what is qualified for this programme in its month. */
  program?: InputMaybe<Program>;
  /** Only this technology. */
  technology?: InputMaybe<Technology>;
  /** Only in this city or town, spelled as on record. */
  town?: InputMaybe<Scalars['String']['input']>;
};

/** By what production is summed. */
export type ProductionGrouping =
  /** Generation month, `YYYY-MM`. */
  | 'MONTH'
  /** Programme of the statement that holds in the month; null: not qualified then. */
  | 'PROGRAM'
  /** Generation quarter, `YYYY-Qn`. */
  | 'QUARTER'
  /** SREC II market sector of the statement that holds in the month; null: none. */
  | 'SECTOR'
  /** What the system makes electricity from. */
  | 'TECHNOLOGY'
  /** City or town of the system. */
  | 'TOWN';

/** How far a month of production has come. */
export type ProductionStatus =
  /** Came after its quarter was issued: never issued by itself, staff decides. */
  | 'AWAITING_STAFF'
  /** Of a missed month that policy gives up: never used. */
  | 'FORFEITED'
  /** Used in an issuance. */
  | 'ISSUED'
  /** Reported; its quarter is not issued. */
  | 'REPORTED';

/** The programme that a certificate is of. */
export type Program =
  /** RPS Class I: one REC for each MWh. */
  | 'CLASS_I'
  /** RPS Solar Carve-Out: one certificate for each MWh. */
  | 'SREC_I'
  /** RPS Solar Carve-Out II: MWh times the SREC factor of the statement of qualification. */
  | 'SREC_II';

/** What a document of the programme is for. */
export type ProgramDocumentKind =
  /** To be filled in. */
  | 'FORM'
  /** Explains how something is done. */
  | 'GUIDE'
  /** A list, e.g. of approved meters. */
  | 'LIST'
  /** Terms and conditions, to be accepted. */
  | 'TERMS';

/** A version of a document of the programme, to be published. */
export type PublishProgramDocumentInput = {
  /** The file, filed by your organisation: from now on everybody may read it. Absent: only the source is named. */
  documentId?: InputMaybe<Scalars['ID']['input']>;
  /** Day on which it was published; not after today. */
  publishedOn: Scalars['Date']['input'];
  /** The document, as `programDocuments` calls it. */
  slug: Scalars['String']['input'];
  /** Where it comes from. */
  source: Scalars['String']['input'];
  /** The version, at most 40 characters; a new one. */
  version: Scalars['String']['input'];
};

/** What today's rules would not have given; the decision stands. */
export type QualificationFlag =
  /** Nameplate capacity above the limit per parcel of land. */
  | 'CAPACITY_ABOVE_LIMIT'
  /** The system stands in another state. */
  | 'OUTSIDE_MASSACHUSETTS'
  /** A last eligible quarter other than the 40th. */
  | 'TERM_OTHER_THAN_RULE';

/** What an applicant states of a generation unit, beside what is on record of its system. */
export type QualificationUnitInput = {
  /** Share of its cost that ARRA paid, 0 to 1. */
  arraShareOfCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Commercial operation date; absent: that on record of the system. */
  commercialOperationOn?: InputMaybe<Scalars['Date']['input']>;
  /** Extension of a deadline that was granted. */
  extension?: Extension;
  /** Day on which it was authorised to interconnect; absent: it is not interconnected. */
  interconnectedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Day of funding by MassCEC or the Renewable Energy Trust, if any. */
  massachusettsGrantOn?: InputMaybe<Scalars['Date']['input']>;
  /** Day on which it was mechanically complete. */
  mechanicallyCompleteOn?: InputMaybe<Scalars['Date']['input']>;
  /** true: in the territory of a municipal light district; it counts as in Massachusetts. */
  municipalLight?: Scalars['Boolean']['input'];
  /** Share of its annual output used on site, 0 to 1. */
  onSiteShare?: InputMaybe<Scalars['Decimal']['input']>;
  /** true: owned by a regulated utility; it may take part all the same. */
  ownedByRegulatedUtility?: Scalars['Boolean']['input'];
  /** Capacity in kW DC of all units on the same parcel of land, this one included; absent: this one alone. */
  parcelCapacityKw?: InputMaybe<Scalars['Decimal']['input']>;
  /** Type of the unit; required for SREC II. */
  unitType?: InputMaybe<GenerationUnitType>;
  /** true: some of its generation is used on site. */
  usesGenerationOnSite?: Scalars['Boolean']['input'];
};

/** Who may bid. */
export type QualifyBidderInput = {
  /** The auction. */
  auctionId: Scalars['ID']['input'];
  /** What proves it: at most 2,000 characters. */
  evidence: Scalars['String']['input'];
  /** Its GIS account, to which what it buys goes. It must not be one that deposits. */
  gisAccountId: Scalars['ID']['input'];
  /** The organisation. */
  organisationId: Scalars['ID']['input'];
  /** Security that it posted, in dollars; suppliers need none. */
  securityDollars: Scalars['Decimal']['input'];
};

/** A quarter to be reported or issued. */
export type QuarterInput = {
  /** The generation quarter. */
  quarter: Scalars['Quarter']['input'];
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
};

/** How far a quarter has come. */
export type QuarterStatus =
  /** Completed; it stays as it is. */
  | 'ISSUED'
  /** Minting is begun, not completed; asking for it again goes on where it stopped. */
  | 'ISSUING'
  /** Not begun. */
  | 'NOT_REPORTED'
  /** Reported to the GIS and frozen; not minted yet. */
  | 'REPORTED'
  /** The report is begun, not frozen; asking for it again goes on where it stopped. */
  | 'REPORTING';

/** A reason to look at a reading again. Flags never block. */
export type ReadingFlag =
  /** Months were missed; the difference is spread over them by days. */
  | 'ESTIMATED_GAP'
  /** Far more than size and season lead to expect. */
  | 'FAR_ABOVE_EXPECTED'
  /** Far less than size and season lead to expect. */
  | 'FAR_BELOW_EXPECTED'
  /** Nothing was produced since the reading before. */
  | 'ZERO_PRODUCTION';

/** One reading: when a meter was read, and its cumulative value. */
export type ReadingInput = {
  /** Your own key for this row; comes back with its outcome. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** The metering point. */
  meterLabel?: Scalars['String']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** When the meter was read. It belongs to the month that ends inside the reporting window. */
  readAt: Scalars['DateTime']['input'];
  /** Cumulative (lifetime) value in kWh, at most three decimals. */
  valueKwh: Scalars['Decimal']['input'];
};

/** What became of a row. */
export type ReadingStatus =
  /** Stored; it is the reading of its month. */
  | 'ACCEPTED'
  /** The same instant and value are in force already; nothing was stored. */
  | 'DUPLICATE'
  /** Not stored; `code` and `message` say why, `expected` what would have been accepted. */
  | 'REFUSED'
  /** Stored; it takes the place of the reading that was in force, which stays on record. */
  | 'SUPERSEDES';

/** A delivery to be posted again. */
export type RedeliverWebhookInput = {
  /** The delivery. */
  deliveryId: Scalars['ID']['input'];
};

/** A retail electricity supplier. */
export type RegisterSupplierInput = {
  /** What kind. */
  kind: SupplierKind;
  /** The organisation. */
  organisationId: Scalars['ID']['input'];
  /** Why, for the record. */
  reason: Scalars['String']['input'];
  /** First compliance year for which it files here. It is taken to have complied in the years before that. */
  sinceYear: Scalars['Int']['input'];
};

/** A system to be registered. */
export type RegisterSystemInput = {
  /** Nameplate capacity in kW, below 10^9, at most three decimals: DC at STC for solar PV, AC otherwise. */
  capacityKw: Scalars['Decimal']['input'];
  /** Commercial operation date. */
  commercialOperationOn?: InputMaybe<Scalars['Date']['input']>;
  /** Estimated production of a year in kWh, 0 to below 10^12, at most three decimals. */
  estimatedAnnualKwh?: InputMaybe<Scalars['Decimal']['input']>;
  /** Kind of the place it stands at. */
  facilityType?: InputMaybe<Scalars['String']['input']>;
  /** Who installed it. */
  installer?: InputMaybe<Scalars['String']['input']>;
  /** true: funded by MassCEC, so the reporting requirements bind it. */
  massachusettsFunded?: Scalars['Boolean']['input'];
  /** Name of the generation unit. */
  name: Scalars['String']['input'];
  /** State, two letters. */
  state?: Scalars['String']['input'];
  /** Street and number. */
  streetAddress?: InputMaybe<Scalars['String']['input']>;
  /** What it makes electricity from. */
  technology: Technology;
  /** City or town. */
  town: Scalars['String']['input'];
  /** Electric utility. */
  utility?: InputMaybe<Scalars['String']['input']>;
  /** ZIP code, five digits. */
  zip?: InputMaybe<Scalars['String']['input']>;
};

/** A meter device was replaced. */
export type ReplaceMeterInput = {
  /** The metering point. */
  label?: Scalars['String']['input'];
  /** Accuracy of the new device in percent; absent: that of the old one. */
  newAccuracyPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** First cumulative value of the new device in kWh. */
  newInitialKwh: Scalars['Decimal']['input'];
  /** Digits of the new register, 3 to 12, when it rolls over; absent: it does not. */
  newRegisterDigits?: InputMaybe<Scalars['Int']['input']>;
  /** Serial number of the new device. */
  newSerialNumber?: InputMaybe<Scalars['String']['input']>;
  /** Last cumulative value of the old device in kWh. */
  oldFinalKwh: Scalars['Decimal']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why it was replaced. */
  reason: Scalars['String']['input'];
  /** When it was replaced: after the last reading in force. */
  replacedAt: Scalars['DateTime']['input'];
};

/** Whether a month was reported. */
export type ReportedFilter = {
  /** The generation month. */
  month: Scalars['Month']['input'];
  /** true: with a reading in force of that month. false: without. */
  reported: Scalars['Boolean']['input'];
};

/** The organisation that is to report. */
export type ReporterInput = {
  /** The organisation; it has an account of kind SYSTEM_REPRESENTATIVE. */
  organisationId: Scalars['ID']['input'];
};

/** How a reading arrived. Follows from who reports: an approved DAS provider reports automatically. */
export type ReportingChannel =
  /** By an approved DAS provider. */
  | 'AUTOMATED'
  /** By a representative that is no DAS provider. */
  | 'MANUAL';

/** Which requests; every condition given must hold. */
export type RequestFilter = {
  /** Only these kinds. */
  kinds?: InputMaybe<Array<RequestKind>>;
  /** Only for the system of this PTS id. */
  ptsId?: InputMaybe<Scalars['ID']['input']>;
  /** Only in these states; the queue is SUBMITTED. */
  states?: InputMaybe<Array<RequestState>>;
};

/** A system is to join a GIS asset that your organisation holds. */
export type RequestGisHolderChangeInput = {
  /** Nameplate capacity of the system in kW, as on record. It is public too. */
  capacityKw: Scalars['Decimal']['input'];
  /** A draft of your organisation, of the same kind: this takes its place. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /** First month in the asset; not reported to the GIS yet, at most a year ahead. */
  effectiveMonth: Scalars['Month']['input'];
  /** Documents that your organisation filed, each with what it proves; at most 20. */
  evidence?: Array<EvidenceInput>;
  /** The asset, by its id at the GIS; your organisation holds it in that month. */
  gisId: Scalars['ID']['input'];
  /** PTS id of the system. You need not see it: zip and capacity guard against a slip. */
  ptsId: Scalars['ID']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
  /** Who is to hold the certificate rights from that month on; absent: they stay where they are. Your organisation holds them today, or the one that you name by its id does; staff names anybody. */
  recOwner?: InputMaybe<ChangePartyInput>;
  /** false: it is kept as a draft that only your organisation sees, and evidence may follow. */
  submit?: Scalars['Boolean']['input'];
  /** ZIP code of the system, as on record. It is public: it guards against a slip, not against a stranger. */
  zip: Scalars['String']['input'];
};

/** The house with the system was sold: owner, certificate rights and reporting in one. */
export type RequestHouseSaleInput = {
  /** The buyer: system owner from the day of the sale on. */
  buyer: ChangePartyInput;
  /** A draft of your organisation, of the same kind: this takes its place. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /** Documents that your organisation filed, each with what it proves; at most 20. */
  evidence?: Array<EvidenceInput>;
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
  /** What becomes of the certificate rights. BUYER takes them to be of your organisation today (or staff to ask). To the buyer they go from the first day of the month after the sale on: the production of a month belongs to one. */
  recOwner: SaleShare;
  /** Who reports from the day of the sale on. */
  reporter: SaleReporterInput;
  /** Day of the sale; at most a year ahead. */
  soldOn: Scalars['Date']['input'];
  /** false: it is kept as a draft that only your organisation sees, and evidence may follow. */
  submit?: Scalars['Boolean']['input'];
};

/** What is asked for. */
export type RequestKind =
  /** The approval as a DAS provider. */
  | 'DAS_PROVIDER'
  /** The system goes to the GIS asset of another account holder (aggregator). */
  | 'GIS_HOLDER_CHANGE'
  /** Another system owner, with the certificate rights and the reporting. */
  | 'HOUSE_SALE'
  /** The approval of a model of meter. */
  | 'METER_MODEL'
  /** A statement of qualification (SQA). */
  | 'QUALIFICATION'
  /** The certificate rights go to another organisation. */
  | 'REC_TRANSFER'
  /** An account and a system. */
  | 'REGISTRATION'
  /** Another system representative. */
  | 'REPORTER_CHANGE';

/** The certificate rights of a system are to go to somebody else. */
export type RequestRecTransferInput = {
  /** A draft of your organisation, of the same kind: this takes its place. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /** First month whose production belongs to it; not reported to the GIS yet, at most a year ahead. */
  effectiveMonth: Scalars['Month']['input'];
  /** Documents that your organisation filed, each with what it proves; at most 20. */
  evidence?: Array<EvidenceInput>;
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
  /** false: it is kept as a draft that only your organisation sees, and evidence may follow. */
  submit?: Scalars['Boolean']['input'];
  /** Who is to hold the rights. */
  to: ChangePartyInput;
};

/** Another organisation is to report for a system. */
export type RequestReporterChangeInput = {
  /** A draft of your organisation, of the same kind: this takes its place. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /** Documents that your organisation filed, each with what it proves; at most 20. */
  evidence?: Array<EvidenceInput>;
  /** First day on which it reports; at most a year ahead. */
  fromOn: Scalars['Date']['input'];
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
  /** Who is to report. */
  representative: ReporterInput;
  /** false: it is kept as a draft that only your organisation sees, and evidence may follow. */
  submit?: Scalars['Boolean']['input'];
};

/** Where a request stands. */
export type RequestState =
  /** Approved and carried out. Final. */
  | 'APPROVED'
  /** Cancelled by staff, or on the objection of who holds the system. Final. */
  | 'CANCELLED'
  /** Cancelled by the regulator. Final. */
  | 'CANCELLED_BY_DOER'
  /** An application was denied. Final. */
  | 'DENIED'
  /** Being written; only its own organisation sees it. */
  | 'DRAFT'
  /** Waits for a decision. */
  | 'SUBMITTED'
  /** Taken back by whoever asked. Final. */
  | 'WITHDRAWN';

/** What was done to a request. */
export type RequestStep =
  /** Approved. */
  | 'APPROVED'
  /** Cancelled by staff, or on the objection of who holds the system. */
  | 'CANCELLED'
  /** Cancelled by the regulator. */
  | 'CANCELLED_BY_DOER'
  /** Denied. */
  | 'DENIED'
  /** Written, or written anew, as a draft. */
  | 'DRAFTED'
  /** Staff confirmed figures or terms. */
  | 'REVIEWED'
  /** Submitted. */
  | 'SUBMITTED'
  /** The regulator verified it. */
  | 'VERIFIED'
  /** Withdrawn. */
  | 'WITHDRAWN';

/** Certificates to be retired. */
export type RetireCertificatesInput = {
  /** In whose name they are retired; private, and not part of the hashed ledger. */
  beneficiary?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 20000 ranges of serial numbers as the market shows them: `4086133 - 24 to 137`. */
  ranges: Array<Scalars['String']['input']>;
  /** Why, for the record, at most 2,000 characters; name no person. */
  reason: Scalars['String']['input'];
};

/** What staff confirms of an application for a statement of qualification. */
export type ReviewQualificationInput = {
  /** RPS effective date. */
  effectiveOn: Scalars['Date']['input'];
  /** Where the effective date comes from; required where it is not the one proposed. */
  effectiveSource?: InputMaybe<Scalars['String']['input']>;
  /** Where sector and factor come from; required where they are not the ones proposed. */
  factorSource?: InputMaybe<Scalars['String']['input']>;
  /** Market sector; required for SREC II. */
  marketSector?: InputMaybe<MarketSector>;
  /** Why. */
  reason: Scalars['String']['input'];
  /** The application. */
  requestId: Scalars['ID']['input'];
  /** SREC factor, above 0, at most 1; required for SREC II, 1 for the others. */
  srecFactor?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A credential to be revoked. */
export type RevokeApiCredentialInput = {
  /** The credential. */
  credentialId: Scalars['ID']['input'];
};

/** A revocation of the approval of a DAS provider. */
export type RevokeDasProviderInput = {
  /** The organisation. */
  organisationId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** First day on which it is no longer approved; later than that of the approval. */
  revokedOn: Scalars['Date']['input'];
};

/** The end of the approval of a model of meter. */
export type RevokeMeterModelInput = {
  /** The model. */
  meterModelId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** First day on which it is no longer approved; later than that of the approval. */
  revokedOn: Scalars['Date']['input'];
};

/** A credential to be made beside the one in use, which it is to replace. */
export type RotateApiCredentialInput = {
  /** From when on it is refused, at most 366 days from now; absent: as long as that. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for. */
  label: Scalars['String']['input'];
  /** What it may be used for, of what the credential in use may; absent: the same. */
  scopes?: InputMaybe<Array<CredentialScope>>;
};

/** A webhook that gets a new secret. */
export type RotateWebhookSecretInput = {
  /** For how many hours posts are also signed with the secret before, 0 to 168. */
  overlapHours?: Scalars['Int']['input'];
  /** The webhook. */
  webhookId: Scalars['ID']['input'];
};

/** Who reports after the house is sold. */
export type SaleReporter =
  /** The buyer. */
  | 'BUYER'
  /** Whoever reports now. */
  | 'KEEP'
  /** Another organisation, which is named. */
  | 'OTHER';

/** Who is to report after the sale. */
export type SaleReporterInput = {
  /** With OTHER, and only then: the organisation. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** Who. */
  who: SaleReporter;
};

/** What becomes of something when the house is sold. */
export type SaleShare =
  /** It goes to the buyer. */
  | 'BUYER'
  /** It stays with whoever holds it. */
  | 'KEEP';

/** How to set the sandbox clock; with neither value it goes back to real time. */
export type SetClockInput = {
  /** The instant that it is to be; it goes on from there. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Hours by which to move it, back when negative. */
  moveByHours?: InputMaybe<Scalars['Int']['input']>;
};

/** A meter to be set up. */
export type SetUpMeterInput = {
  /** Accuracy of the device in percent (2 for plus or minus 2 %), above 0, at most 5; absent: not of revenue quality, an inverter display, say. */
  accuracyPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Cumulative value in kWh on the day of installation. */
  initialValueKwh: Scalars['Decimal']['input'];
  /** Day of installation. */
  installedOn: Scalars['Date']['input'];
  /** Name of the metering point, unique within the system. */
  label?: Scalars['String']['input'];
  /** Approved model of the device: approved on the day of installation; its accuracy is that of the device. */
  meterModelId?: InputMaybe<Scalars['ID']['input']>;
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** Digits of its register, 3 to 12, when it rolls over to zero; absent: it does not. */
  registerDigits?: InputMaybe<Scalars['Int']['input']>;
  /** Serial number of the device. */
  serialNumber?: InputMaybe<Scalars['String']['input']>;
};

/** How a reported month was brought in line. */
export type Settlement =
  /** The difference goes into the next issuance of the asset, as a debit or credit. */
  | 'ADJUSTED'
  /** Its certificates lay untouched: they were rolled back and the month issued anew. */
  | 'ROLLED_BACK';

/** What waits. */
export type StaffQueueName =
  /** Suppliers with load in the compliance year that ended last whose filing is not submitted. */
  | 'FILINGS_DUE'
  /** Compliance filings that wait for the decision of the regulator. */
  | 'FILINGS_TO_DECIDE'
  /** Readings in force that carry a flag, of quarters that are not reported yet (`flaggedReadings`). */
  | 'FLAGGED_READINGS'
  /** Readings of quarters that are reported whose production was not used (`productionAwaitingStaff`). */
  | 'PRODUCTION_AWAITING_STAFF'
  /** Quarters that are reported, whose mint date has come and that are not issued. */
  | 'QUARTERS_TO_ISSUE'
  /** Quarters with qualified production whose upload date has come and that are not reported. */
  | 'QUARTERS_TO_REPORT'
  /** Requests that were submitted and are not decided, by kind and by the last step taken. */
  | 'REQUESTS';

/** A standing transfer to be decided. */
export type StandingTransferDecisionInput = {
  /** The standing transfer. */
  standingTransferId: Scalars['ID']['input'];
};

/** What a standing transfer does in a month that has fewer certificates than it asks for. */
export type StandingTransferFill =
  /** It takes none of the month. */
  | 'ALL_OR_NOTHING'
  /** It takes what is there. */
  | 'PARTIAL';

/** How many certificates a standing transfer asks for each month. */
export type StandingTransferMethod =
  /** A fixed number, over all of its assets. */
  | 'AMOUNT'
  /** A share of what each asset minted into the giving account, rounded down. */
  | 'PERCENT';

/** Where a standing transfer stands. */
export type StandingTransferState =
  /** Executed whenever a trading period of its months opens. */
  | 'APPROVED'
  /** Its last month was executed. Final. */
  | 'ENDED'
  /** Waits for the answer of the receiver. */
  | 'PENDING'
  /** Refused by the receiver. Final. */
  | 'REJECTED'
  /** Taken back by the giver. Final. */
  | 'WITHDRAWN';

/** A run of the conformance sandbox. */
export type StartConformanceRunInput = {
  /** Your name for it, at most 200 characters. */
  label: Scalars['String']['input'];
};

/** An export to be written. */
export type StartExportInput = {
  /** What it is to hold. */
  content: ExportContent;
  /** How its rows are to be written. */
  format: ExportFormat;
  /** First month, of READINGS and PRODUCTION; absent: all. */
  fromMonth?: InputMaybe<Scalars['Month']['input']>;
  /** Last month, of READINGS and PRODUCTION; absent: all. */
  toMonth?: InputMaybe<Scalars['Month']['input']>;
};

/** A sub-account of a GIS account. */
export type Subaccount =
  /** Free for everything. */
  | 'ACTIVE'
  /** Set aside for a later trading period of the same trading year. */
  | 'BANKED'
  /** Reserved; retired as such when the trading year is closed. */
  | 'RESERVE'
  /** For compliance; retired for it when the trading year is closed. Suppliers alone. */
  | 'RETAIL';

/** What rows of a submission come in. */
export type SubmissionForm =
  /** A file of CSV. */
  | 'CSV'
  /** A file of JSON Lines. */
  | 'JSON_LINES'
  /** The input of the mutation. */
  | 'MUTATION'
  /** A file of the XML form of the PTS, `ARData`. */
  | 'XML';

/** What becomes of good rows beside refused ones. */
export type SubmissionMode =
  /** All or none: one refused row and nothing is stored. */
  | 'ATOMIC'
  /** Good rows are stored, refused ones are not. */
  | 'PARTIAL';

/** Readings to be reported in a run of the sandbox: what `submitReadings` takes, and the run. */
export type SubmitConformanceReadingsInput = {
  /** ATOMIC: one refused row and nothing is stored; rows that are good by themselves are then refused with REFUSED_WITH_OTHERS. Absent: PARTIAL. */
  mode?: InputMaybe<SubmissionMode>;
  /** The rows, 1 to 10000; each is judged by itself. */
  readings: Array<ReadingInput>;
  /** The run. */
  runId: Scalars['ID']['input'];
};

/** An annual compliance filing. */
export type SubmitFilingInput = {
  /** The compliance year. */
  complianceYear: Scalars['Int']['input'];
  /** A word for the regulator: at most 2,000 characters; name no person. */
  reason: Scalars['String']['input'];
  /** What counts first. */
  useOrder: UseOrder;
};

/** Readings to be reported, column by column: the first values are the first row. Where every row has the same value, that alone may be given. */
export type SubmitReadingColumnsInput = {
  /** The metering points: one for each row, or one for all. Absent: `main`. */
  meterLabels?: InputMaybe<Array<Scalars['String']['input']>>;
  /** As with `submitReadings`. Absent: PARTIAL. */
  mode?: InputMaybe<SubmissionMode>;
  /** PTS ids of the systems: of 1 to 10000 rows. */
  ptsIds: Array<Scalars['ID']['input']>;
  /** When the meters were read, in the reporting window: one for each row, or one for all. */
  readAts: Array<Scalars['DateTime']['input']>;
  /** Cumulative (lifetime) values in kWh, at most three decimals: one for each row. */
  valuesKwh: Array<Scalars['Decimal']['input']>;
};

/** Readings to be reported. */
export type SubmitReadingsInput = {
  /** ATOMIC: one refused row and nothing is stored; rows that are good by themselves are then refused with REFUSED_WITH_OTHERS. Absent: PARTIAL. */
  mode?: InputMaybe<SubmissionMode>;
  /** The rows, 1 to 10000; each is judged by itself. */
  readings: Array<ReadingInput>;
};

/** What kind of retail electricity supplier. */
export type SupplierKind =
  /** A competitive retail supplier. */
  | 'COMPETITIVE'
  /** A regulated distribution company. */
  | 'DISTRIBUTION_COMPANY'
  /** A municipal light district: exempt from the obligation. */
  | 'MUNICIPAL_LIGHT';

/** Which systems; every condition given must hold. */
export type SystemFilter = {
  /** Only systems of this market sector this month. */
  marketSector?: InputMaybe<MarketSector>;
  /** Nameplate capacity in kW of at most this. */
  maximumCapacityKw?: InputMaybe<Scalars['Decimal']['input']>;
  /** Nameplate capacity in kW of at least this. */
  minimumCapacityKw?: InputMaybe<Scalars['Decimal']['input']>;
  /** Only systems that are qualified for this programme this month. */
  program?: InputMaybe<Program>;
  /** Only systems that reported a month, or did not. */
  reportedIn?: InputMaybe<ReportedFilter>;
  /** Only systems that this organisation represents (reports for) today. */
  representativeId?: InputMaybe<Scalars['ID']['input']>;
  /** Only systems with this text in their name, PTS id or town, in capital or small letters; 1 to 100 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only this technology. */
  technology?: InputMaybe<Technology>;
  /** Only this city or town, spelled as on record. */
  town?: InputMaybe<Scalars['String']['input']>;
  /** Only this ZIP code. */
  zip?: InputMaybe<Scalars['String']['input']>;
};

/** Which systems; every condition given must hold. */
export type SystemPlaceFilter = {
  /** Nameplate capacity in kW of at most this. */
  maximumCapacityKw?: InputMaybe<Scalars['Decimal']['input']>;
  /** Nameplate capacity in kW of at least this. */
  minimumCapacityKw?: InputMaybe<Scalars['Decimal']['input']>;
  /** Only this technology. */
  technology?: InputMaybe<Technology>;
  /** Only this city or town, spelled as on record. */
  town?: InputMaybe<Scalars['String']['input']>;
  /** Only this ZIP code. */
  zip?: InputMaybe<Scalars['String']['input']>;
};

/** What an organisation can be to a system. */
export type SystemRoleName =
  /** Owns the certificate rights; at first the system owner. */
  | 'REC_OWNER'
  /** Owns the system. */
  | 'SYSTEM_OWNER'
  /** Reports its production; a DAS provider when reporting is automated. */
  | 'SYSTEM_REPRESENTATIVE';

/** The order of systems. */
export type SystemSort = {
  /** By what. */
  by: SystemSortKey;
  /** true: from the last to the first. */
  descending?: Scalars['Boolean']['input'];
};

/** By what systems are sorted; those that are equal in it by their registration. */
export type SystemSortKey =
  /** Nameplate capacity. */
  | 'CAPACITY'
  /** Name of the generation unit. */
  | 'NAME'
  /** PTS id, as text. */
  | 'PTS_ID'
  /** Oldest registration first. */
  | 'REGISTRATION'
  /** City or town. */
  | 'TOWN';

/** The order of systems that have not reported. */
export type SystemsNotReportedOrder =
  /** Largest nameplate capacity first: where most is at risk. */
  | 'CAPACITY'
  /** Oldest registration first. */
  | 'REGISTRATION';

/** What a system makes electricity from. */
export type Technology =
  /** Anaerobic digester gas; capacity in kW AC. */
  | 'ANAEROBIC_DIGESTER'
  /** Biomass; capacity in kW AC. */
  | 'BIOMASS'
  /** Fuel cell on a renewable fuel; capacity in kW AC. */
  | 'FUEL_CELL'
  /** Water; capacity in kW AC. */
  | 'HYDRO'
  /** Landfill gas; capacity in kW AC. */
  | 'LANDFILL_GAS'
  /** Another renewable source; capacity in kW AC. */
  | 'OTHER'
  /** Solar photovoltaic; capacity in kW DC at standard test conditions. */
  | 'SOLAR_PV'
  /** Wind; capacity in kW AC. */
  | 'WIND';

/** A transfer to be decided. */
export type TransferDecisionInput = {
  /** Why, for the record; name no person: the ledger keeps it for ever. */
  reason: Scalars['String']['input'];
  /** The transfer. */
  transferId: Scalars['ID']['input'];
};

/** On which side of a transfer your accounts are. */
export type TransferDirection =
  /** They receive. */
  | 'IN'
  /** They give. */
  | 'OUT';

/** Which transfers. */
export type TransferFilter = {
  /** Only those on this side of your accounts. */
  direction?: InputMaybe<TransferDirection>;
  /** Only in these states. */
  states?: InputMaybe<Array<TransferState>>;
};

/** Certificates for another account. */
export type TransferInput = {
  /** The GIS account that they lie in, active. */
  fromGisAccountId: Scalars['ID']['input'];
  /** For the other party; as private as the price. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Price of one certificate in dollars; private to the parties and the broker who proposes it. */
  priceDollars?: InputMaybe<Scalars['Decimal']['input']>;
  /** Ranges of serial numbers, also parts of one: `4086133 - 24 to 137`. */
  ranges: Array<Scalars['String']['input']>;
  /** The GIS account, whoever has it, that they are for. */
  toGisAccountId: Scalars['ID']['input'];
};

/** Where a transfer stands. */
export type TransferState =
  /** The certificates are in the other account. Final. */
  | 'ACCEPTED'
  /** Still open when a trading year of its certificates was closed. Final. */
  | 'LAPSED'
  /** Waits for the answer of the receiver; its certificates are PENDING. */
  | 'OFFERED'
  /** Refused by the receiver. Final. */
  | 'REJECTED'
  /** Taken back by whose certificates they are. Final. */
  | 'WITHDRAWN';

/** What is to change of a webhook; what is absent stays. */
export type UpdateWebhookInput = {
  /** The new description. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The new kinds; an empty list: all. */
  kinds?: InputMaybe<Array<ChangeKind>>;
  /** The new address. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The webhook. */
  webhookId: Scalars['ID']['input'];
};

/** Which uploads. */
export type UploadFilter = {
  /** Sent to this run of the conformance sandbox; absent: those reported to the PTS, and none of a sandbox. */
  conformanceRunId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  states?: InputMaybe<Array<UploadState>>;
};

/** What form an upload came in. */
export type UploadFormat =
  /** CSV with a line of column names. */
  | 'CSV'
  /** One JSON object a line. */
  | 'JSON_LINES'
  /** The XML form of the PTS, `ARData`. */
  | 'XML';

/** How far an upload has come. */
export type UploadState =
  /** Every row is done. */
  | 'COMPLETED'
  /** It is on its way, or its connection broke: send it again under the same key. `rows` are done. */
  | 'INCOMPLETE'
  /** All or none, and a row was refused: nothing was stored. */
  | 'REFUSED';

/** What counts for the obligation first. */
export type UseOrder =
  /** Credits, the oldest first, then certificates of the year. */
  | 'BANKED_FIRST'
  /** Certificates of the year, then credits. */
  | 'NEW_FIRST';

/** The regulator's verification of a transfer of certificate rights. */
export type VerifyRecTransferInput = {
  /** Why; what was verified. */
  reason: Scalars['String']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** Why production waits for staff, as things are today. */
export type WaitingReason =
  /** It, its qualification or what hindered it came to order after its quarter was reported. */
  | 'LATE'
  /** The meter is not of revenue grade for the size of the system. */
  | 'METER_NOT_SUITABLE'
  /** The system was in no GIS asset. */
  | 'NO_ASSET'
  /** The account holder has not accepted the SREC terms and conditions. */
  | 'TERMS_NOT_ACCEPTED';

/** What is posted. */
export type WebhookDeliveryKind =
  /** Changes, at most 100, in the order of `changes`. */
  | 'CHANGES'
  /** A test without changes. */
  | 'PING';

/** How far a delivery has come. */
export type WebhookDeliveryState =
  /** The receiver answered with a status of 200 to 299. */
  | 'DELIVERED'
  /** It is not tried any more by itself. */
  | 'FAILED'
  /** It waits for its first or next try. */
  | 'PENDING';

/** A webhook. */
export type WebhookInput = {
  /** The webhook. */
  webhookId: Scalars['ID']['input'];
};

/** Whether anything is posted to a webhook. */
export type WebhookState =
  /** Changes are posted as they happen. */
  | 'ACTIVE'
  /** It has ended for ever. */
  | 'ENDED'
  /** You paused it; nothing is lost, and it goes on when it is resumed. */
  | 'PAUSED'
  /** The PTS stopped it; `suspendedBecause` says why. Mend the cause, then resume it. */
  | 'SUSPENDED';

/** A factor that a system would have. */
export type WhatIfFactorInput = {
  /** PTS id of the system. */
  ptsId: Scalars['ID']['input'];
  /** The factor, above 0 and at most 1: in the place of that of its statement. */
  srecFactor: Scalars['Decimal']['input'];
};

/** What is to be supposed of an asset and programme. The months of production and readings are computed, with what else is on record of them; without any, and with `onRecord`, those on record that are not reported yet. */
export type WhatIfInput = {
  /** Factors, at most 500. */
  factors?: Array<WhatIfFactorInput>;
  /** The asset, by its id at the GIS; one that your accounts hold today. */
  gisId: Scalars['ID']['input'];
  /** PTS ids of systems that would be in the asset too, at most 500. */
  joining?: Array<Scalars['ID']['input']>;
  /** PTS ids of systems that would not be in the asset, at most 500. */
  leaving?: Array<Scalars['ID']['input']>;
  /** true: months on record that are not reported yet are computed too, as they would be issued before. */
  onRecord?: Scalars['Boolean']['input'];
  /** Production, at most 2,000 rows, each system and month once. */
  production?: Array<WhatIfProductionInput>;
  /** The programme. */
  program: Program;
  /** Readings, at most 2,000, each meter and month once: what they say of their month, and of months that were missed before it, takes the place of what is on record of the meter. */
  readings?: Array<WhatIfReadingInput>;
};

/** What a system would produce in a month. */
export type WhatIfProductionInput = {
  /** The generation month, after the last one that is reported. */
  month: Scalars['Month']['input'];
  /** Production in kWh, 0 to below 10^12: in the place of what is on record. */
  productionKwh: Scalars['Decimal']['input'];
  /** PTS id of a system that you may see; one that is not in the asset is taken to join it. */
  ptsId: Scalars['ID']['input'];
};

/** What a meter would show: judged as if it were submitted when it is read. */
export type WhatIfReadingInput = {
  /** Which meter of the system. */
  meterLabel?: Scalars['String']['input'];
  /** PTS id of a system that you may see; one that is not in the asset is taken to join it. */
  ptsId: Scalars['ID']['input'];
  /** When it is read: inside the reporting window of its month, which may be one to come. */
  readAt: Scalars['DateTime']['input'];
  /** Cumulative (lifetime) value in kWh, at most three decimals. */
  valueKwh: Scalars['Decimal']['input'];
};

/** A request to be taken back. */
export type WithdrawRequestInput = {
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

export type LookUpTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type LookUpTermsQuery = { programDocuments: Array<{ slug: string, title: string, kind: ProgramDocumentKind, versions: Array<{ id: string, version: string, publishedOn: string | null, source: string, hasFile: boolean, sha256: string | null, path: string | null }> }> };

export type AcceptTermsMutationVariables = Exact<{
  input: AcceptTermsInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AcceptTermsMutation = { acceptTerms: { acceptanceId: string, organisationId: string } };

export type AcceptedTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type AcceptedTermsQuery = { me: { organisation: { name: string, termsAcceptances: Array<{ versionId: string, evidence: string | null, createdAt: string, accountName: string }> } } };

export type PublishProgramDocumentMutationVariables = Exact<{
  input: PublishProgramDocumentInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type PublishProgramDocumentMutation = { publishProgramDocument: { versionId: string } };

export type AskEligibilityQueryVariables = Exact<{
  program: Program;
  unit: EligibilityInput;
}>;


export type AskEligibilityQuery = { eligibility: { eligible: boolean, effectiveOn: string | null, assumedEffectiveOn: string | null, lastEligibleQuarter: string | null, reasons: Array<{ code: EligibilityReasonCode, rule: string, source: string }>, factorProposal: { sector: MarketSector, sectorRule: string, factor: string | null, rule: string | null, source: string | null, assumedFactor: string | null } | null } };

export type ApplyForQualificationMutationVariables = Exact<{
  input: ApplyForQualificationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApplyForQualificationMutation = { applyForQualification: { requestId: string, state: RequestState, qualification: { answer: { effectiveOn: string | null, factorProposal: { factor: string | null } | null } | null } } };

export type ReviewQualificationMutationVariables = Exact<{
  input: ReviewQualificationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ReviewQualificationMutation = { reviewQualification: { requestId: string, qualification: { review: { srecFactor: string, factorSource: string, effectiveOn: string, effectiveSource: string } | null } } };

export type DecideQualificationMutationVariables = Exact<{
  input: DecideQualificationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type DecideQualificationMutation = { decideQualification: { state: RequestState, ptsId: string, lastEligibleQuarter: string | null, classIFrom: string | null } };

export type ApplyForRegistrationMutationVariables = Exact<{
  input: ApplyForRegistrationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApplyForRegistrationMutation = { applyForRegistration: { requestId: string, state: RequestState, receipt: string | null } };

export type WhereMyApplicationStandsQueryVariables = Exact<{
  receipt: Scalars['String']['input'];
}>;


export type WhereMyApplicationStandsQuery = { registrationStatus: { state: RequestState, submittedAt: string | null, decidedAt: string | null, reason: string | null } | null };

export type ApproveRegistrationMutationVariables = Exact<{
  input: ApproveRegistrationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApproveRegistrationMutation = { approveRegistration: { requestId: string, state: RequestState, accountId: string, ptsId: string | null } };

export type ApplyAsDasProviderMutationVariables = Exact<{
  input: ApplyAsDasProviderInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApplyAsDasProviderMutation = { applyAsDasProvider: { requestId: string, state: RequestState } };

export type ApproveDasProviderApplicationMutationVariables = Exact<{
  input: ApproveDasProviderApplicationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApproveDasProviderApplicationMutation = { approveDasProviderApplication: { organisationId: string, state: RequestState, conformanceWarning: string | null } };

export type DasProvidersQueryVariables = Exact<{
  on?: InputMaybe<Scalars['Date']['input']>;
}>;


export type DasProvidersQuery = { dasProviders: { edges: Array<{ node: { approvedOn: string, revokedOn: string | null, conformanceCertificate: { issuedOn: string, forms: Array<SubmissionForm>, validUntil: string, sha256: string } | null, organisation: { name: string } } }> } };

export type ApplyForMeterModelMutationVariables = Exact<{
  input: ApplyForMeterModelInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApplyForMeterModelMutation = { applyForMeterModel: { requestId: string, state: RequestState } };

export type ApproveMeterModelMutationVariables = Exact<{
  input: ApproveMeterModelInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApproveMeterModelMutation = { approveMeterModel: { meterModelId: string } };

export type RevokeMeterModelMutationVariables = Exact<{
  input: RevokeMeterModelInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RevokeMeterModelMutation = { revokeMeterModel: { meterModelId: string } };

export type ApprovedMeterModelsQueryVariables = Exact<{
  filter?: InputMaybe<MeterModelFilter>;
}>;


export type ApprovedMeterModelsQuery = { meterModels: { edges: Array<{ node: { id: string, manufacturer: string, model: string, accuracyPercent: string, standard: string | null, approvedOn: string, revokedOn: string | null } }> } };

export type AuthorizeBrokerMutationVariables = Exact<{
  input: AuthorizeBrokerInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AuthorizeBrokerMutation = { authorizeBroker: { authorizationId: string } };

export type EndBrokerAuthorizationMutationVariables = Exact<{
  input: EndBrokerAuthorizationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type EndBrokerAuthorizationMutation = { endBrokerAuthorization: { untilOn: string } };

export type BrokerAuthorizationsQueryVariables = Exact<{ [key: string]: never; }>;


export type BrokerAuthorizationsQuery = { brokerAuthorizations: { edges: Array<{ node: { id: string, fromOn: string, untilOn: string | null, reason: string, endReason: string | null, principal: { name: string }, broker: { name: string } } }> } };

export type AskForAnotherReporterMutationVariables = Exact<{
  input: RequestReporterChangeInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AskForAnotherReporterMutation = { requestReporterChange: { requestId: string, state: RequestState } };

export type AskForARecTransferMutationVariables = Exact<{
  input: RequestRecTransferInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AskForARecTransferMutation = { requestRecTransfer: { requestId: string, state: RequestState } };

export type AskForASystemMutationVariables = Exact<{
  input: RequestGisHolderChangeInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AskForASystemMutation = { requestGisHolderChange: { requestId: string, state: RequestState } };

export type AskForAHouseSaleMutationVariables = Exact<{
  input: RequestHouseSaleInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AskForAHouseSaleMutation = { requestHouseSale: { requestId: string, state: RequestState } };

export type ObjectToAChangeMutationVariables = Exact<{
  requestId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type ObjectToAChangeMutation = { objectToChange: { requestId: string, state: RequestState } };

export type VerifyATransferMutationVariables = Exact<{
  requestId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type VerifyATransferMutation = { verifyRecTransfer: { requestId: string, state: RequestState } };

export type ApproveAChangeMutationVariables = Exact<{
  requestId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApproveAChangeMutation = { approveChange: { requestId: string, state: RequestState } };

export type CorrectReadingMutationVariables = Exact<{
  input: CorrectReadingInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type CorrectReadingMutation = { correctReading: { correctionId: string, readingIds: Array<string>, settled: Array<{ month: string, how: Settlement, productionKwh: string, certificates: number, adjustedMwh: string }> } };

export type ReleaseProductionMutationVariables = Exact<{
  input: DecideProductionInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type ReleaseProductionMutation = { releaseProduction: { correctionId: string, productionKwh: string, adjustedMwh: string } };

export type DismissProductionMutationVariables = Exact<{
  input: DecideProductionInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type DismissProductionMutation = { dismissProduction: { correctionId: string, productionKwh: string } };

export type PendingAdjustmentsQueryVariables = Exact<{
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PendingAdjustmentsQuery = { adjustments: { edges: Array<{ node: { month: string, kind: AdjustmentKind, eligibleMwh: string, reason: string, asset: { gisId: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LookAtQueueQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type LookAtQueueQuery = { requests: { edges: Array<{ node: { id: string, kind: RequestKind, state: RequestState, submittedAt: string | null, organisation: { name: string }, system: { ptsId: string } | null, registration: { applicantName: string, email: string, organisationKind: OrganisationKind, organisationName: string | null, accountKinds: Array<PartyKind>, ownedFromOn: string | null, system: { name: string, technology: Technology, capacityKw: string, town: string } | null } | null, evidence: Array<{ purpose: DocumentPurpose, document: { id: string, name: string, sha256: string } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LookAtRequestQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type LookAtRequestQuery = { request: { kind: RequestKind, state: RequestState, decidedAt: string | null, events: Array<{ sequence: number, step: RequestStep, reason: string, occurredAt: string, accountName: string, organisation: { name: string } }> } | null };

export type DenyRequestMutationVariables = Exact<{
  input: DenyRequestInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type DenyRequestMutation = { denyRequest: { requestId: string, state: RequestState } };

export type CancelRequestMutationVariables = Exact<{
  input: CancelRequestInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type CancelRequestMutation = { cancelRequest: { requestId: string, state: RequestState } };

export type WithdrawRequestMutationVariables = Exact<{
  input: WithdrawRequestInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type WithdrawRequestMutation = { withdrawRequest: { requestId: string, state: RequestState } };

export type EndRoleMutationVariables = Exact<{
  input: EndRoleInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type EndRoleMutation = { endRole: { roleId: string, organisationId: string } };

export type LeaveAssetMutationVariables = Exact<{
  input: LeaveGisAssetInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type LeaveAssetMutation = { leaveGisAsset: { ptsId: string, gisId: string } };

export type ExplainCertificateQueryVariables = Exact<{
  serialNumber: Scalars['String']['input'];
}>;


export type ExplainCertificateQuery = { explainCertificate: { serialNumber: string, state: CertificateState, range: string, issuance: { month: string, process: IssuanceProcess, arithmetic: Array<string>, productionKwh: string, reportedMwh: string, eligibleMwh: string, retiredRemainderMwh: string, openingGisCarryMwh: string, minted: number, closingGisCarryMwh: string, certificates: string | null, systems: Array<{ ptsId: string, srecFactor: string, eligibleKwh: string, uses: Array<{ readingMonth: string, readAt: string, valueKwh: string, eligibleKwh: string }> }> } } | null };

export type ExplainIssuanceQueryVariables = Exact<{
  gisId: Scalars['ID']['input'];
  program: Program;
  month: Scalars['Month']['input'];
}>;


export type ExplainIssuanceQuery = { explainIssuance: { month: string, process: IssuanceProcess, arithmetic: Array<string>, productionKwh: string, reportedMwh: string, eligibleMwh: string, retiredRemainderMwh: string, openingGisCarryMwh: string, minted: number, closingGisCarryMwh: string, certificates: string | null, systems: Array<{ ptsId: string, srecFactor: string, eligibleKwh: string, uses: Array<{ readingMonth: string, readAt: string, valueKwh: string, eligibleKwh: string }> }> } | null };

export type WholeWayFragment = { month: string, process: IssuanceProcess, arithmetic: Array<string>, productionKwh: string, reportedMwh: string, eligibleMwh: string, retiredRemainderMwh: string, openingGisCarryMwh: string, minted: number, closingGisCarryMwh: string, certificates: string | null, systems: Array<{ ptsId: string, srecFactor: string, eligibleKwh: string, uses: Array<{ readingMonth: string, readAt: string, valueKwh: string, eligibleKwh: string }> }> };

export type StartExportMutationVariables = Exact<{
  input: StartExportInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type StartExportMutation = { startExport: { exportId: string } };

export type ExportProgressQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ExportProgressQuery = { export: { state: ExportState, progressPercent: number, rows: number, bytes: number, path: string | null } | null };

export type MyExportsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
}>;


export type MyExportsQuery = { exports: { edges: Array<{ node: { id: string, content: ExportContent, format: ExportFormat, fromMonth: string | null, toMonth: string | null, state: ExportState, createdAt: string, endedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CancelExportMutationVariables = Exact<{
  exportId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type CancelExportMutation = { cancelExport: { exportId: string } };

export type FileDocumentMutationVariables = Exact<{
  input: FileDocumentInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type FileDocumentMutation = { fileDocument: { documentId: string, sha256: string, byteLength: number } };

export type LookAtDocumentQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type LookAtDocumentQuery = { document: { name: string, mediaType: string, byteLength: number, sha256: string, createdAt: string, organisation: { name: string } } | null };

export type RegisterSupplierMutationVariables = Exact<{
  input: RegisterSupplierInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RegisterSupplierMutation = { registerSupplier: { organisationId: string } };

export type EnterSupplierLoadMutationVariables = Exact<{
  complianceYear: Scalars['Int']['input'];
  loads: Array<LoadInput> | LoadInput;
  evidence: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type EnterSupplierLoadMutation = { enterSupplierLoad: { entered: number, superseded: number } };

export type ComplianceDraftQueryVariables = Exact<{
  complianceYear: Scalars['Int']['input'];
  useOrder: UseOrder;
}>;


export type ComplianceDraftQuery = { complianceDraft: { dueOn: string, yearClosed: boolean, cohorts: Array<{ program: CarveOut, contractedOn: string, salesMwh: string, minimumStandardPercent: string, percentConfidence: Confidence }>, positions: Array<{ program: CarveOut, obligation: number, retired: number, toBeRetired: number, newUsed: number, acpQuantity: number, acpRateDollars: string | null, acpDollars: string, newlyBanked: number, surplusLost: number, creditsUsed: Array<{ fromYear: number, quantity: number }> }> } | null };

export type SubmitFilingMutationVariables = Exact<{
  complianceYear: Scalars['Int']['input'];
  useOrder: UseOrder;
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type SubmitFilingMutation = { submitFiling: { filingId: string, state: FilingState, late: boolean } };

export type DecideFilingMutationVariables = Exact<{
  filingId: Scalars['ID']['input'];
  approve: Scalars['Boolean']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type DecideFilingMutation = { decideFiling: { state: FilingState } };

export type MinimumStandardsQueryVariables = Exact<{
  program: CarveOut;
  complianceYear: Scalars['Int']['input'];
  inputs: ObligationInput;
}>;


export type MinimumStandardsQuery = { minimumStandards: { classIPercent: string | null, classIRemainderPercent: string | null, standards: Array<{ percent: string, contractedBefore: string | null, source: string, confidence: Confidence }> }, minimumStandardCalculation: { published: string }, obligationCalculation: { formula: string, confidence: Confidence, increaseMwh: string, obligationMwh: string, terms: Array<{ name: string, usedMwh: string, origin: string }> } };

export type ChangesQueryVariables = Exact<{
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  from?: ChangesFrom;
  kinds?: InputMaybe<Array<ChangeKind> | ChangeKind>;
}>;


export type ChangesQuery = { changes: { edges: Array<{ cursor: string, node: { kind: ChangeKind, ptsId: string | null, month: string | null, occurredAt: string, recordedAt: string, subject: { type: ChangeSubjectType, id: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type CreateWebhookMutation = { createWebhook: { webhookId: string, secret: string | null } };

export type WebhooksQueryVariables = Exact<{
  first?: Scalars['Int']['input'];
}>;


export type WebhooksQuery = { webhooks: { edges: Array<{ node: { id: string, url: string, description: string, kinds: Array<ChangeKind> | null, state: WebhookState, suspendedBecause: string | null, createdAt: string, cursor: string, deliveries: { edges: Array<{ node: { id: string, kind: WebhookDeliveryKind, state: WebhookDeliveryState, changes: number, tries: number, dueAt: string | null, recordedAt: string, deliveredAt: string | null, attempts: Array<{ attempt: number, attemptedAt: string, durationMs: number, status: number | null, error: string | null, response: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UpdateWebhookMutationVariables = Exact<{
  input: UpdateWebhookInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type UpdateWebhookMutation = { updateWebhook: { state: WebhookState } };

export type PauseWebhookMutationVariables = Exact<{
  webhookId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type PauseWebhookMutation = { pauseWebhook: { state: WebhookState } };

export type ResumeWebhookMutationVariables = Exact<{
  webhookId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type ResumeWebhookMutation = { resumeWebhook: { state: WebhookState } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null } };

export type TestWebhookMutationVariables = Exact<{
  webhookId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type TestWebhookMutation = { testWebhook: { deliveryId: string } };

export type RedeliverWebhookMutationVariables = Exact<{
  deliveryId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type RedeliverWebhookMutation = { redeliverWebhook: { deliveryId: string, state: WebhookState } };

export type EndWebhookMutationVariables = Exact<{
  webhookId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type EndWebhookMutation = { endWebhook: { state: WebhookState } };

export type HandOverAssetMutationVariables = Exact<{
  input: AssignGisAssetInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type HandOverAssetMutation = { assignGisAsset: { gisId: string } };

export type OpenAuctionMutationVariables = Exact<{
  program: CarveOut;
  generationYear: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type OpenAuctionMutation = { openAuction: { auctionId: string } };

export type DepositCertificatesMutationVariables = Exact<{
  auctionId: Scalars['ID']['input'];
  ranges: Array<Scalars['String']['input']> | Scalars['String']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type DepositCertificatesMutation = { depositCertificates: { quantity: number, ranges: Array<string> } };

export type QualifyBidderMutationVariables = Exact<{
  input: QualifyBidderInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type QualifyBidderMutation = { qualifyBidder: { organisationId: string, tier: number } };

export type OpenAuctionRoundMutationVariables = Exact<{
  auctionId: Scalars['ID']['input'];
  opensAt: Scalars['DateTime']['input'];
  closesAt: Scalars['DateTime']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type OpenAuctionRoundMutation = { openAuctionRound: { state: AuctionState, round: number | null } };

export type PlaceBidMutationVariables = Exact<{
  auctionId: Scalars['ID']['input'];
  volume: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type PlaceBidMutation = { placeBid: { round: number, volume: number } };

export type CloseAuctionRoundMutationVariables = Exact<{
  auctionId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type CloseAuctionRoundMutation = { closeAuctionRound: { round: number, deposited: number, asked: number, cleared: boolean, state: AuctionState } };

export type AuctionQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AuctionQuery = { auction: { program: CarveOut, generationYear: number, priceDollars: string, state: AuctionState, dates: { depositFrom: string, depositUntil: string, heldUntil: string }, rounds: Array<{ round: number, opensAt: string, closesAt: string, deposited: number | null, asked: number | null, cleared: boolean | null }>, ownDeposits: Array<{ range: string, quantity: number }>, outcome: { finalRound: number, sold: number, returned: number, usableIn: Array<number>, obligationIncreaseMwh: string, obligationIncreaseYear: number | null } | null } | null };

export type ReportQuarterMutationVariables = Exact<{
  quarter: Scalars['Quarter']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type ReportQuarterMutation = { reportQuarter: { lineCount: number, sha256: string, totals: { reportedMwh: string, certificates: number } } };

export type GisReportQueryVariables = Exact<{
  quarter: Scalars['Quarter']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type GisReportQuery = { gisReport: { frozenAt: string, lineCount: number, reportedMwh: string, sha256: string, path: string, lines: { edges: Array<{ node: { gisId: string, month: string, reportedMwh: string, line: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, differences: { edges: Array<{ node: { gisId: string, month: string, reportedMwh: string, nowMwh: string } }> } } | null };

export type IssueQuarterMutationVariables = Exact<{
  quarter: Scalars['Quarter']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type IssueQuarterMutation = { issueQuarter: { totals: { assets: number, issuances: number, productionKwh: string, reportedMwh: string, eligibleMwh: string, retiredRemainderMwh: string, certificates: number } } };

export type QuarterIssuanceQueryVariables = Exact<{
  quarter: Scalars['Quarter']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type QuarterIssuanceQuery = { quarterIssuance: { status: QuarterStatus, uploadDate: string, mintDate: string, tradingPeriodEnd: string, totals: { assets: number, certificates: number }, issuances: { edges: Array<{ node: { month: string, minted: number, closingGisCarryMwh: string, asset: { gisId: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type PortfolioQueryVariables = Exact<{
  from?: InputMaybe<Scalars['Month']['input']>;
  to?: InputMaybe<Scalars['Month']['input']>;
}>;


export type PortfolioQuery = { me: { name: string, kinds: Array<AccountKind> }, portfolio: { systems: number, capacityKw: string, productionKwh: string, productionAsOf: string | null, certificatesExpected: number, certificatesMinted: number, certificatesActive: number, certificatesRetired: number, carryMwh: string } };

export type CertificatesQueryVariables = Exact<{
  state?: InputMaybe<CertificateState>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CertificatesQuery = { certificates: { edges: Array<{ node: { range: string, quantity: number, state: CertificateState, vintageMonth: string, asset: { gisId: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LedgerQueryVariables = Exact<{
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type LedgerQuery = { ledger: { edges: Array<{ node: { kind: LedgerEntryKind, range: string | null, quantity: number | null, remainderMwh: string | null, reason: string, unit: string, unitHash: string } }> } };

export type SystemQueryVariables = Exact<{
  ptsId: Scalars['ID']['input'];
}>;


export type SystemQuery = { system: { ptsId: string, name: string, capacityKw: string, town: string, meters: Array<{ label: string, replacements: Array<{ replacedAt: string, oldFinalKwh: string, newInitialKwh: string }> }>, roles: Array<{ role: SystemRoleName, fromOn: string, untilOn: string | null, organisation: { name: string } }>, qualification: { sqNumber: string, program: Program, srecFactor: string, lastEligibleQuarter: string | null } | null, gisAssets: Array<{ asset: { gisId: string } }>, readings: { edges: Array<{ node: { month: string, valueKwh: string, productionKwh: string, flags: Array<ReadingFlag> } }> }, production: Array<{ month: string, productionKwh: string, status: ProductionStatus }> } | null };

export type SystemsQueryVariables = Exact<{
  filter?: InputMaybe<SystemFilter>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SystemsQuery = { systems: { edges: Array<{ node: { ptsId: string, town: string, capacityKw: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RuleTableQueryVariables = Exact<{
  key?: InputMaybe<Scalars['String']['input']>;
}>;


export type RuleTableQuery = { ruleTables: Array<{ key: string, unit: string, rows: Array<{ from: string | null, to: string | null, value: string, source: string, confidence: Confidence }> }> };

export type EnterOrganisationMutationVariables = Exact<{
  input: CreateOrganisationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type EnterOrganisationMutation = { createOrganisation: { organisationId: string } };

export type OpenAccountMutationVariables = Exact<{
  input: CreateAccountInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type OpenAccountMutation = { createAccount: { accountId: string } };

export type MakeCredentialMutationVariables = Exact<{
  accountId: Scalars['ID']['input'];
  label: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type MakeCredentialMutation = { createApiCredential: { credentialId: string, secret: string | null, replayed: boolean } };

export type RevokeCredentialMutationVariables = Exact<{
  credentialId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type RevokeCredentialMutation = { revokeApiCredential: { credentialId: string } };

export type RotateCredentialMutationVariables = Exact<{
  input: RotateApiCredentialInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RotateCredentialMutation = { rotateApiCredential: { credentialId: string, secret: string | null, expiresAt: string } };

export type MyCredentialsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCredentialsQuery = { me: { credentials: Array<{ id: string, label: string, scopes: Array<CredentialScope>, createdAt: string, lastUsedAt: string | null, expiresAt: string | null, revokedAt: string | null }> } };

export type ConformanceCasesQueryVariables = Exact<{ [key: string]: never; }>;


export type ConformanceCasesQuery = { conformanceCases: { version: number, cases: Array<{ id: string, title: string, whatToDo: string, whatIsChecked: string }> } };

export type StartConformanceRunMutationVariables = Exact<{
  input: StartConformanceRunInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type StartConformanceRunMutation = { startConformanceRun: { runId: string, clockAt: string, closesAt: string } };

export type MoveConformanceClockMutationVariables = Exact<{
  input: MoveConformanceClockInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type MoveConformanceClockMutation = { moveConformanceClock: { clockAt: string } };

export type SubmitConformanceReadingsMutationVariables = Exact<{
  input: SubmitConformanceReadingsInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type SubmitConformanceReadingsMutation = { submitConformanceReadings: { accepted: number, superseded: number, duplicates: number, refused: number, replayed: boolean, outcomes: Array<{ key: string | null, status: ReadingStatus, code: string | null, message: string | null, expected: string | null }> } };

export type ConfirmConformanceReceiptMutationVariables = Exact<{
  input: ConfirmConformanceReceiptInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type ConfirmConformanceReceiptMutation = { confirmConformanceReceipt: { callId: string } };

export type ConformanceRunQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ConformanceRunQuery = { conformanceRun: { state: ConformanceRunState, clockAt: string, closesAt: string, cases: Array<{ id: string, passed: boolean, passedAt: string | null, passedBy: number | null, passedIn: SubmissionForm | null }>, call: { id: string, form: SubmissionForm, uploadId: string | null, receiptCode: string, accepted: number, refused: number, outcomes: { edges: Array<{ node: { key: string | null, status: ReadingStatus, code: string | null } }> } } | null, systems: { edges: Array<{ node: { ptsId: string, meterLabel: string, readAt: string | null, valueKwh: string | null, note: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, certificate: { id: string, issuedOn: string, validUntil: string, forms: Array<SubmissionForm>, sha256: string, cases: Array<{ caseId: string, form: SubmissionForm }> } | null } | null };

export type ConformanceRunsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
}>;


export type ConformanceRunsQuery = { conformanceRuns: { edges: Array<{ node: { id: string, label: string, state: ConformanceRunState, organisation: { name: string } } }> } };

export type ProposeFactorQueryVariables = Exact<{
  unit: FactorProposalInput;
}>;


export type ProposeFactorQuery = { factorProposal: { status: FactorProposalStatus, sector: MarketSector, factor: string | null, source: string | null, assumedFactor: string | null } };

export type OpenGisAccountMutationVariables = Exact<{
  organisationId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type OpenGisAccountMutation = { createGisAccount: { gisAccountId: string } };

export type EnterGisAssetMutationVariables = Exact<{
  input: CreateGisAssetInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type EnterGisAssetMutation = { createGisAsset: { gisId: string } };

export type JoinGisAssetMutationVariables = Exact<{
  input: JoinGisAssetInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type JoinGisAssetMutation = { joinGisAsset: { ptsId: string, gisId: string, leftGisId: string | null } };

export type GrantQualificationMutationVariables = Exact<{
  input: GrantQualificationInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type GrantQualificationMutation = { grantQualification: { ptsId: string, lastEligibleQuarter: string | null, flags: Array<QualificationFlag> } };

export type RegisterSystemMutationVariables = Exact<{
  input: RegisterSystemInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RegisterSystemMutation = { registerSystem: { ptsId: string } };

export type SetUpMeterMutationVariables = Exact<{
  input: SetUpMeterInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type SetUpMeterMutation = { setUpMeter: { meterId: string } };

export type AppointMutationVariables = Exact<{
  input: AppointInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AppointMutation = { appoint: { roleIds: Array<string> } };

export type ApproveDasProviderMutationVariables = Exact<{
  input: ApproveDasProviderInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ApproveDasProviderMutation = { approveDasProvider: { organisationId: string } };

export type RevokeDasProviderMutationVariables = Exact<{
  input: RevokeDasProviderInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RevokeDasProviderMutation = { revokeDasProvider: { organisationId: string } };

export type ReplaceMeterMutationVariables = Exact<{
  input: ReplaceMeterInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type ReplaceMeterMutation = { replaceMeter: { replacementId: string } };

export type RetireCertificatesMutationVariables = Exact<{
  ranges: Array<Scalars['String']['input']> | Scalars['String']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type RetireCertificatesMutation = { retireCertificates: { quantity: number, ranges: Array<string> } };

export type OpenTradingPeriodMutationVariables = Exact<{
  quarter: Scalars['Quarter']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type OpenTradingPeriodMutation = { openTradingPeriod: { executed: number, failed: number, quantity: number } };

export type CloseTradingYearMutationVariables = Exact<{
  year: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  dryRun: Scalars['Boolean']['input'];
}>;


export type CloseTradingYearMutation = { closeTradingYear: { compliance: number, reserve: number, residual: number | null, lapsedTransfers: number } };

export type TradingYearQueryVariables = Exact<{
  year: Scalars['Int']['input'];
}>;


export type TradingYearQuery = { tradingYear: { opensOn: string, closesOn: string, closedAt: string | null, periods: Array<{ quarter: string, opensOn: string, closesOn: string, openedAt: string | null }> } };

export type ProgrammeCalendarQueryVariables = Exact<{
  year: Scalars['Int']['input'];
}>;


export type ProgrammeCalendarQuery = { programmeCalendar: Array<{ id: string, kind: CalendarEventKind, about: string, firstOn: string, lastOn: string, title: string, concerns: string, source: string, confidence: Confidence }> };

export type WhatIsNextQueryVariables = Exact<{
  ptsId: Scalars['ID']['input'];
}>;


export type WhatIsNextQuery = { upcomingDates: Array<{ id: string, lastOn: string, title: string }>, system: { deadlines: Array<{ kind: CalendarEventKind, about: string, firstOn: string, lastOn: string }> } | null };

export type ProductionTotalsQueryVariables = Exact<{
  by: ProductionGrouping;
  from: Scalars['Month']['input'];
  to: Scalars['Month']['input'];
  filter?: InputMaybe<ProductionFilter>;
}>;


export type ProductionTotalsQuery = { productionTotals: { asOf: string | null, groups: Array<{ group: string | null, systemMonths: number, productionKwh: string, estimatedKwh: string, eligibleMwh: string }> } };

export type CertificateTotalsQueryVariables = Exact<{
  by: CertificateGrouping;
  from: Scalars['Month']['input'];
  to: Scalars['Month']['input'];
}>;


export type CertificateTotalsQuery = { certificateTotals: { asOf: string | null, groups: Array<{ group: string | null, certificatesMinted: number }> } };

export type WindowHealthQueryVariables = Exact<{
  month: Scalars['Month']['input'];
}>;


export type WindowHealthQuery = { windowHealth: { month: string, opensAt: string, closesAt: string, asOf: string | null, expectedSystems: number, reportedSystems: number, flaggedReadings: number, days: Array<{ on: string, systems: number, reportedSystems: number }>, reporters: Array<{ expectedSystems: number, reportedSystems: number, lastReportedOn: string | null, organisation: { id: string, name: string } | null }> } };

export type StaffQueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffQueuesQuery = { staffQueues: Array<{ queue: StaffQueueName, requestKind: RequestKind | null, lastStep: RequestStep | null, count: number, oldestAt: string | null, dueOn: string | null, asOf: string | null }> };

export type FlaggedReadingsQueryVariables = Exact<{
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FlaggedReadingsQuery = { flaggedReadings: { edges: Array<{ node: { meterLabel: string, reading: { id: string, month: string, valueKwh: string, productionKwh: string, flags: Array<ReadingFlag>, submittedAt: string }, system: { ptsId: string, name: string, capacityKw: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SetClockMutationVariables = Exact<{
  at: Scalars['DateTime']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type SetClockMutation = { setClock: { now: string } };

export type WhichWindowQueryVariables = Exact<{
  month?: InputMaybe<Scalars['Month']['input']>;
}>;


export type WhichWindowQuery = { reportingWindow: { month: string, opensAt: string, closesAt: string, isOpen: boolean } };

export type SubmitReadingsMutationVariables = Exact<{
  readings: Array<ReadingInput> | ReadingInput;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
}>;


export type SubmitReadingsMutation = { submitReadings: { accepted: number, superseded: number, duplicates: number, refused: number, replayed: boolean, outcomes: Array<{ index: number, key: string | null, status: ReadingStatus, month: string | null, productionKwh: string | null, estimated: boolean | null, flags: Array<ReadingFlag>, code: string | null, message: string | null, expected: string | null }> } };

export type SubmitReadingColumnsMutationVariables = Exact<{
  ptsIds: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
  readAts: Array<Scalars['DateTime']['input']> | Scalars['DateTime']['input'];
  valuesKwh: Array<Scalars['Decimal']['input']> | Scalars['Decimal']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type SubmitReadingColumnsMutation = { submitReadingColumns: { accepted: number, refused: number, replayed: boolean, columns: { month: string | null, statuses: Array<ReadingStatus>, readingIds: Array<string | null>, productionsKwh: Array<string | null>, flags: Array<Array<ReadingFlag>>, refusals: Array<{ index: number, code: string | null, message: string | null, expected: string | null }> } } };

export type OfferTransfersMutationVariables = Exact<{
  input: OfferTransfersInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type OfferTransfersMutation = { offerTransfers: { transferIds: Array<string>, quantity: number } };

export type AcceptTransferMutationVariables = Exact<{
  input: TransferDecisionInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AcceptTransferMutation = { acceptTransfer: { state: TransferState, quantity: number } };

export type RejectTransferMutationVariables = Exact<{
  input: TransferDecisionInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RejectTransferMutation = { rejectTransfer: { state: TransferState } };

export type WithdrawTransferMutationVariables = Exact<{
  input: TransferDecisionInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type WithdrawTransferMutation = { withdrawTransfer: { state: TransferState } };

export type MoveToSubaccountMutationVariables = Exact<{
  input: MoveToSubaccountInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type MoveToSubaccountMutation = { moveToSubaccount: { quantity: number, ranges: Array<string> } };

export type TransfersQueryVariables = Exact<{
  states?: InputMaybe<Array<TransferState> | TransferState>;
  direction?: InputMaybe<TransferDirection>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type TransfersQuery = { transfers: { edges: Array<{ node: { id: string, state: TransferState, quantity: number, ranges: Array<string>, acceptableUntil: string | null, priceDollars: string | null, note: string | null, fromGisAccount: { name: string }, toGisAccount: { name: string }, proposedBy: { name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OfferStandingTransferMutationVariables = Exact<{
  input: OfferStandingTransferInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type OfferStandingTransferMutation = { offerStandingTransfer: { standingTransferId: string, state: StandingTransferState } };

export type AcceptStandingTransferMutationVariables = Exact<{
  input: StandingTransferDecisionInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type AcceptStandingTransferMutation = { acceptStandingTransfer: { state: StandingTransferState } };

export type RejectStandingTransferMutationVariables = Exact<{
  input: StandingTransferDecisionInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type RejectStandingTransferMutation = { rejectStandingTransfer: { state: StandingTransferState } };

export type WithdrawStandingTransferMutationVariables = Exact<{
  input: StandingTransferDecisionInput;
  idempotencyKey: Scalars['String']['input'];
}>;


export type WithdrawStandingTransferMutation = { withdrawStandingTransfer: { state: StandingTransferState } };

export type StandingTransfersQueryVariables = Exact<{
  states?: InputMaybe<Array<StandingTransferState> | StandingTransferState>;
}>;


export type StandingTransfersQuery = { standingTransfers: { edges: Array<{ node: { id: string, alias: string, state: StandingTransferState, program: Program, beginMonth: string, endMonth: string, method: StandingTransferMethod, sharePercent: string | null, monthlyQuantity: number | null, priority: number, fill: StandingTransferFill, irrevocable: boolean, priceDollars: string | null, executions: Array<{ month: string, asked: number, moved: number, failure: string | null, transferId: string | null }> } }> } };

export type SystemsNotReportedQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SystemsNotReportedQuery = { systemsNotReported: { edges: Array<{ node: { month: string, closesAt: string, meterLabels: Array<string>, expectedKwh: string | null, expectationBasis: ExpectationBasis | null, system: { ptsId: string, lastReading: { month: string, readAt: string, valueKwh: string } | null }, atRisk: { program: Program, srecFactor: string, certificates: number, fraction: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UploadsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
}>;


export type UploadsQuery = { uploads: { edges: Array<{ node: { id: string, key: string, state: UploadState, rows: number } }> } };

export type RefusedRowsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type RefusedRowsQuery = { upload: { state: UploadState, rows: number, accepted: number, superseded: number, duplicates: number, refused: number, outcomes: { edges: Array<{ node: { index: number, key: string | null, code: string | null, message: string | null, expected: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type AssetProgressQueryVariables = Exact<{
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type AssetProgressQuery = { assetProgress: { edges: Array<{ node: { gisId: string, programs: Array<{ program: Program, lastMonth: string | null, carryMwh: string, unissuedMwh: string, expectedCertificates: number, mintedCertificates: number }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MissingProductionQueryVariables = Exact<{
  quarter: Scalars['Quarter']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type MissingProductionQuery = { missingProduction: { edges: Array<{ node: { month: string, deadlineAt: string, open: boolean, reportedToGisOn: string, system: { ptsId: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExpiriesQueryVariables = Exact<{
  withinMonths?: Scalars['Int']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ExpiriesQuery = { expiries: { edges: Array<{ node: { kind: ExpiryKind, lastOn: string, program: Program | null, organisation: { name: string } | null, system: { ptsId: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FindSystemsQueryVariables = Exact<{
  filter?: InputMaybe<SystemFilter>;
  sort?: InputMaybe<SystemSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindSystemsQuery = { systems: { edges: Array<{ node: { ptsId: string, name: string, town: string, capacityKw: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhatIfQueryVariables = Exact<{
  supposed: WhatIfInput;
}>;


export type WhatIfQuery = { whatIf: { certificates: number, assumptions: Array<string>, months: Array<{ month: string, openingCarryMwh: string, productionKwh: string, reportedMwh: string, eligibleMwh: string, adjustmentMwh: string, minted: number, closingCarryMwh: string }> } };

export const WholeWayFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeWay"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issuance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"process"}},{"kind":"Field","name":{"kind":"Name","value":"arithmetic"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleMwh"}},{"kind":"Field","name":{"kind":"Name","value":"retiredRemainderMwh"}},{"kind":"Field","name":{"kind":"Name","value":"openingGisCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"minted"}},{"kind":"Field","name":{"kind":"Name","value":"closingGisCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"srecFactor"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleKwh"}},{"kind":"Field","name":{"kind":"Name","value":"uses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readingMonth"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"valueKwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleKwh"}}]}}]}}]}}]} as unknown as DocumentNode<WholeWayFragment, unknown>;
export const LookUpTermsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookUpTerms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"programDocuments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"hasFile"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<LookUpTermsQuery, LookUpTermsQueryVariables>;
export const AcceptTermsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptTerms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptTermsInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptTerms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptanceId"}},{"kind":"Field","name":{"kind":"Name","value":"organisationId"}}]}}]}}]} as unknown as DocumentNode<AcceptTermsMutation, AcceptTermsMutationVariables>;
export const AcceptedTermsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AcceptedTerms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"termsAcceptances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"versionId"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"accountName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AcceptedTermsQuery, AcceptedTermsQueryVariables>;
export const PublishProgramDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishProgramDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishProgramDocumentInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishProgramDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"versionId"}}]}}]}}]} as unknown as DocumentNode<PublishProgramDocumentMutation, PublishProgramDocumentMutationVariables>;
export const AskEligibilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AskEligibility"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"program"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Program"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EligibilityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eligibility"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"program"},"value":{"kind":"Variable","name":{"kind":"Name","value":"program"}}},{"kind":"Argument","name":{"kind":"Name","value":"unit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eligible"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"factorProposal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sector"}},{"kind":"Field","name":{"kind":"Name","value":"sectorRule"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"assumedFactor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"assumedEffectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastEligibleQuarter"}}]}}]}}]} as unknown as DocumentNode<AskEligibilityQuery, AskEligibilityQueryVariables>;
export const ApplyForQualificationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyForQualification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyForQualificationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyForQualification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"qualification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"factorProposal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ApplyForQualificationMutation, ApplyForQualificationMutationVariables>;
export const ReviewQualificationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewQualification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewQualificationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewQualification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"qualification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"srecFactor"}},{"kind":"Field","name":{"kind":"Name","value":"factorSource"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveSource"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReviewQualificationMutation, ReviewQualificationMutationVariables>;
export const DecideQualificationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideQualification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideQualificationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideQualification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"lastEligibleQuarter"}},{"kind":"Field","name":{"kind":"Name","value":"classIFrom"}}]}}]}}]} as unknown as DocumentNode<DecideQualificationMutation, DecideQualificationMutationVariables>;
export const ApplyForRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyForRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyForRegistrationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyForRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"}}]}}]}}]} as unknown as DocumentNode<ApplyForRegistrationMutation, ApplyForRegistrationMutationVariables>;
export const WhereMyApplicationStandsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhereMyApplicationStands"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"receipt"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrationStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"receipt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"receipt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<WhereMyApplicationStandsQuery, WhereMyApplicationStandsQueryVariables>;
export const ApproveRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApproveRegistrationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"ptsId"}}]}}]}}]} as unknown as DocumentNode<ApproveRegistrationMutation, ApproveRegistrationMutationVariables>;
export const ApplyAsDasProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyAsDasProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyAsDasProviderInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyAsDasProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ApplyAsDasProviderMutation, ApplyAsDasProviderMutationVariables>;
export const ApproveDasProviderApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveDasProviderApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApproveDasProviderApplicationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveDasProviderApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"conformanceWarning"}}]}}]}}]} as unknown as DocumentNode<ApproveDasProviderApplicationMutation, ApproveDasProviderApplicationMutationVariables>;
export const DasProvidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DasProviders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dasProviders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approvedOn"}},{"kind":"Field","name":{"kind":"Name","value":"revokedOn"}},{"kind":"Field","name":{"kind":"Name","value":"conformanceCertificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"forms"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DasProvidersQuery, DasProvidersQueryVariables>;
export const ApplyForMeterModelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyForMeterModel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyForMeterModelInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyForMeterModel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ApplyForMeterModelMutation, ApplyForMeterModelMutationVariables>;
export const ApproveMeterModelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveMeterModel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApproveMeterModelInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveMeterModel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meterModelId"}}]}}]}}]} as unknown as DocumentNode<ApproveMeterModelMutation, ApproveMeterModelMutationVariables>;
export const RevokeMeterModelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeMeterModel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeMeterModelInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeMeterModel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meterModelId"}}]}}]}}]} as unknown as DocumentNode<RevokeMeterModelMutation, RevokeMeterModelMutationVariables>;
export const ApprovedMeterModelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApprovedMeterModels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MeterModelFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meterModels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"manufacturer"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"accuracyPercent"}},{"kind":"Field","name":{"kind":"Name","value":"standard"}},{"kind":"Field","name":{"kind":"Name","value":"approvedOn"}},{"kind":"Field","name":{"kind":"Name","value":"revokedOn"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ApprovedMeterModelsQuery, ApprovedMeterModelsQueryVariables>;
export const AuthorizeBrokerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthorizeBroker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizeBrokerInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizeBroker"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizationId"}}]}}]}}]} as unknown as DocumentNode<AuthorizeBrokerMutation, AuthorizeBrokerMutationVariables>;
export const EndBrokerAuthorizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndBrokerAuthorization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndBrokerAuthorizationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endBrokerAuthorization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"untilOn"}}]}}]}}]} as unknown as DocumentNode<EndBrokerAuthorizationMutation, EndBrokerAuthorizationMutationVariables>;
export const BrokerAuthorizationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BrokerAuthorizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brokerAuthorizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fromOn"}},{"kind":"Field","name":{"kind":"Name","value":"untilOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"broker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BrokerAuthorizationsQuery, BrokerAuthorizationsQueryVariables>;
export const AskForAnotherReporterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskForAnotherReporter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestReporterChangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestReporterChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<AskForAnotherReporterMutation, AskForAnotherReporterMutationVariables>;
export const AskForARecTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskForARecTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestRecTransferInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestRecTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<AskForARecTransferMutation, AskForARecTransferMutationVariables>;
export const AskForASystemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskForASystem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestGisHolderChangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestGisHolderChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<AskForASystemMutation, AskForASystemMutationVariables>;
export const AskForAHouseSaleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskForAHouseSale"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestHouseSaleInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestHouseSale"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<AskForAHouseSaleMutation, AskForAHouseSaleMutationVariables>;
export const ObjectToAChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ObjectToAChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"objectToChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"requestId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ObjectToAChangeMutation, ObjectToAChangeMutationVariables>;
export const VerifyATransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyATransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyRecTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"requestId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<VerifyATransferMutation, VerifyATransferMutationVariables>;
export const ApproveAChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveAChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"requestId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ApproveAChangeMutation, ApproveAChangeMutationVariables>;
export const CorrectReadingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CorrectReading"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectReadingInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctReading"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctionId"}},{"kind":"Field","name":{"kind":"Name","value":"readingIds"}},{"kind":"Field","name":{"kind":"Name","value":"settled"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"how"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedMwh"}}]}}]}}]}}]} as unknown as DocumentNode<CorrectReadingMutation, CorrectReadingMutationVariables>;
export const ReleaseProductionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseProduction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideProductionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseProduction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctionId"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedMwh"}}]}}]}}]} as unknown as DocumentNode<ReleaseProductionMutation, ReleaseProductionMutationVariables>;
export const DismissProductionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DismissProduction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideProductionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dismissProduction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctionId"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}}]}}]}}]} as unknown as DocumentNode<DismissProductionMutation, DismissProductionMutationVariables>;
export const PendingAdjustmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PendingAdjustments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"pendingOnly"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleMwh"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PendingAdjustmentsQuery, PendingAdjustmentsQueryVariables>;
export const LookAtQueueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtQueue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SUBMITTED"}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"registration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"organisationKind"}},{"kind":"Field","name":{"kind":"Name","value":"organisationName"}},{"kind":"Field","name":{"kind":"Name","value":"accountKinds"}},{"kind":"Field","name":{"kind":"Name","value":"ownedFromOn"}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"technology"}},{"kind":"Field","name":{"kind":"Name","value":"capacityKw"}},{"kind":"Field","name":{"kind":"Name","value":"town"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LookAtQueueQuery, LookAtQueueQueryVariables>;
export const LookAtRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"request"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"accountName"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LookAtRequestQuery, LookAtRequestQueryVariables>;
export const DenyRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DenyRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DenyRequestInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"denyRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<DenyRequestMutation, DenyRequestMutationVariables>;
export const CancelRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelRequestInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<CancelRequestMutation, CancelRequestMutationVariables>;
export const WithdrawRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawRequestInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const EndRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndRoleInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roleId"}},{"kind":"Field","name":{"kind":"Name","value":"organisationId"}}]}}]}}]} as unknown as DocumentNode<EndRoleMutation, EndRoleMutationVariables>;
export const LeaveAssetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LeaveAsset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeaveGisAssetInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaveGisAsset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"gisId"}}]}}]}}]} as unknown as DocumentNode<LeaveAssetMutation, LeaveAssetMutationVariables>;
export const ExplainCertificateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainCertificate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serialNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainCertificate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"serialNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serialNumber"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serialNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"range"}},{"kind":"Field","name":{"kind":"Name","value":"issuance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WholeWay"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeWay"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issuance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"process"}},{"kind":"Field","name":{"kind":"Name","value":"arithmetic"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleMwh"}},{"kind":"Field","name":{"kind":"Name","value":"retiredRemainderMwh"}},{"kind":"Field","name":{"kind":"Name","value":"openingGisCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"minted"}},{"kind":"Field","name":{"kind":"Name","value":"closingGisCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"srecFactor"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleKwh"}},{"kind":"Field","name":{"kind":"Name","value":"uses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readingMonth"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"valueKwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleKwh"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainCertificateQuery, ExplainCertificateQueryVariables>;
export const ExplainIssuanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainIssuance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"gisId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"program"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Program"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainIssuance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"gisId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"gisId"}}},{"kind":"Argument","name":{"kind":"Name","value":"program"},"value":{"kind":"Variable","name":{"kind":"Name","value":"program"}}},{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WholeWay"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeWay"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issuance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"process"}},{"kind":"Field","name":{"kind":"Name","value":"arithmetic"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleMwh"}},{"kind":"Field","name":{"kind":"Name","value":"retiredRemainderMwh"}},{"kind":"Field","name":{"kind":"Name","value":"openingGisCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"minted"}},{"kind":"Field","name":{"kind":"Name","value":"closingGisCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"srecFactor"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleKwh"}},{"kind":"Field","name":{"kind":"Name","value":"uses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readingMonth"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"valueKwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleKwh"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainIssuanceQuery, ExplainIssuanceQueryVariables>;
export const StartExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartExportInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportId"}}]}}]}}]} as unknown as DocumentNode<StartExportMutation, StartExportMutationVariables>;
export const ExportProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExportProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"export"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressPercent"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<ExportProgressQuery, ExportProgressQueryVariables>;
export const MyExportsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyExports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"fromMonth"}},{"kind":"Field","name":{"kind":"Name","value":"toMonth"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MyExportsQuery, MyExportsQueryVariables>;
export const CancelExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"exportId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"exportId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"exportId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportId"}}]}}]}}]} as unknown as DocumentNode<CancelExportMutation, CancelExportMutationVariables>;
export const FileDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FileDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileDocumentInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"byteLength"}}]}}]}}]} as unknown as DocumentNode<FileDocumentMutation, FileDocumentMutationVariables>;
export const LookAtDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"byteLength"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<LookAtDocumentQuery, LookAtDocumentQueryVariables>;
export const RegisterSupplierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterSupplier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterSupplierInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerSupplier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}}]}}]}}]} as unknown as DocumentNode<RegisterSupplierMutation, RegisterSupplierMutationVariables>;
export const EnterSupplierLoadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnterSupplierLoad"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"loads"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LoadInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"evidence"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterSupplierLoad"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"complianceYear"},"value":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"loads"},"value":{"kind":"Variable","name":{"kind":"Name","value":"loads"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"evidence"},"value":{"kind":"Variable","name":{"kind":"Name","value":"evidence"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entered"}},{"kind":"Field","name":{"kind":"Name","value":"superseded"}}]}}]}}]} as unknown as DocumentNode<EnterSupplierLoadMutation, EnterSupplierLoadMutationVariables>;
export const ComplianceDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ComplianceDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"useOrder"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UseOrder"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complianceDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"complianceYear"},"value":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}}},{"kind":"Argument","name":{"kind":"Name","value":"useOrder"},"value":{"kind":"Variable","name":{"kind":"Name","value":"useOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"yearClosed"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"contractedOn"}},{"kind":"Field","name":{"kind":"Name","value":"salesMwh"}},{"kind":"Field","name":{"kind":"Name","value":"minimumStandardPercent"}},{"kind":"Field","name":{"kind":"Name","value":"percentConfidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"obligation"}},{"kind":"Field","name":{"kind":"Name","value":"retired"}},{"kind":"Field","name":{"kind":"Name","value":"toBeRetired"}},{"kind":"Field","name":{"kind":"Name","value":"newUsed"}},{"kind":"Field","name":{"kind":"Name","value":"creditsUsed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromYear"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"acpQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"acpRateDollars"}},{"kind":"Field","name":{"kind":"Name","value":"acpDollars"}},{"kind":"Field","name":{"kind":"Name","value":"newlyBanked"}},{"kind":"Field","name":{"kind":"Name","value":"surplusLost"}}]}}]}}]}}]} as unknown as DocumentNode<ComplianceDraftQuery, ComplianceDraftQueryVariables>;
export const SubmitFilingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitFiling"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"useOrder"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UseOrder"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitFiling"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"complianceYear"},"value":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"useOrder"},"value":{"kind":"Variable","name":{"kind":"Name","value":"useOrder"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"filingId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"late"}}]}}]}}]} as unknown as DocumentNode<SubmitFilingMutation, SubmitFilingMutationVariables>;
export const DecideFilingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideFiling"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"approve"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideFiling"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"filingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filingId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"approve"},"value":{"kind":"Variable","name":{"kind":"Name","value":"approve"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<DecideFilingMutation, DecideFilingMutationVariables>;
export const MinimumStandardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MinimumStandards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"program"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CarveOut"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ObligationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minimumStandards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"program"},"value":{"kind":"Variable","name":{"kind":"Name","value":"program"}}},{"kind":"Argument","name":{"kind":"Name","value":"complianceYear"},"value":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"contractedBefore"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"classIPercent"}},{"kind":"Field","name":{"kind":"Name","value":"classIRemainderPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minimumStandardCalculation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"obligationMwh"},"value":{"kind":"StringValue","value":"783183","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"loadMwh"},"value":{"kind":"StringValue","value":"48009747","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"published"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obligationCalculation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"program"},"value":{"kind":"Variable","name":{"kind":"Name","value":"program"}}},{"kind":"Argument","name":{"kind":"Name","value":"complianceYear"},"value":{"kind":"Variable","name":{"kind":"Name","value":"complianceYear"}}},{"kind":"Argument","name":{"kind":"Name","value":"inputs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"usedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"increaseMwh"}},{"kind":"Field","name":{"kind":"Name","value":"obligationMwh"}}]}}]}}]} as unknown as DocumentNode<MinimumStandardsQuery, MinimumStandardsQueryVariables>;
export const ChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Changes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangesFrom"}}},"defaultValue":{"kind":"EnumValue","value":"BEGINNING"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeKind"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ChangesQuery, ChangesQueryVariables>;
export const CreateWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWebhookInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookId"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]} as unknown as DocumentNode<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const WebhooksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhooks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"suspendedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"changes"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attempt"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WebhooksQuery, WebhooksQueryVariables>;
export const UpdateWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWebhookInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const PauseWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PauseWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pauseWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"webhookId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<PauseWebhookMutation, PauseWebhookMutationVariables>;
export const ResumeWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"webhookId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ResumeWebhookMutation, ResumeWebhookMutationVariables>;
export const RotateWebhookSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateWebhookSecretInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const TestWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"webhookId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}}]}}]}}]} as unknown as DocumentNode<TestWebhookMutation, TestWebhookMutationVariables>;
export const RedeliverWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RedeliverWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"deliveryId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeliverWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"deliveryId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<RedeliverWebhookMutation, RedeliverWebhookMutationVariables>;
export const EndWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"webhookId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<EndWebhookMutation, EndWebhookMutationVariables>;
export const HandOverAssetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandOverAsset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignGisAssetInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignGisAsset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}}]}}]}}]} as unknown as DocumentNode<HandOverAssetMutation, HandOverAssetMutationVariables>;
export const OpenAuctionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenAuction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"program"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CarveOut"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"generationYear"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openAuction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"program"},"value":{"kind":"Variable","name":{"kind":"Name","value":"program"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"generationYear"},"value":{"kind":"Variable","name":{"kind":"Name","value":"generationYear"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auctionId"}}]}}]}}]} as unknown as DocumentNode<OpenAuctionMutation, OpenAuctionMutationVariables>;
export const DepositCertificatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DepositCertificates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ranges"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depositCertificates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"auctionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"ranges"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ranges"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"ranges"}}]}}]}}]} as unknown as DocumentNode<DepositCertificatesMutation, DepositCertificatesMutationVariables>;
export const QualifyBidderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"QualifyBidder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"QualifyBidderInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qualifyBidder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}}]}}]}}]} as unknown as DocumentNode<QualifyBidderMutation, QualifyBidderMutationVariables>;
export const OpenAuctionRoundDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenAuctionRound"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"opensAt"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"closesAt"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openAuctionRound"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"auctionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"opensAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"opensAt"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"closesAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"closesAt"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"round"}}]}}]}}]} as unknown as DocumentNode<OpenAuctionRoundMutation, OpenAuctionRoundMutationVariables>;
export const PlaceBidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlaceBid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"volume"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeBid"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"auctionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"volume"},"value":{"kind":"Variable","name":{"kind":"Name","value":"volume"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}}]}}]}}]} as unknown as DocumentNode<PlaceBidMutation, PlaceBidMutationVariables>;
export const CloseAuctionRoundDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseAuctionRound"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeAuctionRound"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"auctionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"auctionId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"deposited"}},{"kind":"Field","name":{"kind":"Name","value":"asked"}},{"kind":"Field","name":{"kind":"Name","value":"cleared"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<CloseAuctionRoundMutation, CloseAuctionRoundMutationVariables>;
export const AuctionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Auction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"generationYear"}},{"kind":"Field","name":{"kind":"Name","value":"priceDollars"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depositFrom"}},{"kind":"Field","name":{"kind":"Name","value":"depositUntil"}},{"kind":"Field","name":{"kind":"Name","value":"heldUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"opensAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"deposited"}},{"kind":"Field","name":{"kind":"Name","value":"asked"}},{"kind":"Field","name":{"kind":"Name","value":"cleared"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ownDeposits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"range"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"finalRound"}},{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}},{"kind":"Field","name":{"kind":"Name","value":"usableIn"}},{"kind":"Field","name":{"kind":"Name","value":"obligationIncreaseMwh"}},{"kind":"Field","name":{"kind":"Name","value":"obligationIncreaseYear"}}]}}]}}]}}]} as unknown as DocumentNode<AuctionQuery, AuctionQueryVariables>;
export const ReportQuarterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportQuarter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Quarter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportQuarter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"quarter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}}]}}]}}]}}]} as unknown as DocumentNode<ReportQuarterMutation, ReportQuarterMutationVariables>;
export const GisReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GisReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Quarter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"quarter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frozenAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"line"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"nowMwh"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<GisReportQuery, GisReportQueryVariables>;
export const IssueQuarterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueQuarter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Quarter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueQuarter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"quarter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assets"}},{"kind":"Field","name":{"kind":"Name","value":"issuances"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleMwh"}},{"kind":"Field","name":{"kind":"Name","value":"retiredRemainderMwh"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}}]}}]}}]}}]} as unknown as DocumentNode<IssueQuarterMutation, IssueQuarterMutationVariables>;
export const QuarterIssuanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QuarterIssuance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Quarter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quarterIssuance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"quarter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadDate"}},{"kind":"Field","name":{"kind":"Name","value":"mintDate"}},{"kind":"Field","name":{"kind":"Name","value":"tradingPeriodEnd"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assets"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"minted"}},{"kind":"Field","name":{"kind":"Name","value":"closingGisCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<QuarterIssuanceQuery, QuarterIssuanceQueryVariables>;
export const PortfolioDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Portfolio"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"portfolio"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systems"}},{"kind":"Field","name":{"kind":"Name","value":"capacityKw"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"productionAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"certificatesExpected"}},{"kind":"Field","name":{"kind":"Name","value":"certificatesMinted"}},{"kind":"Field","name":{"kind":"Name","value":"certificatesActive"}},{"kind":"Field","name":{"kind":"Name","value":"certificatesRetired"}},{"kind":"Field","name":{"kind":"Name","value":"carryMwh"}}]}}]}}]} as unknown as DocumentNode<PortfolioQuery, PortfolioQueryVariables>;
export const CertificatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Certificates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificateState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certificates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"range"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"vintageMonth"}},{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CertificatesQuery, CertificatesQueryVariables>;
export const LedgerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Ledger"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ledger"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"range"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"remainderMwh"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"unitHash"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LedgerQuery, LedgerQueryVariables>;
export const SystemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"System"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ptsId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ptsId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ptsId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacityKw"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"meters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"replacements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replacedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldFinalKwh"}},{"kind":"Field","name":{"kind":"Name","value":"newInitialKwh"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"fromOn"}},{"kind":"Field","name":{"kind":"Name","value":"untilOn"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"qualification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sqNumber"}},{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"srecFactor"}},{"kind":"Field","name":{"kind":"Name","value":"lastEligibleQuarter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gisAssets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"readings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"valueKwh"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"production"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<SystemQuery, SystemQueryVariables>;
export const SystemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Systems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SystemFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"capacityKw"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SystemsQuery, SystemsQueryVariables>;
export const RuleTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RuleTable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleTables"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}}]}}]} as unknown as DocumentNode<RuleTableQuery, RuleTableQueryVariables>;
export const EnterOrganisationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnterOrganisation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganisationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganisation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}}]}}]}}]} as unknown as DocumentNode<EnterOrganisationMutation, EnterOrganisationMutationVariables>;
export const OpenAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccountInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}}]}}]} as unknown as DocumentNode<OpenAccountMutation, OpenAccountMutationVariables>;
export const MakeCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"label"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"label"},"value":{"kind":"Variable","name":{"kind":"Name","value":"label"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}}]} as unknown as DocumentNode<MakeCredentialMutation, MakeCredentialMutationVariables>;
export const RevokeCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"credentialId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"credentialId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"credentialId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialId"}}]}}]}}]} as unknown as DocumentNode<RevokeCredentialMutation, RevokeCredentialMutationVariables>;
export const RotateCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateApiCredentialInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateApiCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<RotateCredentialMutation, RotateCredentialMutationVariables>;
export const MyCredentialsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyCredentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]} as unknown as DocumentNode<MyCredentialsQuery, MyCredentialsQueryVariables>;
export const ConformanceCasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConformanceCases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conformanceCases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"whatToDo"}},{"kind":"Field","name":{"kind":"Name","value":"whatIsChecked"}}]}}]}}]}}]} as unknown as DocumentNode<ConformanceCasesQuery, ConformanceCasesQueryVariables>;
export const StartConformanceRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartConformanceRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartConformanceRunInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startConformanceRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"clockAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}}]}}]}}]} as unknown as DocumentNode<StartConformanceRunMutation, StartConformanceRunMutationVariables>;
export const MoveConformanceClockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveConformanceClock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveConformanceClockInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveConformanceClock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clockAt"}}]}}]}}]} as unknown as DocumentNode<MoveConformanceClockMutation, MoveConformanceClockMutationVariables>;
export const SubmitConformanceReadingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitConformanceReadings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitConformanceReadingsInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitConformanceReadings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"superseded"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitConformanceReadingsMutation, SubmitConformanceReadingsMutationVariables>;
export const ConfirmConformanceReceiptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmConformanceReceipt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmConformanceReceiptInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmConformanceReceipt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callId"}}]}}]}}]} as unknown as DocumentNode<ConfirmConformanceReceiptMutation, ConfirmConformanceReceiptMutationVariables>;
export const ConformanceRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConformanceRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conformanceRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"clockAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"passedAt"}},{"kind":"Field","name":{"kind":"Name","value":"passedBy"}},{"kind":"Field","name":{"kind":"Name","value":"passedIn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"call"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"uploadId"}},{"kind":"Field","name":{"kind":"Name","value":"receiptCode"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"systems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"meterLabel"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"valueKwh"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"forms"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}},{"kind":"Field","name":{"kind":"Name","value":"form"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]}}]}}]} as unknown as DocumentNode<ConformanceRunQuery, ConformanceRunQueryVariables>;
export const ConformanceRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConformanceRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conformanceRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConformanceRunsQuery, ConformanceRunsQueryVariables>;
export const ProposeFactorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProposeFactor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FactorProposalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factorProposal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sector"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"assumedFactor"}}]}}]}}]} as unknown as DocumentNode<ProposeFactorQuery, ProposeFactorQueryVariables>;
export const OpenGisAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenGisAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createGisAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"organisationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisAccountId"}}]}}]}}]} as unknown as DocumentNode<OpenGisAccountMutation, OpenGisAccountMutationVariables>;
export const EnterGisAssetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnterGisAsset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGisAssetInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createGisAsset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}}]}}]}}]} as unknown as DocumentNode<EnterGisAssetMutation, EnterGisAssetMutationVariables>;
export const JoinGisAssetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinGisAsset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JoinGisAssetInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinGisAsset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"gisId"}},{"kind":"Field","name":{"kind":"Name","value":"leftGisId"}}]}}]}}]} as unknown as DocumentNode<JoinGisAssetMutation, JoinGisAssetMutationVariables>;
export const GrantQualificationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantQualification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantQualificationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantQualification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"lastEligibleQuarter"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}}]}}]}}]} as unknown as DocumentNode<GrantQualificationMutation, GrantQualificationMutationVariables>;
export const RegisterSystemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterSystem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterSystemInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerSystem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}}]}}]}}]} as unknown as DocumentNode<RegisterSystemMutation, RegisterSystemMutationVariables>;
export const SetUpMeterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUpMeter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUpMeterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUpMeter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meterId"}}]}}]}}]} as unknown as DocumentNode<SetUpMeterMutation, SetUpMeterMutationVariables>;
export const AppointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Appoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppointInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roleIds"}}]}}]}}]} as unknown as DocumentNode<AppointMutation, AppointMutationVariables>;
export const ApproveDasProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveDasProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApproveDasProviderInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveDasProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}}]}}]}}]} as unknown as DocumentNode<ApproveDasProviderMutation, ApproveDasProviderMutationVariables>;
export const RevokeDasProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeDasProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeDasProviderInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeDasProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}}]}}]}}]} as unknown as DocumentNode<RevokeDasProviderMutation, RevokeDasProviderMutationVariables>;
export const ReplaceMeterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplaceMeter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplaceMeterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replaceMeter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replacementId"}}]}}]}}]} as unknown as DocumentNode<ReplaceMeterMutation, ReplaceMeterMutationVariables>;
export const RetireCertificatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetireCertificates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ranges"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retireCertificates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ranges"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ranges"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"ranges"}}]}}]}}]} as unknown as DocumentNode<RetireCertificatesMutation, RetireCertificatesMutationVariables>;
export const OpenTradingPeriodDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenTradingPeriod"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Quarter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openTradingPeriod"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"quarter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executed"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]} as unknown as DocumentNode<OpenTradingPeriodMutation, OpenTradingPeriodMutationVariables>;
export const CloseTradingYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseTradingYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeTradingYear"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"compliance"}},{"kind":"Field","name":{"kind":"Name","value":"reserve"}},{"kind":"Field","name":{"kind":"Name","value":"residual"}},{"kind":"Field","name":{"kind":"Name","value":"lapsedTransfers"}}]}}]}}]} as unknown as DocumentNode<CloseTradingYearMutation, CloseTradingYearMutationVariables>;
export const TradingYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TradingYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tradingYear"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opensOn"}},{"kind":"Field","name":{"kind":"Name","value":"closesOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quarter"}},{"kind":"Field","name":{"kind":"Name","value":"opensOn"}},{"kind":"Field","name":{"kind":"Name","value":"closesOn"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}}]}}]}}]}}]} as unknown as DocumentNode<TradingYearQuery, TradingYearQueryVariables>;
export const ProgrammeCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProgrammeCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"programmeCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"firstOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastOn"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"concerns"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}}]} as unknown as DocumentNode<ProgrammeCalendarQuery, ProgrammeCalendarQueryVariables>;
export const WhatIsNextDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsNext"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ptsId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upcomingDates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastOn"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"system"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ptsId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ptsId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deadlines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"firstOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastOn"}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsNextQuery, WhatIsNextQueryVariables>;
export const ProductionTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProductionTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProductionGrouping"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProductionFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productionTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"systemMonths"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedKwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleMwh"}}]}}]}}]}}]} as unknown as DocumentNode<ProductionTotalsQuery, ProductionTotalsQueryVariables>;
export const CertificateTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertificateTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificateGrouping"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certificateTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"certificatesMinted"}}]}}]}}]}}]} as unknown as DocumentNode<CertificateTotalsQuery, CertificateTotalsQueryVariables>;
export const WindowHealthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WindowHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"windowHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"opensAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"expectedSystems"}},{"kind":"Field","name":{"kind":"Name","value":"reportedSystems"}},{"kind":"Field","name":{"kind":"Name","value":"flaggedReadings"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"systems"}},{"kind":"Field","name":{"kind":"Name","value":"reportedSystems"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reporters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectedSystems"}},{"kind":"Field","name":{"kind":"Name","value":"reportedSystems"}},{"kind":"Field","name":{"kind":"Name","value":"lastReportedOn"}}]}}]}}]}}]} as unknown as DocumentNode<WindowHealthQuery, WindowHealthQueryVariables>;
export const StaffQueuesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StaffQueues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staffQueues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queue"}},{"kind":"Field","name":{"kind":"Name","value":"requestKind"}},{"kind":"Field","name":{"kind":"Name","value":"lastStep"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"oldestAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}}]} as unknown as DocumentNode<StaffQueuesQuery, StaffQueuesQueryVariables>;
export const FlaggedReadingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FlaggedReadings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flaggedReadings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meterLabel"}},{"kind":"Field","name":{"kind":"Name","value":"reading"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"valueKwh"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacityKw"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FlaggedReadingsQuery, FlaggedReadingsQueryVariables>;
export const SetClockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetClock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setClock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"now"}}]}}]}}]} as unknown as DocumentNode<SetClockMutation, SetClockMutationVariables>;
export const WhichWindowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichWindow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportingWindow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"opensAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"isOpen"}}]}}]}}]} as unknown as DocumentNode<WhichWindowQuery, WhichWindowQueryVariables>;
export const SubmitReadingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitReadings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"readings"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReadingInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitReadings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"readings"},"value":{"kind":"Variable","name":{"kind":"Name","value":"readings"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"superseded"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"estimated"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitReadingsMutation, SubmitReadingsMutationVariables>;
export const SubmitReadingColumnsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitReadingColumns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ptsIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"readAts"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"valuesKwh"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Decimal"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitReadingColumns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ptsIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ptsIds"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"readAts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"readAts"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"valuesKwh"},"value":{"kind":"Variable","name":{"kind":"Name","value":"valuesKwh"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"readingIds"}},{"kind":"Field","name":{"kind":"Name","value":"productionsKwh"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SubmitReadingColumnsMutation, SubmitReadingColumnsMutationVariables>;
export const OfferTransfersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OfferTransfers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OfferTransfersInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offerTransfers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferIds"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]} as unknown as DocumentNode<OfferTransfersMutation, OfferTransfersMutationVariables>;
export const AcceptTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferDecisionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]} as unknown as DocumentNode<AcceptTransferMutation, AcceptTransferMutationVariables>;
export const RejectTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferDecisionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<RejectTransferMutation, RejectTransferMutationVariables>;
export const WithdrawTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferDecisionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<WithdrawTransferMutation, WithdrawTransferMutationVariables>;
export const MoveToSubaccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveToSubaccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveToSubaccountInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveToSubaccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"ranges"}}]}}]}}]} as unknown as DocumentNode<MoveToSubaccountMutation, MoveToSubaccountMutationVariables>;
export const TransfersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transfers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"states"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferState"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferDirection"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"Variable","name":{"kind":"Name","value":"states"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"ranges"}},{"kind":"Field","name":{"kind":"Name","value":"acceptableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"priceDollars"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"fromGisAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toGisAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TransfersQuery, TransfersQueryVariables>;
export const OfferStandingTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OfferStandingTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OfferStandingTransferInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offerStandingTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standingTransferId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<OfferStandingTransferMutation, OfferStandingTransferMutationVariables>;
export const AcceptStandingTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptStandingTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StandingTransferDecisionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptStandingTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<AcceptStandingTransferMutation, AcceptStandingTransferMutationVariables>;
export const RejectStandingTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectStandingTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StandingTransferDecisionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectStandingTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<RejectStandingTransferMutation, RejectStandingTransferMutationVariables>;
export const WithdrawStandingTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawStandingTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StandingTransferDecisionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawStandingTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<WithdrawStandingTransferMutation, WithdrawStandingTransferMutationVariables>;
export const StandingTransfersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StandingTransfers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"states"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StandingTransferState"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standingTransfers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"Variable","name":{"kind":"Name","value":"states"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alias"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"beginMonth"}},{"kind":"Field","name":{"kind":"Name","value":"endMonth"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"sharePercent"}},{"kind":"Field","name":{"kind":"Name","value":"monthlyQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"fill"}},{"kind":"Field","name":{"kind":"Name","value":"irrevocable"}},{"kind":"Field","name":{"kind":"Name","value":"priceDollars"}},{"kind":"Field","name":{"kind":"Name","value":"executions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"asked"}},{"kind":"Field","name":{"kind":"Name","value":"moved"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"transferId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StandingTransfersQuery, StandingTransfersQueryVariables>;
export const SystemsNotReportedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SystemsNotReported"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systemsNotReported"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"CAPACITY"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"lastReading"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"valueKwh"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"meterLabels"}},{"kind":"Field","name":{"kind":"Name","value":"expectedKwh"}},{"kind":"Field","name":{"kind":"Name","value":"expectationBasis"}},{"kind":"Field","name":{"kind":"Name","value":"atRisk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"srecFactor"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"fraction"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SystemsNotReportedQuery, SystemsNotReportedQueryVariables>;
export const UploadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Uploads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"INCOMPLETE"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UploadsQuery, UploadsQueryVariables>;
export const RefusedRowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RefusedRows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"superseded"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"statuses"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REFUSED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RefusedRowsQuery, RefusedRowsQueryVariables>;
export const AssetProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssetProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assetProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gisId"}},{"kind":"Field","name":{"kind":"Name","value":"programs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"lastMonth"}},{"kind":"Field","name":{"kind":"Name","value":"carryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"unissuedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"expectedCertificates"}},{"kind":"Field","name":{"kind":"Name","value":"mintedCertificates"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AssetProgressQuery, AssetProgressQueryVariables>;
export const MissingProductionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MissingProduction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Quarter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingProduction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"quarter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quarter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"deadlineAt"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"reportedToGisOn"}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MissingProductionQuery, MissingProductionQueryVariables>;
export const ExpiriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Expiries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withinMonths"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"12"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"withinMonths"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withinMonths"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"lastOn"}},{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ExpiriesQuery, ExpiriesQueryVariables>;
export const FindSystemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindSystems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SystemFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SystemSort"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ptsId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"capacityKw"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FindSystemsQuery, FindSystemsQueryVariables>;
export const WhatIfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"supposed"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WhatIfInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whatIf"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"supposed"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"openingCarryMwh"}},{"kind":"Field","name":{"kind":"Name","value":"productionKwh"}},{"kind":"Field","name":{"kind":"Name","value":"reportedMwh"}},{"kind":"Field","name":{"kind":"Name","value":"eligibleMwh"}},{"kind":"Field","name":{"kind":"Name","value":"adjustmentMwh"}},{"kind":"Field","name":{"kind":"Name","value":"minted"}},{"kind":"Field","name":{"kind":"Name","value":"closingCarryMwh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assumptions"}}]}}]}}]} as unknown as DocumentNode<WhatIfQuery, WhatIfQueryVariables>;