import { getNamedType, isObjectType } from 'graphql';
import { publicSchema } from '../../src/server/schema.js';
import type { Api } from './support/api.js';
import { ask, dataOf, type Json } from './support/ask.js';
import { connections, type PageOf, walk } from './support/connections.js';
import { schema } from './support/documents.js';
import type { SampleWorld } from './support/samples.js';
import { startWithSamples } from './support/start-with.js';
import { makeSystem, report } from './support/world.js';

let api: Api;
let world: SampleWorld;

beforeAll(async () => {
  ({ api, world } = await startWithSamples());
  await flagSome();
}, 120_000);
afterAll(() => api.stop());

/** Three readings that carry a flag, of a month that is not reported. */
async function flagSome(): Promise<void> {
  await api.database.query(`select ensure_reading_partition('2024-11-01')`);
  await api.database.query(
    `insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, flags,
       submitted_at, submitted_by)
     select '2024-11-01', id, system_id, '2024-11-28', 90000, 9000, 9000, false, 'MANUAL', '{ABOVE_CAPACITY_FACTOR}', '2024-11-28',
            (select min(id) from account)
     from meter order by id desc limit 3`,
  );
}

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
    'Query.adjustments',
    'Query.dasProviders',
    'Query.meterModels',
    'Query.requests',
    'Query.systems',
    'Query.ledger',
    'Query.certificates',
    'Query.productionAwaitingStaff',
    'Query.auctions',
    'Query.transfers',
    'Query.standingTransfers',
    'Query.brokerAuthorizations',
    'Query.suppliers',
    'Query.complianceFilings',
    'Query.changes',
    'Query.webhooks',
    'Webhook.deliveries',
    'Query.flaggedReadings',
    'Query.assetProgress',
    'Query.missingProduction',
    'Query.expiries',
    'Query.exports',
    'Query.systemsNotReported',
    'Query.uploads',
    'Upload.outcomes',
    'Query.conformanceRuns',
    'ConformanceRun.systems',
    'ConformanceCall.outcomes',
    'GisReport.lines',
    'GisReport.differences',
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
    const foreign = /readings/i.test(name) ? '["1"]' : '["2024-01","1"]';
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
    const all = await everySystem();
    const first = Math.ceil(all.length / 2);
    const pages = await walk<{ ptsId: string }>(after => systemsPage(first, after));
    expect(pages.map(page => [page.edges.length, page.pageInfo.hasNextPage])).toEqual([
      [first, true],
      [all.length - first, false],
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
    const all = await everySystem();
    const { edges, pageInfo } = await systemsPage(all.length, null);
    expect([edges.map(({ node }) => node.ptsId), pageInfo.hasNextPage]).toEqual([all, false]);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
  });
});

/** PTS ids of all systems, in the order of their registration. */
async function everySystem(): Promise<string[]> {
  const { rows } = await api.database.query<{ ptsId: string }>('select pts_id as "ptsId" from system order by id');
  return rows.map(row => row.ptsId);
}

async function systemsPage(first: number, after: string | null): Promise<PageOf<{ ptsId: string }>> {
  const query = `query ($first: Int, $after: String) {
    systems(first: $first, after: $after) { edges { cursor node { ptsId } } pageInfo { hasNextPage endCursor } } }`;
  return dataOf(await api.ask<{ systems: PageOf<{ ptsId: string }> }>(world.staff.token, query, { first, after }))
    .systems;
}

describe('a walk from page to page', () => {
  test('sees every system once while others are registered', async () => {
    const before = await everySystem();
    const added: string[] = [];
    const pages = await walk<{ ptsId: string }>(
      after => systemsPage(4, after),
      async () => {
        if (added.length < 3) added.push(await makeSystem(api, '16'));
      },
    );
    const seen = pages.flatMap(page => page.edges.map(edge => edge.node.ptsId));
    expect(seen).toEqual([...before, ...added]);
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

test('a page of an edge that is refused leaves the rest of the answer', async () => {
  const query = '{ systems(first: 1) { edges { node { ptsId ledger(first: 1) { edges { cursor } } } } } }';
  const { data, errors } = await api.ask<{ systems: { edges: Json[] } }>(world.owner.token, query);
  expect(errors.map(error => [error.extensions.code, error.path])).toEqual([
    ['FORBIDDEN', ['systems', 'edges', 0, 'node', 'ledger']],
  ]);
  expect(data?.systems.edges).toEqual([{ node: { ptsId: world.oak.ptsId, ledger: null } }]);
});
