import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** First day of commercial operation for SREC II. Source: domain 6. */
export const srecIIOperatingFrom: DatedTable<LocalDate> = {
  name: 'srec-ii-operation',
  description: 'First day of commercial operation with which a unit may enter SREC II.',
  unit: 'date',
  rows: [
    {
      from: null,
      to: null,
      value: '2013-01-01' as LocalDate,
      source: 'domain 6: mass.gov, about Solar Carve-Out II',
      confidence: 'FOUND',
    },
  ],
  text: day => day,
};

/** Whether SREC I takes an application that is filed on a day. Source: domain 6; program/003. */
export const intakeOfSrecI: DatedTable<'OPEN' | 'CLOSED'> = {
  name: 'srec-i-intake',
  description: 'Whether an application for SREC I that is filed on a day is accepted.',
  unit: 'state by day of filing',
  rows: [
    { from: null, to: '2014-04-25' as LocalDate, value: 'OPEN', source: 'domain 6: mass.gov', confidence: 'FOUND' },
    {
      from: '2014-04-26' as LocalDate,
      to: null,
      value: 'CLOSED',
      source: 'domain 6: applications until 2014-04-25; program/003: no new applications',
      confidence: 'FOUND',
    },
  ],
  text: state => state,
};

/** From when on a solar carve-out was in force: no statement takes effect earlier. */
export interface ProgramStart {
  readonly program: 'SREC_I' | 'SREC_II';
  readonly on: LocalDate;
}

/** First days of the solar carve-outs. Source: program/003; domain 1.1 and 6. */
export const programStarts: DatedTable<ProgramStart> = {
  name: 'program-starts',
  description: 'First day of a solar carve-out: no statement of qualification takes effect before it.',
  unit: 'date by programme',
  rows: [
    {
      from: null,
      to: null,
      value: { program: 'SREC_I', on: '2010-01-01' as LocalDate },
      source: 'program/003: start date of the Solar Carve-Out Program',
      confidence: 'PROGRAM',
    },
    {
      from: null,
      to: null,
      value: { program: 'SREC_II', on: '2014-04-25' as LocalDate },
      source: 'domain 1.1 and 6: mass.gov, effective 2014-04-25',
      confidence: 'FOUND',
    },
  ],
  text: start => `${start.program} ${start.on}`,
};

/** Until when an application must be filed to take effect in a quarter of operation. */
export interface FilingDeadline {
  /** Quarter of the year in which the unit began to operate, 1 to 4. */
  readonly quarterOfYear: number;
  /** Months after the quarter's last, and day of that month. */
  readonly monthsAfter: number;
  readonly day: number;
}

/** Filing deadlines by quarter of operation. Source: domain 6. */
export const filingDeadlines: DatedTable<FilingDeadline> = {
  name: 'rps-filing-deadlines',
  description: 'Last day on which an application for a solar carve-out takes effect in the quarter of operation.',
  unit: 'day by quarter of operation',
  rows: [
    filingDeadline(1, 'domain 6: Q1 to May 15', 'FOUND'),
    filingDeadline(2, 'domain 6: Q2 to August 15', 'FOUND'),
    filingDeadline(3, 'domain 6: Q3 to November 15, as the others go', 'INFERRED'),
    filingDeadline(4, 'domain 6: Q4 to February 15', 'FOUND'),
  ],
  text: ({ quarterOfYear, monthsAfter, day }) =>
    `Q${quarterOfYear}: day ${day} of month ${monthsAfter} after the quarter`,
};

/** Earliest day on which a unit whose opt-in term is over goes on as RPS Class I. Source: domain 6. */
export const classIAfterTerm: DatedTable<LocalDate> = {
  name: 'class-i-after-term',
  description: 'Earliest day from which a unit goes on as RPS Class I after its opt-in term.',
  unit: 'date',
  rows: [
    {
      from: null,
      to: null,
      value: '2022-01-01' as LocalDate,
      source: 'domain 6: 225 CMR 14.06(3)(f)',
      confidence: 'FOUND',
    },
  ],
  text: day => day,
};

function filingDeadline(quarterOfYear: number, source: string, confidence: 'FOUND' | 'INFERRED') {
  return { from: null, to: null, value: { quarterOfYear, monthsAfter: 2, day: 15 }, source, confidence };
}
