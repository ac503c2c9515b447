import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trustedDocuments } from '../../src/server/trusted-documents.js';
import { type Api, startApi } from '../api/support/api.js';
import { answerOf } from '../api/support/ask.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* Our own example operations as the documents that are trusted. */

const calendar = readFileSync('test/operations/public/public-calendar.graphql', 'utf8');
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
let open: Api;
let closed: Api;
beforeAll(async () => {
  open = await startApi('sandbox', undefined, { documents: trustedDocuments('test/operations') });
  closed = await startApi('sandbox', open.databaseUrl, {
    documents: trustedDocuments('test/operations', { only: true }),
  });
});
afterAll(async () => {
  await closed.stop();
  await open.stop();
});

const variables = { year: 2024 };
async function post(server: Api, body: object) {
  const { status, data, errors } = await answerOf(
    await fetch(`${server.url}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ variables, ...body }),
    }),
  );
  return { status, answered: Boolean(data), codes: errors.map(({ extensions }) => extensions.code) };
}
const get = async (server: Api, search: Record<string, string>) =>
  (
    await fetch(
      `${server.url}/public/graphql?${new URLSearchParams({ ...search, variables: JSON.stringify(variables) })}`,
    )
  ).json();

const answered = { status: 200, answered: true, codes: [] };
const refused = { status: 400, answered: false, codes: ['DOCUMENT_NOT_TRUSTED'] };

describe.each(['', 'sha256:'])('a document named by documentId "%s<hash>"', prefix => {
  const documentId = `${prefix}${hashOf(calendar)}`;

  test('is executed, by POST and by GET', async () => {
    expect(await post(open, { documentId })).toEqual(answered);
    expect(await post(closed, { documentId })).toEqual(answered);
    expect(await get(closed, { documentId })).toMatchObject({ data: expect.anything() });
  });
});

test('a documentId that is on no list is refused', async () => {
  expect(await post(open, { documentId: hashOf('other') })).toEqual(refused);
  expect(await post(closed, { documentId: hashOf('other') })).toEqual(refused);
});

test('other documents are executed, unless the list is all there is', async () => {
  const { status, codes } = await post(open, { query: '{ __typename }' });
  expect([status, codes]).toEqual([200, []]);
  expect(await post(closed, { query: '{ __typename }' })).toEqual(refused);
  expect(await get(closed, { query: '{ __schema { types { name } } }' })).toMatchObject({
    errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }],
  });
  expect(
    await post(closed, { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ __typename }') } } }),
  ).toEqual(refused);
});

test('a trusted document may also come whole, or as a persisted query', async () => {
  expect(await post(closed, { query: calendar })).toEqual(answered);
  expect(await post(closed, { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(calendar) } } })).toEqual(
    answered,
  );
});

test('the list can be a file of hash and text; a hash that is not that of its text stops the start', () => {
  const directory = temporaryDirectory('trusted');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'documents.json');
  writeFileSync(file, JSON.stringify({ [hashOf(calendar)]: calendar }));
  expect(trustedDocuments(file).textOf({ documentId: hashOf(calendar) })).toBe(calendar);
  writeFileSync(file, JSON.stringify({ [hashOf('other')]: calendar }));
  expect(() => trustedDocuments(file)).toThrow('is not the SHA-256 of its document');
});
