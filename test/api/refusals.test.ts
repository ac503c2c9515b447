import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { refusalCodes } from '../../src/domain/error.js';
import { transportCodes } from '../../src/server/errors.js';
import { type Api, startApi } from './support/api.js';
import { type Answer, answerOf, type Json } from './support/ask.js';
import { type Contents, contentsOf } from './support/contents.js';
import { leastDocument, rootFields, type ScalarValues } from './support/documents.js';
import { callRefusals, type RowSystems, rowRefusals } from './support/refusals.js';
import { type SampleWorld, samples } from './support/samples.js';
import { startWithSamples } from './support/start-with.js';
import { appointHolders, report, setClock } from './support/world.js';

let api: Api;
let world: SampleWorld;
let systems: RowSystems;

beforeAll(async () => {
  ({ api, world } = await startWithSamples());
  await setClock(api, '2024-04-30T15:00:00Z');
  const { ptsId: windmill } = await api.does('registerSystem', {
    name: 'Windmill',
    technology: 'WIND',
    capacityKw: '50',
    town: 'Hull',
  });
  world = { ...world, unqualified: [String(windmill)] };
  systems = {
    oak: world.oak.ptsId,
    elm: world.elm.ptsId,
    large: await makeRowSystem('20', { accuracyPercent: '0.5', installedOn: '2024-04-01' }),
    simpleMeter: await makeRowSystem('5', { accuracyPercent: null, installedOn: '2024-04-01' }),
    newMeter: await makeRowSystem('5', { accuracyPercent: '0.5', installedOn: '2024-04-30' }),
    readLater: await makeRowSystem('5', { accuracyPercent: '0.5', installedOn: '2024-04-01' }),
  };
  await setClock(api, '2024-05-30T15:00:00Z');
  await report(api, world.representative, systems.readLater, '2024-05-29T15:00:00Z', '20');
  await setClock(api, '2024-04-30T15:00:00Z');
}, 120_000);
afterAll(() => api.stop());

/** A system that the reporting requirements bind, reported by the representative of the oak. */
async function makeRowSystem(capacityKw: string, meter: object): Promise<string> {
  const system = { name: 'Bound', technology: 'SOLAR_PV', capacityKw, town: 'Lynn', massachusettsFunded: true };
  const { ptsId } = await api.does('registerSystem', system);
  await api.does('setUpMeter', { ptsId, initialValueKwh: '0', ...meter });
  await appointHolders(api, String(ptsId), { representative: world.representative });
  return String(ptsId);
}

describe('a call is refused', () => {
  test.each(callRefusals)('with $code $why: facts, help, and nothing is written', async refusal => {
    const before = await contentsOf(api.database);
    const { data, errors } = await api.mutate(refusal.by(world), refusal.mutation, refusal.input(world));
    expect(data?.[refusal.mutation] ?? null).toBeNull();
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^\S.*\.$/),
        path: [refusal.mutation],
        locations: expect.any(Array),
        extensions: { code: refusal.code, help: refusalCodes[refusal.code], facts: refusal.facts(world) },
      },
    ]);
    expect(await contentsOf(api.database)).toEqual(before);
  });

  test('with CLOCK_NOT_MOVABLE where the clock is real', async () => {
    const production = await startApi('production', api.databaseUrl);
    const before = await contentsOf(api.database);
    const { errors } = await production.mutate(production.staff, 'setClock', { at: '2024-04-30T15:00:00Z' });
    expect(errors.map(error => error.extensions.code)).toEqual(['CLOCK_NOT_MOVABLE']);
    expect((await production.ask(production.staff, '{ clock { movable } }')).data).toEqual({
      clock: { movable: false },
    });
    expect(await contentsOf(api.database)).toEqual(before);
    await production.stop();
  });

  test.each([
    ['a number where exact text is due', { $kw: 5.5 }, /Decimal is written as a string/],
    ['text that is no number', { $kw: '5,5' }, /5,5/],
  ])('with BAD_USER_INPUT for a variable that is %s', async (_, variables, words) => {
    const query = 'query ($kw: Decimal) { systems(filter: { minimumCapacityKw: $kw }) { edges { cursor } } }';
    const { status, errors } = await api.ask(world.staff.token, query, { kw: variables.$kw });
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 200, code: 'BAD_USER_INPUT' });
    expect(errors[0]?.message).toMatch(words);
  });
});

describe('a row is refused', () => {
  test.each(rowRefusals)('with $code: $why', async ({ code, at, rows, expected }) => {
    await setClock(api, at);
    const before = await contentsOf(api.database);
    const readings = rows(systems);
    const { data, errors } = await api.mutate(world.representative.token, 'submitReadings', { readings });
    expect(errors).toEqual([]);
    const { accepted, refused, outcomes } = data?.submitReadings ?? {};
    expect({ accepted, refused }).toEqual({ accepted: 0, refused: readings.length });
    expect((outcomes as Json[]).at(-1)).toEqual({
      index: readings.length - 1,
      key: null,
      status: 'REFUSED',
      readingId: null,
      month: null,
      productionKwh: null,
      estimated: null,
      flags: [],
      code,
      message: expect.stringMatching(/^\S.*\.$/),
      expected: expect.stringMatching(expected),
    });
    expect(withoutKeys(await contentsOf(api.database))).toEqual(withoutKeys(before));
  });

  /** The call itself went well, so its key is kept. */
  function withoutKeys({ idempotent_request: _, ...others }: Contents): Contents {
    return others;
  }
});

test('every code of refusal is provoked here, but those that no call can provoke', () => {
  const provoked = new Set([...callRefusals, ...rowRefusals].map(refusal => refusal.code));
  const elsewhere: Readonly<Record<string, string>> = {
    ASSET_WITHOUT_HOLDER: 'in test/ledger, where production has no holder',
    CLOCK_NOT_MOVABLE: 'above, on a server of its own',
    IDEMPOTENCY_KEY_REUSED: 'by every mutation, in mutations.test.ts',
    NOT_OPEN: 'by auctions and filings out of their time, in test/auction and test/compliance',
    CERTIFICATES_EXPIRED: 'in test/market/transfers.test.ts',
    CERTIFICATES_NOT_DEPOSITABLE: 'in test/auction/journey.test.ts',
    BIDDER_NOT_QUALIFIED: 'in test/auction/journey.test.ts',
    REFUSED_WITH_OTHERS: 'in test/submission, where all or none is asked for',
    EXEMPT_FROM_COMPLIANCE: 'in test/compliance/filing.test.ts',
    NO_RULE_IN_FORCE: 'only where rules of compliance are asked for: npm run vectors',
    QUARTER_BEING_ISSUED: 'in test/ledger, while a quarter is issued',
  };
  const codes = Object.keys(refusalCodes);
  expect(codes.filter(code => !provoked.has(code as keyof typeof refusalCodes)).sort()).toEqual(
    Object.keys(elsewhere).sort(),
  );
});

describe('the transport refuses', () => {
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${api.url}/graphql`, { method: 'POST', headers, body }).then(answerOf);
  const document = (query: string) => post(JSON.stringify({ query }));
  const hashed = (hash: string, query?: string) =>
    post(JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }));

  const pages = (count: number) =>
    Array.from({ length: count }, (_, i) => `a${i}: systems(first: 500) { pageInfo { endCursor } }`).join(' ');

  const requests: readonly (readonly [string, string, number, () => Promise<Answer<unknown>>])[] = [
    ['what is not GraphQL', 'GRAPHQL_PARSE_FAILED', 200, () => document('{ systems ')],
    ['a field that does not exist', 'GRAPHQL_VALIDATION_FAILED', 200, () => document('{ nothing }')],
    ['a subscription', 'GRAPHQL_VALIDATION_FAILED', 200, () => document('subscription { __typename }')],
    [
      'two operations without a name',
      'OPERATION_RESOLUTION_FAILURE',
      200,
      () => document('query A { __typename } query B { __typename }'),
    ],
    [
      'a name that none of its operations has',
      'OPERATION_RESOLUTION_FAILURE',
      200,
      () => post(JSON.stringify({ query: 'query A { __typename }', operationName: 'B' })),
    ],
    ['an operation past a limit', 'QUERY_TOO_LARGE', 400, () => document(`{ ${pages(21)} }`)],
    ['JSON that is cut off', 'BAD_REQUEST', 400, () => post('{"query":')],
    ['an empty body', 'BAD_REQUEST', 400, () => post('')],
    ['JSON without a query', 'BAD_REQUEST', 400, () => post('{}')],
    ['several operations in an array', 'BAD_REQUEST', 400, () => post('[{"query":"{ __typename }"}]')],
    [
      'what a form of another site could send',
      'BAD_REQUEST',
      400,
      () => post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }),
    ],
    [
      'a body of more than 8 MB',
      'BAD_REQUEST',
      413,
      () => post(JSON.stringify({ query: '{ __typename }', variables: { long: 'x'.repeat(8 * 1024 * 1024) } })),
    ],
    [
      'a mutation by GET',
      'BAD_REQUEST',
      405,
      () =>
        fetch(`${api.url}/graphql?query=${encodeURIComponent('mutation { __typename }')}`, {
          headers: { 'apollo-require-preflight': 'true' },
        }).then(answerOf),
    ],
    ['a hash that it does not know', 'PERSISTED_QUERY_NOT_FOUND', 200, () => hashed('a'.repeat(64))],
    ['a hash of another document', 'BAD_REQUEST', 400, () => hashed('a'.repeat(64), '{ __typename }')],
    ['a document by an id on no list', 'DOCUMENT_NOT_TRUSTED', 400, () => post(JSON.stringify({ documentId: 'a' }))],
  ];

  const factsOf: Readonly<Record<string, object>> = {
    QUERY_TOO_LARGE: { facts: { limit: 'rows', asked: 10_500, maximum: 10_000 } },
    OPERATION_RESOLUTION_FAILURE: { facts: { operations: expect.arrayContaining(['A']) } },
    DOCUMENT_NOT_TRUSTED: { facts: { documentId: 'a' } },
  };

  test.each(requests.flatMap(([what, ...rest]) => [[what, ...rest] as const, [`${what}, again,`, ...rest] as const]))(
    '%s as %s',
    async (_, code, status, request) => {
      const answer = await request();
      expect(answer.status).toBe(status);
      expect(answer.data).toBeUndefined();
      const help = { ...refusalCodes, ...transportCodes }[code as keyof typeof transportCodes];
      for (const error of answer.errors) expect(error.extensions).toMatchObject({ code, help, ...factsOf[code] });
      expect(answer.errors.length).toBeGreaterThan(0);
      expect(answer.text).not.toMatch(/node_modules|\bat .+:\d+:\d+|FST_/);
    },
  );

  test('with every code that it has, but for defects of ours and what takes a server under load', () => {
    const provoked = new Set(requests.map(([, code]) => code));
    const elsewhere = ['RATE_LIMITED', 'TIMEOUT', 'OVERLOADED', 'INTERNAL_SERVER_ERROR']; // test/server/{rates,deadline}.test.ts
    expect(Object.keys(transportCodes).filter(code => !provoked.has(code))).toEqual(elsewhere);
  });

  test('not a document that was sent whole once and then by its hash', async () => {
    const query = '{ __typename }';
    const hash = createHash('sha256').update(query).digest('hex');
    expect((await hashed(hash, query)).data).toEqual({ __typename: 'Query' });
    expect((await hashed(hash)).data).toEqual({ __typename: 'Query' });
  });
});

describe('a defect of ours', () => {
  const fixed = {
    message: 'Internal error.',
    extensions: {
      code: 'INTERNAL_SERVER_ERROR',
      help: transportCodes.INTERNAL_SERVER_ERROR,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  };

  /** Runs with a table out of the way, which no code of the house expects. */
  async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
    await api.database.query(`alter table ${table} rename to ${table}_elsewhere`);
    try {
      return await work();
    } finally {
      await api.database.query(`alter table ${table}_elsewhere rename to ${table}`);
    }
  }

  test.each([
    ['inside a query', 'system', '{ systems { edges { node { ptsId } } } }'],
    ['inside a nested field', 'meter', '{ systems { edges { node { meters { id } } } } }'],
    ['before any resolver', 'api_credential', '{ __typename }'],
    ['in reading the clock', 'sandbox_clock', '{ __typename }'],
  ])('%s is one fixed sentence: no SQL, no stack, no name of a file', async (_, table, query) => {
    const token = table === 'api_credential' ? 'not-asked-for-just-now' : world.staff.token;
    const answer = await without(table, () => api.ask(token, query));
    expect(answer.errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of answer.errors) expect({ message, extensions }).toEqual(fixed);
    expect(answer.text).not.toMatch(/select|relation|elsewhere|stack|node_modules|\.ts|\.js|\/work|Context creation/i);
  });

  test('inside a mutation leaves nothing half-written, and its key free', async () => {
    const before = await contentsOf(api.database);
    const input = {
      ptsId: world.oak.ptsId,
      gisId: world.ash.gisId,
      fromMonth: '2025-01',
      reason: 'test',
    };
    const request = { key: 'broken' };
    const broken = await without('gis_asset_membership', () =>
      api.mutate(world.staff.token, 'joinGisAsset', input, request),
    );
    expect(broken.errors.map(({ message, extensions }) => ({ message, extensions }))).toEqual([fixed]);
    expect(await contentsOf(api.database)).toEqual(before);
    const mended = await api.mutate(world.staff.token, 'joinGisAsset', input, request);
    expect(mended.data?.joinGisAsset?.replayed).toBe(false);
  });

  test('on the public endpoint says no more', async () => {
    const { errors } = await without('system', () =>
      fetch(`${api.url}/public/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ systems { edges { cursor } } }' }),
      }).then(answerOf),
    );
    expect(errors.map(({ message, extensions }) => ({ message, extensions }))).toEqual([fixed]);
  });
});

describe('no value that a scalar lets in is a defect of ours', () => {
  const days = (month: string, quarter: string, day: string): ScalarValues => ({
    Month: month,
    Quarter: quarter,
    Date: `${month}-${day}`,
    DateTime: `${month}-${day}T00:00:00Z`,
  });
  const extremes: Readonly<Record<string, ScalarValues>> = {
    'the earliest and least': {
      ...{ ID: '', String: '', Int: -2147483648, Boolean: false, Decimal: '-0.000000000001' },
      ...days('1900-01', '1900-Q1', '01'),
    },
    'the latest and greatest': {
      ...{ ID: '9'.repeat(30), String: '9'.repeat(9000), Int: 2147483647, Boolean: true },
      ...{ Decimal: `${'9'.repeat(15)}.${'9'.repeat(12)}`, ...days('2199-12', '2199-Q4', '31') },
    },
    'other letters and signs': {
      ...{ ID: 'ø ☃', String: "'); -- ?? \\ $1 :x", Int: 0, Boolean: true, Decimal: '0' },
      ...days('2024-02', '2024-Q1', '29'),
    },
  };
  const cases = (root: 'Query' | 'Mutation') =>
    rootFields(root).flatMap(field =>
      Object.keys(extremes).map(words => [`${root}.${field.name}`, words, field.name] as const),
    );
  const optionsOf = (words: string, all: boolean) => ({ values: extremes[words] ?? {}, all });

  test.each(cases('Query'))('%s with %s', async (_, words, name) => {
    for (const all of [true, false]) {
      const { query, variables } = leastDocument('Query', name, optionsOf(words, all));
      expectNoDefect(await api.ask(world.staff.token, query, { ...variables }));
      expectNoDefect(await api.ask(world.staff.token, query, { ...variables, first: 1 }));
    }
  });

  test.each(cases('Mutation'))('%s with %s, of what exists and of what does not', async (_, words, name) => {
    const tokens = { submitReadings: world.representative.token, retireCertificates: world.recOwner.token };
    const token = name in tokens ? tokens[name as keyof typeof tokens] : world.staff.token;
    for (const all of [true, false]) {
      const { variables } = leastDocument('Mutation', name, optionsOf(words, all));
      const { input } = variables as { input: Input };
      const sample = (samples[name]?.(world, world.oak, 0) ?? {}) as Input;
      expectNoDefect(await api.mutate(token, name, input));
      expectNoDefect(await api.mutate(token, name, withIdsOf(sample, input)));
    }
  });

  test.each(Object.keys(extremes))('an idempotency key of %s', async words => {
    const key = String(extremes[words]?.String);
    expectNoDefect(await api.mutate(world.staff.token, 'createOrganisation', { kind: 'PERSON', name: 'x' }, { key }));
  });

  type Input = { readonly [field: string]: unknown };

  /** The input with the ids of a sample, so that it gets as far as the values. */
  function withIdsOf(sample: Input, input: Input): Input {
    const ids = Object.entries(sample).map(([name, value]) => {
      if (!Array.isArray(value) || typeof value[0] !== 'object') return /Id$/.test(name) ? { [name]: value } : {};
      return { [name]: [withIdsOf(value[0] as Input, (input[name] as Input[])[0] ?? {})] };
    });
    return Object.assign({}, input, ...ids) as Input;
  }

  function expectNoDefect({ text, errors }: Answer<unknown>): void {
    expect({ text, codes: errors.map(error => error.extensions.code) }).toEqual({
      text: expect.stringContaining('{'),
      codes: expect.not.arrayContaining(['INTERNAL_SERVER_ERROR']),
    });
  }
});

test('the README lists every code of refusal and of transport, and nothing else', () => {
  const [, section = ''] = /^## Errors\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  const listed = [...section.matchAll(/^\| *`([A-Z_]+)` *\|/gm)].map(match => match[1]);
  expect(listed.sort()).toEqual([...Object.keys(refusalCodes), ...Object.keys(transportCodes)].sort());
});
