import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../src/boundary/context.js';
import { addressOf, RequestRates } from '../../src/server/request-rate.js';
import { type Api, startApi } from '../api/support/api.js';
import { makeParty } from '../api/support/world.js';

const rates = { accountPointsPerMinute: 300, publicPointsPerMinute: 40 };
/** Two servers on one database, as behind a balancer. */
let first: Api;
let second: Api;
beforeAll(async () => {
  first = await startApi('sandbox', undefined, { rates, trustProxy: true });
  second = await startApi('sandbox', first.databaseUrl, { rates, trustProxy: true });
}, 60_000);
afterAll(async () => {
  await second.stop();
  await first.stop();
});

/** A budget is that of a minute: a test begins early enough in one. */
beforeEach(async () => {
  const { rows } = await first.database.query<{ left: number }>(
    'select 60 - extract(second from now())::float8 as left',
  );
  const left = rows[0]?.left ?? 0;
  if (left < 8) await new Promise(resolve => setTimeout(resolve, left * 1_000 + 200));
});

let strangers = 0;
function newAddress(): string {
  strangers += 1;
  return `203.0.113.${strangers}`;
}

function get(api: Api, path: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${api.url}${path}`, { headers });
}

async function post(api: Api, path: string, headers: Record<string, string>, query = '{ __typename }') {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { response, body: (await response.json()) as { data?: unknown; errors?: { extensions: unknown }[] } };
}

const refusal = {
  code: 'RATE_LIMITED',
  help: expect.stringContaining('Retry-After'),
  facts: { points: expect.any(Number), remaining: 0, pointsPerMinute: 300, retryAfterSeconds: expect.any(Number) },
};

test('every answer tells the budget and what is left of it; spent over two servers, it refuses with 429 and says when to come back', async () => {
  const party = await makeParty(first, 'Spender', ['SYSTEM_OWNER']);
  const headers = { authorization: `Bearer ${party.token}` };
  const told = [];
  for (let asked = 0; asked < 290; asked += 1) {
    const { response } = await post(asked % 2 ? first : second, '/graphql', headers);
    expect(response.status).toBe(200);
    told.push(response.headers.get('ratelimit'));
    expect(response.headers.get('ratelimit-policy')).toBe('"account";q=300;w=60');
  }
  expect(told[0]).toMatch(/^"account";r=\d+;t=\d+$/);
  let refused = await post(first, '/graphql', headers);
  for (let more = 0; more < 30 && refused.response.status === 200; more += 1) {
    refused = await post(more % 2 ? first : second, '/graphql', headers);
  }
  expect(refused.response.status).toBe(429);
  expect(refused.body.errors?.map(error => error.extensions)).toEqual([refusal]);
  expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.response.headers.get('ratelimit')).toMatch(/^"account";r=0;t=\d+$/);
  const file = await get(first, '/documents/1', headers);
  expect([file.status, await file.json()]).toEqual([
    429,
    { errors: [expect.objectContaining({ extensions: refusal })] },
  ]);
});

test.each([
  ['is no GraphQL', '{ me'],
  ['does not fit the schema', '{ nothing }'],
  ['asks for too much', '{ systems(first: 500) { edges { node { readings(first: 500) { edges { cursor } } } } } }'],
])('a document that %s takes a point, and its answer tells the budget', async (what, document) => {
  const headers = { authorization: `Bearer ${(await makeParty(first, what, ['SYSTEM_OWNER'])).token}` };
  const left = async (query: string) => {
    const { response, body } = await post(first, '/graphql', headers, query);
    const [, remaining] = /r=(\d+)/.exec(response.headers.get('ratelimit') ?? '') ?? [];
    return { remaining: Number(remaining), body };
  };
  expect((await left('{ __typename }')).remaining).toBe(299);
  const refused = await left(document);
  expect(refused).toMatchObject({
    remaining: 298,
    body: {
      errors: [expect.anything()],
      extensions: { cost: { requested: 1, budget: { limit: 300, remaining: 298 } } },
    },
  });
});

test('who has spent its budget stops nobody else, and a refused mutation is not performed', async () => {
  const [spent, other] = [await makeParty(first, 'A', ['SYSTEM_OWNER']), await makeParty(first, 'B', ['SYSTEM_OWNER'])];
  const asked = Array.from({ length: 35 }, (_, n) =>
    first.mutate(spent.token, 'fileDocument', { name: 'x', contentBase64: '' }, { key: `${n}` }),
  );
  const codes = (await Promise.all(asked)).map(({ errors }) => errors[0]?.extensions.code);
  expect(codes.filter(code => code === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(35 - 300 / 11);
  expect((await first.ask(other.token, '{ me { name } }')).data).toEqual({ me: { name: 'B' } });
});

test('the public side counts by address, files too; another address has its own budget', async () => {
  const headers = { 'x-forwarded-for': newAddress() };
  const statuses = [];
  for (let asked = 0; asked < 50; asked += 1)
    statuses.push((await get(first, '/public/calendar/2024.ics', headers)).status);
  expect(statuses).toEqual([...Array(40).fill(200), ...Array(10).fill(429)]);
  expect((await post(first, '/public/graphql', headers)).response.status).toBe(429);
  expect((await post(first, '/public/graphql', { 'x-forwarded-for': newAddress() })).response.status).toBe(200);
});

test('what is no operation costs a point too: nobody has documents read and refused without end', async () => {
  const headers = { 'x-forwarded-for': newAddress() };
  const statuses = [];
  for (let asked = 0; asked < 42; asked += 1)
    statuses.push((await post(first, '/graphql', headers, '{ thereIsNoSuchField }')).response.status);
  expect(statuses.filter(status => status === 429)).toHaveLength(2);
  expect(statuses.at(-1)).toBe(429);
});

test('what no route has a hand in costs a point and tells the budget: no JSON, too long, nothing there', async () => {
  const { token } = await makeParty(first, 'Careless', ['SYSTEM_OWNER']);
  const told = async (path: string, asked: RequestInit, headers: Record<string, string>) => {
    const response = await fetch(`${first.url}${path}`, {
      ...asked,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return [response.status, response.headers.get('ratelimit-policy')];
  };
  const requests: [number, string, RequestInit][] = [
    [400, '/graphql', { method: 'POST', body: '{' }],
    [413, '/graphql', { method: 'POST', body: JSON.stringify({ query: 'x'.repeat(8 * 1024 * 1024) }) }],
    [404, '/nowhere', {}],
    [405, '/readings', {}],
  ];
  const stranger = { 'x-forwarded-for': newAddress() };
  for (const [status, path, asked] of requests) {
    const account = await told(path, asked, { authorization: `Bearer ${token}` });
    expect(account).toEqual([status, '"account";q=300;w=60']);
    expect(await told(path, asked, stranger)).toEqual([status, '"public";q=40;w=60']);
  }
  const statuses = [];
  for (let asked = 0; asked < 40; asked += 1)
    statuses.push((await told('/graphql', { method: 'POST', body: '{' }, stranger))[0]);
  expect(statuses.filter(status => status === 429)).toHaveLength(4);
});

test('a file of readings costs by its rows, as the mutation does', async () => {
  const { token } = await makeParty(first, 'File sender', ['SYSTEM_REPRESENTATIVE']);
  const rows = Array.from({ length: 2_450 }, (_, at) => `PTS-${at},2024-04-28T14:00:00Z,5\n`).join('');
  const response = await fetch(`${first.url}/readings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'costly', 'content-type': 'text/csv' },
    body: `ptsId,readAt,valueKwh\n${rows}`,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('ratelimit')).toMatch(/^"account";r=270;t=\d+$/); // 5, and 25 for its rows
});

test('what is under way waits for the next minute and is not refused; it waits for nobody who has left', async () => {
  const asked: number[] = [];
  const rates = new RequestRates(
    {
      take: async (policy, _asker, points) => {
        asked.push(points);
        return { ...policy, allowed: asked.length % 3 === 0, remaining: 0, resetSeconds: 0.01 };
      },
    },
    { accountPointsPerMinute: 12, publicPointsPerMinute: 1 },
  );
  const who = [{} as FastifyRequest, { accountId: '1' } as Actor] as const;
  await rates.pace(...who, 10, new AbortController().signal);
  expect(asked).toEqual([6, 6, 6]); // never more at once than there may be
  await rates.pace(...who, 1, AbortSignal.abort());
  expect(asked).toEqual([6, 6, 6, 1]);
});

test('who guesses credentials soon waits', async () => {
  const headers = { 'x-forwarded-for': newAddress(), authorization: 'Bearer pts_guess' };
  const statuses = [];
  for (let guess = 0; guess < 4; guess += 1) statuses.push((await post(first, '/graphql', headers)).response.status);
  expect(statuses).toEqual([401, 401, 429, 429]);
  expect((await get(first, '/documents/1', headers)).status).toBe(429);
});

test('health is not counted', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => get(first, '/health/live', {})));
  expect(answers.every(answer => answer.status === 200 && !answer.headers.has('ratelimit'))).toBe(true);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the address %s counts as %s', (ip, counted) => {
  expect(addressOf(ip)).toBe(counted);
});
