import { setTimeout as sleep } from 'node:timers/promises';
import type { Quarter } from '../../src/domain/quarter.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { retireCertificates } from '../../src/ledger/retire-certificates.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { rawSql, row, rows } from '../../src/platform/sql.js';
import { createWorld, type World, type WorldStage } from '../support/world.js';
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
  const issue = (quarter: string) =>
    world.act('operator', '2018-01-20T12:00:00Z', verb =>
      issueQuarter(verb, { quarter: quarter as Quarter, reason: 'a race', dryRun: false }),
    );

  test('issued by four at once are issued once', async () => {
    const figures = (await many(4, () => issue('2017-Q3'))).map(({ certificates, reportedMwh }) => ({
      certificates,
      reportedMwh,
    }));
    for (const other of figures) expect(other).toEqual(figures[0]);
    const stored = await ask(
      'select (select count(*) from issuance_run) as runs, (select count(*) from issuance) as issuances',
    );
    expect(stored).toEqual({ runs: '1', issuances: '9' });
  });

  test('issued while readings are still being corrected: a correction goes in before, or is refused', async () => {
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
    const [, answers] = await Promise.all([issue('2017-Q4'), many(30, correct)]);
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
