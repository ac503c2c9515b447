import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind } from 'graphql';
import * as operations from '../../operations/generated.js';
import type { Api } from './api.js';
import { dataOf } from './ask.js';

/** The example operations that are run on the way of requests; all others but those of trading on the way of a certificate. */
export const ofRequests: readonly string[] = [
  'ApplyForRegistration',
  'WhereMyApplicationStands',
  'LookAtQueue',
  'LookAtRequest',
  'ApproveRegistration',
  'DenyRequest',
  'CancelRequest',
  'WithdrawRequest',
  'AskEligibility',
  'ApplyForQualification',
  'ReviewQualification',
  'DecideQualification',
  'ApplyForMeterModel',
  'ApproveMeterModel',
  'RevokeMeterModel',
  'ApprovedMeterModels',
  'ApplyAsDasProvider',
  'ApproveDasProviderApplication',
  'DasProviders',
  'AskForAnotherReporter',
  'AskForARecTransfer',
  'AskForASystem',
  'AskForAHouseSale',
  'ObjectToAChange',
  'VerifyATransfer',
  'ApproveAChange',
  'ReleaseProduction',
  'DismissProduction',
  'PublishProgramDocument',
  'LeaveAsset',
  'EndRole',
];

/** The example operations of trading, auction, compliance, calendar, dashboards, portfolios, changes and webhooks: run one by one in examples.test.ts. */
export const ofTrading: readonly string[] = [
  'AcceptStandingTransfer',
  'AcceptTransfer',
  'AssetProgress',
  'Auction',
  'AuthorizeBroker',
  'BrokerAuthorizations',
  'CancelExport',
  'Changes',
  'CloseAuctionRound',
  'CloseTradingYear',
  'ComplianceDraft',
  'CreateWebhook',
  'ConfirmConformanceReceipt',
  'ConformanceCases',
  'ConformanceRun',
  'ConformanceRuns',
  'DecideFiling',
  'DepositCertificates',
  'EndBrokerAuthorization',
  'EndWebhook',
  'EnterSupplierLoad',
  'Expiries',
  'ExportProgress',
  'FindSystems',
  'MinimumStandards',
  'MissingProduction',
  'MoveConformanceClock',
  'MoveToSubaccount',
  'MyCredentials',
  'MyExports',
  'OfferStandingTransfer',
  'OfferTransfers',
  'OpenAuction',
  'OpenAuctionRound',
  'OpenTradingPeriod',
  'PauseWebhook',
  'PlaceBid',
  'ProductionTotals',
  'ProgrammeCalendar',
  'QualifyBidder',
  'RedeliverWebhook',
  'RefusedRows',
  'RegisterSupplier',
  'RejectStandingTransfer',
  'RejectTransfer',
  'ResumeWebhook',
  'RotateCredential',
  'RotateWebhookSecret',
  'StaffQueues',
  'StandingTransfers',
  'StartExport',
  'StartConformanceRun',
  'SubmitConformanceReadings',
  'SubmitFiling',
  'SystemsNotReported',
  'TestWebhook',
  'TradingYear',
  'Transfers',
  'UpdateWebhook',
  'Uploads',
  'Webhooks',
  'WhatIf',
  'WhatIsNext',
  'WindowHealth',
  'WithdrawStandingTransfer',
  'WithdrawTransfer',
];

/** The names of all examples. */
export function exampleNames(): string[] {
  return Object.keys(operations)
    .filter(name => name.endsWith('Document'))
    .map(name => name.slice(0, -'Document'.length))
    .sort();
}

/** Somebody who goes a way by the example operations alone, each of which must go well, and remembers which. */
export class Traveller {
  readonly #api: Api;
  /** Names of the operations that were run. */
  readonly run = new Set<string>();
  #steps = 0;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Runs an example. */
  async go<Data, Given>(
    token: string | null,
    document: TypedDocumentNode<Data, Given>,
    variables: Given,
  ): Promise<Data> {
    for (const each of document.definitions) {
      if (each.kind === Kind.OPERATION_DEFINITION) this.run.add(each.name?.value ?? '');
    }
    return dataOf(await this.#api.ask(token, document, variables));
  }

  /** A new idempotency key. */
  key() {
    this.#steps += 1;
    return { idempotencyKey: `step ${this.#steps}` };
  }

  clockAt(at: string) {
    return this.go(this.#api.staff, operations.SetClockDocument, { at, ...this.key() });
  }

  /** Enters a company and opens an account for it, with a credential. */
  async open(name: string, kinds: readonly operations.AccountKind[]) {
    const { staff } = this.#api;
    const input = { kind: 'COMPANY', name, synthetic: true } as const;
    const { createOrganisation } = await this.go(staff, operations.EnterOrganisationDocument, { input, ...this.key() });
    const { organisationId } = createOrganisation;
    const account = { organisationId, name, kinds: [...kinds], email: `${name}@example.org` };
    const { createAccount } = await this.go(staff, operations.OpenAccountDocument, { input: account, ...this.key() });
    const { accountId } = createAccount;
    const { createApiCredential } = await this.go(staff, operations.MakeCredentialDocument, {
      ...{ accountId, label: 'first', ...this.key() },
    });
    const token = createApiCredential.secret;
    if (token === null) throw new Error('no secret was shown');
    return { organisationId, accountId, token };
  }
}
