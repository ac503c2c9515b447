import { type Api, startApi } from './support/api.js';
import { dataOf } from './support/ask.js';
import { makeParty, type Party } from './support/world.js';

let api: Api;
let provider: Party;
beforeAll(async () => {
  api = await startApi();
  provider = await makeParty(api, 'Provider', ['SYSTEM_REPRESENTATIVE']);
}, 60_000);
afterAll(() => api.stop());

const rotate = async (token: string, input: object) => {
  const { data, errors } = await api.mutate(token, 'rotateApiCredential', { label: 'next', ...input });
  return { made: data?.rotateApiCredential, refusal: errors[0]?.extensions };
};
const credentialsOf = async (token: string) =>
  dataOf(
    await api.ask<{ me: { credentials: { id: string; scopes: string[]; lastUsedAt: string | null }[] } }>(
      token,
      '{ me { credentials { id scopes lastUsedAt } } }',
    ),
  ).me.credentials;
const revoke = (token: string, credentialId: unknown) => api.mutate(token, 'revokeApiCredential', { credentialId });
const codeOf = async (answer: ReturnType<Api['ask']>) => (await answer).errors[0]?.extensions.code;

test('a party rotates its credential without standing still: two are alive, then the old one is revoked by the new one', async () => {
  const first = await credentialsOf(provider.token);
  const { made } = await rotate(provider.token, {});
  const next = String(made?.secret);
  for (const token of [provider.token, next]) expect(await codeOf(api.ask(token, '{ me { name } }'))).toBeUndefined();
  expect((await rotate(next, {})).refusal).toMatchObject({
    code: 'CONFLICT',
    facts: { rule: 'two_credentials_alive', credentialIds: [first[0]?.id, made?.credentialId] },
  });
  await revoke(next, first[0]?.id);
  expect(await codeOf(api.ask(provider.token, '{ me { name } }'))).toBe('UNAUTHENTICATED');
  provider = { ...provider, token: next };
});

test.each(['', 'x'.repeat(201)])('a key of no character, or of too many, is named as what is wrong', async key => {
  const { errors } = await api.mutate(provider.token, 'rotateApiCredential', { label: 'next' }, { key });
  const facts = { field: 'idempotencyKey', length: key.length, maximumLength: 200 };
  expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', facts }]);
});

test('two rotations at once make one credential', async () => {
  const both = await Promise.all([rotate(provider.token, { label: 'a' }), rotate(provider.token, { label: 'b' })]);
  expect(both.map(({ refusal }) => refusal?.code).sort()).toEqual(['CONFLICT', undefined]);
  const made = both.find(({ made }) => made)?.made;
  await revoke(provider.token, made?.credentialId);
});

test('a credential that runs out makes room, and is refused from that instant on', async () => {
  const soon = new Date(Date.now() + 1_500).toISOString();
  const { made } = await rotate(provider.token, { expiresAt: soon });
  expect(made?.expiresAt).toBe(soon);
  await new Promise(resolve => setTimeout(resolve, 1_700));
  expect(await codeOf(api.ask(String(made?.secret), '{ me { name } }'))).toBe('UNAUTHENTICATED');
  const { made: another } = await rotate(provider.token, {});
  expect(another?.credentialId).toBeDefined();
  await revoke(provider.token, another?.credentialId);
});

test('without an end it lives 366 days; a longer life, and one that is over, are refused', async () => {
  const { made } = await rotate(provider.token, {});
  const days = (Date.parse(String(made?.expiresAt)) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(366);
  await revoke(provider.token, made?.credentialId);
  for (const expiresAt of ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z']) {
    const { refusal } = await rotate(provider.token, { expiresAt });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', facts: { field: 'expiresAt' } });
  }
});

test('a credential of one scope does that and nothing else, and gives nothing away that it has not', async () => {
  const { made } = await rotate(provider.token, { scopes: ['REPORT', 'CREDENTIALS'] });
  const logger = String(made?.secret);
  const submit = await api.mutate(logger, 'submitReadings', {
    readings: [{ ptsId: 'none', readAt: new Date().toISOString(), valueKwh: '1' }],
  });
  expect(dataOf(submit).submitReadings?.refused).toBe(1); // it may report, though not this system
  const refused = { code: 'FORBIDDEN', facts: { scope: 'READ', scopes: ['REPORT', 'CREDENTIALS'] } };
  expect((await api.ask(logger, '{ me { name } }')).errors[0]?.extensions).toMatchObject(refused);
  expect(await codeOf(api.mutate(logger, 'withdrawRequest', { requestId: '1', reason: 'x' }))).toBe('FORBIDDEN');
  const file = await fetch(`${api.url}/documents/1`, { headers: { authorization: `Bearer ${logger}` } });
  expect(file.status).toBe(403);
  expect((await rotate(logger, { scopes: ['READ'] })).refusal).toMatchObject({
    code: 'FORBIDDEN',
    facts: { scopes: ['READ'] },
  });
  expect((await rotate(logger, { scopes: [] })).refusal).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('who may only make credentials makes none that may do more; a webhook tells nobody what it may not read', async () => {
  const { made } = await rotate(api.staff, { scopes: ['CREDENTIALS', 'WRITE'] });
  const narrow = String(made?.secret);
  const make = (scopes?: string[]) =>
    api.mutate(narrow, 'createApiCredential', { accountId: provider.accountId, label: 'x', scopes });
  const refused = { code: 'FORBIDDEN', facts: { scopes: ['READ', 'REPORT'] } };
  expect((await make()).errors[0]?.extensions).toMatchObject(refused);
  expect(await codeOf(make(['WRITE']))).toBeUndefined();
  const url = 'https://example.org/hook';
  const told = await api.mutate(narrow, 'createWebhook', { url });
  expect(told.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', facts: { scope: 'READ' } });
  await revoke(narrow, made?.credentialId);
});

test('nobody but staff revokes the credential of another', async () => {
  const other = await makeParty(api, 'Other', ['SYSTEM_OWNER']);
  const [credential] = await credentialsOf(other.token);
  const third = await makeParty(api, 'Third', ['SYSTEM_OWNER']);
  expect(await codeOf(revoke(third.token, credential?.id))).toBe('NOT_FOUND');
  expect(await codeOf(api.ask(other.token, '{ me { name } }'))).toBeUndefined();
  expect(await codeOf(revoke(api.staff, credential?.id))).toBeUndefined();
  expect(await codeOf(api.ask(other.token, '{ me { name } }'))).toBe('UNAUTHENTICATED');
});

test('when it was last used is told to the minute', async () => {
  const party = await makeParty(api, 'Used', ['SYSTEM_OWNER']);
  const lastUse = async () => (await credentialsOf(party.token))[0]?.lastUsedAt;
  const first = await lastUse();
  expect(Math.abs(Date.now() - Date.parse(String(first)))).toBeLessThan(30_000);
  expect(await lastUse()).toBe(first);
  await api.database.query("update api_credential_use set last_used_at = last_used_at - interval '61 seconds'");
  await new Promise(resolve => setTimeout(resolve, 1_100)); // what was changed past the server is known to it then
  expect(Date.parse(String(await lastUse()))).toBeGreaterThanOrEqual(Date.parse(String(first)));
});

test('a credential that was in use a moment ago is refused here at once when it is revoked, and by another server within a second', async () => {
  const party = await makeParty(api, 'Revoked', ['SYSTEM_OWNER']);
  const other = await startApi('sandbox', api.databaseUrl);
  try {
    for (const each of [api, other]) {
      const asked = Array.from({ length: 20 }, () => codeOf(each.ask(party.token, '{ me { name } }')));
      expect(new Set(await Promise.all(asked))).toEqual(new Set([undefined]));
    }
    const [credential] = await credentialsOf(party.token);
    const during = Promise.all(Array.from({ length: 20 }, () => codeOf(api.ask(party.token, '{ me { name } }'))));
    expect(await codeOf(revoke(api.staff, credential?.id))).toBeUndefined();
    const after = Array.from({ length: 20 }, () => codeOf(api.ask(party.token, '{ me { name } }')));
    expect(new Set(await Promise.all(after))).toEqual(new Set(['UNAUTHENTICATED']));
    await during;
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect(await codeOf(other.ask(party.token, '{ me { name } }'))).toBe('UNAUTHENTICATED');
  } finally {
    await other.stop();
  }
});
