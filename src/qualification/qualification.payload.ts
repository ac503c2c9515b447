import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { QualificationFlagEnum } from './qualification.type.js';
import type { QualificationFlag } from './qualification-flags.js';

@ObjectType({ implements: MutationPayload, description: 'The statement granted.' })
export class GrantQualificationPayload extends MutationPayload {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ID, { description: 'The statement. In a dry run the id is not kept.' })
  statementId!: string;

  @Field(() => QuarterScalar, { nullable: true, description: 'Last quarter of the opt-in term; null: Class I.' })
  lastEligibleQuarter!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From when on the system goes on as RPS Class I, by a statement that was written with this one.',
  })
  classIFrom!: LocalDate | null;

  @Field(() => [QualificationFlagEnum], { description: "What today's rules would not have given." })
  flags!: QualificationFlag[];
}
