import type { Api } from './support/api.js';
import { dataOf, type Json } from './support/ask.js';
import { type Contents, contentsOf, rowsAdded } from './support/contents.js';
import { rootFields } from './support/documents.js';
import { filingTokens } from './support/filing-samples.js';
import { holderMutations } from './support/market-samples.js';
import { type SampleWorld, samples } from './support/samples.js';
import { startWithSamples } from './support/start-with.js';
import { report, setClock } from './support/world.js';

let api: Api;
let world: SampleWorld;

beforeAll(async () => {
  ({ api, world } = await startWithSamples());
}, 120_000);
afterAll(() => api.stop());

/** Quarters come last, after them the trading period and deposits: they move the clock past the windows that the others need. */
const last: readonly string[] = ['reportQuarter', 'issueQuarter', 'openTradingPeriod', 'depositCertificates'];
/** Each of them does a quarter. */
const ofQuarters: readonly string[] = ['reportQuarter', 'issueQuarter'];
const mutations = rootFields('Mutation')
  .map(field => field.name)
  .sort((a, b) => last.indexOf(a) - last.indexOf(b));
/** Who performs a mutation: the representative and the owner of the elm, the regulator, staff everything else. */
const tokenFor = (name: string, n = 0) =>
  ({
    applyAsDasProvider: world.dasProvider.token,
    decideQualification: world.regulator.token,
    objectToChange: world.elmOwner.token,
    verifyRecTransfer: world.regulator.token,
    submitReadings: world.dasProvider.token,
    submitReadingColumns: world.dasProvider.token,
    startConformanceRun: world.dasProvider.token,
    moveConformanceClock: world.dasProvider.token,
    submitConformanceReadings: world.dasProvider.token,
    confirmConformanceReceipt: world.dasProvider.token,
    retireCertificates: world.elmOwner.token,
    withdrawRequest: world.elmOwner.token,
    rotateApiCredential: n === 2 ? world.elmOwner.token : world.dasProvider.token, // two are alive at a time
    ...Object.fromEntries(holderMutations.map(mutation => [mutation, world.elmOwner.token])),
    ...filingTokens(world),
  })[name] ?? world.staff.token;

/** What a mutation shows once, and never to a retry. */
const shownOnce: Readonly<Record<string, object>> = {
  createApiCredential: { secret: null },
  rotateApiCredential: { secret: null },
  applyForRegistration: { receipt: null },
  createWebhook: { secret: null },
  rotateWebhookSecret: { secret: null },
};

const inputOf = (name: string, n: 0 | 1 | 2) => {
  const sample = samples[name];
  if (!sample) throw new Error(`${name} has no sample`);
  return sample(world, world.elm, n);
};

/** Production of the elm in April and in July: a quarter each, to be reported and issued in January. */
async function makeQuarters(): Promise<void> {
  const months = [
    ['2024-04-28T15:00:00Z', '2024-04-30T15:00:00Z', '15000'],
    ['2024-07-28T15:00:00Z', '2024-07-30T15:00:00Z', '16000'],
  ] as const;
  for (const [readAt, now, value] of months) {
    await setClock(api, now);
    await report(api, world.dasProvider, world.elm.ptsId, readAt, value);
  }
  await setClock(api, '2025-01-20T15:00:00Z');
  world.quarters = ['2024-Q2', '2024-Q3', '2024-Q3'];
}

test('every mutation has a sample, and every sample a mutation', () => {
  expect(Object.keys(samples).sort()).toEqual([...mutations].sort());
});

describe.each(mutations)('%s', name => {
  const key = `the key of ${name}`;
  let first: { [field: string]: Json };
  let added: Readonly<Record<string, number>>;
  /** Each test begins with what the one before it has left: nothing may change between them either. */
  let left: Contents | undefined;
  const contentsBefore = async () => {
    const known = left;
    left = undefined; // a test that fails tells the next one nothing
    return known ?? contentsOf(api.database);
  };
  const contentsAfter = async () => {
    left = await contentsOf(api.database);
    return left;
  };

  beforeAll(async () => {
    if (name === 'reportQuarter') await makeQuarters();
    if (name === 'depositCertificates') await setClock(api, '2025-05-20T15:00:00Z');
  });

  const perform = (n: 0 | 1 | 2, request: { readonly key?: string; readonly dryRun?: boolean } = {}) =>
    api.mutate(tokenFor(name, n), name, inputOf(name, n), { key, ...request });
  const payloadOf = async (answer: ReturnType<typeof perform>) => dataOf(await answer)[name] ?? {};

  test('as a dry run answers as it would, and changes no row of any table', async () => {
    const before = await contentsBefore();
    const payload = await payloadOf(perform(0, { dryRun: true }));
    expect(payload).toMatchObject({ dryRun: true, replayed: false });
    expect(await contentsAfter()).toEqual(before);
  });

  test('is performed under the key that the dry run had', async () => {
    const before = await contentsBefore();
    first = await payloadOf(perform(0));
    added = rowsAdded(before, await contentsAfter());
    expect(first).toMatchObject({ dryRun: false, replayed: false });
    expect(added).toMatchObject({ idempotent_request: 1 });
  });

  test('with the same key and content returns the stored result and says so, and changes nothing', async () => {
    const before = await contentsBefore();
    const again = await payloadOf(perform(0));
    expect(again).toEqual({ ...first, replayed: true, ...shownOnce[name] });
    expect(await contentsAfter()).toEqual(before);
  });

  test('with the same key and other content is refused, and changes nothing', async () => {
    const before = await contentsBefore();
    const { data, errors } = await perform(1);
    expect(data?.[name] ?? null).toBeNull();
    expect(errors.map(error => error.extensions)).toEqual([
      {
        code: 'IDEMPOTENCY_KEY_REUSED',
        help: expect.any(String),
        facts: { idempotencyKey: key, usedFor: name },
      },
    ]);
    expect(await contentsAfter()).toEqual(before);
  });

  test('twice at once is performed once, and both get its result', async () => {
    const before = await contentsBefore();
    const secondKey = `${key}, again`;
    const both = await Promise.all([
      payloadOf(perform(2, { key: secondKey })),
      payloadOf(perform(2, { key: secondKey })),
    ]);
    const [performed, replayed] = both.sort((a, b) => Number(a.replayed) - Number(b.replayed));
    expect([performed?.replayed, replayed?.replayed]).toEqual([false, true]);
    expect(replayed).toEqual({ ...performed, replayed: true, ...shownOnce[name] });
    expect(ofOneExecution(rowsAdded(before, await contentsAfter()))).toEqual(ofOneExecution(added));
  });

  /**
   * Every execution adds the same rows. Only the first one in an asset begins its chain, and a quarter has as many as its
   * production takes, in one run with one report.
   */
  function ofOneExecution(rows: Readonly<Record<string, number>>): Readonly<Record<string, number | undefined>> {
    const { ledger_stream: _, ...others } = rows;
    if (/^submitReading/.test(name)) return { ...others, change_event: 1, rollup_dirty: 1 }; // one that supersedes tells of two
    if (!ofQuarters.includes(name)) return others;
    const { idempotent_request, issuance_run, gis_report } = others;
    return { idempotent_request, issuance_run, gis_report };
  }
});

test('a secret is shown once: neither the retry nor the database knows it', async () => {
  const request = { key: 'one secret' };
  const input = { accountId: world.owner.accountId, label: 'shown once' };
  const made = dataOf(await api.mutate(api.staff, 'createApiCredential', input, request)).createApiCredential;
  const again = dataOf(await api.mutate(api.staff, 'createApiCredential', input, request)).createApiCredential;
  const secret = String(made?.secret);
  expect(secret.length).toBeGreaterThan(30);
  expect(again).toEqual({ ...made, replayed: true, secret: null });
  expect((await api.ask(secret, '{ me { name } }')).data).toEqual({ me: { name: 'Oak House' } });
  const { rows } = await api.database.query<{ text: string }>(
    'select string_agg(t::text, $1) as text from (select outcome::text from idempotent_request union all select c::text from api_credential c) t',
    ['\n'],
  );
  expect(rows[0]?.text).not.toContain(secret);
});

test('a secret of a dry run is not shown: it opens nothing', async () => {
  const input = { accountId: world.owner.accountId, label: 'never made' };
  const { data } = await api.mutate(api.staff, 'createApiCredential', input, { dryRun: true });
  expect(data?.createApiCredential?.secret).toBeNull();
});

test('the same key of another account is another key', async () => {
  const input = { kind: 'COMPANY', name: 'Twice' };
  const request = { key: 'not yours alone' };
  const ours = await api.mutate(api.staff, 'createOrganisation', input, request);
  const theirs = await api.mutate(world.staff.token, 'createOrganisation', input, request);
  expect([ours, theirs].map(answer => dataOf(answer).createOrganisation?.replayed)).toEqual([false, false]);
});

test('the same content may be written otherwise: order of fields and trailing zeros do not count', async () => {
  const input = { name: 'Mill', technology: 'HYDRO', capacityKw: '50', town: 'Lowell' };
  const { name, ...rest } = input;
  const request = { key: 'the same mill' };
  const first = dataOf(await api.mutate(api.staff, 'registerSystem', input, request)).registerSystem;
  const reordered = { ...rest, capacityKw: '50.000', state: 'MA', name };
  const again = dataOf(await api.mutate(api.staff, 'registerSystem', reordered, request)).registerSystem;
  expect(again).toEqual({ ...first, replayed: true });
});

test('a key that was refused is free again once the cause is mended', async () => {
  const input = { organisationId: world.organisationIds[0], name: 'Somebody', kinds: ['REGULATOR'] };
  const request = { key: 'mended' };
  const refused = await api.mutate(api.staff, 'createAccount', { ...input, kinds: [] }, request);
  expect(refused.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(dataOf(await api.mutate(api.staff, 'createAccount', input, request)).createAccount?.replayed).toBe(false);
});
