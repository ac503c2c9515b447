import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { ProgramEnum } from '../qualification/qualification.type.js';
import type { CertificateState, CertificateUseRow, LedgerEntryKind } from './certificate.entity.js';
import { CertificateStateEnum, LedgerEntryKindEnum } from './ledger.input.js';

export const certificateUsePurposes = ['VOLUNTARY', 'COMPLIANCE', 'RESERVE'] as const;
export type CertificateUsePurpose = (typeof certificateUsePurposes)[number];
export const CertificateUsePurposeEnum = enumOf(certificateUsePurposes);
registerEnumType(CertificateUsePurposeEnum, {
  name: 'CertificateUsePurpose',
  description: 'What certificates were retired for.',
  valuesConfig: {
    VOLUNTARY: { description: 'By their owner, of its own accord.' },
    COMPLIANCE: { description: 'For the obligation of an electricity supplier.' },
    RESERVE: { description: 'Out of a reserve sub-account.' },
  },
});

@ObjectType({
  description: 'What certificates were retired for. Private to whose they were; staff and the regulator see it too.',
})
export class CertificateUse implements Pick<CertificateUseRow, 'purpose' | 'beneficiary' | 'complianceYear'> {
  @Field(() => CertificateUsePurposeEnum, { description: 'What for.' })
  purpose!: CertificateUsePurpose;

  @Field(() => String, { nullable: true, description: 'In whose name; null: nobody was named.' })
  beneficiary!: string | null;

  @Field(() => Int, { nullable: true, description: 'The compliance year; null unless the purpose is COMPLIANCE.' })
  complianceYear!: number | null;
}

@ObjectType({ description: 'A range of certificates of one batch that lie in one account in one state.' })
export class CertificateHolding {
  @Field(() => String, { description: 'Serial numbers as the market shows them: `4086133 - 24 to 137`.' })
  range!: string;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => MonthScalar, { description: 'The month in which the electricity was generated.' })
  vintageMonth!: Month;

  @Field(() => CertificateStateEnum, { description: 'What became of them.' })
  state!: CertificateState;

  @Field(() => Int, {
    nullable: true,
    description: 'Last compliance year for which an auction made them usable; null: that of their vintage.',
  })
  usableUntil!: number | null;

  @Field(() => DateScalar, {
    description: 'Last day of the last trading year in which they may move or be used; what is left then is retired.',
  })
  tradedUntil!: LocalDate;
}

export const CertificateHoldingConnection = connectionOf(CertificateHolding, 'CertificateHolding');

@ObjectType({
  description: 'One line of the ledger. Lines are never changed; each is covered by the hash of its unit.',
})
export class LedgerEntry {
  @Field(() => ID, { description: 'Identifies the entry.' })
  id!: string;

  @Field(() => LedgerEntryKindEnum, { description: 'What happened.' })
  kind!: LedgerEntryKind;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => MonthScalar, { description: 'Vintage month.' })
  vintageMonth!: Month;

  @Field(() => String, { nullable: true, description: 'Serial numbers: `4086133 - 24 to 137`; null for a remainder.' })
  range!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many certificates; null for a remainder.' })
  quantity!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Non-eligible remainder in MWh; null for certificates.' })
  remainderMwh!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Debit (below zero) or credit in eligible MWh, against the next issuance of the asset, whoever holds it then (as the carry); null for everything else.',
  })
  adjustedMwh!: string | null;

  @Field(() => String, { description: 'Why, as stated by whoever did it.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it.' })
  recordedAt!: Date;

  @Field(() => String, { description: 'The unit that covers it, as `asset/sequence`.' })
  unit!: string;

  @Field(() => String, { description: 'SHA-256 of the unit, chained over the unit before: hexadecimal.' })
  unitHash!: string;
}

export const LedgerEntryConnection = connectionOf(LedgerEntry, 'LedgerEntry');

@ObjectType({ description: 'The whole way of a certificate.' })
export class CertificateExplanation {
  @Field(() => String, { description: 'The serial number asked for: `4086133 - 24`.' })
  serialNumber!: string;

  @Field(() => CertificateStateEnum, { description: 'What became of it.' })
  state!: CertificateState;

  @Field(() => String, { description: 'The range of its batch that it lies in now.' })
  range!: string;
}
