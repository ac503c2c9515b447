import ICAL from 'ical.js';
import { programmeCalendar } from '../../src/domain/programme-calendar.js';
import { calendarFile } from '../../src/publication/calendar-file.js';

/** The file of a year that has one. */
function fileOf(year: number): string {
  const text = calendarFile(year);
  if (text === null) throw new RangeError(`no file of ${year}`);
  return text;
}

/** The events of a file, as an independent parser reads them. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    const stamp = component.getFirstPropertyValue('dtstamp');
    return { event, stamp: String(stamp), allDay: event.startDate.isDate && event.endDate.isDate };
  });
}

test.each([2010, 2017, 2020, 2198])(
  '%i, read by another parser: every event with its days, text and stable id',
  year => {
    const events = parsed(fileOf(year));
    const days = Object.fromEntries(
      programmeCalendar(year).map(({ id, firstOn, lastOn, title }) => [
        `${id}@production-tracking-system`,
        [firstOn, lastOn, title],
      ]),
    );
    expect(events).toHaveLength(Object.keys(days).length);
    for (const { event, stamp, allDay } of events) {
      const last = event.endDate.clone();
      last.adjust(-1, 0, 0, 0);
      expect([event.startDate.toString(), last.toString(), event.summary]).toEqual(days[event.uid]);
      expect(allDay).toBe(true);
      expect(stamp).toBe(`${year}-01-01T00:00:00Z`);
      expect(event.description).toMatch(/^Concerns: .+\.\nSource: .+ \((PROGRAM|FOUND|INFERRED)\)\.$/);
    }
  },
);

test('lines end with CR LF and have at most 75 octets; long ones are folded', () => {
  const text = fileOf(2017);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const sizes = text.split('\r\n').map(line => Buffer.byteLength(line));
  expect(Math.max(...sizes)).toBe(75);
  expect(text).toMatch(/\r\n [^ ]/);
});

test('the same year is the same file', () => {
  expect(fileOf(2017)).toBe(fileOf(2017));
});

test('before the programme began there is no file, since a calendar without an event is none', () => {
  for (const year of [1901, 2008]) expect([programmeCalendar(year), calendarFile(year)]).toEqual([[], null]);
  expect(() => calendarFile(2199)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});
