import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar, QuarterScalar } from '../boundary/scalars.js';
import type { Quarter } from '../domain/quarter.js';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The quarter issued: sums over all assets.' })
export class IssueQuarterPayload extends MutationPayload {
  @Field(() => QuarterScalar, { description: 'The quarter.' })
  quarter!: Quarter;

  @Field(() => Int, { description: 'Assets with production in it.' })
  assets!: number;

  @Field(() => Int, { description: 'Issued months of assets and programmes.' })
  issuances!: number;

  @Field(() => DecimalScalar, { description: 'Eligible production in kWh.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported to the GIS in MWh.' })
  reportedMwh!: string;

  @Field(() => DecimalScalar, { description: 'Reported times factor in MWh.' })
  eligibleMwh!: string;

  @Field(() => DecimalScalar, { description: 'What the factors leave out, retired, in MWh.' })
  retiredRemainderMwh!: string;

  @Field(() => Int, { description: 'Certificates minted.' })
  certificates!: number;
}

@ObjectType({ implements: MutationPayload, description: 'The certificates retired.' })
export class RetireCertificatesPayload extends MutationPayload {
  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => [String], { description: 'Their serial numbers, adjacent ranges joined.' })
  ranges!: string[];
}
