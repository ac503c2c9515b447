import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../api/support/api.js';
import type { AnswerError } from '../../api/support/ask.js';

/** A receipt as the server gives it. */
export interface Receipt {
  readonly id: string | null;
  readonly key: string;
  readonly mode: string;
  readonly format: string;
  readonly state: string;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly accepted: number;
  readonly superseded: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly replayedRows?: number;
  readonly receipt?: string;
  readonly outcomes?: string;
}

/** What became of a row. */
export interface RowOutcome {
  readonly index: number;
  readonly key: string | null;
  readonly status: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly expected: string | null;
  readonly readingId: string | null;
  readonly productionKwh: string | null;
}

export interface UploadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly upload: Receipt | undefined;
  readonly errors: readonly AnswerError[];
  readonly outcomes: readonly RowOutcome[];
}

export interface Sent {
  readonly token?: string | null;
  readonly key?: string | null;
  readonly type?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file to `POST /readings` and reads what comes back. */
export async function send(url: string, body: string | Uint8Array<ArrayBuffer>, sent: Sent): Promise<UploadAnswer> {
  const { token = null, key = null, type = 'text/csv', query = '', headers = {} } = sent;
  return answerOf(
    await fetch(`${url}/readings${query}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(key === null ? {} : { 'idempotency-key': key }),
        ...headers,
      },
    }),
  );
}

/** Gets something of an upload. */
export async function get(url: string, path: string, token: string | null): Promise<UploadAnswer> {
  return answerOf(
    await fetch(`${url}${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } }),
  );
}

async function answerOf(response: Response): Promise<UploadAnswer> {
  const text = await response.text();
  const isLines = (response.headers.get('content-type') ?? '').includes('ndjson');
  const { upload, errors = [] } = (!isLines && text.startsWith('{') ? JSON.parse(text) : {}) as {
    upload?: Receipt;
    errors?: AnswerError[];
  };
  const outcomes = isLines
    ? text
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as RowOutcome)
    : [];
  return { status: response.status, headers: response.headers, text, upload, errors, outcomes };
}

/** Sends the beginning of a file and destroys the socket, without an end, once so many rows of its receipt are done. */
export function sendAndCut(
  api: Api,
  url: string,
  token: string,
  key: string,
  beginning: string,
  rows: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}/readings`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}`, 'idempotency-key': key },
    });
    request.on('error', () => resolve());
    request.on('close', () => resolve());
    request.write(beginning);
    untilDone(api, key, rows).then(() => request.destroy(), reject);
  });
}

/** Sends a file in two parts, and does something when the first is sent (and so many rows of its receipt are done). */
export async function sendInTwo(
  api: Api,
  { token, key = '', query = '' }: Sent,
  [first, second]: readonly [string, string],
  rows: number,
  between: () => Promise<unknown>,
): Promise<UploadAnswer> {
  async function* body() {
    yield Buffer.from(first);
    if (rows > 0) await untilDone(api, key ?? '', rows);
    await between();
    yield Buffer.from(second);
  }
  const headers = { 'content-type': 'text/csv', authorization: `Bearer ${token}`, 'idempotency-key': key ?? '' };
  const streamed = { method: 'POST', headers, body: Readable.toWeb(Readable.from(body())), duplex: 'half' };
  return answerOf(await fetch(`${api.url}/readings${query}`, streamed as unknown as RequestInit));
}

async function untilDone(api: Api, key: string, wanted: number): Promise<void> {
  for (let done = 0; done < wanted; await sleep(20)) {
    const { rows } = await api.database.query<{ done: number }>(`select row_count as done from upload where key = $1`, [
      key,
    ]);
    done = rows[0]?.done ?? 0;
  }
}
