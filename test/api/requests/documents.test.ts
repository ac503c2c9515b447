import { createHash } from 'node:crypto';
import { type Api, startApi } from '../support/api.js';
import { answerOf, dataOf } from '../support/ask.js';
import { contentsOf } from '../support/contents.js';
import { fileFor, fileOf, pdf } from '../support/papers.js';
import { makeParty, type Party, setClock } from '../support/world.js';

let api: Api;
let owner: Party;
let other: Party;
let staff: Party;
let regulator: Party;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-04-28T15:00:00Z');
  owner = await makeParty(api, 'Oak House', ['SYSTEM_OWNER']);
  other = await makeParty(api, 'Elm Works', ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE']);
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  regulator = await makeParty(api, 'DOER', ['REGULATOR']);
});
afterAll(() => api.stop());

const get = (path: string, token: string | null, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, {
    headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  });
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const largest = 5 * 1024 * 1024;
const pdfOf = (byteLength: number) => Buffer.concat([pdf(), Buffer.alloc(byteLength - pdf().length, 'x')]);

describe('a document that is filed', () => {
  test('is kept as it came, with its hash and size', async () => {
    const content = pdf('the first');
    const filed = await api.does('fileDocument', fileOf(content), owner.token);
    expect(filed).toMatchObject({ sha256: hashOf(content), byteLength: content.length, replayed: false });
    const { document } = dataOf(
      await api.ask(
        owner.token,
        `{ document(id: "${filed.documentId}") { name mediaType byteLength sha256 createdAt organisation { name } } }`,
      ),
    );
    expect(document).toEqual({
      name: 'contract.pdf',
      mediaType: 'application/pdf',
      byteLength: content.length,
      sha256: hashOf(content),
      createdAt: expect.stringMatching(/^2024-04-28T15:/),
      organisation: { name: 'Oak House' },
    });
  });

  test.each([
    ['a PNG', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['a JPEG', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ])('may be %s', async (_, beginning, mediaType) => {
    const content = Buffer.from(`${beginning} pixels`, 'latin1');
    const filed = await api.does('fileDocument', fileOf(content, mediaType), owner.token);
    expect(filed.sha256).toBe(hashOf(content));
  });

  test('may have 5 MiB to the byte, and comes back whole', async () => {
    const content = pdfOf(largest);
    const { documentId } = await api.does('fileDocument', fileOf(content), owner.token);
    const response = await get(`/documents/${documentId}`, owner.token);
    expect(hashOf(new Uint8Array(await response.arrayBuffer()))).toBe(hashOf(content));
  });

  test('is answered twice and stored once, and no answer that is kept holds its content', async () => {
    const input = fileOf(pdf('a secret sentence'));
    const request = { key: 'once' };
    const first = dataOf(await api.mutate(owner.token, 'fileDocument', input, request)).fileDocument;
    const again = dataOf(await api.mutate(owner.token, 'fileDocument', input, request)).fileDocument;
    expect(again).toEqual({ ...first, replayed: true });
    const { rows } = await api.database.query<{ outcome: object }>(
      `select outcome from idempotent_request where key = 'once'`,
    );
    expect(rows).toEqual([
      { outcome: { documentId: first?.documentId, sha256: first?.sha256, byteLength: first?.byteLength } },
    ]);
  });

  test('can be filed by every kind of account', async () => {
    for (const { token } of [owner, other, staff, regulator]) {
      expect((await api.does('fileDocument', fileOf(pdf()), token)).documentId).toMatch(/^\d+$/);
    }
  });
});

describe('a document is not accepted', () => {
  const tooLarge = largest + 1;
  test.each([
    [
      'a page that says it is a PDF',
      fileOf(Buffer.from('<html><script>')),
      { mediaType: 'application/pdf', found: null },
    ],
    ['a PDF that says it is a PNG', fileOf(pdf(), 'image/png'), { mediaType: 'image/png', found: 'application/pdf' }],
    ['a type that nobody knows', fileOf(pdf(), 'text/html'), { mediaType: 'text/html', accepted: expect.any(Array) }],
    ['an empty file', fileOf(Buffer.alloc(0)), { byteLength: 0 }],
    ['a byte too many', fileOf(pdfOf(tooLarge)), { byteLength: tooLarge, maximumBytes: largest }],
    ['two bytes too many', fileOf(pdfOf(tooLarge + 1)), { byteLength: tooLarge + 1, maximumBytes: largest }],
    ['text that is no base64', { ...fileOf(pdf()), contentBase64: 'JVBERi0*' }, { field: 'contentBase64' }],
    ['base64 without its padding', { ...fileOf(pdf()), contentBase64: 'JVBERi0x' + 'Lj' }, { field: 'contentBase64' }],
    ['base64 in lines', { ...fileOf(pdf()), contentBase64: 'JVBE\nRi0x' }, { field: 'contentBase64' }],
    ['base64 for addresses', { ...fileOf(pdf()), contentBase64: 'JVBERi-_' }, { field: 'contentBase64' }],
  ])('%s', async (_, input, facts) => {
    const before = await contentsOf(api.database);
    const { errors } = await api.mutate(owner.token, 'fileDocument', input);
    expect(errors.map(error => error.extensions)).toEqual([
      { code: 'DOCUMENT_NOT_ACCEPTED', help: expect.any(String), facts },
    ]);
    expect(await contentsOf(api.database)).toEqual(before);
  });

  test.each([
    ['empty', ''],
    ['of too many characters', 'x'.repeat(201)],
    ['with a line break', 'a\r\nSet-Cookie: b.pdf'],
  ])('under a name %s: BAD_USER_INPUT', async (_, name) => {
    const { errors } = await api.mutate(owner.token, 'fileDocument', fileOf(pdf(), 'application/pdf', name));
    expect(errors.map(({ extensions }) => [extensions.code, extensions.facts?.field])).toEqual([
      ['BAD_USER_INPUT', 'name'],
    ]);
  });

  test('without a credential', async () => {
    const { errors } = await api.mutate(null, 'fileDocument', fileOf(pdf()));
    expect(errors.map(error => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('nor changed or removed once it is there', async () => {
    await fileFor(api, owner);
    await expect(api.database.query(`update document set name = 'other.pdf'`)).rejects.toThrow('append-only');
    await expect(api.database.query('delete from document')).rejects.toThrow('append-only');
  });
});

describe('whose document', () => {
  test('another organisation sees neither it nor that it exists; staff and the regulator see it', async () => {
    const id = await fileFor(api, owner);
    const seen = async (token: string, wanted: string) =>
      dataOf(await api.ask(token, `{ document(id: "${wanted}") { id } }`)).document;
    expect(await seen(other.token, id)).toBeNull();
    expect(await seen(other.token, '999999')).toBeNull();
    for (const { token } of [owner, staff, regulator]) expect(await seen(token, id)).toEqual({ id });
  });

  test('over HTTP too: another’s document and none are one answer, byte for byte', async () => {
    const id = await fileFor(api, owner);
    const answers = [];
    for (const path of [id, '999999', 'x', '-1', '9'.repeat(30)]) {
      const response = await get(`/documents/${path}`, other.token);
      answers.push({ status: response.status, text: await response.text() });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(404);
    expect(JSON.parse(answers[0]?.text ?? '')).toEqual({
      errors: [
        {
          message: 'There is no such file, or it is not yours to see.',
          extensions: { code: 'NOT_FOUND', help: expect.any(String), facts: {} },
        },
      ],
    });
    for (const { token } of [owner, staff, regulator]) expect((await get(`/documents/${id}`, token)).status).toBe(200);
  });

  test.each([
    ['no credential', null],
    ['one that is unknown', 'pts_none'],
  ])('over HTTP with %s: 401', async (_, token) => {
    const answer = await get(`/documents/${await fileFor(api, owner)}`, token).then(answerOf);
    expect(answer.status).toBe(401);
    expect(answer.errors.map(error => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(answer.text).not.toContain('PDF');
  });

  test('its content is sent to be saved, never to be shown or guessed at', async () => {
    const name = '../häuser "2024"; x=%41.pdf';
    const filed = await api.does('fileDocument', fileOf(pdf('sent'), 'application/pdf', name), owner.token);
    const response = await get(`/documents/${filed.documentId}`, owner.token);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf('sent'));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf('sent').length),
      'content-disposition': `attachment; filename="__h_user _2024__ x__41.pdf"; filename*=UTF-8''..%2Fh%C3%A4user%20%222024%22%3B%20x%3D%2541.pdf`,
      etag: `"${filed.sha256}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    const again = await get(`/documents/${filed.documentId}`, owner.token, { 'if-none-match': `"${filed.sha256}"` });
    expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: '' });
  });
});

describe('the documents of the programme', () => {
  const list =
    '{ programDocuments { slug title kind versions { id version publishedOn source hasFile sha256 path } } }';
  interface Version {
    readonly id: string;
    readonly version: string;
    readonly path: string | null;
  }
  interface Listed {
    readonly programDocuments: readonly { readonly slug: string; readonly versions: readonly Version[] }[];
  }
  const listed = async () => dataOf(await api.ask<Listed>(owner.token, list)).programDocuments;
  const versionsOf = async (slug: string) => (await listed()).find(each => each.slug === slug)?.versions ?? [];

  test('are fourteen, the same for accounts and for everybody, each with its first version', async () => {
    const documents = await listed();
    expect(documents).toHaveLength(14);
    expect(documents[6]).toMatchObject({
      slug: 'srec-terms-and-conditions',
      kind: 'TERMS',
      versions: [{ version: '1', publishedOn: null, hasFile: false, sha256: null, path: null }],
    });
    const everybody = await fetch(`${api.url}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: list }),
    }).then(answerOf);
    expect(everybody.data).toEqual({ programDocuments: documents });
  });

  test('get a new version from staff, whose file everybody may then read', async () => {
    const documentId = await fileFor(api, staff, 'the guide');
    const slug = 'pts-reporting-guide';
    const input = { slug, version: '2.0', publishedOn: '2024-04-01', documentId, source: 'MassCEC' };
    const { versionId } = await api.does('publishProgramDocument', input, staff.token);
    const [newest, first] = await versionsOf(slug);
    expect([newest?.version, first?.version]).toEqual(['2.0', '1']);
    expect(newest).toMatchObject({ id: versionId, path: `/public/documents/${versionId}`, hasFile: true });
    const response = await get(String(newest?.path), null);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf('the guide'));
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    const without = await get(`/public/documents/${first?.id}`, null);
    expect(without.status).toBe(404);
    expect((await get('/public/documents/x', null)).status).toBe(404);
    const repeated = await api.mutate(staff.token, 'publishProgramDocument', { ...input, publishedOn: '2024-04-02' });
    expect(repeated.errors.map(error => error.extensions)).toMatchObject([
      { code: 'CONFLICT', facts: { slug, version: '2.0' } },
    ]);
  });

  test('are not published from what a party filed, nor before their day, nor under a name that is none', async () => {
    const input = { slug: 'srec-ii-sqa-glossary', version: '2', publishedOn: '2024-04-01', source: 'MassCEC' };
    const codes = async (changed: object, token = staff.token) =>
      (await api.mutate(token, 'publishProgramDocument', { ...input, ...changed })).errors.map(
        error => error.extensions.code,
      );
    expect(await codes({ documentId: await fileFor(api, owner) })).toEqual(['NOT_FOUND']);
    expect(await codes({ documentId: '999999' })).toEqual(['NOT_FOUND']);
    expect(await codes({ slug: 'nothing' })).toEqual(['NOT_FOUND']);
    expect(await codes({ publishedOn: '2024-04-29' })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ version: '' })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({}, other.token)).toEqual(['FORBIDDEN']);
    expect(await versionsOf('srec-ii-sqa-glossary')).toHaveLength(1);
  });
});
