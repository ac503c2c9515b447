import pg from 'pg';
import { transportCodes } from '../../src/server/errors.js';
import { type StartedHttp, startHttp } from '../../src/server/start.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const logged: string[] = [];
let database: TestDatabase;
let server: StartedHttp;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startHttp({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    mode: 'sandbox',
    logStream: { write: line => void logged.push(line) },
  });
});

afterAll(async () => {
  await server.close();
  await database.drop();
});

beforeEach(() => void logged.splice(0));

const document = JSON.stringify({ query: '{ systems { edges { cursor } } }' });

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

const idOf = (answer: Response) => answer.headers.get('x-request-id');

/** Runs with a table out of the way, which no code of the house expects. */
async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`alter table ${table} rename to elsewhere`);
  try {
    return await work();
  } finally {
    await client.query(`alter table elsewhere rename to ${table}`);
    await client.end();
  }
}

test.each([
  ['an answer', () => post('/public/graphql', '{"query":"{ __typename }"}')],
  ['a refusal', () => post('/graphql', document)],
  ['JSON that is cut off', () => post('/graphql', '{"query":')],
  ['an address without anything behind it', () => fetch(`${server.url}/nothing`)],
  ['the explorer', () => fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })],
  ['health', () => fetch(`${server.url}/health/live`)],
])('%s comes with an id of its request, another one each time', async (_, request) => {
  const ids = [idOf(await request()), idOf(await request())];
  for (const id of ids) expect(id).toMatch(uuid);
  expect(new Set(ids).size).toBe(2);
});

test('the id that a client gives is used', async () => {
  expect(idOf(await post('/graphql', document, { 'x-request-id': 'client.7:a-b_c' }))).toBe('client.7:a-b_c');
});

test.each([['with spaces'], ['{"a":1}'], ['x'.repeat(101)], ['']])('but not %j', async given => {
  expect(idOf(await post('/graphql', document, { 'x-request-id': given }))).toMatch(uuid);
});

test.each([
  ['inside a resolver', 'system', '/public/graphql', 'of-resolver'],
  ['before any resolver', 'sandbox_clock', '/graphql', 'of-context'],
])('a defect %s is logged once under the id that header and extensions name', async (_, table, path, id) => {
  const answer = await without(table, () => post(path, document, { 'x-request-id': id }));
  const { errors } = (await answer.json()) as { errors: { extensions: object }[] };
  expect(errors.map(error => error.extensions)).toEqual([
    { code: 'INTERNAL_SERVER_ERROR', help: transportCodes.INTERNAL_SERVER_ERROR, requestId: id },
  ]);
  expect(idOf(answer)).toBe(id);
  const lines = logged.map(line => JSON.parse(line) as Record<string, unknown>).filter(line => 'err' in line);
  expect(lines).toEqual([
    expect.objectContaining({ requestId: id, err: expect.objectContaining({ stack: expect.stringContaining(table) }) }),
  ]);
});

test('two defects at once keep their ids apart', async () => {
  const ids = Array.from({ length: 8 }, (_, index) => `at-once-${index}`);
  const named = await without('system', () =>
    Promise.all(
      ids.map(async id => {
        const answer = await post('/public/graphql', document, { 'x-request-id': id });
        return ((await answer.json()) as { errors: { extensions: { requestId: string } }[] }).errors[0]?.extensions
          .requestId;
      }),
    ),
  );
  expect(named).toEqual(ids);
});

describe('an address that leads nowhere is refused in the shape of every other error', () => {
  test.each([
    ['GET', '/nothing', 404, null],
    ['POST', '/graphql/more?query=x', 404, null],
    ['GET', '/%zz', 400, null],
    ['PUT', '/graphql', 405, 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql/?query=x', 405, 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/public/graphql', 405, 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/health/ready', 405, 'GET, HEAD'],
  ])('%s %s: %i', async (method, path, status, allow) => {
    const answer = await fetch(`${server.url}${path}`, { method });
    expect({ status: answer.status, allow: answer.headers.get('allow') }).toEqual({ status, allow });
    expect(await answer.json()).toEqual({
      errors: [
        {
          message: expect.stringMatching(/^\S.*\S$/),
          extensions: { code: 'BAD_REQUEST', help: transportCodes.BAD_REQUEST },
        },
      ],
    });
  });
});
