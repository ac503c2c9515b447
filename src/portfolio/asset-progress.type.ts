import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../boundary/page.js';
import { DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { ProgramEnum } from '../qualification/qualification.type.js';

@ObjectType({ description: 'How far an asset has come towards its next certificate of a programme.' })
export class ProgramProgress {
  assetId!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => MonthScalar, { nullable: true, description: 'The last month that is reported; null: none yet.' })
  lastMonth!: Month | null;

  @Field(() => DecimalScalar, {
    description:
      'The fraction in MWh with which that month closed: what is on the way to the next certificate. Below zero: a debit.',
  })
  carryMwh!: string;

  @Field(() => DecimalScalar, {
    description:
      'Production in force of quarters that are not reported yet, as far as it is eligible, times its factor, in MWh.',
  })
  unissuedMwh!: string;

  @Field(() => Int, {
    description:
      'Certificates to expect of both together: the whole part. Before the roundings of issuance and the adjustments that wait, and unless something hinders it (meter, terms).',
  })
  expectedCertificates!: number;

  @Field(() => Int, { description: 'Certificates minted so far, by the issuances that stand.' })
  mintedCertificates!: number;
}

@ObjectType({ description: 'An asset and how far it has come.' })
export class AssetProgress {
  @Field(() => String, { description: 'Its id at the GIS, e.g. `NON107878`.' })
  gisId!: string;

  id!: string;
}

export const AssetProgressConnection = connectionOf(AssetProgress, 'AssetProgress');
