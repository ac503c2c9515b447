import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DecimalScalar, MonthScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import { ProgramEnum } from '../qualification/qualification.type.js';

export const publicCertificateStates = ['ISSUED', 'RETIRED', 'ROLLED_BACK'] as const;
export type PublicCertificateState = (typeof publicCertificateStates)[number];
const PublicCertificateStateEnum = enumOf(publicCertificateStates);
registerEnumType(PublicCertificateStateEnum, {
  name: 'PublicCertificateState',
  description: 'What everybody may know of where a certificate is.',
  valuesConfig: {
    ISSUED: { description: 'It was minted and is not retired: somebody holds it, or it waits in an auction.' },
    RETIRED: { description: 'It was used up and never moves again.' },
    ROLLED_BACK: {
      description: 'It was taken back, untouched, and issued anew after a correction: it is none any more.',
    },
  },
});

export const publicRetirementPurposes = ['VOLUNTARY', 'COMPLIANCE', 'RESERVE', 'RESIDUAL'] as const;
export type PublicRetirementPurpose = (typeof publicRetirementPurposes)[number];
const PublicRetirementPurposeEnum = enumOf(publicRetirementPurposes);
registerEnumType(PublicRetirementPurposeEnum, {
  name: 'PublicRetirementPurpose',
  description: 'What a certificate was retired for; never by whom or in whose name.',
  valuesConfig: {
    VOLUNTARY: { description: 'By its owner, of its own accord.' },
    COMPLIANCE: { description: 'For the obligation of an electricity supplier.' },
    RESERVE: { description: 'Out of a reserve sub-account.' },
    RESIDUAL: { description: 'To the residual mix, when its trading year was closed.' },
  },
});

@ObjectType({ description: 'Where a certificate comes from, as far as it tells of nobody.' })
export class PublicProvenance {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'MWh that its asset reported to the NEPOOL GIS for the month and programme; null where withheld.',
  })
  reportedMwh!: string | null;

  @Field(() => Boolean, {
    description:
      'true: the MWh are not published. They, or what they leave over of the public sums of towns and programmes, would be of fewer systems than `minimum-published-systems`.',
  })
  withheld!: boolean;

  @Field(() => Int, { description: 'Revision of the issuance: more than 1 when the month was issued anew.' })
  revision!: number;

  @Field(() => String, {
    description: 'SHA-256 of the unit of the hash chain that minted it, hexadecimal: its holder sees the same.',
  })
  unitHash!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file by which its quarter was reported to the NEPOOL GIS, hexadecimal.',
  })
  gisReportSha256!: string | null;
}

@ObjectType({ description: 'A certificate as everybody may see it: never who holds it, held it, or used it.' })
export class PublicCertificate {
  @Field(() => ID, { description: 'Its serial number as the market shows it: `4086133 - 24`.' })
  serialNumber!: string;

  @Field(() => String, { description: 'Its permalink on this server.' })
  path!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => MonthScalar, { description: 'Its vintage: the month in which the electricity was generated.' })
  vintageMonth!: Month;

  @Field(() => QuarterScalar, { description: 'The generation quarter with which it was issued.' })
  quarter!: Quarter;

  @Field(() => DateScalar, { description: 'Day on which it was minted.' })
  mintedOn!: LocalDate;

  @Field(() => ID, {
    nullable: true,
    description:
      'The asset at the NEPOOL GIS that generated it. null: the asset is of fewer systems than `minimum-published-systems`, and one of them belongs to a person, or to nobody on record; how many serial numbers it has would tell what a home produced.',
  })
  gisId!: string | null;

  @Field(() => PublicCertificateStateEnum, { description: 'Where it is.' })
  state!: PublicCertificateState;

  @Field(() => PublicRetirementPurposeEnum, { nullable: true, description: 'What it was retired for; else null.' })
  retiredFor!: PublicRetirementPurpose | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was retired; else null.' })
  retiredOn!: LocalDate | null;

  @Field(() => PublicProvenance, { description: 'Where it comes from.' })
  provenance!: PublicProvenance;
}
