import { Field, Int, ObjectType } from 'type-graphql';
import { QuarterScalar } from '../boundary/scalars.js';
import type { Quarter } from '../domain/quarter.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { QuarterTotals } from './issuance.type.js';

@ObjectType({ implements: MutationPayload, description: 'The quarter reported to the GIS; the report is frozen.' })
export class ReportQuarterPayload extends MutationPayload {
  @Field(() => QuarterScalar, { description: 'The quarter.' })
  quarter!: Quarter;

  @Field(() => Int, { description: 'Lines of the file: one for each NON asset and month.' })
  lineCount!: number;

  @Field(() => String, { description: 'SHA-256 of the file, in hex. In a dry run nothing is kept.' })
  sha256!: string;

  @Field(() => QuarterTotals, { description: 'Sums over all assets, as reported.' })
  totals!: QuarterTotals;
}

@ObjectType({ implements: MutationPayload, description: 'The quarter issued.' })
export class IssueQuarterPayload extends MutationPayload {
  @Field(() => QuarterScalar, { description: 'The quarter.' })
  quarter!: Quarter;

  @Field(() => QuarterTotals, { description: 'Sums over all assets.' })
  totals!: QuarterTotals;
}

@ObjectType({ implements: MutationPayload, description: 'The certificates retired.' })
export class RetireCertificatesPayload extends MutationPayload {
  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => [String], { description: 'Their serial numbers, adjacent ranges joined.' })
  ranges!: string[];
}
