import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { contentsOf } from '../api/support/contents.js';
import { makeParty, type Party, setClock } from '../api/support/world.js';
import { beginBadly, type Client, doEverythingRight, type Row, readAtOf } from './support/conforming-client.js';

let api: Api;
let provider: Party;
let other: Party;
let runId: string;
beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2023-06-01T15:00:00Z');
  provider = await makeParty(api, 'Provider', ['SYSTEM_REPRESENTATIVE']);
  other = await makeParty(api, 'Other', ['SYSTEM_REPRESENTATIVE']);
  runId = String((await api.does('startConformanceRun', { label: 'first' }, provider.token)).runId);
});
afterAll(() => api.stop());

let calls = 0;

const rowsOf = (rows: readonly Row[]) =>
  rows.map(row => {
    const [key, system, valueKwh] = row;
    return { key, valueKwh, readAt: readAtOf(row), ptsId: `SANDBOX-${runId}-${String(system).padStart(3, '0')}` };
  });

const client: Client = {
  async submit(rows, { key = `call ${++calls}`, dryRun = false, mode = 'PARTIAL' } = {}) {
    const input = { runId, readings: rowsOf(rows), mode };
    const { data, errors } = await api.mutate(provider.token, 'submitConformanceReadings', input, { key, dryRun });
    if (errors.length > 0) return errors[0]?.extensions.code ?? null;
    const outcomes = data?.submitConformanceReadings?.outcomes as unknown as {
      key: string;
      status: string;
      code: string;
    }[];
    return Object.fromEntries(outcomes.map(each => [each.key, each.code ?? each.status]));
  },
  moveTo: to => api.does('moveConformanceClock', { runId, to }, provider.token),
  async receipt(key) {
    const query = `query ($id: ID!, $key: String!) { conformanceRun(id: $id) { call(idempotencyKey: $key) { id receiptCode accepted
      form uploadId outcomes(first: 2) { edges { node { key status } } } } } }`;
    const { conformanceRun } = dataOf(await api.ask(provider.token, query, { id: runId, key }));
    const { call } = conformanceRun as { call: { id: string; receiptCode: string } };
    expect(call).toMatchObject({ accepted: 500, form: 'MUTATION', uploadId: null });
    return { callId: call.id, receiptCode: call.receiptCode };
  },
  confirm: async (callId, receiptCode) =>
    (await api.mutate(provider.token, 'confirmConformanceReceipt', { runId, callId, receiptCode })).errors[0]
      ?.extensions.code,
  passed: async () => (await shown())?.cases.filter(each => each.passed).map(({ id }) => id) ?? [],
};

interface Shown {
  readonly state: string;
  readonly cases: readonly { readonly id: string; readonly passed: boolean }[];
  readonly certificate: {
    readonly id: string;
    readonly validUntil: string;
    readonly sha256: string;
    readonly forms: readonly string[];
  } | null;
}

async function shown(token = provider.token): Promise<Shown | null> {
  const query = `query ($id: ID!) { conformanceRun(id: $id) { state closesAt cases { id passed passedBy }
    certificate { id issuedOn validUntil listVersion sha256 forms } } }`;
  const { conformanceRun } = dataOf(await api.ask<{ conformanceRun: Shown | null }>(token, query, { id: runId }));
  return conformanceRun;
}

test('a client that only submits, and takes refusals for an end, passes what it did and nothing else', async () => {
  await beginBadly(client);
  expect(await shown()).toMatchObject({ state: 'OPEN', certificate: null });
});

test('the run has systems of its own, and says what is special about them', async () => {
  const query = `query ($id: ID!) { conformanceRun(id: $id) { systems(first: 500) { edges { node { ptsId meterLabel note valueKwh } }
    pageInfo { hasNextPage endCursor } } } }`;
  const { conformanceRun } = dataOf(await api.ask(provider.token, query, { id: runId }));
  const { edges, pageInfo } = (conformanceRun as { systems: { edges: { node: object }[]; pageInfo: object } }).systems;
  expect(edges).toHaveLength(500);
  expect(edges[0]?.node).toMatchObject({ ptsId: `SANDBOX-${runId}-001`, meterLabel: 'main', valueKwh: '1001' });
  expect(pageInfo).toMatchObject({ hasNextPage: true });
});

test('a provider that does everything right passes every case, over HTTP, and nothing else in the house changes', async () => {
  const before = await contentsOf(api.database);
  await doEverythingRight(client);
  const run = await shown();
  expect(run?.cases.filter(each => !each.passed)).toEqual([]);
  expect(run).toMatchObject({
    state: 'PASSED',
    certificate: { validUntil: '2025-06-01', issuedOn: '2023-06-01', forms: ['MUTATION'] },
  });
  expect(run?.certificate?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const after = await contentsOf(api.database);
  const changed = Object.keys(after).filter(table => after[table] !== before[table]);
  expect(changed).toEqual(['conformance_certificate', 'conformance_reading', 'conformance_run', 'idempotent_request']);
});

test('staff sees the certificate in the application, and is warned where there is none; either can be approved', async () => {
  const apply = async ({ token }: Party) =>
    String((await api.does('applyAsDasProvider', { contact: 'desk', reason: 'test' }, token)).requestId);
  const query = `query ($id: ID!) { request(id: $id) { dasProvider { conformanceWarning
    conformanceCertificate { issuedOn listVersion } } } }`;
  const approve = `mutation ($id: ID!, $key: String!) { approveDasProviderApplication(idempotencyKey: $key
    input: { requestId: $id, approvedOn: "2023-06-01", reason: "known from before" }) { state conformanceWarning } }`;
  const warning = expect.stringContaining('no conformance certificate');
  for (const [party, certificate, warned] of [
    [provider, { issuedOn: '2023-06-01', listVersion: 1 }, null],
    [other, null, warning],
  ] as const) {
    const id = await apply(party);
    expect(dataOf(await api.ask(api.staff, query, { id }))).toEqual({
      request: { dasProvider: { conformanceWarning: warned, conformanceCertificate: certificate } },
    });
    expect(dataOf(await api.ask(api.staff, approve, { id, key: `approve ${id}` }))).toEqual({
      approveDasProviderApplication: { state: 'APPROVED', conformanceWarning: warned },
    });
  }
  const providers = '{ dasProviders { edges { node { conformanceCertificate { validUntil } } } } }';
  const certificates = async () => {
    const { dasProviders } = dataOf(await api.ask(other.token, providers));
    const { edges } = dasProviders as unknown as { edges: { node: { conformanceCertificate: object | null } }[] };
    return edges.map(({ node }) => node.conformanceCertificate);
  };
  expect(await certificates()).toEqual([{ validUntil: '2025-06-01' }, null]);
  await setClock(api, '2025-06-01T15:00:00Z');
  expect(await certificates()).toEqual([null, null]);
});

test("another's run and none are one answer; a run whose time is over takes no calls", async () => {
  const inputs: Readonly<Record<string, object>> = {
    moveConformanceClock: { to: '2024-06-30T16:00:00Z' },
    submitConformanceReadings: { readings: rowsOf([['x', 1, '1']]) },
    confirmConformanceReceipt: { callId: '1', receiptCode: 'x' },
  };
  for (const [name, input] of Object.entries(inputs)) {
    const codeFor = async (token: string, id: string) =>
      (await api.mutate(token, name, { ...input, runId: id })).errors[0]?.extensions.code;
    expect([name, await codeFor(other.token, runId)]).toEqual([name, 'NOT_FOUND']);
    expect([name, await codeFor(other.token, '999999')]).toEqual([name, 'NOT_FOUND']);
    expect([name, await codeFor(provider.token, runId)]).toEqual([name, 'NOT_OPEN']);
  }
  expect(await shown(other.token)).toBeNull();
  expect(await shown(api.staff)).toMatchObject({ state: 'PASSED' });
});

test('the clock of a run goes forward, and not beyond its year; no more than ten runs are open', async () => {
  const { runId: id } = await api.does('startConformanceRun', { label: 'second' }, other.token);
  const move = async (to: string) =>
    (await api.mutate(other.token, 'moveConformanceClock', { runId: id, to })).errors[0]?.extensions.code;
  expect(await move('2024-04-30T16:00:00Z')).toBeUndefined();
  expect(await move('2024-04-29T16:00:00Z')).toBe('BAD_USER_INPUT');
  expect(await move('2026-04-29T16:00:00Z')).toBe('BAD_USER_INPUT');
  for (let n = 2; n <= 10; n += 1) await api.does('startConformanceRun', { label: `${n}` }, other.token);
  const { errors } = await api.mutate(other.token, 'startConformanceRun', { label: 'one too many' });
  expect(errors[0]?.extensions.code).toBe('CONFLICT');
});
