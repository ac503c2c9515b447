import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Api, startApi } from '../api/support/api.js';
import { makeParty } from '../api/support/world.js';
import { csvOf, makeFleet } from '../submission/support/fleet.js';
import { send } from '../submission/support/send.js';

const logged: string[] = [];
let api: Api;

beforeAll(async () => {
  api = await startApi('sandbox', undefined, {
    ...{ logLevel: 'info', logStream: { write: line => void logged.push(line) } },
    metrics: { host: '127.0.0.1', port: 0 },
    rates: { accountPointsPerMinute: 100_000, publicPointsPerMinute: 5 },
  });
});
afterAll(() => api.stop());
beforeEach(() => void logged.splice(0));

const scrape = async () => (await fetch(api.server.metricsUrl ?? '')).text();
/** The value of a line of metrics, 0 without it. */
const figure = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find(each => each.startsWith(`${line} `))
      ?.slice(line.length) ?? 0,
  );

/** The lines of the log, once there are so many. */
async function lines(count: number): Promise<Record<string, unknown>[]> {
  while (logged.length < count) await sleep(5);
  return logged.map(line => JSON.parse(line) as Record<string, unknown>);
}

async function ready() {
  await sleep(300); // an answer stands for a quarter of a second
  const response = await fetch(`${api.url}/health/ready`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('readiness', () => {
  test('it tells database, migrations and queue', async () => {
    expect(await ready()).toEqual({
      status: 200,
      body: {
        ...{ status: 'ready', database: 'up', pendingMigrations: 0 },
        queue: { due: 0, oldestDueSeconds: 0, maximumSeconds: 60 },
      },
    });
  });

  test('jobs that come late degrade it, and it still takes requests', async () => {
    await api.database.query(
      `select from graphile_worker.add_job('forget-rate-counts', run_at => now() - interval '5 minutes')`,
    );
    const { status, body } = await ready();
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'degraded', queue: { due: 1, oldestDueSeconds: expect.any(Number) } });
    const text = await scrape();
    expect(figure(text, 'pts_queue_oldest_due_seconds')).toBeGreaterThanOrEqual(300);
    expect(figure(text, 'pts_queue_jobs{state="due"}')).toBe(1);
    await api.database.query('delete from graphile_worker._private_jobs');
  });

  test('a database that lacks a migration takes it out of service', async () => {
    await api.database.query(`update migration set name = 'x' where name like '05-%'`);
    expect(await ready()).toMatchObject({ status: 503, body: { status: 'not ready', pendingMigrations: 1 } });
    await api.database.query(`update migration set name = '05-readings-are-kept-by-month' where name = 'x'`);
    expect((await ready()).status).toBe(200);
  });

  test('so does a database that is away; it is live all the same', async () => {
    const name = new URL(api.databaseUrl).pathname.slice(1);
    const beside = new pg.Client({ connectionString: process.env.PTS_TEST_URL });
    await beside.connect();
    await beside.query(`alter database ${name} allow_connections false`);
    await beside.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like 'pts%'`,
      [name],
    );
    expect(await ready()).toEqual({
      status: 503,
      body: { status: 'not ready', database: 'down', pendingMigrations: null, queue: null },
    });
    expect(await (await fetch(`${api.url}/health/live`)).json()).toEqual({ status: 'live' });
    await beside.query(`alter database ${name} allow_connections true`);
    await beside.end();
    expect((await ready()).status).toBe(200);
  });
});

describe('metrics', () => {
  test('requests are counted by route, kind of operation and status, and nothing that a client names is a label', async () => {
    await api.ask(api.staff, 'query NamedByTheClient { me { name } }');
    await api.ask(null, '{ me { name } }');
    await fetch(`${api.url}/nowhere/named-by-the-client`);
    await sleep(50);
    const text = await scrape();
    const count = (labels: string) => figure(text, `pts_http_request_seconds_count{${labels}}`);
    expect(count('route="/graphql",operation="query",status="200"')).toBeGreaterThanOrEqual(2);
    expect(count('route="none",operation="none",status="404"')).toBe(1);
    expect(figure(text, 'pts_errors_total{code="UNAUTHENTICATED"}')).toBeGreaterThanOrEqual(1);
    expect(figure(text, 'pts_errors_total{code="BAD_REQUEST"}')).toBe(1);
    expect(text).not.toMatch(/NamedByTheClient|named-by-the-client/);
    expect(figure(text, 'pts_pool_connections{pool="pts",state="maximum"}')).toBe(10);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  test('a request whose client goes before it is answered is counted and logged, once', async () => {
    const provider = await makeParty(api, 'Gone', ['SYSTEM_REPRESENTATIVE']);
    logged.splice(0);
    const gone = new AbortController();
    const body = new ReadableStream({ start: stream => stream.enqueue(new TextEncoder().encode('ptsId')) });
    const headers = {
      'content-type': 'text/csv',
      'idempotency-key': 'gone',
      authorization: `Bearer ${provider.token}`,
    };
    const sent = { method: 'POST', headers, body, duplex: 'half', signal: gone.signal } as RequestInit;
    const answer = fetch(`${api.url}/readings`, sent);
    const begun = () => api.database.query(`select 1 from upload where key = 'gone'`);
    while ((await begun()).rows.length === 0) await sleep(10);
    gone.abort();
    await expect(answer).rejects.toThrow();
    await sleep(200);
    expect(await lines(1)).toMatchObject([{ msg: 'request', route: '/readings', status: 499 }]);
    expect(
      figure(await scrape(), 'pts_http_request_seconds_count{route="/readings",operation="none",status="499"}'),
    ).toBe(1);
  });

  test('a budget that is spent is counted by its name', async () => {
    const statuses = [];
    for (let asked = 0; asked < 12; asked += 1) {
      statuses.push((await fetch(`${api.url}/public/calendar/2024.ics`)).status);
    }
    const refused = statuses.filter(status => status === 429).length;
    await sleep(50);
    const text = await scrape();
    expect(refused).toBeGreaterThan(0);
    expect(figure(text, 'pts_rate_limited_total{budget="public"}')).toBe(refused);
    expect(figure(text, 'pts_errors_total{code="RATE_LIMITED"}')).toBe(refused);
  });

  test('rows of readings are counted by what became of them, in whatever shape they came', async () => {
    const { provider, ptsIds } = await makeFleet(api, 4);
    const [first = '', ...others] = ptsIds;
    const reading = { ptsId: first, readAt: '2024-04-28T14:00:00Z', valueKwh: '100' };
    await api.does('submitReadings', { readings: [reading] }, provider.token);
    await api.does('submitReadings', { readings: [reading] }, provider.token);
    const { upload } = await send(api.url, csvOf([...others, 'PTS-PV2024-1']), { token: provider.token, key: 'k' });
    expect(upload).toMatchObject({ accepted: 3, refused: 1 });
    const text = await scrape();
    const of = (status: string) => figure(text, `pts_reading_rows_total{status="${status}"}`);
    expect([of('accepted'), of('duplicate'), of('superseded'), of('refused')]).toEqual([4, 1, 0, 1]);
  });

  test('they are not on the port of the API', async () => {
    const headers = { authorization: `Bearer ${api.staff}` }; // the budget of this address is spent
    expect((await fetch(`${api.url}/metrics`, { headers })).status).toBe(404);
    expect((await fetch((api.server.metricsUrl ?? '').replace('/metrics', '/'))).status).toBe(404);
  });
});

describe('the log of requests', () => {
  test('a line for each: which, who, what it cost, how it ended', async () => {
    const party = await makeParty(api, 'Logged', ['SYSTEM_OWNER']);
    logged.splice(0);
    await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'mine', authorization: `Bearer ${party.token}` },
      body: JSON.stringify({ query: 'query Mine { ledger(first: 1) { edges { cursor } } }' }),
    });
    const [line] = await lines(1);
    expect(line).toMatchObject({
      ...{ level: 30, msg: 'request', requestId: 'mine', method: 'POST', route: '/graphql', status: 200 },
      ...{ accountId: party.accountId, operation: 'query', operationName: 'Mine', codes: ['FORBIDDEN'] },
      ...{ cost: expect.any(Number), ms: expect.any(Number) },
    });
  });

  test('no credential, no e-mail address, no variable and no header is in any line, also of a defect', async () => {
    const secret = 'pts_abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
    const address = 'someone.private@example.org';
    const post = (headers: Record<string, string>, body: object) =>
      fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const create =
      'mutation M($input: CreateAccountInput!, $key: String!) { createAccount(input: $input, idempotencyKey: $key) { accountId } }';
    const input = { organisationId: '1', name: 'P', kinds: ['STAFF'], email: address };
    const staff = { authorization: `Bearer ${api.staff}` };
    await post(staff, { query: create, variables: { input, key: randomUUID() } });
    await post({ authorization: `Bearer ${secret}`, 'x-request-id': secret }, { query: '{ me { name } }' });
    await post(staff, { query: `query ${secret.replaceAll('-', '_')} { me { name } }` });
    await post(staff, { query: `{ me { name } } # ${address}` });
    await fetch(`${api.url}/documents/${address}?token=${secret}`, { headers: staff });
    await new Promise(resolve => setTimeout(resolve, 1_100)); // so that the credential is asked for anew
    await api.database.query('alter table account rename to elsewhere');
    const failed = await post(staff, { query: create, variables: { input, key: randomUUID() } });
    await api.database.query('alter table elsewhere rename to account');
    expect(failed.status).toBe(500);
    const all = (await lines(7)).map(line => JSON.stringify(line)).join('\n');
    expect(all).toContain('"level":50');
    for (const word of [secret, api.staff, address, 'example.org', 'Bearer']) expect(all).not.toContain(word);
  });
});
