import { type Api, startApi } from '../api/support/api.js';
import { dataOf, type Json } from '../api/support/ask.js';
import { contentsOf } from '../api/support/contents.js';
import { makeParty, type Party, setClock } from '../api/support/world.js';

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

type Row = readonly [key: string, system: number, valueKwh: string, readAt?: string];
let calls = 0;

const rowsOf = (rows: readonly Row[]) =>
  rows.map(([key, system, valueKwh, readAt = '2024-04-29T16:00:00Z']) => ({
    ...{ key, valueKwh, readAt },
    ptsId: `SANDBOX-${runId}-${String(system).padStart(3, '0')}`,
  }));

/** What a call of rows gives: statuses or codes by the keys of the rows; or the code by which the whole call was refused. */
async function submit(
  rows: readonly Row[],
  { key = `call ${++calls}`, dryRun = false, mode = 'PARTIAL' } = {},
): Promise<Readonly<Record<string, Json>> | Json> {
  const input = { runId, readings: rowsOf(rows), mode };
  const { data, errors } = await api.mutate(provider.token, 'submitConformanceReadings', input, { key, dryRun });
  if (errors.length > 0) return errors[0]?.extensions.code ?? null;
  const outcomes = data?.submitConformanceReadings?.outcomes as unknown as {
    key: string;
    status: string;
    code: string;
  }[];
  return Object.fromEntries(outcomes.map(each => [each.key, each.code ?? each.status]));
}

const moveTo = (to: string) => api.does('moveConformanceClock', { runId, to }, provider.token);

interface Shown {
  readonly state: string;
  readonly cases: readonly { readonly id: string; readonly passed: boolean }[];
  readonly certificate: { readonly id: string; readonly validUntil: string; readonly sha256: string } | null;
}

async function shown(token = provider.token): Promise<Shown | null> {
  const query = `query ($id: ID!) { conformanceRun(id: $id) { state closesAt cases { id passed passedBy }
    certificate { id issuedOn validUntil listVersion sha256 } } }`;
  const { conformanceRun } = dataOf(await api.ask<{ conformanceRun: Shown | null }>(token, query, { id: runId }));
  return conformanceRun;
}
const passed = async () => (await shown())?.cases.filter(each => each.passed).map(({ id }) => id);

test('a client that only submits, and takes refusals for an end, passes what it did and nothing else', async () => {
  expect(await passed()).toEqual([]);
  expect(await submit([['early', 1, '1700', '2024-04-20T15:00:00Z']])).toEqual({ early: 'OUTSIDE_REPORTING_WINDOW' });
  await moveTo('2024-04-30T16:00:00Z');
  expect(await submit([['late', 20, '1700', '2024-05-02T16:00:00Z']])).toEqual({ late: 'READING_IN_FUTURE' });
  expect(await submit([['x', 20, '1700']], { dryRun: true })).toEqual({ x: 'ACCEPTED' });
  expect(await passed()).toEqual([]);
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
  expect(await submit([['early', 1, '1700']])).toEqual({ early: 'ACCEPTED' });
  const wrong: readonly Row[] = [
    ['late', 20, '1700', '2024-05-02T16:00:00Z'],
    ['none', 999, '1700'],
    ['first', 3, '1700'],
    ['second', 3, '1750'],
    ['bad', 5, '-1'],
    ['before', 511, '10', '2024-04-26T16:00:00Z'],
    ['less', 6, '5'],
    ['much', 7, '999999'],
    ['issued', 513, '2700'],
    ['display', 514, '1900'],
  ];
  expect(await submit(wrong)).toEqual({
    ...{ late: 'READING_IN_FUTURE', none: 'NOT_REPRESENTED', first: 'ACCEPTED', second: 'MONTH_ROW_REPEATED' },
    ...{ bad: 'BAD_USER_INPUT', before: 'READING_NOT_AFTER_PREVIOUS', less: 'METER_DECREASE', much: 'ABOVE_NAMEPLATE' },
    ...{ issued: 'MONTH_ALREADY_ISSUED', display: 'REVENUE_GRADE_METER_REQUIRED' },
  });
  const mended: readonly Row[] = [
    ['late', 20, '1700'],
    ['none', 8, '1700'],
    ['second', 4, '1750'],
    ['bad', 5, '1700'],
    ['before', 511, '10'],
    ['less', 6, '1700'],
    ['much', 7, '1700'],
  ];
  expect(Object.values((await submit(mended)) ?? {})).toEqual(mended.map(() => 'ACCEPTED'));
  const both = (value: string): readonly Row[] => [
    ['good', 9, '1700'],
    ['other', 10, value],
  ];
  expect(await submit(both('5'), { mode: 'ATOMIC' })).toEqual({ good: 'REFUSED_WITH_OTHERS', other: 'METER_DECREASE' });
  expect(await submit(both('1700'), { mode: 'ATOMIC' })).toEqual({ good: 'ACCEPTED', other: 'ACCEPTED' });
  expect(await submit([['replaced', 512, '300']])).toEqual({ replaced: 'ACCEPTED' });

  const bulk = Array.from({ length: 490 }, (_, at): Row => [`bulk ${at}`, at + 21, String(1800 + at)]).concat(
    Array.from({ length: 10 }, (_, at): Row => [`again ${at}`, at + 1, '1800']),
  );
  const count = async (options: object) => {
    const statuses = Object.values((await submit(bulk, options)) ?? {});
    return [statuses.length, statuses.filter(each => each === 'ACCEPTED' || each === 'SUPERSEDES').length];
  };
  expect(await count({ dryRun: true, key: 'bulk' })).toEqual([500, 500]);
  expect(await count({ key: 'bulk' })).toEqual([500, 500]);
  expect(await count({ key: 'bulk' })).toEqual([500, 500]);
  const corrected: readonly Row[] = [['again', 1, '1850']];
  expect(await submit(corrected, { key: 'bulk' })).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await submit(corrected, { key: 'another' })).toEqual({ again: 'SUPERSEDES' });
  expect(await submit(corrected)).toEqual({ again: 'DUPLICATE' });

  const query = `query ($id: ID!) { conformanceRun(id: $id) { call(idempotencyKey: "bulk") { id receiptCode accepted
    outcomes(first: 2) { edges { node { key status } } } } } }`;
  const { conformanceRun } = dataOf(await api.ask(provider.token, query, { id: runId }));
  const { call } = conformanceRun as { call: { id: string; receiptCode: string; accepted: number } };
  expect(call.accepted).toBe(500);
  const confirm = (receiptCode: string) =>
    api.mutate(provider.token, 'confirmConformanceReceipt', { runId, callId: call.id, receiptCode });
  expect((await confirm('guessed')).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await passed()).not.toContain('receipt');
  expect((await confirm(call.receiptCode)).errors).toEqual([]);

  expect(await shown()).toMatchObject({ state: 'OPEN', certificate: null });
  await moveTo('2024-05-30T16:00:00Z');
  const may = '2024-05-29T16:00:00Z';
  const last: readonly Row[] = [
    ['next', 1, '2600', may],
    ['issued', 513, '3400', may],
    ['display', 514, '2600', may],
  ];
  expect(Object.values((await submit(last)) ?? {})).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);

  const run = await shown();
  expect(run?.cases.filter(each => !each.passed)).toEqual([]);
  expect(run).toMatchObject({ state: 'PASSED', certificate: { validUntil: '2025-06-01', issuedOn: '2023-06-01' } });
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
