import { csvLine } from '../boundary/csv.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import { outcomeOf } from './outcomes.js';
import type { StoredOutcome } from './upload.entity.js';

const columns = [
  'index',
  'key',
  'status',
  'readingId',
  'month',
  'productionKwh',
  'estimated',
  'flags',
  'code',
  'message',
  'expected',
] as const satisfies readonly (keyof ReadingOutcome)[];

type Status = ReadingOutcome['status'];

/** The formats of a file of outcomes: what it is called on the wire, its first line, and how a row is written. */
export const outcomeFormats = {
  jsonl: { mediaType: 'application/x-ndjson; charset=utf-8', head: '', line: jsonLineOf },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', head: `${columns.join(',')}\r\n`, line: csvLineOf },
} as const;
export type OutcomeFormat = keyof typeof outcomeFormats;

/** What became of rows as a file, a batch at a time. `statuses` null: all rows. */
export async function* outcomeFile(
  format: OutcomeFormat,
  batches: AsyncIterable<readonly StoredOutcome[]>,
  statuses: readonly Status[] | null = null,
): AsyncGenerator<string> {
  const { head, line } = outcomeFormats[format];
  if (head !== '') yield head;
  for await (const batch of batches) {
    const wanted = statuses ? batch.filter(({ status }) => statuses.includes(status)) : batch;
    if (wanted.length > 0) yield wanted.map(outcome => line(outcomeOf(outcome))).join('');
  }
}

function jsonLineOf(outcome: ReadingOutcome): string {
  return `${JSON.stringify(outcome, [...columns])}\n`;
}

/** RFC 4180; flags are parted by spaces. */
function csvLineOf(outcome: ReadingOutcome): string {
  return csvLine(
    columns.map(column => ({
      value: column === 'flags' ? outcome.flags.join(' ') : outcome[column],
      written: typeof outcome[column] === 'string',
    })),
  );
}
