import type { LocalDate } from '../../src/domain/local-date.js';
import type { Month } from '../../src/domain/month.js';
import { rawSql, row, rows, sql } from '../../src/platform/sql.js';
import { certificateTotals } from '../../src/rollup/certificate-totals.js';
import type { CertificateGrouping } from '../../src/rollup/certificate-totals.type.js';
import { listFlaggedReadings } from '../../src/rollup/list-flagged-readings.js';
import { productionTotals } from '../../src/rollup/production-totals.js';
import type { ProductionFilter, ProductionGrouping } from '../../src/rollup/production-totals.type.js';
import { refreshRollups } from '../../src/rollup/refresh-rollups.js';
import { staffQueues } from '../../src/rollup/staff-queues.js';
import { windowHealth } from '../../src/rollup/window-health.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('ISSUED');
  await rows(world.orm.em.fork(), rawSql(`update system set town = 'Hull' where name in ('field', 'shed')`));
  await refreshRollups(world.orm.em.fork(), '2018-04' as Month);
});
afterAll(() => world?.end());

const at = '2018-05-01T12:00:00Z';
const span = { from: '2017-07' as Month, to: '2017-12' as Month };
async function totals(party: Parameters<World['as']>[0], by: ProductionGrouping, filter: ProductionFilter = {}) {
  const { em, actor } = await world.as(party, at);
  return productionTotals(em, actor, { by, ...span, filter });
}

describe('production by group', () => {
  const groupings = ['MONTH', 'QUARTER', 'TOWN', 'SECTOR', 'PROGRAM', 'TECHNOLOGY'] as const;

  test.each(groupings)('by %s sums up to what is on record', async by => {
    const { groups, asOf } = await totals('regulator', by);
    const { kwh, months } = await row<{ kwh: string; months: number }>(
      world.orm.em.fork(),
      sql`select sum(production_kwh)::text as kwh, count(distinct (system_id, month))::int as months from production_in_force
          where not forfeited and month between '2017-07-01' and '2017-12-01'`,
    );
    const milliKwh = groups.reduce((sum, each) => sum + BigInt(each.productionKwh.replace('.', '')), 0n);
    expect(milliKwh).toBe(BigInt(kwh.replace('.', '')));
    expect(groups.reduce((sum, each) => sum + each.systemMonths, 0)).toBe(months);
    expect(asOf?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('has the groups that there are', async () => {
    const of = async (by: ProductionGrouping) => (await totals('operator', by)).groups.map(({ group }) => group);
    expect(await of('QUARTER')).toEqual(['2017-Q3', '2017-Q4']);
    expect(await of('TOWN')).toEqual(['Amherst', 'Hull']);
    expect(await of('SECTOR')).toEqual(['C', null]);
    expect(await of('PROGRAM')).toEqual(['SREC_I', 'SREC_II', null]);
    expect(await of('TECHNOLOGY')).toEqual(['SOLAR_PV', 'WIND']);
  });

  test('is that of own systems for others, and that of the state where all is their own', async () => {
    for (const by of groupings) {
      expect((await totals('aggregator', by)).groups).toEqual((await totals('regulator', by)).groups);
    }
    const dasProvider = (await totals('dasProvider', 'MONTH')).groups;
    const owner = (await totals('owner', 'MONTH')).groups;
    expect(owner).toEqual((await totals('regulator', 'MONTH')).groups);
    expect(dasProvider.length).toBe(6);
    expect(dasProvider).not.toEqual(owner);
  });

  test.each<[ProductionFilter]>([
    [{ town: 'Hull' }],
    [{ program: 'SREC_II' }],
    [{ marketSector: 'C' }],
    [{ technology: 'WIND' }],
    [{ town: 'Amherst', program: 'SREC_II', technology: 'SOLAR_PV' }],
  ])('of %j is the same from the roll-ups of the state and of systems, and less than all', async filter => {
    const { groups } = await totals('regulator', 'MONTH', filter);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups).toEqual((await totals('aggregator', 'MONTH', filter)).groups);
    expect(groups).not.toEqual((await totals('regulator', 'MONTH')).groups);
  });

  test('spans ten years at most, from the earlier month to the later', async () => {
    const { em, actor } = await world.as('regulator', at);
    const asked = (from: string, to: string) =>
      productionTotals(em, actor, { by: 'MONTH', from: from as Month, to: to as Month, filter: {} });
    await expect(asked('2017-12', '2017-11')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(asked('2007-12', '2017-12')).rejects.toMatchObject({ facts: { latest: '2017-11' } });
    expect((await asked('2008-01', '2017-12')).groups).toHaveLength(6);
  });
});

describe('minted certificates by group', () => {
  const groupings = ['MONTH', 'QUARTER', 'PROGRAM', 'TOWN', 'SECTOR'] as const;
  async function minted(party: Parameters<World['as']>[0], by: CertificateGrouping) {
    const { em, actor } = await world.as(party, at);
    const { groups, asOf } = await certificateTotals(em, actor, { by, ...span });
    return { of: Object.fromEntries(groups.map(each => [each.group ?? 'none', each.certificatesMinted])), asOf };
  }
  const sum = (of: Record<string, number>) => Object.values(of).reduce((total, each) => total + each, 0);

  test.each(groupings)('by %s sum up to what was minted, of the state and of the holder alike', async by => {
    const { certificates } = await row<{ certificates: number }>(
      world.orm.em.fork(),
      sql`select sum(minted)::int as certificates from issuance`,
    );
    const ofState = await minted('regulator', by);
    const ofHolder = await minted('aggregator', by);
    expect(certificates).toBeGreaterThan(0);
    expect(sum(ofState.of)).toBe(certificates);
    expect(ofHolder.of).toEqual(ofState.of);
    expect(ofHolder.asOf).toEqual(ofState.asOf);
    expect(ofState.asOf).toEqual(expect.any(Date));
    expect((await minted('owner', by)).of).toEqual({});
  });

  test('by town are those of assets whose systems stand in one; those of several are by themselves', async () => {
    const base = await rows<{ town: string | null; certificates: number }>(
      world.orm.em.fork(),
      sql`select case when cardinality(each.towns) = 1 then each.towns[1] end as town, sum(each.minted)::int as certificates
          from (select i.minted, array(select distinct s.town from issuance_system step join system s on s.id = step.system_id
                                       where step.issuance_id = i.id) as towns from issuance i) each
          where each.minted > 0 group by 1`,
    );
    const { of } = await minted('regulator', 'TOWN');
    expect(of).toEqual(Object.fromEntries(base.map(({ town, certificates }) => [town ?? 'none', certificates])));
    expect(Object.keys(of).length).toBeGreaterThan(1);
    expect(Object.keys((await minted('regulator', 'QUARTER')).of)).toEqual(['2017-Q3', '2017-Q4']);
    expect(Object.keys((await minted('regulator', 'SECTOR')).of)).toContain('C');
  });
});

test('the health of a window says who reported on which day', async () => {
  const health = await windowHealth(world.orm.em.fork(), '2017-09' as Month);
  const base = await row<{ reported: number }>(
    world.orm.em.fork(),
    sql`select count(distinct system_id)::int as reported from reading where month = '2017-09-01'`,
  );
  expect(health).toMatchObject({
    month: '2017-09',
    expectedSystems: 6,
    reportedSystems: base.reported,
    flaggedReadings: 0,
  });
  expect(health.reportedSystems).toBeLessThan(6);
  expect(health.opensAt.toISOString()).toBe('2017-09-26T04:00:00.000Z');
  expect(health.days.at(-1)?.reportedSystems).toBe(health.reportedSystems);
  const { organisationId } = await row<{ organisationId: string }>(
    world.orm.em.fork(),
    sql`select organisation_id as "organisationId" from das_provider`,
  );
  expect(new Set(health.reporters.map(({ dasProviderId }) => dasProviderId))).toEqual(new Set(['0', organisationId]));
  expect(health.reporters.reduce((sum, each) => sum + each.reportedSystems, 0)).toBe(health.reportedSystems);
  expect(health.reporters.every(each => each.lastReportedOn !== null)).toBe(true);
});

test('the health of a window that nobody has reported in says how many it waits for', async () => {
  expect(await windowHealth(world.orm.em.fork(), '2018-04' as Month)).toMatchObject({
    expectedSystems: 6,
    reportedSystems: 0,
    days: [],
  });
});

describe('the queues', () => {
  const queues = async (on = at) => {
    const { em, actor } = await world.as('operator', on);
    return staffQueues(em, actor);
  };
  const queue = async (name: string, on = at) => (await queues(on)).filter(each => each.queue === name);

  test('count production that waits as the list of it does', async () => {
    const { count } = await row<{ count: number }>(
      world.orm.em.fork(),
      sql`select count(*)::int as count from production_awaiting_staff`,
    );
    const oldestAt = count > 0 ? expect.any(Date) : null;
    expect(await queue('PRODUCTION_AWAITING_STAFF')).toMatchObject([{ count, oldestAt, asOf: expect.any(Date) }]);
  });

  test('have a quarter to report from its upload date on, and one to issue from its mint date on', async () => {
    expect(await queue('QUARTERS_TO_REPORT')).toMatchObject([{ count: 0, dueOn: null }]);
    const em = world.orm.em.fork();
    await em.begin();
    try {
      await rows(em, rawSql('set local session_replication_role = replica'));
      await rows(em, rawSql(`update issuance_run set completed_at = null where quarter = '2017-Q4'`));
      const { actor } = await world.as('operator', at);
      const on = async (day: string, name: string) =>
        (await staffQueues(em, { ...actor, on: day as LocalDate })).find(each => each.queue === name);
      expect(await on('2018-04-14', 'QUARTERS_TO_ISSUE')).toMatchObject({ count: 0, dueOn: null, oldestAt: null });
      expect(await on('2018-04-15', 'QUARTERS_TO_ISSUE')).toMatchObject({
        count: 1,
        dueOn: '2018-04-15',
        oldestAt: expect.any(Date),
      });
      await rows(em, rawSql(`update issuance_run set frozen_at = null where quarter = '2017-Q4'`));
      await rows(em, rawSql(`update production_month_rollup set unused_readings = 1 where month = '2017-11-01'`));
      expect(await on('2018-04-09', 'QUARTERS_TO_REPORT')).toMatchObject({ count: 0, dueOn: null });
      expect(await on('2018-04-10', 'QUARTERS_TO_REPORT')).toMatchObject({ count: 1, dueOn: '2018-04-10' });
    } finally {
      await em.rollback();
    }
  });

  test('of flagged readings has its list: in force, flagged, not reported yet; oldest first, by pages', async () => {
    const em = world.orm.em.fork();
    await em.begin();
    try {
      await rows(em, rawSql('set local session_replication_role = replica'));
      for (const month of ['2018-01-01', '2018-02-01']) {
        await rows(em, sql`select ensure_reading_partition(${month}::date)`);
        await rows(
          em,
          sql`insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, flags,
                submitted_at, submitted_by)
              select ${month}::date, m.id, m.system_id, ${month}::date + 27, 500000, 10000, 10000, false, 'AUTOMATED',
                     case when s.name in ('mill', 'field') then array['ABOVE_CAPACITY_FACTOR'] else '{}' end, ${month}::date + 28,
                     (select min(id) from account)
              from meter m join system s on s.id = m.system_id`,
        );
      }
      await rows(em, rawSql(`update reading set flags = '{ABOVE_CAPACITY_FACTOR}' where month = '2017-12-01'`));
      const listed = [];
      for (let after: string | null = null, more = true; more; ) {
        const { edges, pageInfo } = await listFlaggedReadings(em, { first: 3, after });
        listed.push(...edges.map(({ node }) => node));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(listed.map(({ reading }) => reading.month)).toEqual(['2018-01', '2018-01', '2018-02', '2018-02']);
      expect(listed.every(({ reading }) => reading.flags.length === 1)).toBe(true);
      expect(new Set(listed.map(({ reading }) => reading.meterId)).size).toBe(2);
    } finally {
      await em.rollback();
    }
  });

  test('count requests by kind and last step, flagged readings, filings to decide and filings due', async () => {
    const em = world.orm.em.fork();
    await em.begin();
    try {
      await rows(em, rawSql('set local session_replication_role = replica'));
      for (const statement of [
        `insert into request (id, kind, state, organisation_id, content, submitted_at, created_at)
         select n, case when n < 903 then 'DAS_PROVIDER' else 'METER_MODEL' end, 'SUBMITTED', n, '{}', '2018-04-01'::timestamptz + (n - 900) * interval '1 day', now()
         from generate_series(901, 904) n`,
        `insert into request_event (request_id, sequence, step, reason, occurred_at, account_id)
         select n, 1, 'SUBMITTED', '', now(), (select min(id) from account) from generate_series(901, 904) n`,
        `insert into request_event (request_id, sequence, step, reason, occurred_at, account_id)
         select 902, 2, 'REVIEWED', '', now(), min(id) from account`,
        `update reporting_rollup set flagged_readings = 3, oldest_flagged_at = '2018-01-03T00:00:00Z' where month = '2018-02-01' and town = 'Hull'`,
        `insert into supplier (organisation_id, kind, since_year, reason, created_at, created_by) select n, 'COMPETITIVE', 2010, '', now(), 1
         from generate_series(901, 903) n`,
        `insert into supplier_load (organisation_id, compliance_year, contracted_on, basic_service, sales_mwh, evidence, created_at, created_by)
         select n, 2017, '2016-01-01', false, 5, '', now(), 1 from generate_series(901, 903) n`,
        `insert into compliance_filing (organisation_id, compliance_year, state, content, submitted_at, created_at, created_by)
         values (901, 2017, 'SUBMITTED', '{}', '2018-04-20', now(), 1)`,
      ])
        await rows(em, rawSql(statement));
      const { actor } = await world.as('operator', at);
      const found = await staffQueues(em, actor);
      const of = (name: string) => found.filter(each => each.queue === name);
      expect(of('REQUESTS')).toMatchObject([
        { requestKind: 'DAS_PROVIDER', lastStep: 'SUBMITTED', count: 1, oldestAt: new Date('2018-04-02T00:00:00Z') },
        { requestKind: 'DAS_PROVIDER', lastStep: 'REVIEWED', count: 1 },
        { requestKind: 'METER_MODEL', lastStep: 'SUBMITTED', count: 2, oldestAt: new Date('2018-04-04T00:00:00Z') },
      ]);
      expect(of('FLAGGED_READINGS')).toMatchObject([{ count: 3, oldestAt: new Date('2018-01-03T00:00:00Z') }]);
      expect(of('FILINGS_TO_DECIDE')).toMatchObject([{ count: 1, oldestAt: new Date('2018-04-20T00:00:00Z') }]);
      expect(of('FILINGS_DUE')).toMatchObject([{ count: 2, dueOn: '2018-07-01' }]);
    } finally {
      await em.rollback();
    }
  });
});
