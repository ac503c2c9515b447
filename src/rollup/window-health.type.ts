import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar, MonthScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';

@ObjectType({ description: 'How many systems reported a month for the first time on a day.' })
export class WindowDay {
  @Field(() => DateScalar, { description: 'The day of the submission.' })
  on!: LocalDate;

  @Field(() => Int, { description: 'Systems that first reported on that day.' })
  systems!: number;

  @Field(() => Int, { description: 'Systems that had reported by the end of that day.' })
  reportedSystems!: number;
}

@ObjectType({ description: 'How far a reporter has come with a month.' })
export class WindowReporter {
  /** 0: systems that report by themselves. */
  dasProviderId!: string;

  @Field(() => Int, { description: 'Systems for which it is to report, or did.' })
  expectedSystems!: number;

  @Field(() => Int, { description: 'Systems for which it has reported.' })
  reportedSystems!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which a system was reported for the first time.',
  })
  lastReportedOn!: LocalDate | null;
}

@ObjectType({ description: 'The health of a reporting window: who has reported, day by day and reporter by reporter.' })
export class WindowHealth {
  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => DateTimeScalar, { description: 'When its window opens.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its window closes: the first instant outside.' })
  closesAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when every change is in it, by the real clock; at most a minute ago while a worker runs. null: never rolled up.',
  })
  asOf!: Date | null;

  @Field(() => Int, {
    description: 'Systems that are to report: with a meter, and a representative at the end of the month; or that did.',
  })
  expectedSystems!: number;

  @Field(() => Int, { description: 'Systems of which a reading of the month was submitted.' })
  reportedSystems!: number;

  @Field(() => Int, { description: 'Readings in force of the month that carry a flag of plausibility.' })
  flaggedReadings!: number;

  @Field(() => [WindowDay], { description: 'The days on which systems first reported.' })
  days!: readonly WindowDay[];

  @Field(() => [WindowReporter], {
    description: 'DAS providers, and together all systems that report by themselves; the largest first.',
  })
  reporters!: readonly WindowReporter[];
}
