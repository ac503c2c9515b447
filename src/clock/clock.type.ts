import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../boundary/scalars.js';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ description: 'What time it is for the PTS.' })
export class Clock {
  @Field(() => DateTimeScalar, { description: 'The instant by which reporting windows and roles are judged.' })
  now!: Date;

  @Field(() => Boolean, { description: 'true: a sandbox, whose clock staff can set; false: real time.' })
  movable!: boolean;
}

@InputType({ description: 'How to set the sandbox clock; with neither value it goes back to real time.' })
export class SetClockInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'The instant that it is to be; it goes on from there.' })
  at?: Date | null;

  @Field(() => Int, { nullable: true, description: 'Hours by which to move it, back when negative.' })
  moveByHours?: number | null;
}

@ObjectType({ implements: MutationPayload, description: 'The clock set.' })
export class SetClockPayload extends MutationPayload {
  @Field(() => DateTimeScalar, { description: 'The instant that it was set to.' })
  now!: Date;
}
