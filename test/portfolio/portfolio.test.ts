import type { PageArgs } from '../../src/boundary/page.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { rawSql, rows, sql } from '../../src/platform/sql.js';
import { listAssetProgress, progressOf, progressOfAsset } from '../../src/portfolio/asset-progress.js';
import { listExpiries } from '../../src/portfolio/list-expiries.js';
import { listMissingProduction } from '../../src/portfolio/missing-production.js';
import { portfolio } from '../../src/portfolio/portfolio.js';
import { refreshRollups } from '../../src/rollup/refresh-rollups.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('ISSUED');
});
afterAll(() => world?.end());

const page: PageArgs = { first: 500 };
const at = '2018-05-01T12:00:00Z';
type Asker = Parameters<World['as']>[0];

/** Every node of a connection, read in pages of two. */
async function readThrough<Node>(
  ask: (
    page: PageArgs,
  ) => Promise<{ edges: readonly { node: Node; cursor: string }[]; pageInfo: { hasNextPage: boolean } }>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await ask({ first: 2, after });
    nodes.push(...edges.map(({ node }) => node));
    after = edges.at(-1)?.cursor ?? null;
    if (!pageInfo.hasNextPage) return nodes;
  }
}

describe('how far assets are', () => {
  async function progress(asker: Asker) {
    const context = await world.as(asker, at);
    const assets = await readThrough(asked => listAssetProgress(context.em, context.actor, asked));
    return Promise.all(assets.map(async ({ id, gisId }) => ({ gisId, programs: await progressOfAsset(context, id) })));
  }

  test('is the carry of the last month that is reported, and what was minted', async () => {
    const found = await progress('aggregator');
    expect(found.map(({ gisId }) => gisId)).toEqual(['NON700001', 'MSS700002', 'MSS700003']);
    const base = await rows<{ gisId: string; program: string; minted: number; carry: string }>(
      world.orm.em.fork(),
      sql`select a.gis_id as "gisId", i.program, sum(i.minted)::int as minted,
                 trim_scale((array_agg(i.closing_gis_carry_mwh order by i.month desc))[1])::text as carry
          from issuance i join gis_asset a on a.id = i.asset_id group by 1, 2`,
    );
    const flat = found.flatMap(({ gisId, programs }) =>
      programs.map(each => ({ gisId, program: each.program, minted: each.mintedCertificates, carry: each.carryMwh })),
    );
    const byName = (a: { gisId: string }, b: { gisId: string }) => (a.gisId < b.gisId ? -1 : 1);
    expect(flat.sort(byName)).toEqual(base.sort(byName));
    expect(found.flatMap(({ programs }) => programs.map(each => each.unissuedMwh))).toEqual(flat.map(() => '0'));
    expect(found.flatMap(({ programs }) => programs.map(each => each.expectedCertificates))).toEqual(flat.map(() => 0));
  });

  test('is shown to who holds them today, and to staff; to others of nothing', async () => {
    expect(await progress('regulator')).toHaveLength(3);
    expect(await progress('owner')).toEqual([]);
  });

  test('grows by what is read after the last report, times the factor; the whole part is expected', async () => {
    const em = world.orm.em.fork();
    await em.begin();
    try {
      await rows(em, sql`select ensure_reading_partition('2018-01-01')`);
      await rows(
        em,
        sql`insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel,
              submitted_at, submitted_by)
            select '2018-01-01', m.id, m.system_id, '2018-01-31', 500000, 10000, 10000, false, 'AUTOMATED', '2018-01-31',
                   (select min(id) from account)
            from meter m join system s on s.id = m.system_id where s.name = 'mill'`,
      );
      const context = { ...(await world.as('aggregator', at)), em };
      const [asset] = (await listAssetProgress(em, context.actor, page)).edges;
      const [srecII] = await progressOfAsset(context, asset?.node.id ?? '');
      expect(srecII).toMatchObject({ program: 'SREC_II', unissuedMwh: '8' });
      expect(srecII?.expectedCertificates).toBe(new Decimal(srecII?.carryMwh ?? 0).plus(8).floor().toNumber());
      const sums = await portfolio(em, context.actor, null, null);
      expect(sums.certificatesExpected).toBe(srecII?.expectedCertificates);
    } finally {
      await em.rollback();
    }
  });
});

test('the sums of a portfolio have their production from the roll-ups, and say as of when', async () => {
  const { em, actor } = await world.as('aggregator', at);
  expect(await portfolio(em, actor, null, null)).toMatchObject({ productionKwh: '0.000', productionAsOf: null });
  await refreshRollups(em, '2018-05' as Month);
  const [base] = await rows<{ kwh: string }>(em, sql`select sum(production_kwh)::text as kwh from production_in_force`);
  expect(await portfolio(em, actor, null, null)).toMatchObject({
    productionKwh: base?.kwh,
    productionAsOf: expect.any(Date),
  });
});

test('months of a portfolio the wrong way round are refused, and not answered with nothing', async () => {
  const { em, actor } = await world.as('aggregator', at);
  await expect(portfolio(em, actor, '2018-05' as Month, '2018-04' as Month)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    facts: { field: 'from', value: '2018-05' },
  });
  expect(await portfolio(em, actor, '2018-04' as Month, '2018-04' as Month)).toMatchObject({
    systems: expect.any(Number),
  });
});

test('production on the way to certificates is that of the roll-ups, and of the record wherever something waits to be rolled up', async () => {
  const read = await createWorld('READ');
  const context = await read.as('aggregator', '2018-01-12T12:00:00Z');
  const { edges } = await listAssetProgress(context.em, context.actor, page);
  const assets = sql`select unnest(${edges.map(({ node }) => node.id)}::bigint[]) as id`;
  const unissued = async () => {
    const found = await rows<{ unissuedMwh: string }>(read.orm.em.fork(), progressOf(assets));
    return found.map(({ unissuedMwh }) => unissuedMwh);
  };
  const ofRecord = await unissued();
  await refreshRollups(read.orm.em.fork(), '2018-01' as Month);
  const rolledUp = await unissued();
  const change = (statement: string) => rows(read.orm.em.fork(), rawSql(statement));
  await change(`update system_month_rollup set production_kwh = 0`);
  const ofRollups = await unissued();
  await change(`insert into rollup_dirty (town, from_month) select distinct town, date '1900-01-01' from system`);
  const noted = await unissued();
  await change(`delete from rollup_dirty`);
  await change(
    `insert into rollup_pending (month, town) select m.month, t.town from rollup_month m cross join (select distinct town from system) t`,
  );
  const waiting = await unissued();
  await read.end();
  expect(ofRecord.some(mwh => Number(mwh) > 0)).toBe(true);
  expect(rolledUp).toEqual(ofRecord);
  expect(ofRollups.every(mwh => Number(mwh) === 0)).toBe(true);
  expect([noted, waiting]).toEqual([ofRecord, ofRecord]);
});

test('what is reported to the GIS and not issued yet is not minted', async () => {
  const reported = await createWorld('READ');
  const on = '2018-01-12T12:00:00Z';
  const input = { quarter: '2017-Q3' as Quarter, reason: 'not issued yet', dryRun: false };
  const { lineCount } = await reported.act('operator', on, verb => reportQuarter(verb, input));
  const context = await reported.as('aggregator', on);
  const sums = await portfolio(context.em, context.actor, null, null);
  const { edges } = await listAssetProgress(context.em, context.actor, page);
  const programs = await Promise.all(edges.map(({ node }) => progressOfAsset(context, node.id)));
  await reported.end();
  expect(lineCount).toBeGreaterThan(0);
  expect(sums).toMatchObject({ certificatesMinted: 0, certificatesActive: 0 });
  expect(programs.flat().map(each => each.mintedCertificates)).toEqual(programs.flat().map(() => 0));
  expect(programs.flat().some(each => each.lastMonth === '2017-09')).toBe(true);
});

describe('missing production', () => {
  const missing = async (asker: Asker, quarter: string, on = at) => {
    const { em, actor, now } = await world.as(asker, on);
    return readThrough(asked => listMissingProduction(em, actor, now, quarter as Quarter, asked));
  };

  test('is none where a later reading gave a share', async () => {
    expect(await missing('aggregator', '2017-Q3')).toEqual([]);
  });

  test('is every month whose window has opened, of every system with a meter', async () => {
    const found = await missing('aggregator', '2018-Q1');
    expect(found).toHaveLength(18);
    expect(found[0]).toMatchObject({
      month: '2018-01',
      deadlineAt: new Date('2018-02-06T05:00:00Z'),
      open: false,
      reportedToGisOn: '2018-07-10',
    });
    expect(await missing('aggregator', '2018-Q1', '2018-02-01T12:00:00Z')).toMatchObject(
      Array.from({ length: 6 }, () => ({ month: '2018-01', open: true })),
    );
    expect(await missing('aggregator', '2018-Q1', '2018-01-20T12:00:00Z')).toEqual([]);
  });

  test('is of own systems', async () => {
    expect((await missing('dasProvider', '2018-Q1')).length).toBeLessThan(18);
    expect(await missing('regulator', '2018-Q1')).toHaveLength(18);
  });
});

describe('what ends', () => {
  const ending = async (asker: Asker, months: number, on = at) => {
    const { em, actor } = await world.as(asker, on);
    return readThrough(asked => listExpiries(em, actor, months, asked));
  };

  test('are terms by their last quarter, and roles by their last day, the next first', async () => {
    const em = world.orm.em.fork();
    await rows(
      em,
      rawSql(
        `update system_role set until_on = '2018-06-01' where role = 'REC_OWNER' and until_on is null and system_id = (select min(id) from system)`,
      ),
    );
    const found = await ending('regulator', 120);
    expect(found[0]).toMatchObject({
      kind: 'REC_OWNER',
      lastOn: '2018-05-31',
      program: null,
      organisationId: expect.any(String),
    });
    expect(found.slice(1).length).toBeGreaterThan(0);
    for (const each of found.slice(1)) expect(each).toMatchObject({ kind: 'OPT_IN_TERM', organisationId: null });
    expect(found.map(({ lastOn }) => lastOn)).toEqual(found.map(({ lastOn }) => lastOn).sort());
    expect(await ending('regulator', 1)).toHaveLength(1);
    expect(await ending('regulator', 1, '2018-06-01T12:00:00Z')).toEqual([]);
  });

  test('is asked for within 1 to 120 months', async () => {
    const { em, actor } = await world.as('regulator', at);
    expect(() => listExpiries(em, actor, 0, page)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(() => listExpiries(em, actor, 121, page)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
