import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Month } from '../../src/domain/month.js';
import { checkLaws, runLaws } from '../../src/ledger/laws/run-laws.js';
import { setUpMeter } from '../../src/metering/set-up-meter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { appoint } from '../../src/ownership/appoint.js';
import { enqueue } from '../../src/platform/job.js';
import { maybeRow, rawSql, row, rows, type Sql, sql } from '../../src/platform/sql.js';
import { grantQualification } from '../../src/qualification/grant-qualification.js';
import { systemMonths } from '../../src/rollup/cells.js';
import { refreshRollups } from '../../src/rollup/refresh-rollups.js';
import { rollupLaws } from '../../src/rollup/rollup-laws.js';
import { jobs } from '../../src/server/jobs.js';
import { workOnce } from '../../src/server/worker.js';
import { registerSystem } from '../../src/system/register-system.js';
import { failingWhenBroken } from '../support/laws.js';
import { notStuck } from '../support/not-stuck.js';
import { createWorld, type World } from '../support/world.js';
import { breaks } from './breaks.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('CORRECTED');
});
afterAll(() => world?.end());

const em = () => world.orm.em.fork();
const refresh = (month = '2018-06') => refreshRollups(em(), month as Month);
const failing = async () => (await runLaws(em(), { laws: rollupLaws })).filter(({ holds }) => !holds);
const all = <T = Record<string, unknown>>(query: Sql) => rows<T>(em(), query);
const waiting = async () =>
  (
    await row<{ count: number }>(
      em(),
      sql`select (select count(*) from rollup_dirty)::int + (select count(*) from rollup_pending)::int as count`,
    )
  ).count;

test('before the job has run nothing is rolled up, everything is noted, and nothing is compared', async () => {
  expect(await all(sql`select from production_rollup`)).toEqual([]);
  expect(await row(em(), sql`select as_of as "asOf" from rollup_state`)).toEqual({ asOf: null });
  expect(await waiting()).toBeGreaterThan(0);
  expect(await failing()).toEqual([]);
});

test('the job of the workers rolls up what is on record, to the kWh', async () => {
  await enqueue(em(), 'refresh-rollups', {});
  const failures: unknown[] = [];
  await workOnce(world.orm, jobs, { databaseUrl: world.url, mode: 'sandbox', log: error => `${failures.push(error)}` });
  expect(failures).toEqual([]);
  expect(await waiting()).toBe(0);
  const base = await all(
    sql`select month::text as month, sum(production_kwh)::text as kwh, count(distinct system_id)::int as systems from production_in_force
        where not forfeited group by 1 order by 1`,
  );
  const rolledUp = await all(
    sql`select month::text as month, sum(production_kwh)::text as kwh, sum(systems)::int as systems from production_rollup
        group by 1 order by 1`,
  );
  expect(rolledUp).toEqual(base);
  expect(base.length).toBeGreaterThan(6);
});

test('what is unused is what waits for staff once its quarter is reported', async () => {
  const tx = em();
  await tx.begin();
  try {
    await rows(tx, sql`set local session_replication_role = replica`);
    await rows(tx, sql`delete from reading_use where month = '2017-08-01'`);
    const sums = (readings: Sql, kwh: Sql, of: Sql) =>
      rows(
        tx,
        sql`select month::text as month, ${readings}::int as readings, ${kwh}::text as kwh from ${of} group by month order by month`,
      );
    const awaiting = await sums(sql`count(*)`, sql`sum(production_kwh)`, sql`production_awaiting_staff`);
    const everything = { months: () => sql`true`, systems: () => sql`true` };
    const unused = sql`(select * from (${systemMonths(everything)}) cell where unused_readings > 0) cell`;
    expect(awaiting).toHaveLength(1);
    expect(await sums(sql`sum(unused_readings)`, sql`sum(unused_kwh)`, unused)).toEqual(awaiting);
  } finally {
    await tx.rollback();
  }
});

test('all laws hold, and each law of the roll-ups has a break that it alone notices', async () => {
  expect((await runLaws(em(), { laws: allLaws })).filter(({ holds }) => !holds)).toEqual([]);
  expect(Object.keys(breaks).sort()).toEqual(rollupLaws.map(({ name }) => name).sort());
  for (const { name } of rollupLaws) {
    const found = await failingWhenBroken(em(), breaks[name] ?? { how: '', statements: [] }, rollupLaws);
    expect(found.map(law => law.name)).toEqual([name]);
  }
});

test('what is made of a month in it is eligible by its days, as the domain says', async () => {
  // the school is effective from mid-August on: 17 of 31 days
  const found = await row<{ mwh: string; kwh: string }>(
    em(),
    sql`select p.eligible_mwh::text as mwh, p.production_kwh::text as kwh from production_rollup p
        where month = '2017-08-01' and program = 'SREC_II' limit 1`,
  );
  const issued = await row<{ mwh: string }>(
    em(),
    sql`select sum(u.eligible_kwh * q.srec_factor / 1000)::text as mwh from reading_use u
        join issuance i on i.id = u.issuance_id and not exists (select from issuance later where later.replaces_id = i.id)
        join statement_of_qualification q on q.system_id = u.system_id and q.program = i.program where u.month = '2017-08-01' and i.program = 'SREC_II'`,
  );
  expect(Number(found.mwh)).toBeCloseTo(Number(issued.mwh), 6);
});

/** Past the triggers: what a verb does not do by itself, or would take long to bring about. */
const done = (...statements: readonly string[]) =>
  em().transactional(async tx => {
    for (const statement of statements) await rows(tx, rawSql(statement));
  });

const operator = <T extends Record<string, unknown>>(work: Parameters<typeof world.act<T>>[2]) =>
  world.act<T>('operator', '2018-06-20T12:00:00Z', work);

describe('what changes is found by its lines, and found equal to its base again', () => {
  const onlyTown = async () =>
    (
      await all<{ town: string }>(
        sql`select town from rollup_dirty where town is not null
            union select s.town from rollup_dirty, unnest(systems) noted join system s on s.id = noted`,
      )
    ).map(each => each.town);

  test('a system that is registered, qualified, metered, represented and read', async () => {
    const { ptsId } = await operator(verb =>
      registerSystem(verb, {
        name: 'late',
        technology: 'WIND',
        capacityKw: new Decimal(500),
        town: 'Hull',
        state: 'MA',
        zip: '02045',
        massachusettsFunded: false,
      }),
    );
    await operator(verb =>
      setUpMeter(verb, {
        ptsId,
        label: 'main',
        accuracyPercent: new Decimal('0.5'),
        initialValueKwh: new Decimal(0),
        installedOn: '2018-05-01' as LocalDate,
        registerDigits: null,
      }),
    );
    const { organisationId } = await row<{ organisationId: string }>(
      em(),
      sql`select organisation_id as "organisationId" from account where id = ${world.accountIds.dasProvider}`,
    );
    await operator(verb =>
      appoint(verb, {
        ptsId,
        role: 'SYSTEM_REPRESENTATIVE',
        organisationId,
        fromOn: '2018-05-01' as LocalDate,
        evidence: 'x',
        reason: 'x',
      }),
    );
    expect(await onlyTown()).toEqual(['Hull']);
    await refresh();
    expect(await failing()).toEqual([]);
    const expected = sql`select reported_on::text as "reportedOn", das_provider_id <> 0 as automated, systems
      from reporting_rollup join reporter_rollup using (month, town) where town = 'Hull' and month = '2018-06-01'`;
    expect(await all(expected)).toEqual([{ reportedOn: 'infinity', automated: true, systems: 1 }]);
    await operator(verb =>
      grantQualification(verb, {
        ptsId,
        sqNumber: 'LATE',
        program: 'CLASS_I',
        effectiveOn: '2018-05-01' as LocalDate,
        lastEligibleQuarter: null,
        marketSector: null,
        srecFactor: new Decimal(1),
        factorSource: 'test',
        reason: 'test',
      }),
    );
    const reading = {
      ptsId,
      meterLabel: 'main',
      readAt: new Date('2018-06-30T12:00:00Z'),
      valueKwh: new Decimal(9000),
    };
    const { accepted } = await world.act('dasProvider', '2018-06-30T20:00:00Z', verb =>
      submitReadings(verb, { readings: [reading] }),
    );
    expect(accepted).toBe(1);
    expect(await onlyTown()).toEqual(['Hull']);
    expect(
      await all(
        sql`select distinct s.pts_id as "ptsId" from rollup_dirty, unnest(systems) noted join system s on s.id = noted`,
      ),
    ).toEqual([{ ptsId }]);
    expect(await all(sql`select from rollup_dirty where systems is null and until_month is not null`)).toEqual([]);
    expect(await failing()).toEqual([]);
    await refresh();
    expect(await waiting()).toBe(0);
    expect(await failing()).toEqual([]);
    expect(await all(expected)).toEqual([{ reportedOn: '2018-06-30', automated: true, systems: 1 }]);
    const rolledUp = sql`select month::text as month, program, production_kwh::text as kwh, eligible_mwh::text as mwh
      from production_rollup where town = 'Hull' order by month`;
    expect(await all(rolledUp)).toMatchObject([
      { month: '2018-05-01', program: 'CLASS_I' },
      { month: '2018-06-01', program: 'CLASS_I' },
    ]);
  });

  test('a system that moves to another town takes its months along', async () => {
    await done(`update system set town = 'Salem' where town = 'Hull'`);
    expect((await onlyTown()).sort()).toEqual(['Hull', 'Salem']);
    await refresh();
    expect(await failing()).toEqual([]);
    expect(await all(sql`select from production_rollup where town = 'Hull'`)).toEqual([]);
    expect(await all(sql`select from production_rollup where town = 'Salem'`)).toHaveLength(2);
  });

  test('a reading that spread over months and is corrected away takes its shares along', async () => {
    const corrected = {
      ptsId: (await row<{ ptsId: string }>(em(), sql`select pts_id as "ptsId" from system where name = 'late'`)).ptsId,
      meterLabel: 'main',
      readAt: new Date('2018-06-30T12:00:00Z'),
      valueKwh: new Decimal(8000),
    };
    const { outcomes } = await world.act('dasProvider', '2018-06-30T21:00:00Z', verb =>
      submitReadings(verb, { readings: [corrected] }),
    );
    expect(outcomes).toHaveLength(1);
    await refresh();
    expect(await failing()).toEqual([]);
    expect(
      await row(em(), sql`select sum(production_kwh)::text as kwh from production_rollup where town = 'Salem'`),
    ).toEqual({ kwh: '8000.000' });
  });

  test('a role that ends, and a provider that is new', async () => {
    await done(
      `update system_role set until_on = '2018-06-15' where system_id = (select id from system where name = 'late')`,
      `insert into das_provider (organisation_id, approved_on, reason, created_at) select organisation_id, '2018-01-01', 'x', now()
       from account where id = ${world.accountIds.owner}`,
    );
    await refresh();
    expect(await failing()).toEqual([]);
  });

  test('a month of the clock that nobody has reported yet shows what is expected', async () => {
    await refresh('2018-08');
    expect(
      await maybeRow(
        em(),
        sql`select sum(systems)::int as systems from reporting_rollup where month = '2018-08-01' and reported_on = 'infinity'`,
      ),
    ).toMatchObject({ systems: expect.any(Number) });
    expect(await failing()).toEqual([]);
  });
});

test('a change that commits late, after a run of the job, is found by the next one', async () => {
  const late = em();
  await late.begin();
  await rows(
    late,
    rawSql(
      `insert into system (pts_id, name, technology, capacity_kw, town, created_at) values ('LATE', 'x', 'WIND', 1, 'Lee', now())`,
    ),
  );
  await refresh();
  expect(await all(sql`select from system_rollup where town = 'Lee'`)).toEqual([]);
  await late.commit();
  await refresh();
  expect(await all(sql`select from system_rollup where town = 'Lee'`)).toHaveLength(1);
});

test('submissions race with the job and with each other; none waits for another, and afterwards all is equal', async () => {
  const towns = ['Lynn', 'Lee', 'Otis', 'Wales'];
  await done(
    `insert into system (pts_id, name, technology, capacity_kw, town, created_at)
     select 'RACE-' || n, 'race', 'WIND', 500, (array['${towns.join("','")}'])[1 + n % 4], now() from generate_series(1, 80) n`,
    `insert into meter (system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
     select id, 'main', 0.5, 0, '2018-07-01', now() from system where name = 'race'`,
    `insert into system_role (system_id, role, organisation_id, from_on, evidence, reason, created_at)
     select s.id, 'SYSTEM_REPRESENTATIVE', a.organisation_id, '2018-07-01', '', '', now() from system s, account a
     where s.name = 'race' and a.id = ${world.accountIds.dasProvider}`,
  );
  let racing = true;
  const job = (async () => {
    while (racing) await refresh('2018-07');
  })();
  const submit = async (from: number) => {
    for (const value of ['100', '150', '120']) {
      const readings = Array.from({ length: 10 }, (_, index) => ({
        ptsId: `RACE-${from + index}`,
        meterLabel: 'main',
        readAt: new Date('2018-07-31T12:00:00Z'),
        valueKwh: new Decimal(value),
      }));
      await world.act('dasProvider', '2018-07-31T20:00:00Z', verb => submitReadings(verb, { readings }));
    }
  };
  try {
    await notStuck(em(), Promise.all([1, 11, 21, 31, 41, 51, 61, 71].map(submit)));
  } finally {
    racing = false;
    await notStuck(em(), job);
  }
  expect(await failing()).toEqual([]);
  await refresh('2018-07');
  expect(await waiting()).toBe(0);
  expect(await failing()).toEqual([]);
  const sums = sql`select sum(systems)::int as systems, sum(production_kwh)::text as kwh from production_rollup
    where month = '2018-07-01' and town = any(${towns}::text[])`;
  expect(await row(em(), sums)).toEqual({ systems: 80, kwh: '9600.000' });
});

test('an open transaction of one submission does not keep another from the same month and town', async () => {
  const statement = (town: string) =>
    rawSql(`insert into system (pts_id, name, technology, capacity_kw, town, created_at)
            values (gen_random_uuid()::text, 'x', 'WIND', 1, '${town}', now())`);
  const first = em();
  await first.begin();
  await rows(first, statement('Lee'));
  const second = em();
  await second.begin();
  await rows(second, sql`set local lock_timeout = '1s'`);
  await rows(second, statement('Lee'));
  await Promise.all([first.commit(), second.rollback()]);
  expect(await failing()).toEqual([]);
});

test('an interrupted run goes on where it stopped, and does not say before that it is up to date', async () => {
  await refresh();
  const before = await row(em(), sql`select as_of as "asOf" from rollup_state`);
  await done(`insert into rollup_dirty (town, from_month) select distinct town, date '1900-01-01' from system`);
  await refreshRollups(em(), '2018-06' as Month, AbortSignal.abort());
  expect(await waiting()).toBeGreaterThan(0);
  expect(await row(em(), sql`select as_of as "asOf" from rollup_state`)).toEqual(before);
  await refresh();
  expect(await waiting()).toBe(0);
  expect(await row(em(), sql`select as_of as "asOf" from rollup_state`)).not.toEqual(before);
  expect((await em().transactional(tx => checkLaws(tx, rollupLaws))).filter(({ holds }) => !holds)).toEqual([]);
});
