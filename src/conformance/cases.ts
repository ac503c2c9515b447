import type { RefusalCode } from '../domain/error.js';
import type { ConformanceCase } from './conformance-case.js';
import { special } from './fleet.js';
import { mendedCases } from './mended-cases.js';
import { carriedOut, isStored, type RecordedCall } from './recorded-call.js';

/** Changes whenever a case is added or asks for something else. */
export const caseListVersion = 1;

/** Rows that make a bulk. */
const bulkRows = 500;

function firstOf(calls: readonly RecordedCall[], passes: (call: RecordedCall) => boolean): number | null {
  return calls.find(passes)?.sequence ?? null;
}

/** Passed by the first call that follows on an earlier one. */
function following(
  calls: readonly RecordedCall[],
  isFirst: (call: RecordedCall) => boolean,
  follows: (call: RecordedCall, first: RecordedCall) => boolean,
): number | null {
  const firsts = calls.filter(isFirst);
  return firstOf(calls, call => firsts.some(first => first.sequence < call.sequence && follows(call, first)));
}

const reused: RefusalCode = 'IDEMPOTENCY_KEY_REUSED';

/** The cases of the list, in the order in which a provider would go through them. */
export const conformanceCases: readonly ConformanceCase[] = [
  {
    id: 'accept-one',
    title: 'One reading',
    whatToDo: 'Move the clock into a reporting window and submit one reading of one system.',
    whatIsChecked: 'A call of exactly one row, and the row ACCEPTED.',
    passedBy: calls =>
      firstOf(calls, call => carriedOut(call) && call.rows.length === 1 && call.rows[0]?.status === 'ACCEPTED'),
  },
  {
    id: 'accept-bulk',
    title: `A bulk of ${bulkRows}`,
    whatToDo: `Submit at least ${bulkRows} readings in one call, each row with a key of your own.`,
    whatIsChecked: 'Every row ACCEPTED, or superseding, and no key twice.',
    passedBy: calls =>
      firstOf(
        calls,
        call =>
          carriedOut(call) &&
          call.rows.length >= bulkRows &&
          call.rows.every(row => row.key !== null && isStored(row)) &&
          new Set(call.rows.map(row => row.key)).size === call.rows.length,
      ),
  },
  {
    id: 'dry-run',
    title: 'Tried before it is done',
    whatToDo: 'Submit with `dryRun: true` (a file: `?dryRun=true`); then submit the same content really.',
    whatIsChecked: 'A dry run with a row that would be stored, later the same content carried out and stored.',
    passedBy: calls =>
      following(
        calls,
        call => call.kind === 'SUBMIT' && call.dryRun && call.code === null && call.rows.some(isStored),
        (call, first) => carriedOut(call) && call.content === first.content && call.rows.some(isStored),
      ),
  },
  {
    id: 'retry',
    title: 'Sent again under the same key',
    whatToDo:
      'Behave as if the answer to a submission had been lost: send it again, same content, same `idempotencyKey` (a file: the header).',
    whatIsChecked:
      'A call that was answered from the stored result (`replayed: true`; a file: `replayedRows`), with a row that was stored.',
    passedBy: calls => firstOf(calls, call => carriedOut(call) && call.replayed && call.rows.some(isStored)),
  },
  {
    id: 'new-key-for-new-content',
    title: 'A key that was used for something else',
    whatToDo: 'Send other content under a key that you used; take the refusal, and send it under a key of its own.',
    whatIsChecked: 'A call refused with IDEMPOTENCY_KEY_REUSED, later the same content stored under another key.',
    passedBy: calls =>
      following(
        calls,
        call => call.kind === 'SUBMIT' && !call.dryRun && call.code === reused,
        (call, first) =>
          carriedOut(call) && call.content === first.content && call.key !== first.key && call.rows.some(isStored),
      ),
  },
  {
    id: 'duplicate',
    title: 'The same reading twice',
    whatToDo: 'Submit a reading that is in force already under another key, and take DUPLICATE for what it is: done.',
    whatIsChecked: 'A row DUPLICATE in a call that was not answered from a stored result.',
    passedBy: calls =>
      firstOf(calls, call => carriedOut(call) && !call.replayed && call.rows.some(row => row.status === 'DUPLICATE')),
  },
  {
    id: 'correction',
    title: 'A correction inside the window',
    whatToDo: 'Submit another value for a meter and month that you reported, while the window is open.',
    whatIsChecked: 'A row SUPERSEDES.',
    passedBy: calls => firstOf(calls, call => carriedOut(call) && call.rows.some(row => row.status === 'SUPERSEDES')),
  },
  {
    id: 'next-month',
    title: 'Month after month',
    whatToDo: 'Move the clock into the next reporting window and report the same meter again.',
    whatIsChecked: 'Rows of one meter stored for two months, the later one after the earlier.',
    passedBy: calls => {
      const stored = calls
        .filter(carriedOut)
        .flatMap(({ sequence, rows }) =>
          rows.filter(isStored).map(row => ({ sequence, meter: row.ptsId, month: row.month ?? '' })),
        );
      const first = new Map<string, string>();
      for (const { sequence, meter, month } of stored) {
        const earlier = first.get(meter);
        if (earlier !== undefined && earlier < month) return sequence;
        first.set(meter, month);
      }
      return null;
    },
  },
  {
    id: 'replaced-meter',
    title: 'A meter that was replaced',
    whatToDo: 'Report the system whose meter was replaced, by what the new meter shows.',
    whatIsChecked: 'A row of that system stored: counted on from the old meter, it would be above nameplate.',
    passedBy: calls =>
      firstOf(
        calls,
        call => carriedOut(call) && call.rows.some(row => isStored(row) && row.ptsId.endsWith(`-${special.replaced}`)),
      ),
  },
  {
    id: 'receipt',
    title: 'The receipt is read',
    whatToDo:
      'Read the receipt of a submission (`conformanceRun { call(idempotencyKey:) }`; of a file `GET /uploads/<id>`) and send the code in it back by `confirmConformanceReceipt`.',
    whatIsChecked: 'A code that is in the receipt alone.',
    passedBy: calls => firstOf(calls, call => call.kind === 'RECEIPT'),
  },
  ...mendedCases,
];
