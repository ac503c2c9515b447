import { mintDatesOf } from './calendar.js';
import { Refusal } from './error.js';
import type { LocalDate } from './local-date.js';
import { addMonths, type Month, monthOf } from './month.js';
import { addQuarters, firstMonthOf, type Quarter, quarterOfDate } from './quarter.js';
import { windowOf } from './reporting-window.js';
import { filingDeadlineOf } from './rps-effective-date.js';
import { type Confidence, rowsOn } from './rules/dated-table.js';
import { mintCalendar } from './rules/mint-calendar.js';
import { type ProgrammeDate, programmeDates } from './rules/programme-dates.js';
import { programStarts } from './rules/qualification-dates.js';
import { reportingWindowDays } from './rules/reporting.js';
import { srecIIIntake } from './rules/srec-ii-intake.js';

export const calendarEventKinds = [
  'REPORTING_WINDOW',
  'UPLOAD',
  'MINT',
  'TRADING_PERIOD',
  'QUALIFICATION_FILING',
  'AUCTION_DEPOSITS',
  'TRADING_CLOSE',
  'COMPLIANCE_FILING',
  'AUCTION',
  'MINIMUM_STANDARD',
] as const;
export type CalendarEventKind = (typeof calendarEventKinds)[number];

/** A day or period of the programme, first and last day inclusive. `about` is the month, quarter or year that it concerns. */
export interface CalendarEvent {
  /** Stable: kind and what it is about. */
  readonly id: string;
  readonly kind: CalendarEventKind;
  readonly about: string;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly title: string;
  readonly concerns: string;
  readonly source: string;
  readonly confidence: Confidence;
}

type Place = Pick<CalendarEvent, 'source' | 'confidence'>;

/** The years that a calendar may be asked for: those of calendar days, with room for what lies beside them. */
const years = { first: 1901, last: 2198 };

/**
 * The programme's calendar of a year: everything that begins or ends in it, in order of its first day; nothing before the Solar
 * Carve-Out began. Weekends and holidays move nothing. What rests on an inferred rule has confidence INFERRED and says so.
 *
 * Year -> events; BAD_USER_INPUT outside 1901 to 2198. Source: program/001, 003 and 004; domain 3, 4, 5.3 and 6.
 */
export function programmeCalendar(year: number): CalendarEvent[] {
  if (!Number.isInteger(year) || year < years.first || year > years.last) {
    throw new Refusal('BAD_USER_INPUT', `There is no calendar of the year ${year}.`, {
      field: 'year',
      value: year,
      ...years,
    });
  }
  const quarters = Array.from({ length: 7 }, (_, index) => addQuarters(`${year - 1}-Q2` as Quarter, index));
  const events = [
    ...Array.from({ length: 13 }, (_, index) => addMonths(`${year - 1}-12` as Month, index)).flatMap(windowEvent),
    ...quarters.flatMap(quarterEvents),
    ...quarters.flatMap(filingEvent),
    ...yearEvents(year),
  ];
  const touches = ({ firstOn, lastOn }: CalendarEvent) => yearOf(firstOn) === year || yearOf(lastOn) === year;
  return events.filter(touches).sort(inOrder);
}

/**
 * What is under way or comes next on a day, in the order of last days: at most `count` events of some kinds, or of all.
 *
 * Day -> events of this year and the next.
 */
export function upcomingEvents(
  on: LocalDate,
  count: number,
  kinds: readonly CalendarEventKind[] = calendarEventKinds,
): CalendarEvent[] {
  const year = yearOf(on);
  const events = [...programmeCalendar(year), ...programmeCalendar(year + 1)];
  const byId = new Map(events.map(each => [each.id, each]));
  return [...byId.values()]
    .filter(({ kind, lastOn }) => on <= lastOn && kinds.includes(kind))
    .sort((a, b) => (a.lastOn < b.lastOn ? -1 : 1))
    .slice(0, count);
}

function windowEvent(month: Month): CalendarEvent[] {
  if (month < monthOf(beginning())) return [];
  const { firstDay, lastDay } = windowOf(month);
  const title = `Production of ${month} is read and reported`;
  const [place = unplaced] = rowsOn(reportingWindowDays, lastDay);
  return [event('REPORTING_WINDOW', month, firstDay, lastDay, title, 'System Representatives', place)];
}

function quarterEvents(quarter: Quarter): CalendarEvent[] {
  if (firstMonthOf(quarter) < monthOf(beginning())) return [];
  const { uploadDate, mintDate, tradingPeriodEnd } = mintDatesOf(quarter);
  const [minted = unplaced] = rowsOn(mintCalendar, mintDate);
  const traded = { source: 'domain 4: trading periods of the NEPOOL GIS', confidence: 'FOUND' } as const;
  const on = (kind: CalendarEventKind, day: LocalDate, title: string, concerns: string) =>
    event(kind, quarter, day, day, title, concerns, minted);
  const period = `Certificates of ${quarter} are traded`;
  const closes = `The trading year of ${quarter.slice(0, 4)} closes: what lies in no retail or reserve sub-account and was not deposited is retired`;
  const traders = 'REC Owners, Retail Electricity Suppliers, brokers';
  return [
    on('UPLOAD', uploadDate, `Production of ${quarter} is reported to the NEPOOL GIS`, 'staff'),
    on('MINT', mintDate, `Certificates of ${quarter} are minted at the NEPOOL GIS`, 'staff, REC Owners'),
    event('TRADING_PERIOD', quarter, mintDate, tradingPeriodEnd, period, traders, traded),
    ...(quarter.endsWith('Q4')
      ? [event('TRADING_CLOSE', quarter.slice(0, 4), tradingPeriodEnd, tradingPeriodEnd, closes, traders, traded)]
      : []),
  ];
}

/** Statements are filed for by quarter of operation, from the first of the carve-outs until the last took nobody in any more. */
function filingEvent(quarter: Quarter): CalendarEvent[] {
  const closed = srecIIIntake.rows.find(row => row.value === 'CLOSED')?.from;
  if (quarter < quarterOfDate(beginning()) || (closed && quarter > quarterOfDate(closed))) return [];
  const { on, source, confidence } = filingDeadlineOf(quarter);
  const assumed = confidence === 'INFERRED' ? ' (assumed: no source names this day)' : '';
  const title = `Last day to file for a statement of qualification that takes effect in ${quarter}${assumed}`;
  return [event('QUALIFICATION_FILING', quarter, on, on, title, 'System Owners, REC Owners', { source, confidence })];
}

const yearly: Readonly<Record<ProgrammeDate['event'], { title: (year: number) => string; concerns: string }>> = {
  AUCTION_DEPOSITS: {
    title: year => `The Solar Credit Clearinghouse Auction account takes certificates of ${year}`,
    concerns: 'REC Owners',
  },
  COMPLIANCE_FILING: {
    title: year => `Compliance filings for ${year} are due`,
    concerns: 'Retail Electricity Suppliers',
  },
  AUCTION: {
    title: year =>
      `The auction of certificates of ${year} is held no later than this day; a round that does not clear is followed by another within three business days`,
    concerns: 'REC Owners, bidders',
  },
  MINIMUM_STANDARD: {
    title: () => 'The Minimum Standard is announced no later than this day',
    concerns: 'DOER, Retail Electricity Suppliers',
  },
};

/** What the programme dates by the year itself is about the year before; the Minimum Standard is announced from the first year on. */
function yearEvents(year: number): CalendarEvent[] {
  return rowsOn(programmeDates, `${year}-01-01` as LocalDate).flatMap(row => {
    const { event: kind, firstDay, lastDay } = row.value;
    const about = kind === 'MINIMUM_STANDARD' ? year : year - 1;
    if (about < yearOf(beginning())) return [];
    const { title, concerns } = yearly[kind];
    const day = (monthDay: string) => `${year}-${monthDay}` as LocalDate;
    return [event(kind, String(about), day(firstDay), day(lastDay), title(about), concerns, row)];
  });
}

function event(
  kind: CalendarEventKind,
  about: string,
  firstOn: LocalDate,
  lastOn: LocalDate,
  title: string,
  concerns: string,
  { source, confidence }: Place,
): CalendarEvent {
  const id = `${kind.toLowerCase().replaceAll('_', '-')}/${about}`;
  return { id, kind, about, firstOn, lastOn, title, concerns, source, confidence };
}

const unplaced: Place = { source: 'none', confidence: 'INFERRED' };

/** The day on which the first of the carve-outs began. Source: program/003. */
function beginning(): LocalDate {
  const [first] = programStarts.rows.map(row => row.value.on).sort();
  if (first === undefined) throw new RangeError('no programme has begun');
  return first;
}

function inOrder(a: CalendarEvent, b: CalendarEvent): number {
  const key = ({ firstOn, lastOn, kind }: CalendarEvent) =>
    `${firstOn} ${lastOn} ${String(calendarEventKinds.indexOf(kind)).padStart(2, '0')}`;
  return key(a) < key(b) ? -1 : 1;
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
