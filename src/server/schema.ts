import type { GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage } from 'type-graphql';
import { AccountResolver, ApiCredentialResolver } from '../account/account.resolver.js';
import { AuctionResolver } from '../auction/auction.resolver.js';
import { resolvePerRow } from '../boundary/per-row.js';
import { ChangeResolver } from '../change/change.resolver.js';
import { ClockResolver } from '../clock/clock.resolver.js';
import { ComplianceFilingResolver, ComplianceResolver, SupplierResolver } from '../compliance/compliance.resolver.js';
import { ObligationResolver } from '../compliance/obligation.resolver.js';
import {
  ConformanceCallResolver,
  ConformanceCertificateResolver,
  ConformanceRunResolver,
} from '../conformance/conformance.resolver.js';
import {
  DasApplicationConformanceResolver,
  DasApprovalConformanceResolver,
  DasProviderConformanceResolver,
} from '../conformance/provider-conformance.resolver.js';
import { ChangeFeedResolver } from '../delivery/change.resolver.js';
import { WebhookDeliveryResolver, WebhookResolver } from '../delivery/webhook.resolver.js';
import { DocumentResolver, OrganisationTermsResolver, TermsAcceptanceResolver } from '../document/document.resolver.js';
import { ProgramDocumentResolver, ProgramDocumentVersionResolver } from '../document/program-document.resolver.js';
import { ExportResolver } from '../export/export.resolver.js';
import {
  GisAccountResolver,
  GisAssetHolderResolver,
  GisAssetMembershipResolver,
  GisResolver,
  SystemAssetsResolver,
} from '../gis/gis.resolver.js';
import {
  CorrectionDetailsResolver,
  CorrectionResolver,
  GisReportResolver,
  SystemCorrectionsResolver,
} from '../ledger/correction.resolver.js';
import {
  CertificateExplanationResolver,
  IssuanceResolver,
  QuarterIssuanceResolver,
} from '../ledger/issuance.resolver.js';
import { CertificateHoldingResolver, LedgerEntryResolver, SystemLedgerResolver } from '../ledger/ledger.resolver.js';
import { TransferResolver } from '../market/market.resolver.js';
import { StandingTransferResolver } from '../market/standing-transfer.resolver.js';
import { BrokerAuthorizationResolver, TradingYearResolver } from '../market/trading-year.resolver.js';
import { MeterModelRequestResolver, MeterModelResolver } from '../metering/meter-model.resolver.js';
import { MeteringResolver, SystemMeteringResolver } from '../metering/metering.resolver.js';
import { ReportingWindowResolver } from '../metering/reporting-window.resolver.js';
import { DasProviderRequestResolver, DasProviderResolver } from '../ownership/das-provider.resolver.js';
import { OwnershipResolver, SystemRolesResolver } from '../ownership/ownership.resolver.js';
import { once } from '../platform/once.js';
import {
  AssetProgressResolver,
  ExpiryResolver,
  MissingProductionResolver,
  PortfolioResolver,
} from '../portfolio/portfolio.resolver.js';
import { CalendarResolver } from '../publication/calendar.resolver.js';
import { PublicCertificateResolver } from '../publication/certificate.resolver.js';
import { PublicResolver } from '../publication/public.resolver.js';
import { RuleTableResolver } from '../publication/rule-table.resolver.js';
import { SystemDeadlinesResolver } from '../publication/system-deadlines.resolver.js';
import { TablesResolver } from '../publication/tables.resolver.js';
import {
  QualificationApplicationResolver,
  QualificationRequestResolver,
} from '../qualification/application.resolver.js';
import { QualificationResolver } from '../qualification/qualification.resolver.js';
import { RegistrationResolver } from '../registration/registration.resolver.js';
import { RequestEventResolver, RequestEvidenceResolver, RequestResolver } from '../request/request.resolver.js';
import { DashboardResolver, FlaggedReadingResolver, WindowReporterResolver } from '../rollup/dashboard.resolver.js';
import { MeterLastReadingResolver, SystemLastReadingResolver } from '../submission/last-reading.resolver.js';
import { SystemsNotReportedResolver } from '../submission/systems-not-reported.resolver.js';
import { UploadResolver } from '../submission/upload.resolver.js';
import { SystemResolver } from '../system/system.resolver.js';
import { guard } from './guard.js';
import { checkInputs } from './input-checks.js';
import { describeUse } from './manual.js';
import { withNodes } from './nodes.js';
import { permissions } from './permissions.js';

/** The schema of `/graphql`, for accounts, made once. What it may answer to whom is not here: see `permissions`. */
export const accountSchema = once(async () => {
  const schema = await schemaOf([
    AccountResolver,
    ApiCredentialResolver,
    DocumentResolver,
    OrganisationTermsResolver,
    TermsAcceptanceResolver,
    ProgramDocumentResolver,
    ProgramDocumentVersionResolver,
    RequestResolver,
    RequestEventResolver,
    RequestEvidenceResolver,
    RegistrationResolver,
    ClockResolver,
    SystemResolver,
    SystemRolesResolver,
    OwnershipResolver,
    DasProviderResolver,
    DasProviderRequestResolver,
    SystemAssetsResolver,
    GisResolver,
    GisAccountResolver,
    GisAssetHolderResolver,
    GisAssetMembershipResolver,
    QualificationResolver,
    QualificationApplicationResolver,
    QualificationRequestResolver,
    SystemMeteringResolver,
    MeteringResolver,
    MeterModelResolver,
    MeterModelRequestResolver,
    ReportingWindowResolver,
    UploadResolver,
    SystemLastReadingResolver,
    MeterLastReadingResolver,
    SystemsNotReportedResolver,
    ChangeResolver,
    SystemLedgerResolver,
    IssuanceResolver,
    QuarterIssuanceResolver,
    CertificateExplanationResolver,
    LedgerEntryResolver,
    CertificateHoldingResolver,
    SystemCorrectionsResolver,
    CorrectionDetailsResolver,
    CorrectionResolver,
    GisReportResolver,
    TransferResolver,
    StandingTransferResolver,
    BrokerAuthorizationResolver,
    TradingYearResolver,
    AuctionResolver,
    SupplierResolver,
    ObligationResolver,
    ComplianceResolver,
    ComplianceFilingResolver,
    DashboardResolver,
    FlaggedReadingResolver,
    WindowReporterResolver,
    PortfolioResolver,
    AssetProgressResolver,
    MissingProductionResolver,
    ExpiryResolver,
    RuleTableResolver,
    CalendarResolver,
    SystemDeadlinesResolver,
    ExportResolver,
    ChangeFeedResolver,
    WebhookResolver,
    WebhookDeliveryResolver,
    ConformanceRunResolver,
    ConformanceCertificateResolver,
    ConformanceCallResolver,
    DasApplicationConformanceResolver,
    DasProviderConformanceResolver,
    DasApprovalConformanceResolver,
  ]);
  return describeUse(withNodes(schema), permissions);
});

/** The schema of `/graphql` with the permission table in force. */
export const guardedSchema = once(async () => guard(await accountSchema()));

/** The schema of `/public/graphql`, made once: only what everybody may read, from a list of its own. */
export const publicSchema = once(async () => {
  const schema = await schemaOf([
    PublicResolver,
    PublicCertificateResolver,
    TablesResolver,
    CalendarResolver,
    ProgramDocumentResolver,
    ProgramDocumentVersionResolver,
    ReportingWindowResolver,
    RuleTableResolver,
  ]);
  return describeUse(schema, {});
});

type Resolvers = Parameters<typeof buildSchema>[0]['resolvers'];

/**
 * Only what the listed classes lead to (the library's own register of types is global), with its inputs checked. Whether the schema is a
 * valid one Apollo asks when it starts; the library would execute an introspection to see (a sixteenth of a start).
 */
async function schemaOf(resolvers: Resolvers): Promise<GraphQLSchema> {
  readPlainFields();
  return checkInputs(
    resolvePerRow(await buildSchema({ resolvers, orphanedTypes: [], validate: false, skipCheck: true })),
  );
}

/**
 * Has a field that is a property of its row read as one. The library would give each a function of its own, which asks for middleware
 * that there is none of, for every field of every row.
 */
function readPlainFields(): void {
  for (const field of getMetadataStorage().fields) field.simple ??= field.schemaName === field.name;
}
