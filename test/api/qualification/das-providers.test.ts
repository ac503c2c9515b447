import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { makeParty, type Party } from '../support/world.js';
import { fileDocument, makeParties, type Parties, refusal, setClock } from './support.js';

let api: Api;
let parties: Parties;

beforeAll(async () => {
  api = await startApi();
  parties = await makeParties(api);
  await setClock(api, '2016-04-20T15:00:00Z');
});
afterAll(() => api.stop());

const application = { website: 'https://data.example', contact: 'Dana, 555-0100', reason: 'we send readings' };
const provider = (name: string): Promise<Party> => makeParty(api, name, ['SYSTEM_REPRESENTATIVE']);
const approvalOf = (requestId: unknown) => ({ requestId, approvedOn: '2016-05-01', reason: 'tested' });

test('a representative applies for its organisation, staff approves it, and everybody finds it on the list', async () => {
  const { token, organisationId } = await provider('Elm Data');
  const documentId = await fileDocument(api, { token, organisationId, accountId: '' });
  const draft = await api.does('applyAsDasProvider', { ...application, submit: false }, token);
  const evidence = [{ documentId, purpose: 'OTHER' }];
  const submitted = await api.does('applyAsDasProvider', { ...application, draftId: draft.requestId, evidence }, token);
  expect(submitted).toMatchObject({ requestId: draft.requestId, state: 'SUBMITTED' });
  const approval = approvalOf(submitted.requestId);
  const approved = await api.does('approveDasProviderApplication', approval, parties.staff.token);
  expect(approved).toMatchObject({ state: 'APPROVED', organisationId });
  const list = `query ($on: Date) { dasProviders(on: $on) { edges { node { approvedOn revokedOn organisation { name } } } } }`;
  const listed = async (on: string | null, by: string) =>
    dataOf(await api.ask(by, list, { on })).dasProviders as { edges: { node: unknown }[] };
  const node = { approvedOn: '2016-05-01', revokedOn: null, organisation: { name: 'Elm Data' } };
  for (const party of Object.values(parties)) expect((await listed(null, party.token)).edges).toEqual([{ node }]);
  expect((await listed('2016-04-30', token)).edges).toEqual([]);
  expect((await listed('2016-05-01', token)).edges).toHaveLength(1);
  const { rows } = await api.database.query(
    'select request_id as request from das_provider where organisation_id = $1',
    [organisationId],
  );
  expect(rows).toEqual([{ request: submitted.requestId }]);
  expect((await refusal(api, parties.staff.token, 'approveDasProviderApplication', approval)).code).toBe(
    'REQUEST_NOT_OPEN',
  );
  expect((await refusal(api, token, 'applyAsDasProvider', application)).code).toBe('CONFLICT');
});

test('one application of an organisation at a time, however many are sent at once', async () => {
  const { token } = await provider('Oak Data');
  const answers = await Promise.all([1, 2, 3].map(() => api.mutate(token, 'applyAsDasProvider', application)));
  const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'submitted');
  expect(codes.sort()).toEqual(['REQUEST_IN_PROGRESS', 'REQUEST_IN_PROGRESS', 'submitted']);
});

test('an organisation that was approved meanwhile is not approved again', async () => {
  const { token, organisationId } = await provider('Ash Data');
  const { requestId } = await api.does('applyAsDasProvider', application, token);
  await api.does('approveDasProvider', { organisationId, approvedOn: '2016-01-01', reason: 'known' });
  expect((await refusal(api, api.staff, 'approveDasProviderApplication', approvalOf(requestId))).code).toBe('CONFLICT');
});

test('a contact is given, the documents are one’s own, and each verb is for its own kind of account', async () => {
  const { token } = await provider('Fir Data');
  expect(await refusal(api, token, 'applyAsDasProvider', { ...application, contact: ' ' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    facts: { field: 'contact' },
  });
  const evidence = [{ documentId: await fileDocument(api, parties.stranger), purpose: 'OTHER' }];
  expect((await refusal(api, token, 'applyAsDasProvider', { ...application, evidence })).code).toBe('NOT_FOUND');
  for (const party of [parties.owner, parties.recOwner, parties.staff, parties.regulator]) {
    expect((await refusal(api, party.token, 'applyAsDasProvider', application)).code).toBe('FORBIDDEN');
  }
  const { requestId } = await api.does('applyAsDasProvider', application, token);
  for (const party of [{ token }, parties.owner, parties.regulator]) {
    const refused = await refusal(api, party.token, 'approveDasProviderApplication', approvalOf(requestId));
    expect(refused.code).toBe('FORBIDDEN');
  }
});
