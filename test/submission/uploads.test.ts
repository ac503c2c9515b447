import { type ClientRequest, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Api, startApi } from '../api/support/api.js';
import { contentsOf, rowsAdded } from '../api/support/contents.js';
import { countStatements } from '../api/support/statements.js';
import { makeAccount, makeParty, type Party, setClock } from '../api/support/world.js';
import { csvOf, type Fleet, makeFleet, readAt, readingsOf } from './support/fleet.js';
import { get, type Receipt, send, sendAndCut, sendInTwo } from './support/send.js';

let api: Api;
let fleet: Fleet;
let token: string;
let stranger: Party;
let taken = 0;

beforeAll(async () => {
  api = await startApi();
  fleet = await makeFleet(api, 1_500);
  await api.database.query(smallBatches);
  token = fleet.provider.token;
  stranger = await makeParty(api, 'Other Data', ['SYSTEM_REPRESENTATIVE']);
}, 60_000);
afterAll(() => api.stop());

/** Rows of a batch in these tests. The size is in the receipt, so that a later release with another one goes on with the old. */
const ofBatch = 40;
const smallBatches = `
  create function small_batches() returns trigger language plpgsql as
    'begin new.batch_rows := ${ofBatch}; return new; end';
  create trigger small_batches before insert on upload for each row execute function small_batches()`;

/** Systems that no other test uses. */
function some(count: number): readonly string[] {
  taken += count;
  const ptsIds = fleet.ptsIds.slice(taken - count, taken);
  if (ptsIds.length < count) throw new Error('the fleet is too small');
  return ptsIds;
}

const counts = ({ rows, accepted, superseded, duplicates, refused }: Receipt) => ({
  rows,
  accepted,
  superseded,
  duplicates,
  refused,
});
const all = (rows: number) => ({ rows, accepted: rows, superseded: 0, duplicates: 0, refused: 0 });
const jsonl = { accept: 'application/x-ndjson' };

describe('an upload', () => {
  test.each([
    ['text/csv; charset=utf-8', 'CSV', (ptsIds: readonly string[]) => csvOf(ptsIds)],
    [
      'application/jsonl',
      'JSON_LINES',
      (ptsIds: readonly string[]) =>
        ptsIds.map((ptsId, at) => JSON.stringify({ key: `k${at}`, ptsId, readAt, valueKwh: '100' })).join('\n'),
    ],
    [
      'text/xml',
      'XML',
      (ptsIds: readonly string[]) =>
        `<ARData>${ptsIds.map(ptsId => `<ptsSystem><sysID>${ptsId}</sysID><MonthlyData><PVmonthlyData><kwhRegistry>100</kwhRegistry><regDateTime>2024-04-28T10:00:00</regDateTime></PVmonthlyData></MonthlyData></ptsSystem>`).join('')}</ARData>`,
    ],
  ])('of %s stores its readings and answers with a receipt', async (type, format, write) => {
    const ptsIds = some(3);
    const { status, upload, headers } = await send(api.url, write(ptsIds), { token, key: type, type });
    expect({ status, ...upload }).toMatchObject({
      ...{ status: 200, key: type, mode: 'PARTIAL', format, state: 'COMPLETED', dryRun: false, replayedRows: 0 },
      ...all(3),
    });
    expect(headers.get('location')).toBe(upload?.receipt);
    expect(headers.get('x-request-id')).toMatch(/./);
    expect(await readingsOf(api, ptsIds)).toEqual({ inForce: 3, stored: 3 });
  });

  test('of gzip is unpacked, however it is spelt', async () => {
    const ptsIds = some(3);
    const { upload } = await send(api.url, gzipSync(csvOf(ptsIds)), {
      ...{ token, key: 'gzip' },
      headers: { 'content-encoding': 'GZip' },
    });
    expect(upload && counts(upload)).toEqual(all(3));
  });

  test('answers for every row as the mutation does: stored, superseding, repeated, unreadable, refused', async () => {
    const [a = '', b = '', c = ''] = some(3);
    await send(api.url, csvOf([a, b], '100'), { token, key: 'before' });
    const file = [
      'key,ptsId,readAt,valueKwh',
      `dup,${a},${readAt},100`,
      `sup,${b},${readAt},101.5`,
      `new,${c},${readAt},5`,
      `twice,${c},${readAt},5`,
      `bad,${c},${readAt},five`,
      `none,PTS-PV2024-1,${readAt},5`,
      `late,${a},2024-04-10T00:00:00Z,5`,
    ].join('\n');
    const answer = await send(api.url, file, { token, key: 'every row', headers: jsonl });
    expect(answer.status).toBe(200);
    expect(answer.outcomes.map(({ index, key, status, code }) => [index, key, status, code])).toEqual([
      [0, 'dup', 'DUPLICATE', null],
      [1, 'sup', 'SUPERSEDES', null],
      [2, 'new', 'ACCEPTED', null],
      [3, 'twice', 'REFUSED', 'MONTH_ROW_REPEATED'],
      [4, 'bad', 'REFUSED', 'BAD_USER_INPUT'],
      [5, 'none', 'REFUSED', 'NOT_REPRESENTED'],
      [6, 'late', 'REFUSED', 'MONTH_ROW_REPEATED'],
    ]);
    expect(answer.outcomes[4]).toMatchObject({ message: expect.stringMatching(/"five"/), expected: '412.60' });
    expect(answer.outcomes[2]).toMatchObject({ productionKwh: '5', readingId: expect.stringMatching(/^\d+$/) });

    const input = { readings: [{ key: 'late', ptsId: a, readAt: '2024-04-10T00:00:00Z', valueKwh: '5' }] };
    const { data } = await api.mutate(token, 'submitReadings', input);
    const late = await send(api.url, file.replace(/^(dup|sup|new|twice|bad|none).*\n/gm, ''), {
      ...{ token, key: 'late', headers: jsonl },
    });
    expect(late.outcomes).toEqual(data?.submitReadings?.outcomes);
  });

  test('takes the same number of statements a batch, however many rows', async () => {
    const count = async (rows: number) => {
      const { count: statements, result } = await countStatements(() =>
        send(api.url, csvOf(some(rows)), { token, key: `${rows} rows` }),
      );
      expect(result.upload && counts(result.upload)).toEqual(all(rows));
      return statements;
    };
    await count(2);
    const one = await count(1);
    const batch = (await count(ofBatch + 1)) - one;
    expect(await count(ofBatch)).toBe(one);
    expect(batch).toBeLessThanOrEqual(16);
    expect(await count(2 * ofBatch + 1)).toBe(one + 2 * batch);
  });

  test('knows a meter that was in an earlier batch, and one in a batch that is answered from the receipt', async () => {
    const ptsIds = some(ofBatch);
    const file = csvOf([...ptsIds, ptsIds[0] ?? '', ...some(1)]);
    const first = await send(api.url, file, { token, key: 'across batches' });
    expect(first.upload && counts(first.upload)).toEqual({ ...all(ofBatch + 2), accepted: ofBatch + 1, refused: 1 });
    const again = await send(api.url, file, { token, key: 'across batches', headers: jsonl });
    expect(again.outcomes[ofBatch]).toMatchObject({ key: `k${ofBatch}`, code: 'MONTH_ROW_REPEATED' });
  });
});

describe('a dry run', () => {
  test.each(['partial', 'atomic'])('in mode %s tells the same and stores nothing', async mode => {
    const ptsIds = some(3);
    const file = `${csvOf(ptsIds)}x,PTS-PV2024-1,${readAt},5\n`;
    const before = await contentsOf(api.database);
    const query = `?mode=${mode}`;
    const dry = await send(api.url, file, { token, key: `dry ${mode}`, query: `${query}&dryRun=true`, headers: jsonl });
    const summary = await send(api.url, file, { token, key: `dry ${mode}`, query: `${query}&dryRun=true` });
    expect(await contentsOf(api.database)).toEqual(before);
    const real = await send(api.url, file, { token, key: `dry ${mode}`, query, headers: jsonl });
    const withoutIds = ({ outcomes }: typeof dry) => outcomes.map(outcome => ({ ...outcome, readingId: null }));
    expect(withoutIds(dry)).toEqual(withoutIds(real));
    expect(dry.status).toBe(real.status);
    expect(summary.upload).toMatchObject({
      id: null,
      dryRun: true,
      rows: 4,
      state: mode === 'atomic' ? 'REFUSED' : 'COMPLETED',
    });
    const kept = await get(api.url, real.headers.get('location') ?? '', token);
    expect(kept.upload && summary.upload && counts(kept.upload)).toEqual(summary.upload && counts(summary.upload));
  });
});

describe('all or none', () => {
  test('stores all when every row is good, over several batches', async () => {
    const ptsIds = some(50);
    const { status, upload } = await send(api.url, csvOf(ptsIds), { token, key: 'atomic good', query: '?mode=atomic' });
    expect({ status, state: upload?.state, ...(upload && counts(upload)) }).toEqual({
      ...{ status: 200, state: 'COMPLETED' },
      ...all(50),
    });
    expect(await readingsOf(api, ptsIds)).toEqual({ inForce: 50, stored: 50 });
  });

  test('stores none when the last row is refused, and tells every row which was and why', async () => {
    const ptsIds = some(42);
    const file = `${csvOf(ptsIds)}bad,${some(1)[0]},${readAt},-1\n`;
    const sent = { token, key: 'atomic bad', query: '?mode=atomic' };
    const answer = await send(api.url, file, { ...sent, headers: jsonl });
    expect(answer.status).toBe(422);
    expect(answer.outcomes).toHaveLength(43);
    expect(new Set(answer.outcomes.slice(0, -1).map(({ code }) => code))).toEqual(new Set(['REFUSED_WITH_OTHERS']));
    expect(answer.outcomes.at(-1)).toMatchObject({ key: 'bad', status: 'REFUSED', code: 'BAD_USER_INPUT' });
    expect(await readingsOf(api, ptsIds)).toEqual({ inForce: 0, stored: 0 });
    const again = await send(api.url, file, sent);
    expect({ status: again.status, ...again.upload }).toMatchObject({
      ...{ status: 422, state: 'REFUSED', replayedRows: 43, ...all(43), accepted: 0, refused: 43 },
    });
    expect((await send(api.url, csvOf(ptsIds), sent)).errors[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('is an input of the mutation as well', async () => {
    const [a = '', b = ''] = some(2);
    const readings = [
      { ptsId: a, readAt, valueKwh: '5' },
      { ptsId: b, readAt, valueKwh: '-5' },
    ];
    const { data } = await api.mutate(token, 'submitReadings', { readings, mode: 'ATOMIC' });
    expect(data?.submitReadings).toMatchObject({
      ...{ accepted: 0, refused: 2 },
      outcomes: [{ code: 'REFUSED_WITH_OTHERS' }, { code: 'BAD_USER_INPUT' }],
    });
    expect(await readingsOf(api, [a, b])).toEqual({ inForce: 0, stored: 0 });
    const partial = await api.mutate(token, 'submitReadings', { readings, mode: 'PARTIAL' });
    expect(partial.data?.submitReadings).toMatchObject({ accepted: 1, refused: 1 });
  });
});

describe('a retry', () => {
  test('of a connection that was cut goes on where the receipt ends, and doubles nothing', async () => {
    const ptsIds = some(96);
    const file = csvOf(ptsIds);
    const cutAt = file.indexOf('k90,');
    await sendAndCut(api, api.url, token, 'cut', file.slice(0, cutAt), 80);
    const { data } = await api.ask<{ uploads: { edges: { node: Receipt }[] } }>(
      token,
      '{ uploads(first: 1, filter: { states: [INCOMPLETE] }) { edges { node { id key state rows accepted } } } }',
    );
    expect(data?.uploads.edges[0]?.node).toMatchObject({ key: 'cut', state: 'INCOMPLETE', rows: 80, accepted: 80 });
    const { status, upload } = await send(api.url, file, { token, key: 'cut' });
    expect({ status, ...upload }).toMatchObject({ status: 200, state: 'COMPLETED', replayedRows: 80, ...all(96) });
    expect(await readingsOf(api, ptsIds)).toEqual({ inForce: 96, stored: 96 });
    expect((await send(api.url, file, { token, key: 'cut' })).upload).toMatchObject({ replayedRows: 96, ...all(96) });
  });

  test.each([
    ['partial', 80],
    ['atomic', 0],
  ])('with another credential goes on (%s) where the first was revoked in the middle', async (mode, done) => {
    const ptsIds = some(96);
    const file = csvOf(ptsIds);
    const cutAt = file.indexOf('k90,');
    const parts = [file.slice(0, cutAt), file.slice(cutAt)] as const;
    const { credentialId, secret } = await api.does('rotateApiCredential', { label: mode, scopes: ['REPORT'] }, token);
    const sent = { token: String(secret), key: `revoked ${mode}`, query: `?mode=${mode}` };
    const revoked = await sendInTwo(api, sent, parts, done, () =>
      api.does('revokeApiCredential', { credentialId }, token),
    );
    expect([revoked.status, revoked.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(revoked.upload).toMatchObject({ state: 'INCOMPLETE', ...all(done) });
    expect(await readingsOf(api, ptsIds)).toEqual({ inForce: done, stored: done });
    const again = await send(api.url, file, { ...sent, token });
    expect(again.upload).toMatchObject({ state: 'COMPLETED', replayedRows: done, ...all(96) });
  });

  test('at once with the first is not done twice', async () => {
    const ptsIds = some(100);
    const answers = await Promise.all([1, 2, 3].map(() => send(api.url, csvOf(ptsIds), { token, key: 'at once' })));
    for (const { status, upload } of answers) expect({ status, ...upload }).toMatchObject({ status: 200, ...all(100) });
    expect(new Set(answers.map(({ upload }) => upload?.id)).size).toBe(1);
    expect(await readingsOf(api, ptsIds)).toEqual({ inForce: 100, stored: 100 });
  });

  test.each([
    ['other rows', (ptsIds: readonly string[]) => csvOf(ptsIds, '101'), ''],
    ['fewer rows', (ptsIds: readonly string[]) => csvOf(ptsIds.slice(0, 2)), ''],
    ['more rows', (ptsIds: readonly string[]) => `${csvOf(ptsIds)}m,${some(1)[0]},${readAt},5\n`, ''],
    ['another mode', (ptsIds: readonly string[]) => csvOf(ptsIds), '?mode=atomic'],
  ])('with %s under the same key is refused, and changes nothing', async (name, write, query) => {
    const ptsIds = some(3);
    await send(api.url, csvOf(ptsIds), { token, key: `reused for ${name}` });
    const before = await contentsOf(api.database);
    const { status, errors } = await send(api.url, write(ptsIds), { token, key: `reused for ${name}`, query });
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await contentsOf(api.database)).toEqual(before);
  });

  test('under the key of a mutation is refused', async () => {
    const readings = [{ ptsId: some(1)[0], readAt, valueKwh: '5' }];
    await api.mutate(token, 'submitReadings', { readings }, { key: 'of a mutation' });
    expect((await send(api.url, csvOf(some(1)), { token, key: 'of a mutation' })).status).toBe(409);
  });
});

describe('is refused', () => {
  const refusal = async (sent: Parameters<typeof send>[2], body = csvOf(['PTS-1'])) => {
    const before = await contentsOf(api.database);
    const { status, errors, text } = await send(api.url, body, sent);
    expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+|FST_/);
    return { status, code: errors[0]?.extensions.code, added: rowsAdded(before, await contentsOf(api.database)) };
  };

  test('without a credential, with a bad one, and for another kind of account', async () => {
    expect(await refusal({ token: null, key: 'a' })).toEqual({ status: 401, code: 'UNAUTHENTICATED', added: {} });
    expect(await refusal({ token: 'pts_x', key: 'a' })).toEqual({ status: 401, code: 'UNAUTHENTICATED', added: {} });
    expect(await refusal({ token: api.staff, key: 'a' })).toEqual({ status: 403, code: 'FORBIDDEN', added: {} });
  });

  test('without a key, with one that is too long, a mode or a form that there is not', async () => {
    const bad = { status: 400, code: 'BAD_USER_INPUT', added: {} };
    expect(await refusal({ token })).toEqual(bad);
    expect(await refusal({ token, key: 'x'.repeat(201) })).toEqual(bad);
    expect(await refusal({ token, key: 'a', query: '?mode=some' })).toEqual(bad);
    expect(await refusal({ token, key: 'a', query: '?dryRun=perhaps' })).toEqual(bad);
    expect(await refusal({ token, key: 'a', query: '?dryrun=true' })).toEqual(bad); // nothing is done of what was to be tried
    expect(await refusal({ token, key: 'a', query: '?dryRun=true&dryRun=false' })).toEqual(bad);
    const form = { status: 415, code: 'BAD_REQUEST', added: {} };
    expect(await refusal({ token, key: 'a', type: 'application/json' })).toEqual(form);
    expect(await refusal({ token, key: 'a', headers: { 'content-encoding': 'br' } })).toEqual(form);
    expect(await refusal({ token, key: 'a', type: 'text/csv; charset=iso-8859-1' })).toEqual(form);
  });

  test('when the file breaks: the row is said, the batches before it stay, and the mended file goes on', async () => {
    const ptsIds = some(60);
    const file = csvOf(ptsIds);
    const broken = file.replace(/k50,/, `k50,"${'x'.repeat(70_000)}`);
    const { status, errors, upload } = await send(api.url, broken, { token, key: 'broken' });
    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', facts: { index: 50 } } });
    expect(upload).toMatchObject({ state: 'INCOMPLETE', ...all(40) });
    const mended = await send(api.url, file, { token, key: 'broken' });
    expect(mended.upload).toMatchObject({ state: 'COMPLETED', replayedRows: 40, ...all(60) });
    expect(await readingsOf(api, ptsIds)).toEqual({ inForce: 60, stored: 60 });
  });

  test('when it is atomic and breaks: nothing is stored', async () => {
    const ptsIds = some(3);
    const file = `<ARData>${ptsIds.map(id => `<ptsSystem><sysID>${id}</sysID>`).join('')}`;
    const sent = { token, key: 'broken whole', query: '?mode=atomic', type: 'application/xml' };
    const { status, upload } = await send(api.url, file, sent);
    expect({ status, ...upload }).toMatchObject({ status: 400, state: 'INCOMPLETE', ...all(0) });
  });

  test('when it is no gzip, or not all of it', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const gzip = gzipSync(csvOf(some(3)));
    const cut = await send(api.url, gzip.subarray(0, gzip.length - 9), { token, key: 'half a gzip', headers });
    expect({ status: cut.status, message: cut.errors[0]?.message }).toMatchObject({
      ...{ status: 400, message: expect.stringMatching(/no gzip, or not whole/) },
    });
    const none = await send(api.url, csvOf(['P']), { token, key: 'no gzip', headers });
    expect(none.errors[0]?.message).toMatch(/no gzip/);
  });

  test('after the last byte was read, however early the reason: a client that sends all before it reads is answered', async () => {
    const file = `nothing\n${'x,y\n'.repeat(1_500_000)}`;
    const { status, errors } = await send(api.url, file, { token, key: 'early' });
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });
});

describe('a receipt', () => {
  let receipt: Receipt;
  const rows = 44;
  beforeAll(async () => {
    const file = `${csvOf(some(rows - 2))}=x,PTS-PV2024-1,${readAt},5\ny,"PTS ""2""",${readAt},5\n`;
    const { upload } = await send(api.url, file, { token, key: 'receipt' });
    if (!upload) throw new Error('no receipt');
    receipt = upload;
  });

  test('is fetched again, with its rows as JSON Lines and as CSV, all or by what became of them', async () => {
    const path = receipt.receipt ?? '';
    const { replayedRows: _, ...stored } = receipt;
    expect((await get(api.url, path, token)).upload).toEqual(stored);
    const lines = await get(api.url, receipt.outcomes ?? '', token);
    expect(lines.outcomes.map(({ index }) => index)).toEqual(Array.from({ length: rows }, (_each, at) => at));
    const refused = await get(api.url, `${path}/outcomes.csv?status=REFUSED`, token);
    expect(refused.headers.get('content-disposition')).toMatch(/upload-\d+\.csv/);
    expect(refused.text.split('\r\n')).toEqual([
      'index,key,status,readingId,month,productionKwh,estimated,flags,code,message,expected',
      expect.stringMatching(/^42,'=x,REFUSED,,,,,,NOT_REPRESENTED,/),
      expect.stringMatching(
        /^43,y,REFUSED,,,,,,NOT_REPRESENTED,"Your .*""2"".*",a system that your organisation represents on 2024-04-28$/,
      ),
      '',
    ]);
    const unknown = await get(api.url, `${path}/outcomes.jsonl?status=LOST`, token);
    expect(unknown.status).toBe(400);
  });

  test('is of the organisation that sent it, and staff sees it too', async () => {
    const path = receipt.receipt ?? '';
    const colleague = await makeAccount(api, fleet.provider.organisationId, 'Colleague', ['SYSTEM_REPRESENTATIVE']);
    const owner = await makeParty(api, 'Owner', ['SYSTEM_OWNER']);
    const statuses = async (who: string | null) =>
      Promise.all(
        [path, `${path}/outcomes.jsonl`, `${path}/outcomes.csv`].map(
          async each => (await get(api.url, each, who)).status,
        ),
      );
    expect(await statuses(colleague.token)).toEqual([200, 200, 200]);
    expect(await statuses(api.staff)).toEqual([200, 200, 200]);
    expect(await statuses(stranger.token)).toEqual([404, 404, 404]);
    expect(await statuses(owner.token)).toEqual([403, 403, 403]);
    expect(await statuses(null)).toEqual([401, 401, 401]);
    expect((await get(api.url, '/uploads/9999999', token)).status).toBe(404);
    expect((await get(api.url, '/uploads/x', token)).status).toBe(404);
  });

  test('is read by GraphQL, its rows by pages across batches and by status', async () => {
    const query = `query ($id: ID!, $first: Int!, $after: String, $statuses: [ReadingStatus!]) { upload(id: $id) {
      key rows refused organisation { name }
      outcomes(first: $first, after: $after, statuses: $statuses) {
        edges { cursor node { index status code } } pageInfo { hasNextPage endCursor } } } }`;
    interface Page {
      upload: {
        outcomes: {
          edges: { cursor: string; node: { index: number } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } | null;
    }
    const page = async (variables: object, who = token) =>
      (await api.ask<Page>(who, query, { id: receipt.id, first: 4, ...variables })).data?.upload;
    const indexes = (found: Page['upload'] | undefined) => found?.outcomes.edges.map(({ node }) => node.index);
    expect(await page({})).toMatchObject({ key: 'receipt', rows, refused: 2, organisation: { name: 'Fleet Data' } });
    const after = Buffer.from(JSON.stringify(['37'])).toString('base64url');
    const crossing = await page({ after });
    expect(indexes(crossing)).toEqual([38, 39, 40, 41]);
    expect(crossing?.outcomes.pageInfo.hasNextPage).toBe(true);
    const last = await page({ after: crossing?.outcomes.pageInfo.endCursor });
    expect(indexes(last)).toEqual([42, 43]);
    expect(last?.outcomes.pageInfo.hasNextPage).toBe(false);
    expect(indexes(await page({ statuses: ['REFUSED'] }))).toEqual([42, 43]);
    expect(indexes(await page({ statuses: ['DUPLICATE'] }))).toEqual([]);
    expect(await page({}, stranger.token)).toBeNull();
    const { errors } = await api.ask(token, query, {
      id: receipt.id,
      first: 4,
      after: Buffer.from('["x"]').toString('base64url'),
    });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('stands first among the uploads of its organisation, and among nobody else’s', async () => {
    const list = '{ uploads(first: 2) { edges { node { key outcomes(first: 1) { edges { node { index } } } } } } }';
    interface Uploads {
      uploads: { edges: { node: { key: string; outcomes: { edges: object[] } } }[] };
    }
    const { data } = await api.ask<Uploads>(token, list);
    expect(data?.uploads.edges[0]?.node).toMatchObject({
      key: 'receipt',
      outcomes: { edges: [{ node: { index: 0 } }] },
    });
    expect((await api.ask<Uploads>(stranger.token, list)).data?.uploads.edges).toEqual([]);
    expect((await api.ask<Uploads>(api.staff, list)).data?.uploads.edges).toHaveLength(2);
  });
});

test('outside the window every row is refused, and the clock is that of the beginning', async () => {
  await setClock(api, '2024-05-10T15:00:00Z');
  const { upload } = await send(api.url, csvOf(some(2)), { token, key: 'closed' });
  await setClock(api, '2024-04-28T15:00:00Z');
  expect(upload && counts(upload)).toEqual({ ...all(2), accepted: 0, refused: 2 });
});

test('an account has eight uploads under way at a server; who has left counts no more', async () => {
  const { token: own } = await makeParty(api, 'Many Files', ['SYSTEM_REPRESENTATIVE']);
  // Whoever asks below may have the eighth place for a moment: the one that was refused for it comes again.
  const openOne = (at: number): ClientRequest => {
    const headers = { authorization: `Bearer ${own}`, 'content-type': 'text/csv', 'idempotency-key': `open ${at}` };
    const request = httpRequest(`${api.url}/readings`, { method: 'POST', headers });
    request.on('response', () => {
      request.destroy();
      open[at] = openOne(at);
    });
    request.on('error', () => undefined).write('ptsId,readAt,valueKwh\n');
    return request;
  };
  const open: ClientRequest[] = [];
  for (let at = 0; at < 8; at += 1) open.push(openOne(at));
  const statusSoon = async (wanted: number) => {
    let answer = await send(api.url, 'ptsId,readAt,valueKwh\n', { token: own, key: 'one more', query: '?dryRun=true' });
    for (let asked = 0; asked < 50 && answer.status !== wanted; asked += 1) {
      await sleep(50);
      answer = await send(api.url, 'ptsId,readAt,valueKwh\n', { token: own, key: 'one more', query: '?dryRun=true' });
    }
    return [answer.status, answer.errors[0]?.extensions.code];
  };
  expect(await statusSoon(409)).toEqual([409, 'CONFLICT']);
  for (const request of open) request.destroy();
  expect(await statusSoon(413)).toEqual([413, 'TOO_MANY_ROWS']); // a file without a row
});
