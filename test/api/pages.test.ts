import { getNamedType, isObjectType } from 'graphql';
import { publicSchema } from '../../src/server/schema.js';
import { type Api, startApi } from './support/api.js';
import { ask, dataOf, type Json } from './support/ask.js';
import { connections, type PageOf, walk } from './support/connections.js';
import { schema } from './support/documents.js';
import { makeNeighbourhood, type Neighbourhood } from './support/neighbourhood.js';
import { countStatements } from './support/statements.js';
import { appointHolders, makeQualifiedSystem, makeSystem, report, setClock } from './support/world.js';

let api: Api;
let world: Neighbourhood;
/** Read in two months of the first quarter and qualified after it was issued: its production awaits staff. */
let late = '';
/** 20 more systems like the elm, of the same people. */
const many: string[] = [];

beforeAll(async () => {
  api = await startApi();
  world = await makeNeighbourhood(api);
  late = await makeSystem(api, '16');
  await appointHolders(api, late, { representative: world.representative });
  for (const [at, value] of [
    ['2024-02-27T15:00:00Z', '1000'],
    ['2024-03-28T15:00:00Z', '2000'],
  ] as const) {
    await setClock(api, at);
    await report(api, world.representative, late, at, value);
  }
  await setClock(api, '2024-04-28T15:00:00Z');
  const statement = { ptsId: late, sqNumber: 'PV-1-16', program: 'SREC_I', effectiveOn: '2016-01-01', reason: 'test' };
  await api.does('grantQualification', statement);
  await api.database.query(
    `insert into meter_model (manufacturer, model, accuracy_percent, approved_on, source, created_at)
     select 'a maker', n, 0.5, '2015-01-01', 'a test report', now() from generate_series(1, 2) n`,
  );
});
afterAll(() => api.stop());

describe('a page', () => {
  test('can be asked for of every connection of both schemas', async () => {
    const fieldsOf = (of: typeof schema, prefix: string) =>
      Object.values(of.getTypeMap()).flatMap(type =>
        isObjectType(type)
          ? Object.values(type.getFields())
              .filter(field => getNamedType(field.type).name.endsWith('Connection'))
              .map(field => `${prefix}${type.name}.${field.name}`)
          : [],
      );
    const all = [...fieldsOf(schema, ''), ...fieldsOf(await publicSchema(), 'public ')];
    expect(Object.keys(connections(world)).sort()).toEqual(all.sort());
  });

  const names = [
    'Query.systems',
    'Query.ledger',
    'Query.certificates',
    'Query.productionAwaitingStaff',
    'Query.meterModels',
    'Query.dasProviders',
    'QuarterIssuance.issuances',
    'System.readings',
    'System.ledger',
    'Meter.readings',
    'public Query.systems',
  ];

  const askFor = (name: string, variables: { first?: number; after?: string }) => {
    const connection = connections(world)[name];
    if (!connection) throw new Error(`${name} is no connection`);
    const token = connection.endpoint === '/graphql' ? world.regulator.token : null;
    return ask(`${api.url}${connection.endpoint}`, token, connection.query, variables);
  };

  test('is asked for in these tests of all of them', () => {
    expect(Object.keys(connections(world)).sort()).toEqual([...names].sort());
  });

  test.each(names)('of %s has 1 to 500 rows', async name => {
    for (const first of [0, -1, 501]) {
      const { errors } = await askFor(name, { first });
      expect(errors.map(error => error.extensions)).toEqual([
        { code: 'BAD_USER_INPUT', help: expect.any(String), facts: { field: 'first', value: first, maximum: 500 } },
      ]);
    }
    expect((await askFor(name, { first: 500 })).errors).toEqual([]);
  });

  test.each(names)('of %s begins after a cursor of its own and after no other', async name => {
    const foreign = /readings/.test(name) ? '["1"]' : '["2024-01","1"]';
    const cursors = [foreign, '[1]', '{}', 'null', '["x","y"]', '["x"]', '["9999999999999999999999"]'].map(key =>
      Buffer.from(key).toString('base64url'),
    );
    for (const after of [...cursors, 'nonsense', '%']) {
      const { data, errors } = await askFor(name, { first: 1, after });
      expect({ after, codes: errors.map(error => error.extensions.code) }).toEqual({
        after,
        codes: ['BAD_USER_INPUT'],
      });
      expect(JSON.stringify(data ?? null)).not.toContain('edges');
    }
    const firstPage = await askFor(name, { first: 1 });
    const endCursor = /"endCursor":"([^"]+)"/.exec(firstPage.text)?.[1];
    const next = await askFor(name, { first: 1, after: String(endCursor) });
    expect(next.errors).toEqual([]);
    expect(next.text).not.toBe(firstPage.text);
  });

  test('after a cursor of 10,000 characters is refused without repeating it', async () => {
    const { text, errors } = await askFor('Query.systems', { first: 1, after: 'x'.repeat(10_000) });
    expect(errors[0]?.extensions.facts).toEqual({ field: 'after', value: `${'x'.repeat(60)}… (10000 characters)` });
    expect(text.length).toBeLessThan(1_000);
  });

  test('says whether there are more, and an empty one ends nowhere', async () => {
    const pages = await walk<{ ptsId: string }>(after => systemsPage(2, after));
    expect(pages.map(page => [page.edges.length, page.pageInfo.hasNextPage])).toEqual([
      [2, true],
      [2, false],
    ]);
    const empty = dataOf(
      await api.ask<{ systems: PageOf<unknown> }>(
        world.staff.token,
        '{ systems(filter: { town: "Nowhere" }) { edges { cursor } pageInfo { hasNextPage endCursor } } }',
      ),
    );
    expect(empty.systems).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  test('that is exactly full says that there are no more', async () => {
    const { edges, pageInfo } = await systemsPage(4, null);
    expect([edges.length, pageInfo.hasNextPage]).toEqual([4, false]);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
  });
});

async function systemsPage(first: number, after: string | null): Promise<PageOf<{ ptsId: string }>> {
  const query = `query ($first: Int, $after: String) {
    systems(first: $first, after: $after) { edges { cursor node { ptsId } } pageInfo { hasNextPage endCursor } } }`;
  return dataOf(await api.ask<{ systems: PageOf<{ ptsId: string }> }>(world.staff.token, query, { first, after }))
    .systems;
}

describe('a walk from page to page', () => {
  test('sees every system once while others are registered', async () => {
    const added: string[] = [];
    const pages = await walk<{ ptsId: string }>(
      after => systemsPage(1, after),
      async () => {
        if (added.length < 3) added.push(await makeSystem(api, '16'));
      },
    );
    const seen = pages.flatMap(page => page.edges.map(edge => edge.node.ptsId));
    expect(seen).toEqual([world.oak.ptsId, world.elm.ptsId, world.ash.ptsId, late, ...added]);
  });

  test('sees every certificate once while some of them are retired', async () => {
    const query = `query ($after: String) { certificates(first: 1, after: $after) {
      edges { cursor node { range quantity } } pageInfo { hasNextPage endCursor } } }`;
    const pages = await walk<{ range: string; quantity: number }>(
      async after =>
        dataOf(
          await api.ask<{ certificates: PageOf<{ range: string; quantity: number }> }>(world.elmOwner.token, query, {
            after,
          }),
        ).certificates,
      async pagesSoFar => {
        if (pagesSoFar !== 1) return;
        const { rows } = await api.database.query<{ range: string }>(
          `select b.id || ' - 2 to 2' as range from certificate_batch b join gis_asset a on a.id = b.asset_id
           where a.gis_id = $1 order by b.id desc limit 1`,
          [world.elm.gisId],
        );
        await api.does('retireCertificates', { ranges: [rows[0]?.range], reason: 'test' }, world.elmOwner.token);
      },
    );
    const nodes = pages.flatMap(page => page.edges.map(edge => edge.node));
    expect(new Set(nodes.map(node => node.range)).size).toBe(nodes.length);
    expect(nodes.reduce((sum, node) => sum + node.quantity, 0)).toBe(14);
  });

  test('sees every reading of a system that there was, newest first, while a newer one comes in', async () => {
    const query = `query ($ptsId: ID!, $after: String) { system(ptsId: $ptsId) { readings(first: 1, after: $after) {
      edges { cursor node { month } } pageInfo { hasNextPage endCursor } } } }`;
    const pages = await walk<{ month: string }>(
      async after =>
        dataOf(
          await api.ask<{ system: { readings: PageOf<{ month: string }> } }>(world.staff.token, query, {
            ptsId: world.oak.ptsId,
            after,
          }),
        ).system.readings,
      async pagesSoFar => {
        if (pagesSoFar === 1) await report(api, world.representative, world.oak.ptsId, '2024-04-28T14:00:00Z', '4000');
      },
    );
    expect(pages.flatMap(page => page.edges.map(edge => edge.node.month))).toEqual(['2024-03', '2024-02', '2024-01']);
  });
});

describe('the number of SQL statements', () => {
  const counts: Record<string, number> = {};

  /** Counts a question that is asked a second time: nothing is prepared or opened any more. */
  async function count(name: string, token: string, query: string, variables: Record<string, unknown> = {}) {
    dataOf(await api.ask(token, query, variables));
    const { count, result } = await countStatements(() => api.ask(token, query, variables));
    dataOf(result);
    counts[name] = count;
    return count;
  }

  const nested: Readonly<Record<string, string>> = {
    'systems with meters and replacements': 'meters { label replacements { replacedAt } }',
    'systems with readings': 'readings(first: 3) { edges { node { month valueKwh } } }',
    'systems with meters and their readings': 'meters { readings(first: 3) { edges { node { month } } } }',
    'systems with production': 'production { month productionKwh status }',
    'systems with roles and who holds them': 'roles { role organisation { name } }',
    'systems with qualification': 'qualification { srecFactor }',
    'systems with qualifications and their applications': 'qualifications { program request { state } }',
    'systems with meters that suit them': 'meters { suitsSystem requiredAccuracyPercent model { model } }',
    'systems with assets, holders and accounts':
      'gisAssets { asset { gisId holders { gisAccount { name organisation { name } } } } }',
    'systems with ledger': 'ledger(first: 3) { edges { node { kind asset { gisId } toGisAccount { name } } } }',
    'systems with issuances, explained':
      'issuances { arithmetic certificates factors { srecFactor } systems { uses { valueKwh } } asset { gisId } }',
  };

  const systemsQuery = (selection: string) =>
    `query ($first: Int!) { systems(first: $first) { edges { node { ptsId ${selection} } } } }`;
  const quarterQuery = `query ($first: Int!) { quarterIssuance(quarter: "2024-Q2") { totals { certificates }
    issuances(first: $first) { edges { node { arithmetic certificates asset { gisId } gisAccount { name } factors { srecFactor }
      systems { ptsId uses { valueKwh } } } } } } }`;

  beforeAll(async () => {
    const holders = { owner: world.elmOwner, recOwner: world.elmOwner, representative: world.dasProvider };
    for (let index = 0; index < 20; index += 1)
      many.push((await makeQualifiedSystem(api, holders, '8', '2024-04')).ptsId);
    const readings = many.map(ptsId => ({ ptsId, readAt: '2024-04-28T14:00:00Z', valueKwh: '4321' }));
    const payload = await api.does('submitReadings', { readings }, world.dasProvider.token);
    expect(payload.accepted).toBe(20);
    await setClock(api, '2024-07-20T15:00:00Z');
    await api.does('issueQuarter', { quarter: '2024-Q2', reason: 'test' });
  });

  test.each(Object.entries(nested))('is the same for 1 and for 20 %s', async (name, selection) => {
    const forOne = await count(name, world.staff.token, systemsQuery(selection), { first: 1 });
    const forTwenty = await count(name, world.staff.token, systemsQuery(selection), { first: 20 });
    expect(forTwenty).toBe(forOne);
  });

  test('is the same for 1 and for 20 issuances of a quarter', async () => {
    const forOne = await count('a quarter with its issuances', world.staff.token, quarterQuery, { first: 1 });
    expect(await count('a quarter with its issuances', world.staff.token, quarterQuery, { first: 20 })).toBe(forOne);
  });

  test('is the same for 1 and for 500 readings in one call', async () => {
    await setClock(api, '2024-07-28T15:00:00Z');
    await api.database.query(
      `insert into meter (system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
       select s.id, 'row ' || n, 0.5, 0, '2024-07-01', now() from system s, generate_series(1, 501) n where s.pts_id = $1`,
      [world.elm.ptsId],
    );
    const readings = Array.from({ length: 501 }, (_, index) => ({
      ptsId: world.elm.ptsId,
      meterLabel: `row ${index + 1}`,
      readAt: '2024-07-28T14:00:00Z',
      valueKwh: '0.1', // all meters of a system together stay below its nameplate
    }));
    const submit = async (rows: readonly object[]) => {
      const { count, result } = await countStatements(() =>
        api.mutate(world.dasProvider.token, 'submitReadings', { readings: rows }),
      );
      expect(dataOf(result).submitReadings?.accepted).toBe(rows.length);
      return count;
    };
    await submit([{ ...readings[0], valueKwh: '0.09' }]);
    counts['submitReadings, new rows'] = await submit(readings.slice(500));
    const again = readings.map(reading => ({ ...reading, valueKwh: '0.11' }));
    expect(await submit(readings.slice(1, 500))).toBe(counts['submitReadings, new rows']);
    counts['submitReadings, superseding rows'] = await submit(again.slice(0, 1));
    expect(await submit(again.slice(1))).toBe(counts['submitReadings, superseding rows']);
  });

  test('is small for every question of a person, and known', async () => {
    const { token } = world.regulator;
    await count('me', token, '{ me { name organisation { name } credentials { label } } }');
    await count('clock', token, '{ clock { now } }');
    await count('portfolio', world.elmOwner.token, '{ portfolio { systems productionKwh certificatesActive } }');
    await count(
      'ledger',
      token,
      '{ ledger(first: 20) { edges { node { kind asset { gisId } toGisAccount { name } } } } }',
    );
    await count('certificates', token, '{ certificates(first: 20) { edges { node { range asset { gisId } } } } }');
    await count(
      'explainIssuance',
      token,
      `query ($gisId: ID!) { explainIssuance(gisId: $gisId, program: SREC_I, month: "2024-03") {
        arithmetic certificates asset { gisId } gisAccount { name organisation { name } } factors { srecFactor }
        systems { ptsId uses { valueKwh } } } }`,
      { gisId: world.oak.gisId },
    );
    await count('an anonymous __typename', token, '{ __typename }');
    expect(`\n${tableOfCounts()}\n`).toMatchSnapshot();
    expect(Math.max(...Object.values(counts))).toBeLessThanOrEqual(16);
  });

  function tableOfCounts(): string {
    const width = Math.max(...Object.keys(counts).map(name => name.length));
    return Object.entries(counts)
      .map(([name, number]) => `${name.padEnd(width)} | ${String(number).padStart(2)}`)
      .join('\n');
  }
});

test('a page of an edge that is refused leaves the rest of the answer', async () => {
  const query = '{ systems(first: 1) { edges { node { ptsId ledger(first: 1) { edges { cursor } } } } } }';
  const { data, errors } = await api.ask<{ systems: { edges: Json[] } }>(world.owner.token, query);
  expect(errors.map(error => [error.extensions.code, error.path])).toEqual([
    ['FORBIDDEN', ['systems', 'edges', 0, 'node', 'ledger']],
  ]);
  expect(data?.systems.edges).toEqual([{ node: { ptsId: world.oak.ptsId, ledger: null } }]);
});
