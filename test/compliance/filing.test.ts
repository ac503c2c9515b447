import { auctionLaws } from '../../src/auction/auction-laws.js';
import { ComplianceFilingEntity } from '../../src/compliance/compliance.entity.js';
import { ComplianceFilingResolver } from '../../src/compliance/compliance.resolver.js';
import { complianceDraft } from '../../src/compliance/compliance-draft.js';
import { complianceLaws } from '../../src/compliance/compliance-laws.js';
import { decideFiling } from '../../src/compliance/decide-filing.js';
import { submitFiling } from '../../src/compliance/submit-filing.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { rows, sql } from '../../src/platform/sql.js';
import { type ComplianceWorld, closeYear, createComplianceWorld, enterLoad } from '../support/compliance-world.js';
import { failingWhenBroken } from '../support/laws.js';
import { asTrader, type Trader, traderDoes } from '../support/trading-world.js';
import { breaks } from './breaks.js';

let made: ComplianceWorld;
beforeAll(async () => {
  made = await createComplianceWorld();
}, 180_000);
afterAll(() => made?.world.end());

type UseOrder = 'NEW_FIRST' | 'BANKED_FIRST';
const draft = async (trader: Trader, complianceYear: number, useOrder: UseOrder = 'NEW_FIRST') => {
  const { em, actor } = await asTrader(made.world, trader, `${complianceYear + 1}-06-20T12:00:00Z`);
  return complianceDraft(em, actor, { complianceYear, useOrder });
};
const submit = (
  trader: Trader,
  complianceYear: number,
  at = `${complianceYear + 1}-06-20T12:00:00Z`,
  useOrder: UseOrder = 'NEW_FIRST',
) =>
  traderDoes(made.world, trader, at, verb => submitFiling(verb, { complianceYear, useOrder, reason: 'annual filing' }));
const decide = (filingId: unknown, approve = true) =>
  made.world.act('regulator', '2018-08-01T12:00:00Z', verb =>
    decideFiling(verb, { filingId: String(filingId), approve, reason: 'checked' }),
  );
const worked = [
  ['2012-01-01', '100000'],
  ['2016-01-01', '900000'],
] as const;
const srecI = { program: 'SREC_I', exactMwh: '15667.8', obligation: 15_668 };
const refusal = (work: Promise<unknown>) => expect(work).rejects;

describe('compliance year 2015, the first of the saver', () => {
  test('draws from the retail sub-account while the year is open, and is not filed', async () => {
    const { saver } = made.suppliers;
    expect(await draft(saver, 2015)).toMatchObject({ cohorts: [], positions: [] });
    await enterLoad(made.world, saver, 2015, [['2014-01-01', '932749.744']]);
    const { positions, ...statement } = await draft(saver, 2015);
    expect(statement).toMatchObject({ dueOn: '2016-07-01', yearClosed: false, classIPercent: '10' });
    expect(positions[0]).toMatchObject({
      program: 'SREC_I',
      obligation: 20_001,
      retired: 0,
      toBeRetired: 22_000,
      newlyBanked: 1999,
    });
    await refusal(submit(saver, 2015)).toMatchObject({
      code: 'NOT_OPEN',
      facts: { complianceYear: 2015, dueOn: '2016-07-01' },
    });
  });

  test('a row of load takes the place of the one of its day; the old one stays', async () => {
    const { saver } = made.suppliers;
    await enterLoad(made.world, saver, 2015, [['2014-01-01', '932748.810']]);
    const kept = await rows(
      made.world.orm.em.fork(),
      sql`select sales_mwh as "salesMwh", superseded_by is not null as superseded from supplier_load order by id`,
    );
    expect(kept).toEqual([
      { salesMwh: '932749.744', superseded: true },
      { salesMwh: '932748.810', superseded: false },
    ]);
  });

  test('is filed when the year is closed, late after July 1; approved, it banks a tenth at most', async () => {
    const { saver } = made.suppliers;
    await closeYear(made, 2015);
    const [position] = (await draft(saver, 2015)).positions;
    expect(position).toMatchObject({
      exactMwh: '19999.99998402',
      obligation: 20_000,
      retired: 22_000,
      toBeRetired: 0,
      newUsed: 20_000,
    });
    expect(position).toMatchObject({ newlyBanked: 2000, surplusLost: 0, acpQuantity: 0, acpRateDollars: null });
    const filing = await submit(saver, 2015, '2016-07-02T04:00:00Z');
    expect(filing).toMatchObject({ state: 'SUBMITTED', late: true });
    await refusal(submit(saver, 2015)).toMatchObject({ constraint: 'compliance_filing_one_standing' });
    expect(await decide(filing.filingId, false)).toMatchObject({ state: 'RETURNED' });
    await refusal(decide(filing.filingId)).toMatchObject({ code: 'CONFLICT', facts: { state: 'RETURNED' } });
    const again = await submit(saver, 2015, '2016-07-02T03:59:00Z');
    expect(again.late).toBe(false);
    const both = await Promise.allSettled([decide(again.filingId), decide(again.filingId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('compliance year 2017, as worked in the sources', () => {
  beforeAll(async () => {
    const { saver, payer, hoarder } = made.suppliers;
    for (const trader of [saver, payer, hoarder]) await enterLoad(made.world, trader, 2017, worked);
    await enterLoad(made.world, saver, 2016, [['2015-01-01', '0']]);
    await closeYear(made, 2017);
    await rows(
      made.world.orm.em.fork(),
      sql`insert into trading_year (year, closed_at, closed_by, reason, completed_at)
          select 2016, closed_at, closed_by, reason, completed_at from trading_year where year = 2015`,
    );
  });

  test('every percentage is shown with its contracts, source and confidence', async () => {
    const { cohorts } = await draft(made.suppliers.payer, 2017);
    expect(cohorts.filter(cohort => cohort.program === 'SREC_I')).toEqual([
      {
        ...{
          program: 'SREC_I',
          contractedOn: '2012-01-01',
          basicService: false,
          salesMwh: '100000',
          paysClassIRate: false,
        },
        ...{ minimumStandardPercent: '0.9861', percentSource: 'domain 2.2', percentConfidence: 'FOUND' },
      },
      {
        ...{
          program: 'SREC_I',
          contractedOn: '2016-01-01',
          basicService: false,
          salesMwh: '900000',
          paysClassIRate: false,
        },
        ...{ minimumStandardPercent: '1.6313', percentSource: 'domain 2.2', percentConfidence: 'FOUND' },
      },
    ]);
  });

  test('14,000 certificates and 2,000 banked: 1,668 of them are used, 332 expire', async () => {
    const [position] = (await draft(made.suppliers.saver, 2017)).positions;
    expect(position).toMatchObject({ ...srecI, retired: 14_000, newUsed: 14_000, acpQuantity: 0, acpDollars: '0' });
    expect(position?.creditsUsed).toEqual([{ creditId: expect.any(String), fromYear: 2015, quantity: 1668 }]);
    expect(position?.creditsExpired).toEqual([{ creditId: expect.any(String), fromYear: 2015, quantity: 332 }]);
  });

  test('banked first: all 2,000 are used, and 332 new ones are left to be banked after all earlier years were filed', async () => {
    const [position] = (await draft(made.suppliers.saver, 2017, 'BANKED_FIRST')).positions;
    expect(position).toMatchObject({
      ...srecI,
      newUsed: 13_668,
      newlyBanked: 0,
      surplusLost: 332,
      compliantInEarlierYears: false,
    });
  });

  test('14,000 and nothing banked: 1,668 are paid for at $448', async () => {
    const [position] = (await draft(made.suppliers.payer, 2017)).positions;
    expect(position).toMatchObject({
      ...srecI,
      ...{ newUsed: 14_000, acpQuantity: 1668, acpQuantityAtClassIRate: 0, acpDollars: '747264' },
      ...{ acpRateDollars: '448', acpRateConfidence: 'MEMORY', classIRateDollars: null },
    });
  });

  test('18,000: 1,566 are banked, 766 are lost', async () => {
    const [position] = (await draft(made.suppliers.hoarder, 2017)).positions;
    expect(position).toMatchObject({
      ...srecI,
      newUsed: 15_668,
      newlyBanked: 1566,
      surplusLost: 766,
      compliantInEarlierYears: true,
    });
  });

  test('of two filings that count on one credit the second approved is refused, and can be filed again', async () => {
    const { saver } = made.suppliers;
    await enterLoad(made.world, saver, 2016, [['2015-01-01', '51229.508']]);
    const of2016 = await submit(saver, 2016, '2017-06-20T12:00:00Z');
    const of2017 = await submit(saver, 2017);
    const both = await Promise.allSettled([decide(of2017.filingId), decide(of2016.filingId)]);
    const refused = both.findIndex(each => each.status === 'rejected');
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both[refused]).toMatchObject({ reason: { code: 'CONFLICT', facts: { fromYear: 2015 } } });
    const again = refused === 0 ? ([of2017, 2017] as const) : ([of2016, 2016] as const);
    await decide(again[0].filingId, false);
    const refiled = await submit(saver, again[1]);
    expect(await decide(refiled.filingId)).toMatchObject({ state: 'APPROVED' });
    const used = await rows<{ quantity: number; used: string }>(
      made.world.orm.em.fork(),
      sql`select c.quantity, (select sum(u.quantity) from compliance_credit_use u where u.credit_id = c.id) as used
          from compliance_credit c where c.from_year = 2015`,
    );
    expect(used).toEqual([{ quantity: 2000, used: '2000' }]);
  });

  test('load contracted before 2010 pays the Class I rate, Basic Service does not; without a rate on record nobody guesses', async () => {
    const { other } = made.suppliers;
    await enterLoad(made.world, other, 2017, [
      ['2009-12-31', '100000', true],
      ['2010-01-01', '100000'],
    ]);
    expect((await draft(other, 2017)).positions[0]).toMatchObject({ acpQuantity: 1973, acpQuantityAtClassIRate: 0 });
    await enterLoad(made.world, other, 2017, [['2009-12-31', '100000']]);
    await refusal(draft(other, 2017)).toMatchObject({ code: 'NO_RULE_IN_FORCE', facts: { table: 'acp-rate-class-i' } });
  });

  test('the Class I rate is for competitive suppliers: a distribution company pays the full one', async () => {
    const { other } = made.suppliers;
    const kind = (name: string) =>
      rows(
        made.world.orm.em.fork(),
        sql`update supplier set kind = ${name} where organisation_id = ${other.organisationId}`,
      );
    await kind('DISTRIBUTION_COMPANY');
    expect((await draft(other, 2017)).positions[0]).toMatchObject({
      ...{ acpQuantity: 2959, acpQuantityAtClassIRate: 0, acpRateDollars: '448' },
    });
    await kind('COMPETITIVE');
  });

  test('load that is entered after a filing: it cannot be approved as it stands, and one that is approved says so', async () => {
    const { payer } = made.suppliers;
    const changed = async (filingId: unknown) => {
      const context = await asTrader(made.world, payer, '2018-06-20T12:00:00Z');
      const filing = await context.em.findOneOrFail(ComplianceFilingEntity, String(filingId));
      return new ComplianceFilingResolver().loadChanged(filing, context);
    };
    await enterLoad(made.world, payer, 2017, [['2016-02-01', '1000']]);
    const filed = await submit(payer, 2017);
    expect(await changed(filed.filingId)).toBe(false);
    await enterLoad(made.world, payer, 2017, [['2016-02-01', '1000.000']]);
    expect(await changed(filed.filingId)).toBe(false);
    await enterLoad(made.world, payer, 2017, [['2016-02-01', '5000']]);
    expect(await changed(filed.filingId)).toBe(true);
    await refusal(decide(filed.filingId)).toMatchObject({ code: 'CONFLICT', facts: { complianceYear: 2017 } });
    expect(await decide(filed.filingId, false)).toMatchObject({ state: 'RETURNED' });
    const again = await submit(payer, 2017);
    expect(await decide(again.filingId)).toMatchObject({ state: 'APPROVED' });
    expect(await changed(again.filingId)).toBe(false);
    await enterLoad(made.world, payer, 2017, [['2016-03-01', '0.001']]);
    expect(await changed(again.filingId)).toBe(true);
  });

  test('a supplier sells less than the state takes twice, however many rows say so', async () => {
    const { other } = made.suppliers;
    await refusal(
      enterLoad(made.world, other, 2014, [
        ['2013-01-01', '60000000'],
        ['2013-01-02', '60000000'],
      ]),
    ).toMatchObject({ code: 'BAD_USER_INPUT', facts: { field: 'loads', value: '120000000' } });
    await enterLoad(made.world, other, 2014, [['2013-01-01', '60000000']]);
    await refusal(enterLoad(made.world, other, 2014, [['2013-01-02', '40000000']])).toMatchObject({
      facts: { value: '100000000' },
    });
  });

  test('a municipal light district is exempt', async () => {
    const { town } = made.suppliers;
    await refusal(draft(town, 2017)).toMatchObject({ code: 'EXEMPT_FROM_COMPLIANCE' });
    await refusal(submit(town, 2017)).toMatchObject({ code: 'EXEMPT_FROM_COMPLIANCE' });
  });

  test('all are approved, and all laws hold', async () => {
    const { filingId } = await submit(made.suppliers.hoarder, 2017);
    await decide(filingId);
    const credits = await rows(
      made.world.orm.em.fork(),
      sql`select quantity from compliance_credit where organisation_id = ${made.suppliers.hoarder.organisationId}`,
    );
    expect(credits).toEqual([{ quantity: 1566 }]);
    const results = await runLaws(made.world.orm.em, { laws: allLaws });
    expect(results.filter(result => !result.holds)).toEqual([]);
  });
});

test('every law of compliance has a break', () => {
  expect(Object.keys(breaks).sort()).toEqual(complianceLaws.map(law => law.name).sort());
});

test.each(Object.keys(breaks))('%s is the law that fails', async name => {
  const broken = breaks[name] ?? { how: '', statements: [] };
  const failing = await failingWhenBroken(made.world.orm.em, broken, [...auctionLaws, ...complianceLaws]);
  expect(failing.map(result => result.name)).toEqual([name]);
});
