import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import {
  type CalendarEvent,
  type CalendarEventKind,
  programmeCalendar,
  upcomingEvents,
} from '../domain/programme-calendar.js';
import { localDateOf } from '../domain/time-zone.js';
import { CalendarEventKindEnum, CalendarEventType } from './calendar.type.js';

/** The most events that one question about what comes next is answered with. */
const mostUpcoming = 50;

/** The programme's calendar, the same for everybody: in both schemas. */
@Resolver()
export class CalendarResolver {
  @Query(() => [CalendarEventType], {
    description:
      "The programme's calendar of a year, in order of the first day: everything that begins or ends in it, and nothing before 2010, when the Solar Carve-Out began. As a file: `GET /public/calendar/<year>.ics`, from 2010 on. BAD_USER_INPUT outside 1901 to 2198.",
  })
  programmeCalendar(@Arg('year', () => Int, { description: 'The calendar year.' }) year: number): CalendarEvent[] {
    return programmeCalendar(year);
  }

  @Query(() => [CalendarEventType], {
    description: `What is under way or comes next, the soonest last day first; of this year and the next. BAD_USER_INPUT: \`first\` not 1 to ${mostUpcoming}.`,
  })
  upcomingDates(
    @Arg('first', () => Int, { defaultValue: 10, description: `How many at most, 1 to ${mostUpcoming}.` })
    first: number,
    @Arg('kinds', () => [CalendarEventKindEnum], { nullable: true, description: 'Only these; absent: all.' })
    kinds: CalendarEventKind[] | null,
    @Ctx() { now }: Context,
  ): CalendarEvent[] {
    if (first < 1 || first > mostUpcoming) {
      throw new Refusal('BAD_USER_INPUT', `\`first\` is ${first}; it must be 1 to ${mostUpcoming}.`, {
        field: 'first',
        value: first,
        maximum: mostUpcoming,
      });
    }
    return upcomingEvents(localDateOf(now), first, kinds ?? undefined);
  }
}
