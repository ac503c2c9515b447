import { auctionLaws } from '../../src/auction/auction-laws.js';
import { complianceLaws } from '../../src/compliance/compliance-laws.js';
import { obligationCalculation } from '../../src/compliance/obligation-calculation.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { rows, sql } from '../../src/platform/sql.js';
import { auctionResults } from '../../src/publication/tables/auction-results.js';
import { failingWhenBroken } from '../support/laws.js';
import { breaks } from './breaks.js';
import { createHistory, type History } from './history.js';

let history: History;
beforeAll(async () => {
  history = await createHistory();
}, 120_000);
afterAll(() => history?.world.end());

test('the first auction, as it went: 38,866 deposited, three sold in the last chance', async () => {
  expect(history.rounds).toMatchObject([
    { round: 1, deposited: 38_866, asked: 0, cleared: false, state: 'BIDDING' },
    { round: 2, deposited: 38_866, asked: 100, cleared: false, state: 'BIDDING' },
    { round: 3, deposited: 38_866, asked: 3, cleared: false, state: 'SETTLED' },
  ]);
  const [auction] = await rows<{ result: object }>(
    history.world.orm.em.fork(),
    sql`select result from auction where id = ${history.auctionId}`,
  );
  expect(auction?.result).toEqual({
    ...{ held: true, finalRound: 3, cleared: false, deposited: 38_866, sold: 3, returned: 38_863 },
    ...{ totalProceedsDollars: '855', shelfLifeYears: 3, usableIn: [2013, 2014, 2015] },
    ...{ obligationIncreaseMwh: '38866', obligationIncreaseYear: 2014 },
    purchases: [{ organisationId: history.buyer.organisationId, tier: 1, asked: 3, quantity: 3, dueDollars: '900' }],
    sales: [
      {
        ...{ organisationId: history.depositor.organisationId, gisAccountId: history.depositor.gisAccountId },
        ...{ deposited: 38_866, sold: 3, returned: 38_863, proceedsDollars: '855' },
      },
    ],
  });
  const holdings = await rows(
    history.world.orm.em.fork(),
    sql`select first_serial as first, last_serial as last, gis_account_id as account, state, usable_until as until
        from certificate_holding where batch_id = ${history.batchId} order by first_serial`,
  );
  expect(holdings).toEqual([
    { first: 1, last: 3, account: history.buyer.gisAccountId, state: 'ACTIVE', until: 2015 },
    { first: 4, last: 38_866, account: history.depositor.gisAccountId, state: 'ACTIVE', until: 2015 },
  ]);
});

test('the public table says of it what was settled', async () => {
  const em = history.world.orm.em.fork();
  expect(await auctionResults.rowsAfter({ em, on: '2013-08-02' as LocalDate }, null, 10)).toEqual([
    {
      ...{ key: history.auctionId, id: 'SREC_I/2012', program: 'SREC_I', generationYear: 2012, priceDollars: '300.00' },
      ...{ feeShare: '0.0500', depositedCertificates: 38_866, rounds: 3, askedCertificates: 3, cleared: false },
      ...{ soldCertificates: 3, settledOn: '2013-08-02' },
    },
  ]);
});

test('the obligation of 2014 grows by what was deposited: 425,654 to 464,520 MWh, from our own auction', async () => {
  const em = history.world.orm.em.fork();
  const calculated = await obligationCalculation(em, 'SREC_I', 2014, { baseMwh: new Decimal(425_654) });
  expect(calculated).toMatchObject({
    ...{ baseMwh: '425654', increaseMwh: '38866', obligationMwh: '464520', auctionId: history.auctionId },
    ...{ increaseSource: expect.stringContaining('round 2') },
  });
  expect(await obligationCalculation(em, 'SREC_I', 2015, { baseMwh: new Decimal(425_654) })).toMatchObject({
    ...{ increaseMwh: '0', obligationMwh: '425654', auctionId: null },
  });
});

test('all laws hold', async () => {
  const results = await runLaws(history.world.orm.em, { laws: allLaws });
  expect(results.filter(result => !result.holds)).toEqual([]);
});

test('every law of the auction has a break', () => {
  expect(Object.keys(breaks).sort()).toEqual(auctionLaws.map(law => law.name).sort());
});

test.each(Object.keys(breaks))('%s is the law that fails', async name => {
  const broken = breaks[name] ?? { how: '', statements: [] };
  const failing = await failingWhenBroken(history.world.orm.em, broken, [...auctionLaws, ...complianceLaws]);
  expect(failing.map(result => result.name)).toEqual([name]);
});
