import type { Json } from '../../api/support/ask.js';

export type Row = readonly [key: string, system: number, valueKwh: string, readAt?: string];

/** How a submission is sent; without a key it has one of its own. */
export interface Sending {
  readonly key?: string;
  readonly dryRun?: boolean;
  readonly mode?: 'PARTIAL' | 'ATOMIC';
}

/** What a call of rows gives: statuses or codes by the keys of the rows; or the code by which the whole call was refused. */
export type Answered = Readonly<Record<string, Json>> | Json;

/** A provider's client in a run of the sandbox, whatever its rows go in. */
export interface Client {
  submit(rows: readonly Row[], sending?: Sending): Promise<Answered>;
  moveTo(instant: string): Promise<unknown>;
  /** Reads the receipt of what was sent under a key. */
  receipt(key: string): Promise<{ readonly callId: string; readonly receiptCode: string }>;
  /** Sends the code of a receipt back; the code of the refusal, if it is one. */
  confirm(callId: string, receiptCode: string): Promise<string | undefined>;
  passed(): Promise<readonly string[]>;
}

const may = '2024-05-29T16:00:00Z';

/** What is known of a row before it is sent: as it is read when nothing else is said. */
export const readAtOf = ([, , , readAt = '2024-04-29T16:00:00Z']: Row) => readAt;

/** Before any window is open, and a reading of the future: refusals that a client may take for an end. */
export async function beginBadly({ submit, moveTo, passed }: Client): Promise<void> {
  expect(await passed()).toEqual([]);
  expect(await submit([['early', 1, '1700', '2024-04-20T15:00:00Z']])).toEqual({ early: 'OUTSIDE_REPORTING_WINDOW' });
  await moveTo('2024-04-30T16:00:00Z');
  expect(await submit([['late', 20, '1700', '2024-05-02T16:00:00Z']])).toEqual({ late: 'READING_IN_FUTURE' });
  expect(await submit([['x', 20, '1700']], { dryRun: true })).toEqual({ x: 'ACCEPTED' });
  expect(await passed()).toEqual([]);
}

/** Mends all that, and does everything right besides: every case passes, by the very last call. */
export async function doEverythingRight(client: Client): Promise<void> {
  const { submit, moveTo, receipt, confirm, passed } = client;
  expect(await submit([['early', 1, '1700']])).toEqual({ early: 'ACCEPTED' });
  const wrong: readonly Row[] = [
    ['late', 20, '1700', '2024-05-02T16:00:00Z'],
    ['none', 999, '1700'],
    ['first', 3, '1700'],
    ['second', 3, '1750'],
    ['bad', 5, '-1'],
    ['before', 511, '10', '2024-04-26T16:00:00Z'],
    ['less', 6, '5'],
    ['much', 7, '999999'],
    ['issued', 513, '2700'],
    ['display', 514, '1900'],
  ];
  expect(await submit(wrong)).toEqual({
    ...{ late: 'READING_IN_FUTURE', none: 'NOT_REPRESENTED', first: 'ACCEPTED', second: 'MONTH_ROW_REPEATED' },
    ...{ bad: 'BAD_USER_INPUT', before: 'READING_NOT_AFTER_PREVIOUS', less: 'METER_DECREASE', much: 'ABOVE_NAMEPLATE' },
    ...{ issued: 'MONTH_ALREADY_ISSUED', display: 'REVENUE_GRADE_METER_REQUIRED' },
  });
  const mended: readonly Row[] = [
    ['late', 20, '1700'],
    ['none', 8, '1700'],
    ['second', 4, '1750'],
    ['bad', 5, '1700'],
    ['before', 511, '10'],
    ['less', 6, '1700'],
    ['much', 7, '1700'],
  ];
  expect(Object.values((await submit(mended)) ?? {})).toEqual(mended.map(() => 'ACCEPTED'));
  const both = (value: string): readonly Row[] => [
    ['good', 9, '1700'],
    ['other', 10, value],
  ];
  expect(await submit(both('5'), { mode: 'ATOMIC' })).toEqual({ good: 'REFUSED_WITH_OTHERS', other: 'METER_DECREASE' });
  expect(await submit(both('1700'), { mode: 'ATOMIC' })).toEqual({ good: 'ACCEPTED', other: 'ACCEPTED' });
  expect(await submit([['replaced', 512, '300']])).toEqual({ replaced: 'ACCEPTED' });

  const bulk = Array.from({ length: 490 }, (_, at): Row => [`bulk ${at}`, at + 21, String(1800 + at)]).concat(
    Array.from({ length: 10 }, (_, at): Row => [`again ${at}`, at + 1, '1800']),
  );
  const count = async (sending: Sending) => {
    const statuses = Object.values((await submit(bulk, sending)) ?? {});
    return [statuses.length, statuses.filter(each => each === 'ACCEPTED' || each === 'SUPERSEDES').length];
  };
  expect(await count({ dryRun: true, key: 'bulk' })).toEqual([500, 500]);
  expect(await count({ key: 'bulk' })).toEqual([500, 500]);
  expect(await passed()).not.toContain('retry');
  expect(await count({ key: 'bulk' })).toEqual([500, 500]);
  expect(await passed()).toContain('retry');
  const corrected: readonly Row[] = [['again', 1, '1850']];
  expect(await submit(corrected, { key: 'bulk' })).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await submit(corrected, { key: 'another' })).toEqual({ again: 'SUPERSEDES' });
  expect(await submit(corrected)).toEqual({ again: 'DUPLICATE' });

  const { callId, receiptCode } = await receipt('bulk');
  expect(await confirm(callId, 'guessed')).toBe('BAD_USER_INPUT');
  expect(await passed()).not.toContain('receipt');
  expect(await confirm(callId, receiptCode)).toBeUndefined();

  expect(await passed()).not.toContain('next-month');
  await moveTo('2024-05-30T16:00:00Z');
  const last: readonly Row[] = [
    ['next', 1, '2600', may],
    ['issued', 513, '3400', may],
    ['display', 514, '2600', may],
  ];
  expect(Object.values((await submit(last)) ?? {})).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
}
