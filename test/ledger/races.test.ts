import { setTimeout as sleep } from 'node:timers/promises';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import type { QuarterTotals } from '../../src/ledger/quarter-totals.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { retireCertificates } from '../../src/ledger/retire-certificates.js';
import { setUpMeter } from '../../src/metering/set-up-meter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { rawSql, row, rows } from '../../src/platform/sql.js';
import { createWorld, type World, type WorldStage } from '../support/world.js';
import { staffOf } from '../support/world-corrections.js';
import type { SystemName } from '../support/world-data.js';

/* Many requests at once, each on a connection of its own; after every race all laws hold. */

let world: World;
const inWorld = (stage: WorldStage) => {
  beforeAll(async () => {
    world = await createWorld(stage);
  });
  afterEach(async () => {
    expect((await runLaws(world.orm.em)).filter(result => !result.holds)).toEqual([]);
  });
  afterAll(() => world?.end());
};
const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const ask = (query: string) => row<Record<string, string>>(world.orm.em.fork(), rawSql(query));

describe('readings', () => {
  inWorld('SET_UP');
  const submit = (day: string, valueKwh: string, key?: string) =>
    world.act(
      'dasProvider',
      `${day}T18:00:00Z`,
      verb => submitReadings(verb, { readings: [world.reading('mill', `${day}T16:00:00Z`, valueKwh)] }),
      key,
    );

  test('of one meter and month, eight at once: one is in force, each other one was superseded in its turn', async () => {
    const answers = await many(8, index => submit('2017-07-31', `4000${Math.min(index, 5)}`));
    const statuses = answers.flatMap(({ outcomes }) => outcomes.map(({ status }) => status));
    expect(statuses.filter(status => status === 'ACCEPTED')).toHaveLength(1);
    expect(statuses).not.toContain('REFUSED');
    const stored = await rows<{ inForce: boolean }>(
      world.orm.em.fork(),
      rawSql('select superseded_at is null as "inForce" from reading'),
    );
    expect(stored.filter(({ inForce }) => inForce)).toHaveLength(1);
    expect(stored).toHaveLength(statuses.filter(status => status !== 'DUPLICATE').length);
  });

  test('under one idempotency key, eight at once: one executes, seven are given its answer', async () => {
    const answers = await many(8, () => submit('2017-08-31', '50001', 'the same key'));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    for (const { outcomes } of answers) expect(outcomes).toEqual(answers[0]?.outcomes);
    expect(await ask(`select count(*) from reading where month = '2017-08-01'`)).toEqual({ count: '1' });
  });
});

describe('quarters', () => {
  inWorld('READ');
  const at = { '2017-Q3': '2018-01-20T12:00:00Z', '2017-Q4': '2018-04-20T12:00:00Z' };
  const run = (verbOf: typeof issueQuarter | typeof reportQuarter, quarter: keyof typeof at) =>
    world.act(
      'operator',
      at[quarter],
      async (verb): Promise<{ totals: QuarterTotals }> =>
        verbOf(verb, { quarter: quarter as Quarter, reason: 'a race', dryRun: false }),
    );

  test.each([
    ['reported', reportQuarter],
    ['issued', issueQuarter],
  ] as const)('%s by four at once are so once', async (_, verbOf) => {
    const totals = (await many(4, () => run(verbOf, '2017-Q3'))).map(answer => answer.totals);
    for (const other of totals) expect(other).toEqual(totals[0]);
    const stored = await ask(
      `select (select count(*) from issuance_run) as runs, (select count(*) from issuance) as issuances,
              (select count(*) from gis_report) as reports, (select count(distinct b.issuance_id) - count(*) from certificate_batch b) as doubles`,
    );
    expect(stored).toEqual({ runs: '1', issuances: '9', reports: '1', doubles: '0' });
  });

  test('reported and issued by three each at once: issued is what was reported, or nothing', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => run(index % 2 ? issueQuarter : reportQuarter, '2017-Q4')),
    );
    const codes = answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason.code] : []));
    for (const code of codes) expect(code).toBe('QUARTER_NOT_REPORTED');
    const { totals } = await run(issueQuarter, '2017-Q4');
    expect(totals).toMatchObject({ assets: 2, issuances: 6 });
  });
});

describe('the last readings', () => {
  inWorld('READ');
  const report = (quarter: string, at: string) =>
    world.act('operator', at, verb =>
      reportQuarter(verb, { quarter: quarter as Quarter, reason: 'a race', dryRun: false }),
    );

  test('reported while readings are still being submitted again: a reading goes in before, or is refused', async () => {
    const last: readonly (readonly [SystemName, number])[] = [
      ['mill', 180_002],
      ['school', 60_105],
      ['field', 1_260_501],
    ];
    const correct = async (index: number) => {
      const [system, kwh] = last[index % last.length] ?? ['mill', 0];
      const context = await world.as('dasProvider', '2017-12-31T20:00:00Z');
      await sleep(index * 3);
      return world.act('dasProvider', context.now.toISOString(), verb =>
        submitReadings(verb, { readings: [world.reading(system, '2017-12-31T19:00:00Z', String(kwh + index))] }),
      );
    };
    await report('2017-Q3', '2018-01-20T12:00:00Z');
    const [, answers] = await Promise.all([report('2017-Q4', '2018-04-20T12:00:00Z'), many(30, correct)]);
    const codes = answers.flatMap(({ outcomes }) => outcomes.map(({ status, code }) => code ?? status));
    for (const code of codes) expect(['SUPERSEDES', 'MONTH_ALREADY_ISSUED']).toContain(code);
    const { unused } = await ask(`
      select count(*) as unused from reading r join system s on s.id = r.system_id
      where s.name in ('mill', 'school', 'field') and r.month = '2017-12-01' and r.superseded_at is null
        and not exists (select from reading_use u where u.reading_month = r.month and u.reading_id = r.id)`);
    expect(unused).toBe('0');
  });
});

describe('certificates', () => {
  inWorld('ISSUED');
  const retire = async (first: number, last: number) => {
    const { id } = await ask('select id from certificate_batch order by quantity desc, id limit 1');
    return world.act('aggregator', '2018-02-01T12:00:00Z', verb =>
      retireCertificates(verb, { ranges: [`${id} - ${first} to ${last}`], reason: 'a race' }),
    );
  };

  test('wanted by twelve at once are retired by one of them', async () => {
    const answers = await Promise.allSettled(
      // every range holds 8 to 12, so that no two can have what they want
      Array.from({ length: 12 }, (_, index) => retire(8 - (index % 3), 12 + (index % 4))),
    );
    const refusals = answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(refusals).toEqual(Array.from({ length: 11 }, () => 'CERTIFICATES_NOT_HELD'));
    expect(await ask(`select count(*) from ledger_entry where kind = 'RETIRE'`)).toEqual({ count: '1' });
  });

  test('of neighbouring ranges, retired at once, are all retired', async () => {
    const retiredNow = `select sum(last_serial - first_serial + 1) as sum from certificate_holding where state = 'RETIRED'`;
    const before = await ask(retiredNow);
    await many(5, index => retire(20 + 3 * index, 22 + 3 * index));
    expect(Number((await ask(retiredNow)).sum)).toBe(Number(before.sum) + 15);
  });
});

/** What became of works at once: what the fulfilled ones gave, and the codes of the refusals. */
async function outcomesOf<T>(works: readonly (() => Promise<T>)[]) {
  const answers = await Promise.allSettled(works.map(work => work()));
  return {
    done: answers.flatMap(answer => (answer.status === 'fulfilled' ? [answer.value] : [])),
    codes: answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason.code ?? answer.reason] : [])),
  };
}

describe('corrections', () => {
  inWorld('ISSUED');
  const at = '2018-05-02T12:00:00Z';
  let staff: Awaited<ReturnType<typeof staffOf>>;
  beforeAll(async () => {
    staff = await staffOf(world);
  });
  const batchOf = (gisId: string, month: string) =>
    ask(`select b.id, b.quantity from certificate_batch b join gis_asset a on a.id = b.asset_id
         where a.gis_id = '${gisId}' and b.vintage_month = '${month}-01'
           and not exists (select from issuance later where later.replaces_id = b.issuance_id)`);

  test('of one reading, four with one value and four with another: each value is stored when it is new, and only then', async () => {
    const { done, codes } = await outcomesOf(
      Array.from(
        { length: 8 },
        (_, index) => () => staff.correct(at, 'mill', '2017-12', index % 2 ? '180050' : '180060'),
      ),
    );
    expect(codes.every(code => code === 'NOTHING_TO_CORRECT')).toBe(true);
    expect(done.length).toBeGreaterThan(1);
    const stored = await ask(`
      select count(*) filter (where correction_id is not null) as corrected, count(*) filter (where superseded_at is null) as in_force
      from reading r join system s on s.id = r.system_id where s.name = 'mill' and r.month = '2017-12-01'`);
    expect(stored).toEqual({ corrected: String(done.length), in_force: '1' });
    const revisions = await ask(`
      select max(revision) as last from issuance i join gis_asset a on a.id = i.asset_id
      where a.gis_id = 'NON700001' and i.month = '2017-12-01'`);
    expect(Number(revisions.last)).toBe(1 + done.length);
  });

  test.each([
    ['2017-07', '45500', 0],
    ['2017-10', '143000', 4],
    ['2017-11', '163000', 8],
    ['2017-09', '115000', 12],
  ])(
    'and a retirement of a certificate of %s: rolled back or retired, never both',
    async (month, valueKwh, milliseconds) => {
      const { id } = await batchOf('NON700001', month);
      const { done, codes } = await outcomesOf<unknown>([
        () => staff.correct(at, 'mill', month, valueKwh),
        async () => {
          const context = await world.as('aggregator', at);
          await sleep(milliseconds);
          return world.act('aggregator', context.now.toISOString(), verb =>
            retireCertificates(verb, { ranges: [`${id} - 1 to 1`], reason: 'a race' }),
          );
        },
      ]);
      const states = await ask(`
      select count(*) filter (where state = 'RETIRED') as retired, count(*) filter (where state = 'ROLLED_BACK') as rolled_back,
        (select count(*) from adjustment where kind = 'PRIOR_PERIOD' and month = '${month}-01') as adjusted
      from certificate_holding where batch_id = ${id}`);
      if (codes.length === 0) expect(states).toEqual({ retired: '1', rolled_back: '0', adjusted: '1' });
      else {
        expect(codes).toEqual(['CERTIFICATES_NOT_HELD']);
        expect(states).toEqual({ retired: '0', rolled_back: '1', adjusted: '0' });
      }
      expect(done.length + codes.length).toBe(2);
    },
  );

  test('of several systems of one asset, over two months of it, all go in', async () => {
    const before = await ask(
      `select max(sequence) as last from ledger_unit u join gis_asset a on a.id = u.asset_id where a.gis_id = 'NON700001'`,
    );
    const { done, codes } = await outcomesOf([
      () => staff.correct(at, 'mill', '2017-08', '82100'),
      () => staff.correct(at, 'school', '2017-08', '28300'),
      () => staff.correct(at, 'barn', '2017-08', '330'),
      () => staff.correct(at, 'school', '2017-10', '52000'),
    ]);
    expect(codes).toEqual([]);
    expect(done).toHaveLength(4);
    const after = await ask(
      `select max(sequence) as last from ledger_unit u join gis_asset a on a.id = u.asset_id where a.gis_id = 'NON700001'`,
    );
    expect(Number(after.last)).toBe(Number(before.last) + 4);
  });

  test('and decisions on production that waits: released twice and dismissed twice at once, decided once', async () => {
    await world.act('operator', '2018-01-21T12:00:00Z', verb =>
      setUpMeter(verb, {
        ptsId: world.ptsIds.field,
        label: 'late',
        accuracyPercent: new Decimal('0.5'),
        initialValueKwh: new Decimal(0),
        installedOn: '2017-11-10' as LocalDate,
      }),
    );
    const readings = [{ ...world.reading('field', '2018-01-31T16:00:00Z', '9200'), meterLabel: 'late' }];
    await world.act('dasProvider', '2018-01-31T17:00:00Z', verb => submitReadings(verb, { readings }));
    const { done, codes } = await outcomesOf([
      () => staff.release(at, 'field', '2017-12'),
      () => staff.dismiss(at, 'field', '2017-12'),
      () => staff.release(at, 'field', '2017-12'),
      () => staff.dismiss(at, 'field', '2017-12'),
    ]);
    expect(codes).toEqual(['NOTHING_TO_CORRECT', 'NOTHING_TO_CORRECT', 'NOTHING_TO_CORRECT']);
    expect(done).toHaveLength(1);
  });

  test('and the report and the issuing of a quarter: before, after, or refused while it lasts', async () => {
    const readings = [world.reading('mill', '2018-01-31T16:00:00Z', '195700.25')];
    await world.act('dasProvider', '2018-01-31T17:00:00Z', verb => submitReadings(verb, { readings }));
    const late = '2018-07-20T12:00:00Z';
    for (const verb of ['report', 'issue'] as const) {
      const values = Array.from({ length: 6 }, (_, index) => String(195_000 + index + (verb === 'issue' ? 50 : 0)));
      const { codes } = await outcomesOf<unknown>([
        () => staff[verb](late, '2018-Q1'),
        ...values.map((valueKwh, index) => async () => {
          await sleep(index * 4);
          return staff.correct(late, 'mill', '2018-01', valueKwh);
        }),
      ]);
      for (const code of codes) expect(code).toBe('QUARTER_BEING_ISSUED');
    }
  });
});
