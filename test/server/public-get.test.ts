import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { type Api, startApi } from '../api/support/api.js';
import { countStatements } from '../api/support/statements.js';

const seconds = 2;
let api: Api;
let uncached: Api;
beforeAll(async () => {
  api = await startApi('sandbox', undefined, { publicCacheSeconds: seconds });
  uncached = await startApi('sandbox', api.databaseUrl);
});
afterAll(async () => {
  await uncached.stop();
  await api.stop();
});

type Given = Readonly<Record<string, string | object>>;

async function get(given: Given, headers: Record<string, string> = {}, server = api) {
  const search = new URLSearchParams(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const response = await fetch(`${server.url}/public/graphql?${search}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const pageOf = (first: number) => `{ systems(first: ${first}) { edges { cursor } } }`;

test('an answer to GET may be kept by everybody for a moment, and says of which content it is', async () => {
  const { status, headers } = await get({ query: pageOf(1) });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe(`public, max-age=${seconds}, stale-while-revalidate=30`);
  expect(headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
  expect(headers.get('vary')).toBe('accept');
});

test('HEAD is answered as GET is, without a body', async () => {
  const address = `${api.url}/public/graphql?${new URLSearchParams({ query: pageOf(4) })}`;
  const headers = async (method: string) => {
    const response = await fetch(address, { method });
    const of = ['etag', 'cache-control', 'content-type', 'content-length'].map(name => response.headers.get(name));
    return { status: response.status, of, length: (await response.text()).length };
  };
  const [head, get] = [await headers('HEAD'), await headers('GET')];
  expect(head).toEqual({ ...get, length: 0 });
  expect(get.length).toBe(Number(get.of[3]));
});

test('who has the answer already gets 304 and no body; who has another gets the answer', async () => {
  const tag = (await get({ query: pageOf(2) })).headers.get('etag') ?? '';
  const again = await get({ query: pageOf(2) }, { 'if-none-match': `"other", W/${tag}` });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
  expect((await get({ query: pageOf(2) }, { 'if-none-match': '"other"' })).status).toBe(200);
});

test('an answer says nothing of who asked: counted or not, its content and tag are the same', async () => {
  const rates = { accountPointsPerMinute: 1_000, publicPointsPerMinute: 1_000 };
  const counted = await startApi('sandbox', api.databaseUrl, { rates });
  const asked = [await get({ query: pageOf(3) }, {}, counted), await get({ query: pageOf(3) }, {}, counted)];
  await counted.stop();
  expect(asked[1]?.headers.get('etag')).toBe(asked[0]?.headers.get('etag'));
  expect(asked[0]?.headers.get('ratelimit')).not.toBe(asked[1]?.headers.get('ratelimit'));
});

test('where nothing is kept, clients ask whether theirs still holds', async () => {
  const { headers } = await get({ query: pageOf(1) }, {}, uncached);
  expect(headers.get('cache-control')).toBe('public, no-cache');
  const again = await get({ query: pageOf(1) }, { 'if-none-match': headers.get('etag') ?? '' }, uncached);
  expect(again.status).toBe(304);
});

test("the tag is that of the data, not of what is left of somebody's budget", async () => {
  const rates = { accountPointsPerMinute: 1_000, publicPointsPerMinute: 1_000 };
  const counting = await startApi('sandbox', api.databaseUrl, { rates });
  const asked = [await get({ query: pageOf(1) }, {}, counting), await get({ query: pageOf(1) }, {}, counting)] as const;
  const again = await get({ query: pageOf(1) }, { 'if-none-match': asked[0].headers.get('etag') ?? '' }, counting);
  await counting.stop();
  expect(asked[0].headers.get('ratelimit')).not.toBe(asked[1].headers.get('ratelimit'));
  expect(asked[1].text).toBe(asked[0].text);
  expect([again.status, again.headers.get('etag')]).toEqual([304, asked[0].headers.get('etag')]);
});

test('the same question asks the database once in so many seconds, by POST too; another question asks again', async () => {
  const asking = (first: number) => countStatements(() => get({ query: pageOf(first) }));
  expect((await asking(11)).count).toBeGreaterThan(0);
  expect((await asking(11)).count).toBe(0);
  expect((await asking(12)).count).toBeGreaterThan(0);
  const post = (variables: object) =>
    countStatements(async () => {
      const response = await fetch(`${api.url}/public/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'query ($n: Int!) { systems(first: $n) { edges { cursor } } }', variables }),
      });
      return { cacheControl: response.headers.get('cache-control'), etag: response.headers.get('etag') };
    });
  expect((await post({ n: 13 })).count).toBeGreaterThan(0);
  expect(await post({ n: 13 })).toEqual({ count: 0, result: { cacheControl: 'no-store', etag: null } });
  expect((await post({ n: 14 })).count).toBeGreaterThan(0);
  await new Promise(resolve => setTimeout(resolve, seconds * 1000 + 100));
  expect((await asking(11)).count).toBeGreaterThan(0);
});

test('what a change leaves behind is seen after that time, and a client learns it by its tag', async () => {
  const query = '{ systems(first: 500) { edges { node { town } } } }';
  const before = await get({ query });
  await api.does('registerSystem', { name: 'New barn', technology: 'WIND', capacityKw: '60.5', town: 'Lenox' });
  expect((await get({ query })).text).toBe(before.text);
  await new Promise(resolve => setTimeout(resolve, seconds * 1000 + 100));
  const after = await get({ query }, { 'if-none-match': before.headers.get('etag') ?? '' });
  expect([after.status, after.text.includes('Lenox')]).toEqual([200, true]);
});

test('each media type has an answer of its own', async () => {
  const types = ['application/json', 'application/graphql-response+json'];
  for (const accept of [...types, ...types]) {
    const { headers } = await get({ query: pageOf(21) }, { accept });
    expect(headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  }
});

test.each([
  ['a refused value', pageOf(501), 200],
  ['a document that does not fit', '{ nothing }', 200],
  ['too large a question', `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: __typename`).join(' ')} }`, 400],
  ['a mutation', 'mutation { __typename }', 200],
])('%s is not kept', async (_, query, status) => {
  for (let times = 0; times < 2; times += 1) {
    const answer = await get({ query });
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      status,
      'no-store',
      null,
    ]);
    expect(answer.text).toMatch(/^\{"errors":/);
  }
});

test('a persisted query is asked for by its hash once it was sent whole', async () => {
  const query = pageOf(31);
  const extensions = persisted(hashOf(query));
  const unknown = await get({ extensions });
  expect(unknown.text).toContain('"PERSISTED_QUERY_NOT_FOUND"');
  expect(unknown.headers.get('cache-control')).toBe('no-store');
  const whole = await get({ query, extensions });
  const byHash = await get({ extensions });
  expect([byHash.status, byHash.text]).toEqual([200, whole.text]);
  expect(byHash.headers.get('etag')).toBe(whole.headers.get('etag'));
});

test('nobody can put another document under a hash', async () => {
  const { status, text } = await get({ query: pageOf(32), extensions: persisted(hashOf(pageOf(33))) });
  expect([status, text.includes('"BAD_REQUEST"')]).toEqual([400, true]);
  expect((await get({ extensions: persisted(hashOf(pageOf(33))) })).text).toContain('PERSISTED_QUERY_NOT_FOUND');
});

test('what accounts get is kept by nobody', async () => {
  const response = await fetch(`${api.url}/graphql?query={me{name}}`, {
    headers: { authorization: `Bearer ${api.staff}` },
  });
  expect([response.status, response.headers.get('cache-control'), response.headers.get('etag')]).toEqual([
    200,
    'no-store',
    null,
  ]);
});

test('a GET that a page of somebody else could send is refused at the endpoint for accounts', async () => {
  const response = await fetch(`${api.url}/graphql?query={__typename}`);
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining('Cross-Site Request Forgery'),
  ]);
});

describe('a page of another origin', () => {
  const origin = 'https://dashboard.example';
  const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');
  const preflight = (path: string, server = api) =>
    fetch(`${server.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, if-none-match',
      },
    });

  test('may ask everything public, and is told so beforehand', async () => {
    for (const path of ['/public/graphql', '/public/tables/acp-rates.csv', '/public/catalog.json']) {
      const { status, headers } = await preflight(path);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST');
      expect(headers.get('access-control-allow-headers')).toMatch(/content-type.*if-none-match/);
    }
  });

  test('reads every answer: what was found, what was not, what is refused, and the headers of it', async () => {
    const rates = { accountPointsPerMinute: 1_000, publicPointsPerMinute: 2 };
    const poor = await startApi('sandbox', api.databaseUrl, { rates });
    expect((await preflight('/public/graphql', poor)).headers.get('ratelimit')).toBeNull(); // costs nothing
    const asked = [
      ...['/public/graphql?query={__typename}', '/public/tables/none.csv', '/public/tables/acp-rates.csv'].map(path =>
        fetch(`${poor.url}${path}`, { headers: { origin } }),
      ),
    ];
    const answers = await Promise.all(asked);
    await poor.stop();
    expect(answers.map(({ status }) => status)).toContain(429);
    expect(answers.map(allowed)).toEqual(['*', '*', '*']);
    expect(answers[0]?.headers.get('access-control-expose-headers')).toMatch(
      /etag.*ratelimit.*retry-after.*x-request-id/,
    );
  });

  test('may not ask what takes a credential', async () => {
    const answer = await fetch(`${api.url}/graphql?query={me{name}}`, {
      headers: { origin, authorization: `Bearer ${api.staff}` },
    });
    expect([allowed(answer), allowed(await preflight('/graphql'))]).toEqual([null, null]);
  });
});

test.each([
  ['no HTTP', 'GARBAGE\r\n\r\n', 400],
  ['an address that is too long', `GET /public/graphql?query=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
])('%s is refused in the shape of every other error', async (_, sent, status) => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(sent));
    let text = '';
    socket.setEncoding('utf8').on('data', piece => {
      text += piece;
    });
    socket.on('close', () => resolve(text)).on('error', reject);
  });
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [A-Z]`));
  expect(JSON.parse(body).errors).toEqual([
    { message: expect.stringMatching(/\.$/), extensions: { code: 'BAD_REQUEST', help: expect.any(String) } },
  ]);
});
