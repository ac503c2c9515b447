import { currentTermsVersionId } from '../../../src/document/terms-version.js';
import { openDatabase } from '../../../src/server/database.js';
import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { makeAccount, makeParty, type Party, setClock } from '../support/world.js';

let api: Api;
let recOwner: Party;
let owner: Party;
let other: Party;
let staff: Party;
let versionId: string;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-04-28T15:00:00Z');
  recOwner = await makeParty(api, 'Oak Certificates', ['REC_OWNER']);
  owner = await makeParty(api, 'Oak House', ['SYSTEM_OWNER']);
  other = await makeParty(api, 'Elm Works', ['REC_OWNER']);
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  versionId = await current();
});
afterAll(() => api.stop());

async function current(): Promise<string> {
  const orm = await openDatabase(api.databaseUrl);
  try {
    return await currentTermsVersionId(orm.em.fork());
  } finally {
    await orm.close(true);
  }
}

const codes = async (token: string, input: object) =>
  (await api.mutate(token, 'acceptTerms', input)).errors.map(error => error.extensions.code);
const acceptances = async (token: string) => {
  const question = '{ me { organisation { termsAcceptances { versionId evidence createdAt accountName } } } }';
  return dataOf(await api.ask<{ me: { organisation: { termsAcceptances: object[] } } }>(token, question)).me
    .organisation.termsAcceptances;
};

test('a REC owner accepts for its own organisation, once', async () => {
  expect(await acceptances(recOwner.token)).toEqual([]);
  const { organisationId } = await api.does('acceptTerms', { versionId }, recOwner.token);
  expect(organisationId).toBe(recOwner.organisationId);
  expect(await acceptances(recOwner.token)).toEqual([
    { versionId, evidence: null, createdAt: expect.stringMatching(/^2024-04-28T15:/), accountName: 'Oak Certificates' },
  ]);
  expect(await codes(recOwner.token, { versionId })).toEqual(['CONFLICT']);
});

test('two at once are one acceptance', async () => {
  const late = await makeParty(api, 'Late', ['REC_OWNER']);
  const answers = await Promise.all([codes(late.token, { versionId }), codes(late.token, { versionId })]);
  expect(answers.flat()).toEqual(['CONFLICT']);
  expect(await acceptances(late.token)).toHaveLength(1);
});

test('nobody accepts for another organisation, and does not learn whether it exists', async () => {
  const answers = [];
  for (const organisationId of [other.organisationId, '999999']) {
    const { errors } = await api.mutate(recOwner.token, 'acceptTerms', { versionId, organisationId });
    answers.push(JSON.stringify(errors).replaceAll(organisationId, 'THE ID'));
  }
  expect(answers[0]).toContain('NOT_FOUND');
  expect(answers[1]).toBe(answers[0]);
  expect(await acceptances(other.token)).toEqual([]);
});

test('an account that is no REC owner accepts nothing', async () => {
  expect(await codes(owner.token, { versionId })).toEqual(['FORBIDDEN']);
});

test('staff records the acceptance of any organisation, with evidence', async () => {
  const { organisationId } = other;
  expect(await codes(staff.token, { versionId, organisationId })).toEqual(['EVIDENCE_REQUIRED']);
  expect(await codes(staff.token, { versionId, organisationId, evidence: ' ' })).toEqual(['EVIDENCE_REQUIRED']);
  expect(await codes(staff.token, { versionId, organisationId: '999999', evidence: 'form' })).toEqual(['NOT_FOUND']);
  const evidence = 'signed form of 2024-04-20';
  await api.does('acceptTerms', { versionId, organisationId, evidence }, staff.token);
  expect(await acceptances(other.token)).toMatchObject([{ versionId, evidence, accountName: 'MassCEC' }]);
  const { rows } = await api.database.query(
    'select created_by::text as by from terms_acceptance where organisation_id = $1',
    [organisationId],
  );
  expect(rows).toEqual([{ by: staff.accountId }]);
});

test('another document of the programme is not the terms, and what does not exist is nothing', async () => {
  const { rows } = await api.database.query<{ id: string }>(
    `select v.id::text from program_document_version v join program_document d on d.id = v.program_document_id
     where d.slug = 'pts-homeowner-guide'`,
  );
  expect(await codes(recOwner.token, { versionId: rows[0]?.id })).toEqual(['BAD_USER_INPUT']);
  expect(await codes(recOwner.token, { versionId: '999999' })).toEqual(['NOT_FOUND']);
});

test('what an organisation accepted is not told to others', async () => {
  const ptsId = String(
    (await api.does('registerSystem', { name: 'Shared', technology: 'WIND', capacityKw: '5', town: 'Hull' })).ptsId,
  );
  const appointment = { ptsId, fromOn: '2024-01-01', evidence: 'contract', reason: 'test' };
  await api.does('appoint', { ...appointment, role: 'REC_OWNER', organisationId: recOwner.organisationId });
  await api.does('appoint', { ...appointment, role: 'SYSTEM_OWNER', organisationId: owner.organisationId });
  const question = `{ system(ptsId: "${ptsId}") { roles { organisation { name termsAcceptances { versionId } } } } }`;
  const told = async (token: string) => (await api.ask(token, question)).text;
  expect(await told(owner.token)).toContain('{"name":"Oak Certificates","termsAcceptances":[]}');
  expect(await told(recOwner.token)).toContain(
    `{"name":"Oak Certificates","termsAcceptances":[{"versionId":"${versionId}"}]}`,
  );
  expect(await told(staff.token)).toContain(
    `{"name":"Oak Certificates","termsAcceptances":[{"versionId":"${versionId}"}]}`,
  );
});

test('a new version is the current one from then on, an older one that is entered late is not', async () => {
  const slug = 'srec-terms-and-conditions';
  const publish = (version: string, publishedOn: string) =>
    api.does('publishProgramDocument', { slug, version, publishedOn, source: 'MassCEC' }, staff.token);
  const second = String((await publish('2', '2024-04-01')).versionId);
  await publish('1.5', '2020-01-01');
  expect(await current()).toBe(second);
  await api.does('acceptTerms', { versionId: second }, recOwner.token);
  const slow = await makeParty(api, 'Slow', ['REC_OWNER']);
  const { errors } = await api.mutate(slow.token, 'acceptTerms', { versionId });
  expect(errors.map(({ extensions }) => [extensions.code, extensions.facts])).toEqual([
    ['BAD_USER_INPUT', { field: 'versionId', value: versionId, current: second }],
  ]);
  const { organisationId } = slow;
  await api.does('acceptTerms', { versionId, organisationId, evidence: 'form of March' }, staff.token);
  expect(await acceptances(slow.token)).toMatchObject([{ versionId }]);
  expect(await codes(slow.token, { versionId: second })).toEqual([]);
  expect(await acceptances(recOwner.token)).toMatchObject([{ versionId }, { versionId: second }]);
});

test('an account of two kinds accepts for its own organisation without evidence, as its REC owner', async () => {
  const { organisationId } = await makeParty(api, 'Both', ['REC_OWNER']);
  const both = await makeAccount(api, organisationId, 'Both', ['REC_OWNER', 'STAFF']);
  const newest = await current();
  expect(await codes(both.token, { versionId })).toEqual(['BAD_USER_INPUT']);
  await api.does('acceptTerms', { versionId: newest }, both.token);
  expect(await acceptances(both.token)).toMatchObject([{ versionId: newest, evidence: null }]);
});
