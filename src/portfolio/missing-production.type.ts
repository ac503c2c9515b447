import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, MonthScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';

@ObjectType({ description: 'A month of a system that has no production on record.' })
export class MissingProduction {
  systemId!: string;

  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => DateTimeScalar, { description: 'Until when it can be reported: the end of its reporting window.' })
  deadlineAt!: Date;

  @Field(() => Boolean, {
    description: 'true: the window is open. false: the next reading will spread over the month, as a share of it.',
  })
  open!: boolean;

  @Field(() => DateScalar, {
    description: 'Day on which its quarter is reported to the GIS: what is not on record then waits for staff.',
  })
  reportedToGisOn!: LocalDate;
}

export const MissingProductionConnection = connectionOf(MissingProduction, 'MissingProduction');
