import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ConfidenceEnum } from '../boundary/confidence.js';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { type CalendarEvent, type CalendarEventKind, calendarEventKinds } from '../domain/programme-calendar.js';
import type { Confidence } from '../domain/rules/dated-table.js';

export const CalendarEventKindEnum = enumOf(calendarEventKinds);
registerEnumType(CalendarEventKindEnum, {
  name: 'CalendarEventKind',
  description: "What happens on a day or in a period of the programme's calendar.",
  valuesConfig: {
    REPORTING_WINDOW: { description: 'Readings of a month are made and submitted.' },
    UPLOAD: { description: 'Production of a quarter is reported to the NEPOOL GIS.' },
    MINT: { description: 'Certificates of a quarter are minted.' },
    TRADING_PERIOD: { description: 'Certificates of a quarter are traded.' },
    QUALIFICATION_FILING: {
      description: 'Last day on which an application takes effect in its quarter of operation.',
    },
    AUCTION_DEPOSITS: { description: 'The auction account takes certificates of the year before.' },
    TRADING_CLOSE: { description: 'The trading year of the year before closes.' },
    COMPLIANCE_FILING: { description: 'Retail electricity suppliers file for the year before.' },
    AUCTION: { description: 'Latest day of the auction of the year before.' },
    MINIMUM_STANDARD: { description: 'Latest day on which the Minimum Standard is announced.' },
  },
});

@ObjectType('CalendarEvent', {
  description: "A day or period of the programme's calendar. Weekends and holidays move nothing.",
})
export class CalendarEventType implements CalendarEvent {
  @Field(() => ID, { description: 'Stable: what happens, and what it is about, e.g. `mint/2017-Q3`.' })
  id!: string;

  @Field(() => CalendarEventKindEnum, { description: 'What happens.' })
  kind!: CalendarEventKind;

  @Field(() => String, { description: 'The month, quarter or year that it is about.' })
  about!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  firstOn!: LocalDate;

  @Field(() => DateScalar, { description: 'Last day, inclusive; of a single day the same.' })
  lastOn!: LocalDate;

  @Field(() => String, { description: 'What happens, in a sentence.' })
  title!: string;

  @Field(() => String, { description: 'Whom it concerns.' })
  concerns!: string;

  @Field(() => String, { description: 'Where the day comes from.' })
  source!: string;

  @Field(() => ConfidenceEnum, { description: 'How sure it is; INFERRED: an assumption, nothing is decided by it.' })
  confidence!: Confidence;
}
