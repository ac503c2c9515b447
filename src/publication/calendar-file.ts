import { addDays, type LocalDate } from '../domain/local-date.js';
import { type CalendarEvent, programmeCalendar } from '../domain/programme-calendar.js';

/** The longest line of a calendar file in octets, its end not counted. Source: RFC 5545, 3.1. */
const longestLine = 75;
const lineEnd = '\r\n';

/**
 * The programme's calendar of a year as an iCalendar file (RFC 5545): whole days, ids that stay, nothing of the clock in it, so the
 * same year is the same file, byte for byte, until a rule changes.
 *
 * Year -> text; null before the programme began, since a calendar has at least one event; BAD_USER_INPUT outside the years of calendars.
 * Source: RFC 5545, 3.6.
 */
export function calendarFile(year: number): string | null {
  const events = programmeCalendar(year);
  if (events.length === 0) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Production Tracking System//Programme calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:Production Tracking System ${year}`,
    ...events.flatMap(event => eventLines(event, year)),
    'END:VCALENDAR',
  ];
  return lines.map(line => folded(line) + lineEnd).join('');
}

/** The stamp of an event is the beginning of its year: it tells of no revision, for the rules carry their own dates. */
function eventLines(event: CalendarEvent, year: number): string[] {
  const { id, kind, firstOn, lastOn, title, concerns, source, confidence } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${id}@production-tracking-system`,
    `DTSTAMP:${year}0101T000000Z`,
    `DTSTART;VALUE=DATE:${compact(firstOn)}`,
    `DTEND;VALUE=DATE:${compact(addDays(lastOn, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(`Concerns: ${concerns}.\nSource: ${source} (${confidence}).`)}`,
    `CATEGORIES:${kind}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(day: LocalDate): string {
  return day.replaceAll('-', '');
}

/** Text as a value: what separates values, and line breaks, are escaped. Source: RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** A line cut into pieces of at most 75 octets, each but the first after a blank; no character is cut. */
function folded(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > longestLine) {
      pieces.push(' ');
      octets = 1;
    }
    pieces.push(`${pieces.pop()}${sign}`);
    octets += size;
  }
  return pieces.join(lineEnd);
}
