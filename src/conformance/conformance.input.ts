import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../boundary/scalars.js';
import { SubmitReadingsInput } from '../metering/reading.input.js';
import type { ConfirmConformanceReceipt } from './confirm-receipt.js';
import type { MoveConformanceClock } from './move-clock.js';

@InputType({ description: 'A run of the conformance sandbox.' })
export class StartConformanceRunInput {
  @Field(() => String, { description: 'Your name for it, at most 200 characters.' })
  label!: string;
}

@InputType({
  description: 'Readings to be reported in a run of the sandbox: what `submitReadings` takes, and the run.',
})
export class SubmitConformanceReadingsInput extends SubmitReadingsInput {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;
}

@InputType({ description: 'Where the clock of a run is to stand.' })
export class MoveConformanceClockInput implements MoveConformanceClock {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => DateTimeScalar, { description: 'The instant; later than it stands, and at most a year after it began.' })
  to!: Date;
}

@InputType({ description: 'The code of a receipt that was read.' })
export class ConfirmConformanceReceiptInput implements ConfirmConformanceReceipt {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => ID, { description: 'The call, by the `id` in its receipt.' })
  callId!: string;

  @Field(() => String, { description: 'The `receiptCode` in it.' })
  receiptCode!: string;
}
