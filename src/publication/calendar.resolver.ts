import { Arg, Int, Query, Resolver } from 'type-graphql';
import { type CalendarEvent, programmeCalendar } from '../domain/programme-calendar.js';
import { CalendarEventType } from './calendar.type.js';

/** The programme's calendar, the same for everybody: in both schemas. */
@Resolver()
export class CalendarResolver {
  @Query(() => [CalendarEventType], {
    description:
      "The programme's calendar of a year, in order of the first day: everything that begins or ends in it, and nothing before 2010, when the Solar Carve-Out began. As a file: `GET /public/calendar/<year>.ics`. BAD_USER_INPUT outside 1901 to 2198.",
  })
  programmeCalendar(@Arg('year', () => Int, { description: 'The calendar year.' }) year: number): CalendarEvent[] {
    return programmeCalendar(year);
  }
}
