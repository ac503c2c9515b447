import type { RefusalCode } from '../domain/error.js';
import type { ConformanceCase } from './conformance-case.js';
import { carriedOut, isStored, type RecordedCall } from './recorded-call.js';

/** A refusal of a row that is provoked, and how a good client comes out of it. */
interface Provocation {
  readonly code: RefusalCode;
  readonly title: string;
  readonly provoke: string;
  readonly mend: string;
  /** Whether what is stored in the end is of the meter that was refused. */
  readonly sameMeter: boolean;
}

const provocations: readonly Provocation[] = [
  {
    code: 'OUTSIDE_REPORTING_WINDOW',
    title: 'No window is open',
    provoke:
      'submit while no reporting window is open (a run begins so), or a reading that was not made in the open one',
    mend: 'move the clock into the window, or read anew',
    sameMeter: true,
  },
  {
    code: 'READING_IN_FUTURE',
    title: 'Read before it is submitted',
    provoke: 'submit a reading dated after the clock of the run',
    mend: 'wait (move the clock), or date it right',
    sameMeter: true,
  },
  {
    code: 'NOT_REPRESENTED',
    title: 'A system of somebody else',
    provoke: 'submit for a PTS id, or a meter label, that is not among the systems of the run',
    mend: 'name the system that was meant',
    sameMeter: false,
  },
  {
    code: 'MONTH_ROW_REPEATED',
    title: 'A meter twice in one call',
    provoke: 'submit two rows for one meter in a call',
    mend: 'send the second row for the meter that it was of, or as a correction in a call of its own',
    sameMeter: false,
  },
  {
    code: 'BAD_USER_INPUT',
    title: 'A value that is none',
    provoke: 'submit a value below zero or with more than three decimals',
    mend: 'send it rounded, or read anew',
    sameMeter: true,
  },
  {
    code: 'READING_NOT_AFTER_PREVIOUS',
    title: 'Earlier than the meter',
    provoke: 'report the new system by a reading of the reporting window that was made before its meter was installed',
    mend: 'date it right',
    sameMeter: true,
  },
  {
    code: 'METER_DECREASE',
    title: 'A meter that ran backwards',
    provoke: 'submit a value below that of the month before',
    mend: 'send the right one',
    sameMeter: true,
  },
  {
    code: 'ABOVE_NAMEPLATE',
    title: 'More than it can produce',
    provoke: 'submit a value that is more than a system of 10 kW makes in the time',
    mend: 'send the right one',
    sameMeter: true,
  },
  {
    code: 'REVENUE_GRADE_METER_REQUIRED',
    title: 'A display instead of a meter',
    provoke: 'report the system that reads from a display in April 2024',
    mend: 'have a meter set up: in the window of May 2024 there is one',
    sameMeter: true,
  },
  {
    code: 'MONTH_ALREADY_ISSUED',
    title: 'Too late for a month',
    provoke: 'report the system whose April 2024 is issued in the window of April 2024',
    mend: 'leave it to staff, and report the next month',
    sameMeter: true,
  },
  {
    code: 'REFUSED_WITH_OTHERS',
    title: 'All or none',
    provoke: 'submit with `mode: ATOMIC` (a file: `?mode=atomic`) a good row beside one that is refused',
    mend: 'mend the other and send both again',
    sameMeter: true,
  },
];

/** A case for each refusal of a row that an approved provider can meet: provoked, then mended under the row's own key. */
export const mendedCases: readonly ConformanceCase[] = provocations.map(
  ({ code, title, provoke, mend, sameMeter }) => ({
    id: `mend-${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    whatToDo: `With a \`key\` of your own on the row, ${provoke}; then ${mend}, and send it again under the same \`key\`.`,
    whatIsChecked: `A row refused with ${code}, in a later call a row of the same key${sameMeter ? ' and meter' : ''} stored.`,
    passedBy: calls => mendedBy(calls, code, sameMeter),
  }),
);

function mendedBy(calls: readonly RecordedCall[], code: RefusalCode, sameMeter: boolean): number | null {
  const refused = new Set<string>();
  const nameOf = ({ key, ptsId, meterLabel }: { key: string | null; ptsId: string; meterLabel: string }) =>
    JSON.stringify(sameMeter ? [key, ptsId, meterLabel] : [key]);
  for (const call of calls.filter(carriedOut)) {
    if (call.rows.some(row => row.key !== null && isStored(row) && refused.has(nameOf(row)))) return call.sequence;
    for (const row of call.rows) if (row.key !== null && row.code === code) refused.add(nameOf(row));
  }
  return null;
}
