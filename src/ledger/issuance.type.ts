import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, DecimalScalar, MonthScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import { ProgramEnum } from '../qualification/qualification.type.js';
import type { IssuanceFactorRow, IssuanceRow, IssuanceSystemRow, ReadingUseRow } from './issuance.entity.js';
import type { QuarterTotals as QuarterTotalsRow } from './quarter-totals.js';

export const IssuanceProcessEnum = enumOf(['WHOLE_MWH', 'WHOLE_KWH']);
registerEnumType(IssuanceProcessEnum, {
  name: 'IssuanceProcess',
  description: 'How production becomes MWh for the GIS, by generation month.',
  valuesConfig: {
    WHOLE_MWH: { description: 'Up to September 2017: whole MWh are reported, kWh are carried by the PTS.' },
    WHOLE_KWH: { description: 'From October 2017: kWh rounded to whole kWh are reported, nothing stays at the PTS.' },
  },
});

@ObjectType({ description: 'Every step from kWh to certificates of a GIS asset, programme and month.' })
export class Issuance
  implements
    Pick<
      IssuanceRow,
      | 'id'
      | 'program'
      | 'month'
      | 'process'
      | 'productionKwh'
      | 'openingPtsCarryKwh'
      | 'reportedMwh'
      | 'closingPtsCarryKwh'
      | 'eligibleMwh'
      | 'retiredRemainderMwh'
      | 'openingGisCarryMwh'
      | 'minted'
      | 'closingGisCarryMwh'
      | 'revision'
      | 'adjustmentMwh'
      | 'occurredAt'
      | 'recordedAt'
    >
{
  @Field(() => ID, { description: 'Identifies the issuance.' })
  id!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => MonthScalar, { description: 'The generation month: the vintage of its certificates.' })
  month!: Month;

  @Field(() => IssuanceProcessEnum, { description: 'How kWh became MWh.' })
  process!: 'WHOLE_MWH' | 'WHOLE_KWH';

  @Field(() => DecimalScalar, { description: 'Eligible production of the month in kWh, all systems of the asset.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'kWh that the PTS carried in, all factors.' })
  openingPtsCarryKwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported to the GIS in MWh.' })
  reportedMwh!: string;

  @Field(() => DecimalScalar, { description: 'kWh that the PTS carries out, all factors.' })
  closingPtsCarryKwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported times SREC factor in MWh.' })
  eligibleMwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported less eligible in MWh: retired on behalf of the generator.' })
  retiredRemainderMwh!: string;

  @Field(() => DecimalScalar, { description: 'Fraction of a certificate in MWh that the GIS carried in.' })
  openingGisCarryMwh!: string;

  @Field(() => Int, { description: '1 as it was reported; one more each time it was rolled back and issued anew.' })
  revision!: number;

  @Field(() => DecimalScalar, {
    description: 'Debits (below zero) and credits of earlier months that went in, less what is deferred, in MWh.',
  })
  adjustmentMwh!: string;

  @Field(() => Int, { description: 'Certificates: the whole part of carry plus eligible plus adjustments.' })
  minted!: number;

  @Field(() => DecimalScalar, {
    description: 'Fraction that is carried on, below 1; below 0 while debits are more than there was.',
  })
  closingGisCarryMwh!: string;

  @Field(() => DateTimeScalar, { description: 'When it was issued.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it.' })
  recordedAt!: Date;
}

export const IssuanceConnection = connectionOf(Issuance, 'Issuance');

@ObjectType({ description: 'The step of one SREC factor within an issuance.' })
export class IssuanceFactor
  implements
    Pick<
      IssuanceFactorRow,
      | 'srecFactor'
      | 'openingPtsCarryKwh'
      | 'productionKwh'
      | 'reportedMwh'
      | 'eligibleMwh'
      | 'closingPtsCarryKwh'
      | 'deferredKwh'
    >
{
  @Field(() => DecimalScalar, { description: 'The factor.' })
  srecFactor!: string;

  @Field(() => DecimalScalar, { description: 'kWh carried in at this factor.' })
  openingPtsCarryKwh!: string;

  @Field(() => DecimalScalar, { description: 'Eligible production at this factor in kWh.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported at this factor in MWh.' })
  reportedMwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported times factor in MWh.' })
  eligibleMwh!: string;

  @Field(() => DecimalScalar, { description: 'kWh carried on at this factor.' })
  closingPtsCarryKwh!: string;

  @Field(() => DecimalScalar, { description: 'kWh handed on to the next issuance, since the month was issued anew.' })
  deferredKwh!: string;
}

@ObjectType({ description: 'That a reading was used for a month of issuance.' })
export class ReadingUse implements Pick<ReadingUseRow, 'readingId' | 'readingMonth' | 'productionKwh' | 'eligibleKwh'> {
  @Field(() => ID, { description: 'The reading.' })
  readingId!: string;

  @Field(() => MonthScalar, {
    description: 'Month of the reading; later than the issuance when it is a share of a missed month.',
  })
  readingMonth!: Month;

  @Field(() => DateTimeScalar, { description: 'When the meter was read.' })
  readAt!: Date;

  @Field(() => DecimalScalar, { description: 'Cumulative value read in kWh.' })
  valueKwh!: string;

  @Field(() => DecimalScalar, { description: 'Production that it stands for in this month in kWh.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'Eligible part of it in kWh.' })
  eligibleKwh!: string;
}

@ObjectType({ description: 'The step of one system within an issuance. You see those of systems that you may see.' })
export class IssuanceSystem
  implements Pick<IssuanceSystemRow, 'srecFactor' | 'eligibleKwh' | 'carriedInKwh' | 'reportedMwh' | 'eligibleMwh'>
{
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => DecimalScalar, { description: 'Factor of its statement of qualification.' })
  srecFactor!: string;

  @Field(() => DecimalScalar, { description: 'Its eligible production in kWh.' })
  eligibleKwh!: string;

  @Field(() => DecimalScalar, { description: 'kWh of the old process that were added at the change of process.' })
  carriedInKwh!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Reported in MWh; null where whole MWh are taken per factor.',
  })
  reportedMwh!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Reported times factor in MWh; null where whole MWh are taken per factor.',
  })
  eligibleMwh!: string | null;

  @Field(() => [ReadingUse], { description: 'The readings it comes from.' })
  uses!: ReadingUse[];
}

@ObjectType({ description: 'Sums over the issuance of a quarter that you may see.' })
export class QuarterTotals implements QuarterTotalsRow {
  @Field(() => Int, { description: 'Assets.' })
  assets!: number;

  @Field(() => Int, { description: 'Issued months of assets and programmes.' })
  issuances!: number;

  @Field(() => DecimalScalar, { description: 'Eligible production in kWh.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported to the GIS in MWh.' })
  reportedMwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported times factor in MWh.' })
  eligibleMwh!: string;

  @Field(() => DecimalScalar, { description: 'Retired non-eligible remainder in MWh.' })
  retiredRemainderMwh!: string;

  @Field(() => Int, { description: 'Certificates minted.' })
  certificates!: number;
}

export const quarterStatuses = ['NOT_REPORTED', 'REPORTING', 'REPORTED', 'ISSUING', 'ISSUED'] as const;
export const QuarterStatusEnum = enumOf(quarterStatuses);
registerEnumType(QuarterStatusEnum, {
  name: 'QuarterStatus',
  description: 'How far a quarter has come.',
  valuesConfig: {
    NOT_REPORTED: { description: 'Not begun.' },
    REPORTING: { description: 'The report is begun, not frozen; asking for it again goes on where it stopped.' },
    REPORTED: { description: 'Reported to the GIS and frozen; not minted yet.' },
    ISSUING: { description: 'Minting is begun, not completed; asking for it again goes on where it stopped.' },
    ISSUED: { description: 'Completed; it stays as it is.' },
  },
});

@ObjectType({ description: 'The issuing of a quarter.' })
export class QuarterIssuance {
  @Field(() => QuarterScalar, { description: 'The generation quarter.' })
  quarter!: Quarter;

  @Field(() => QuarterStatusEnum, { description: 'How far it has come.' })
  status!: (typeof quarterStatuses)[number];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its report to the GIS was frozen.' })
  reportedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its minting was begun.' })
  issuedAt!: Date | null;

  @Field(() => DateScalar, { description: 'Day on which the PTS uploads it to the GIS.' })
  uploadDate!: LocalDate;

  @Field(() => DateScalar, { description: 'Day on which the GIS mints.' })
  mintDate!: LocalDate;

  @Field(() => DateScalar, { description: 'Last day of the trading period.' })
  tradingPeriodEnd!: LocalDate;
}
