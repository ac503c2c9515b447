import { AccountEntity } from '../account/account.entity.js';
import { ApiCredentialEntity, ApiCredentialUseEntity } from '../account/api-credential.entity.js';
import { OrganisationEntity } from '../account/organisation.entity.js';
import {
  AuctionBidderEntity,
  AuctionBidEntity,
  AuctionDepositEntity,
  AuctionEntity,
  AuctionRoundEntity,
} from '../auction/auction.entity.js';
import {
  ComplianceCreditEntity,
  ComplianceCreditUseEntity,
  ComplianceFilingEntity,
  ComplianceResultEntity,
  SupplierEntity,
  SupplierLoadEntity,
} from '../compliance/compliance.entity.js';
import {
  ConformanceCallEntity,
  ConformanceCertificateEntity,
  ConformancePassEntity,
  ConformanceReadingEntity,
  ConformanceRunEntity,
} from '../conformance/conformance.entity.js';
import {
  ChangeEpochEntity,
  ChangeEventEntity,
  WebhookAttemptEntity,
  WebhookDeliveryEntity,
  WebhookEntity,
  WebhookSecretEntity,
} from '../delivery/delivery.entity.js';
import {
  DocumentEntity,
  ProgramDocumentEntity,
  ProgramDocumentVersionEntity,
  TermsAcceptanceEntity,
} from '../document/document.entity.js';
import { ExportEntity, ExportPieceEntity } from '../export/export.entity.js';
import { GisAccountEntity, GisAssetEntity, GisAssetHolderEntity, GisAssetMembershipEntity } from '../gis/gis.entity.js';
import {
  CertificateBatchEntity,
  CertificateHoldingEntity,
  CertificateUseEntity,
  LedgerEntryEntity,
  LedgerStreamEntity,
  LedgerUnitEntity,
} from '../ledger/certificate.entity.js';
import {
  AdjustmentApplicationEntity,
  AdjustmentEntity,
  AdjustmentUseEntity,
  CorrectionDocumentEntity,
  CorrectionEntity,
  DismissedProductionEntity,
  GisReportEntity,
} from '../ledger/correction.entity.js';
import {
  IssuanceEntity,
  IssuanceFactorEntity,
  IssuanceRunEntity,
  IssuanceSystemEntity,
  ReadingUseEntity,
} from '../ledger/issuance.entity.js';
import {
  BrokerAuthorizationEntity,
  StandingTransferEntity,
  StandingTransferExecutionEntity,
  TradingPeriodEntity,
  TradingYearEntity,
  TransferEntity,
  TransferRangeEntity,
} from '../market/market.entity.js';
import { MeterEntity, MeterReplacementEntity } from '../metering/meter.entity.js';
import { MeterModelEntity } from '../metering/meter-model.entity.js';
import { EstimatedShareEntity, ReadingEntity } from '../metering/reading.entity.js';
import { DasProviderEntity } from '../ownership/das-provider.entity.js';
import { SystemRoleEntity } from '../ownership/system-role.entity.js';
import { IdempotentRequestEntity } from '../platform/idempotent-request.entity.js';
import { StatementOfQualificationEntity } from '../qualification/statement-of-qualification.entity.js';
import { RequestDocumentEntity, RequestEntity, RequestEventEntity } from '../request/request.entity.js';
import {
  MintedAccountRollupEntity,
  MintedRollupEntity,
  ProductionMonthRollupEntity,
  ProductionRollupEntity,
  ProductionTownRollupEntity,
  ReporterRollupEntity,
  ReportingRollupEntity,
  RollupDirtyEntity,
  RollupMonthEntity,
  RollupPendingEntity,
  SystemMonthRollupEntity,
  SystemRollupEntity,
} from '../rollup/rollup.entity.js';
import { UploadBatchEntity, UploadEntity } from '../submission/upload.entity.js';
import { SystemEntity } from '../system/system.entity.js';

/** Every table that the ORM knows. A test holds them against the migrated database, column by column. */
export const entities = [
  IdempotentRequestEntity,
  OrganisationEntity,
  AccountEntity,
  ApiCredentialEntity,
  ApiCredentialUseEntity,
  DocumentEntity,
  ProgramDocumentEntity,
  ProgramDocumentVersionEntity,
  TermsAcceptanceEntity,
  SystemEntity,
  RequestEntity,
  RequestEventEntity,
  RequestDocumentEntity,
  SystemRoleEntity,
  DasProviderEntity,
  GisAccountEntity,
  GisAssetEntity,
  GisAssetHolderEntity,
  GisAssetMembershipEntity,
  StatementOfQualificationEntity,
  MeterModelEntity,
  MeterEntity,
  MeterReplacementEntity,
  ReadingEntity,
  EstimatedShareEntity,
  UploadEntity,
  UploadBatchEntity,
  IssuanceRunEntity,
  IssuanceEntity,
  IssuanceFactorEntity,
  IssuanceSystemEntity,
  ReadingUseEntity,
  CertificateBatchEntity,
  CertificateHoldingEntity,
  CertificateUseEntity,
  LedgerStreamEntity,
  LedgerUnitEntity,
  LedgerEntryEntity,
  GisReportEntity,
  CorrectionEntity,
  CorrectionDocumentEntity,
  AdjustmentEntity,
  AdjustmentUseEntity,
  AdjustmentApplicationEntity,
  DismissedProductionEntity,
  TransferEntity,
  TransferRangeEntity,
  StandingTransferEntity,
  StandingTransferExecutionEntity,
  BrokerAuthorizationEntity,
  TradingPeriodEntity,
  TradingYearEntity,
  AuctionEntity,
  AuctionDepositEntity,
  AuctionBidderEntity,
  AuctionRoundEntity,
  AuctionBidEntity,
  SupplierEntity,
  SupplierLoadEntity,
  ComplianceFilingEntity,
  ComplianceResultEntity,
  ComplianceCreditEntity,
  ComplianceCreditUseEntity,
  ExportEntity,
  ExportPieceEntity,
  ChangeEpochEntity,
  ChangeEventEntity,
  WebhookEntity,
  WebhookSecretEntity,
  WebhookDeliveryEntity,
  WebhookAttemptEntity,
  RollupDirtyEntity,
  RollupPendingEntity,
  RollupMonthEntity,
  MintedAccountRollupEntity,
  MintedRollupEntity,
  ProductionMonthRollupEntity,
  ProductionRollupEntity,
  ProductionTownRollupEntity,
  ReporterRollupEntity,
  ReportingRollupEntity,
  SystemMonthRollupEntity,
  SystemRollupEntity,
  ConformanceRunEntity,
  ConformanceReadingEntity,
  ConformanceCallEntity,
  ConformancePassEntity,
  ConformanceCertificateEntity,
];
