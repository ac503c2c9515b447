import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { contentsOf } from '../api/support/contents.js';
import { makeParty, type Party, setClock } from '../api/support/world.js';
import { get, send, sendInTwo } from '../submission/support/send.js';
import { beginBadly, doEverythingRight, type Row } from './support/conforming-client.js';
import { type FileForm, fileClient, fileForms, fileOf } from './support/file-client.js';

let api: Api;
let provider: Party;
let other: Party;
/** Providers that each have one form of file. */
const ofForm = new Map<FileForm, Party>();
beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2023-06-01T15:00:00Z');
  provider = await makeParty(api, 'Provider', ['SYSTEM_REPRESENTATIVE']);
  other = await makeParty(api, 'Other', ['SYSTEM_REPRESENTATIVE']);
});
afterAll(() => api.stop());

async function newRun(token = provider.token): Promise<string> {
  return String((await api.does('startConformanceRun', { label: 'files' }, token)).runId);
}

/** A run whose clock stands in the window of April, and where its files go. */
async function openRun(token = provider.token): Promise<{ readonly runId: string; readonly base: string }> {
  const runId = await newRun(token);
  await api.does('moveConformanceClock', { runId, to: '2024-04-30T16:00:00Z' }, token);
  return { runId, base: `${api.url}/conformance-runs/${runId}` };
}

const good: readonly Row[] = [['a', 1, '1700']];
const csvOf = (runId: string, rows = good) => fileOf('CSV', runId, rows);

async function notedIn(runId: string): Promise<readonly object[]> {
  const { rows } = await api.database.query<object>(
    `select form, dry_run as "dryRun", replayed, code, row_count as rows from conformance_call where run_id = $1 order by sequence`,
    [runId],
  );
  return rows;
}

describe.each(Object.keys(fileForms) as FileForm[])('a client that sends nothing but %s', form => {
  test('passes every case and gets its certificate, and nothing else in the house changes', async () => {
    const party = await makeParty(api, `${form} Data`, ['SYSTEM_REPRESENTATIVE']);
    ofForm.set(form, party);
    const { token } = party;
    const runId = await newRun(token);
    const client = fileClient(api, token, runId, form);
    await beginBadly(client);
    const before = await contentsOf(api.database);
    await doEverythingRight(client);
    const query = `query ($id: ID!) { conformanceRun(id: $id) { state cases { id passed passedIn }
      certificate { issuedOn validUntil forms cases { caseId form } } } }`;
    const { conformanceRun } = dataOf(
      await api.ask<{ conformanceRun: { cases: { id: string; passed: boolean }[] } }>(token, query, {
        id: runId,
      }),
    );
    expect(conformanceRun.cases).toEqual(conformanceRun.cases.map(each => ({ ...each, passed: true, passedIn: form })));
    const ids = conformanceRun.cases.map(({ id }) => id).sort();
    expect(conformanceRun).toMatchObject({
      state: 'PASSED',
      certificate: {
        ...{ issuedOn: '2023-06-01', validUntil: '2025-06-01', forms: [form] },
        cases: ids.map(caseId => ({ caseId, form })),
      },
    });
    const after = await contentsOf(api.database);
    expect(Object.keys(after).filter(table => after[table] !== before[table])).toEqual([
      ...['conformance_certificate', 'conformance_reading', 'conformance_run', 'idempotent_request', 'upload'],
      'upload_batch',
    ]);
  });
});

test('staff sees in an application by which form each case was shown', async () => {
  const { token = '' } = ofForm.get('XML') ?? {};
  const { requestId: id } = await api.does('applyAsDasProvider', { contact: 'desk', reason: 'test' }, token);
  const query = `query ($id: ID!) { request(id: $id) { dasProvider { conformanceWarning
    conformanceCertificate { forms cases { caseId form } } } } }`;
  const { request } = dataOf(
    await api.ask<{ request: { dasProvider: { conformanceCertificate: { cases: object[] } } } }>(api.staff, query, {
      id,
    }),
  );
  expect(request.dasProvider).toMatchObject({ conformanceWarning: null, conformanceCertificate: { forms: ['XML'] } });
  expect(request.dasProvider.conformanceCertificate.cases).toContainEqual({ caseId: 'retry', form: 'XML' });
});

test('a file and the mutation are one: what one stored the other finds, and cases are shown by either', async () => {
  const { runId, base } = await openRun();
  const { token } = provider;
  await send(base, csvOf(runId), { token, key: `${runId} file` });
  const readings = [{ key: 'a', ptsId: `SANDBOX-${runId}-001`, readAt: '2024-04-29T16:00:00Z', valueKwh: '1700' }];
  const outcomes = async (input: object) => {
    const { data } = await api.mutate(token, 'submitConformanceReadings', { runId, ...input });
    return data?.submitConformanceReadings?.outcomes;
  };
  expect(await outcomes({ readings })).toMatchObject([{ status: 'DUPLICATE' }]);
  expect(await outcomes({ readings: [{ ...readings[0], valueKwh: '1701' }] })).toMatchObject([
    { status: 'SUPERSEDES' },
  ]);
  const { rows } = await api.database.query<{ same: boolean }>(
    `select count(distinct content_hash) = 1 as same from conformance_call where run_id = $1 and sequence <= 2`,
    [runId],
  );
  expect(rows).toEqual([{ same: true }]);
  const query = 'query ($id: ID!) { conformanceRun(id: $id) { cases { id passedIn } } }';
  const { conformanceRun } = dataOf(await api.ask(token, query, { id: runId }));
  expect((conformanceRun as { cases: object[] }).cases).toEqual(
    expect.arrayContaining([
      { id: 'accept-one', passedIn: 'CSV' },
      { id: 'duplicate', passedIn: 'MUTATION' },
      { id: 'retry', passedIn: null },
    ]),
  );
});

test('the receipt is that of any file, apart from those that were reported to the PTS', async () => {
  const { runId, base } = await openRun();
  const { token } = provider;
  const { upload, headers } = await send(base, csvOf(runId), { token, key: `${runId} receipt` });
  expect(upload).toMatchObject({ state: 'COMPLETED', rows: 1, accepted: 1, replayedRows: 0, conformance: { runId } });
  expect(JSON.stringify(upload)).not.toContain('receiptCode');
  const path = headers.get('location') ?? '';
  expect(JSON.parse((await get(api.url, path, token)).text)).toMatchObject({
    upload: { conformance: { runId, receiptCode: expect.stringMatching(/^[0-9a-f]{24}$/) } },
  });
  expect((await get(api.url, `${path}/outcomes.jsonl`, token)).outcomes).toMatchObject([{ key: 'a', index: 0 }]);
  expect((await get(api.url, path, other.token)).status).toBe(404);
  const query = `query ($runId: ID) { uploads(first: 500, filter: { conformanceRunId: $runId }) { edges { node { id conformanceRunId } } } }`;
  const listed = async (given: string | null) => {
    const { uploads } = dataOf(
      await api.ask<{ uploads: { edges: { node: object }[] } }>(token, query, { runId: given }),
    );
    return uploads.edges.map(({ node }) => node);
  };
  expect(await listed(runId)).toEqual([{ id: upload?.id, conformanceRunId: runId }]);
  expect(await listed(null)).toEqual([]);
  await send(api.url, csvOf(runId), { token, key: `${runId} reported` });
  expect(await listed(null)).toEqual([{ id: expect.any(String), conformanceRunId: null }]);
});

test('a key is of one run, one mode and one kind of thing', async () => {
  const [first, second] = [await openRun(), await openRun()];
  const { token } = provider;
  const codeOf = async (base: string, runId: string, query = '') => {
    const { status, errors } = await send(base, csvOf(runId), { token, key: `${first.runId} once`, query });
    return [status, errors[0]?.extensions.code];
  };
  expect(await codeOf(first.base, first.runId)).toEqual([200, undefined]);
  expect(await codeOf(first.base, first.runId, '?mode=atomic')).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  expect(await codeOf(second.base, second.runId)).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  expect(await codeOf(api.url, first.runId)).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  const { errors } = await api.mutate(
    token,
    'submitConformanceReadings',
    { runId: first.runId, readings: [] },
    { key: `${first.runId} once` },
  );
  expect(errors[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a connection that broke is gone on from, and not noted: nobody was answered', async () => {
  const { runId, base } = await openRun();
  const { token } = provider;
  const key = `${runId} broken`;
  const half = [csvOf(runId).slice(0, 40), ''] as const;
  const cut = sendInTwo({ ...api, url: base } as Api, { token, key }, half, 0, async () => {
    await sleep(300);
    throw new Error('the client is gone');
  });
  await expect(cut).rejects.toThrow();
  const states = async () => (await api.database.query('select state from upload where key = $1', [key])).rows;
  for (const until = Date.now() + 10_000; (await states()).length === 0 && Date.now() < until; ) await sleep(20);
  expect(await states()).toEqual([{ state: 'INCOMPLETE' }]);
  expect(await notedIn(runId)).toEqual([]);
  const { upload } = await send(base, csvOf(runId), { token, key });
  expect(upload).toMatchObject({ state: 'COMPLETED', rows: 1, accepted: 1 });
  expect(await notedIn(runId)).toEqual([{ form: 'CSV', dryRun: false, replayed: false, code: null, rows: 1 }]);
});

test('a file that breaks is refused and noted; a row that cannot be read is a row', async () => {
  const { runId, base } = await openRun();
  const { token } = provider;
  const columns = await send(base, 'ptsId,when,valueKwh\n', { token, key: `${runId} columns` });
  expect([columns.status, columns.errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  const { upload } = await send(base, `${csvOf(runId)}b,SANDBOX-${runId}-002,yesterday,1700\n`, {
    token,
    key: `${runId} row`,
  });
  expect(upload).toMatchObject({ rows: 2, accepted: 1, refused: 1 });
  const { outcomes } = await send(
    base,
    `ptsId,meterLabel,readAt,valueKwh\nSANDBOX-${runId}-003,roof,2024-04-29T16:00:00Z,1700\n`,
    { token, key: `${runId} label`, headers: { accept: 'application/x-ndjson' } },
  );
  expect(outcomes).toMatchObject([{ code: 'NOT_REPRESENTED', expected: `a meter of SANDBOX-${runId}-003: main` }]);
  expect(await notedIn(runId)).toMatchObject([
    { code: 'BAD_USER_INPUT', rows: 0 },
    { code: null, rows: 2 },
    { code: null, rows: 1 },
  ]);
});

test('a row that says what cannot be kept is a row that is refused, in a run and in the programme', async () => {
  const { token } = ofForm.get('CSV') ?? provider;
  const { runId, base } = await openRun(token);
  const cut = `${'x'.repeat(59)}\u{1f600}\u{1f600}`; // the first pair ends behind the last character that is shown
  const lines = ['a\0b', '{"a\\u0000b":1}', '{"a\\ud800b":1}', '{"key":"a\\u0000b","other":1}', cut];
  const body = `${lines.join('\n')}\n{"ptsId":"P","readAt":"${cut}","valueKwh":"1"}\n`;
  for (const to of [base, api.url]) {
    const sent = { token, key: `${runId} kept ${to === base}`, type: 'application/jsonl' };
    const { upload, headers } = await send(to, body, sent);
    expect(upload).toMatchObject({ state: 'COMPLETED', rows: 6, refused: 6 });
    const { outcomes } = await get(api.url, `${headers.get('location')}/outcomes.jsonl`, token);
    expect(outcomes.map(({ key, code, message }) => [key, code, message])).toEqual(
      [
        '"a\ufffdb" is no JSON.',
        'A reading has no `a\ufffdb`.',
        'A reading has no `a\ufffdb`.',
        'A reading has no `other`.',
        `"${'x'.repeat(59)}… (63 characters)" is no JSON.`,
        `\`readAt\` is "${'x'.repeat(59)}… (63 characters)", which is no instant.`,
      ].map(message => [null, 'BAD_USER_INPUT', message]),
    );
  }
});

test('a run takes 20,000 rows, and nothing of a file that has more', async () => {
  const { runId, base } = await openRun();
  const { token } = provider;
  const many = (count: number) =>
    csvOf(
      runId,
      Array.from({ length: count }, (_, at): Row => [`${at}`, 600 + at, '1']),
    );
  const { status, errors } = await send(base, many(20_001), { token, key: `${runId} many` });
  expect([status, errors[0]?.extensions.code]).toEqual([413, 'TOO_MANY_ROWS']);
  expect(await notedIn(runId)).toMatchObject([{ code: 'TOO_MANY_ROWS', rows: 0 }]);
  const { upload: fitting } = await send(base, many(9_000), { token, key: `${runId} half` });
  expect(fitting).toMatchObject({ state: 'COMPLETED', rows: 9_000 });
  const over = await send(base, many(11_001), { token, key: `${runId} over` });
  expect([over.status, over.upload]).toMatchObject([413, { state: 'INCOMPLETE', rows: 0 }]); // its first batch would have fitted
  const { upload } = await send(base, many(10_999), { token, key: `${runId} fit` });
  expect(upload).toMatchObject({ state: 'COMPLETED', rows: 10_999, refused: 10_999 });
  const rest = async (rows: readonly Row[]) =>
    (await send(base, csvOf(runId, rows), { token, key: `${runId} ${rows.length}` })).status;
  const [two, one]: readonly (readonly Row[])[] = [[...good, ['b', 2, '1700']], good];
  expect([await rest(two ?? []), await rest(one ?? []), await rest(one ?? [])]).toEqual([413, 200, 200]);
});

test('rows that were done of a file whose connection broke count, and to the file itself they do not', async () => {
  const { token } = ofForm.get('CSV') ?? provider;
  const { runId, base } = await openRun(token);
  const rows = Array.from({ length: 10_001 }, (_, at): Row => [`${at}`, 600 + at, '1']);
  const [whole, key] = [csvOf(runId, rows), `${runId} cut`];
  const cut = sendInTwo({ ...api, url: base } as Api, { token, key }, [whole.slice(0, -5), ''], 0, async () => {
    await sleep(500);
    throw new Error('the client is gone');
  });
  await expect(cut).rejects.toThrow();
  const done = async () => {
    const { rows } = await api.database.query<{ done: number }>('select row_count as done from upload where key = $1', [
      key,
    ]);
    return rows[0]?.done;
  };
  for (const until = Date.now() + 10_000; (await done()) !== 10_000 && Date.now() < until; ) await sleep(20);
  expect(await done()).toBe(10_000);
  const other = await send(base, csvOf(runId, rows), { token, key: `${runId} other` });
  expect([other.status, other.upload]).toMatchObject([413, { rows: 0 }]);
  expect((await send(base, whole, { token, key })).upload).toMatchObject({
    state: 'COMPLETED',
    rows: 10_001,
    replayedRows: 10_000,
  });
  expect(await notedIn(runId)).toMatchObject([{ code: 'TOO_MANY_ROWS' }, { code: null, rows: 10_001 }]);
});

test('who may not, and what is asked wrongly, is refused before anything is read, and noted nowhere', async () => {
  const { runId, base } = await openRun();
  const { token } = provider;
  const owner = await makeParty(api, 'Owner', ['SYSTEM_OWNER']);
  const { secret } = (await api.does(
    'rotateApiCredential',
    { label: 'reader', scopes: ['READ'] },
    other.token,
  )) as unknown as { secret: string };
  const refusal = async (to: string, sent: Parameters<typeof send>[2]) => {
    const { status, errors } = await send(to, csvOf(runId), { key: 'refused', ...sent });
    return [status, errors[0]?.extensions.code];
  };
  expect(await refusal(base, { token: other.token })).toEqual([404, 'NOT_FOUND']);
  expect(await refusal(base, { token: api.staff })).toEqual([403, 'FORBIDDEN']);
  expect(await refusal(`${api.url}/conformance-runs/999999`, { token })).toEqual([404, 'NOT_FOUND']);
  expect(await refusal(`${api.url}/conformance-runs/0x1`, { token })).toEqual([404, 'NOT_FOUND']);
  expect(await refusal(base, { token: null })).toEqual([401, 'UNAUTHENTICATED']);
  expect(await refusal(base, { token: owner.token })).toEqual([403, 'FORBIDDEN']);
  expect(await refusal(base, { token: secret })).toEqual([403, 'FORBIDDEN']);
  expect(await refusal(base, { token, key: null })).toEqual([400, 'BAD_USER_INPUT']);
  expect(await refusal(base, { token, query: '?dryrun=true' })).toEqual([400, 'BAD_USER_INPUT']);
  expect(await refusal(base, { token, type: 'text/plain' })).toEqual([415, 'BAD_REQUEST']);
  expect(await notedIn(runId)).toEqual([]);
  const { rows } = await api.database.query(`select 1 from upload where key = 'refused'`);
  expect(rows).toEqual([]);
});

test('a run whose time is over takes no file, and answers for those that it took', async () => {
  const { runId, base } = await openRun();
  const { token } = provider;
  const sent = (key: string) => send(base, csvOf(runId), { token, key: `${runId} ${key}` });
  expect((await sent('taken')).upload).toMatchObject({ accepted: 1 });
  const late = sendInTwo(
    { ...api, url: base } as Api,
    { token, key: `${runId} late` },
    [csvOf(runId).slice(0, 20), csvOf(runId).slice(20)],
    0,
    () => setClock(api, '2023-09-01T15:00:00Z'),
  );
  expect((await late).status).toBe(200); // it began while the run was open, and counts as of then
  const { status, errors } = await sent('over');
  expect([status, errors[0]?.extensions.code]).toEqual([409, 'NOT_OPEN']);
  expect((await sent('taken')).upload).toMatchObject({ state: 'COMPLETED', accepted: 1, replayedRows: 1 });
});
