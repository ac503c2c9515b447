import { closeAuctionRound } from '../../src/auction/close-auction-round.js';
import { depositCertificates } from '../../src/auction/deposit-certificates.js';
import { openAuction } from '../../src/auction/open-auction.js';
import { openAuctionRound } from '../../src/auction/open-auction-round.js';
import { placeBid } from '../../src/auction/place-bid.js';
import { qualifyBidder } from '../../src/auction/qualify-bidder.js';
import { obligationCalculation } from '../../src/compliance/obligation-calculation.js';
import { Decimal } from '../../src/domain/decimal.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { rows, sql } from '../../src/platform/sql.js';
import {
  batchOf,
  issueThirdQuarter,
  makeReporter,
  makeTrader,
  reportJuly,
  type Trader,
  traderDoes,
} from '../support/trading-world.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
let depositor: Trader;
let buyer: Trader;
let auctionId: string;
let batchId: string;

const staff = (at: string, work: Parameters<World['act']>[2]) => world.act('operator', at, work);
const round = async (opensAt: string, closesAt: string, volume: number) => {
  const opened = await staff(opensAt, verb =>
    openAuctionRound(verb, { auctionId, opensAt: new Date(opensAt), closesAt: new Date(closesAt) }),
  );
  if (volume > 0) {
    await traderDoes(world, buyer, opensAt, verb => placeBid(verb, { auctionId, volume }));
  }
  const closed = await staff(closesAt, verb => closeAuctionRound(verb, { auctionId }));
  return { opened, closed };
};

beforeAll(async () => {
  world = await createWorld('SET_UP');
  depositor = await makeTrader(
    world,
    'Aggregator of 2012',
    ['REC_OWNER', 'SYSTEM_REPRESENTATIVE'],
    '2012-06-01T12:00:00Z',
  );
  buyer = await makeTrader(world, 'Supplier of 2012', ['SUPPLIER'], '2012-06-01T12:00:00Z');
  await makeReporter(world, depositor, '2012-06-01T12:00:00Z');
  await reportJuly(world, { name: 'Plant of 2012', year: 2012, holder: depositor, mwh: 38_866 });
  await issueThirdQuarter(world, 2012);
  batchId = await batchOf(world, depositor, 2012);
}, 120_000);
afterAll(() => world?.end());

test('the first auction, as it went: 38,866 deposited, three sold in the last chance', async () => {
  const opened = await staff('2013-05-10T12:00:00Z', verb =>
    openAuction(verb, { program: 'SREC_I', generationYear: 2012 }),
  );
  auctionId = String(opened.auctionId);
  await traderDoes(world, depositor, '2013-06-16T03:59:00Z', verb =>
    depositCertificates(verb, { auctionId, ranges: [`${batchId} - 1 to 38866`], reason: 'nobody buys' }),
  );
  await staff('2013-07-01T12:00:00Z', verb =>
    qualifyBidder(verb, {
      ...{ auctionId, organisationId: buyer.organisationId, gisAccountId: buyer.gisAccountId },
      ...{ securityDollars: new Decimal(0), evidence: 'load of 2012' },
    }),
  );
  const first = await round('2013-07-26T14:00:00Z', '2013-07-26T18:00:00Z', 0);
  expect(first.closed).toMatchObject({ round: 1, deposited: 38_866, asked: 0, cleared: false, state: 'BIDDING' });
  const second = await round('2013-07-31T14:00:00Z', '2013-07-31T18:00:00Z', 100);
  expect(second.closed).toMatchObject({ round: 2, asked: 100, cleared: false, state: 'BIDDING' });
  const third = await round('2013-08-02T14:00:00Z', '2013-08-02T18:00:00Z', 3);
  expect(third.closed).toMatchObject({ round: 3, asked: 3, cleared: false, state: 'SETTLED' });

  const [auction] = await rows<{ result: object }>(
    world.orm.em.fork(),
    sql`select result from auction where id = ${auctionId}`,
  );
  expect(auction?.result).toEqual({
    ...{ held: true, finalRound: 3, cleared: false, deposited: 38_866, sold: 3, returned: 38_863 },
    ...{ totalProceedsDollars: '855', shelfLifeYears: 3, usableIn: [2013, 2014, 2015] },
    ...{ obligationIncreaseMwh: '38866', obligationIncreaseYear: 2014 },
    purchases: [{ organisationId: buyer.organisationId, tier: 1, asked: 3, quantity: 3, dueDollars: '900' }],
    sales: [
      {
        ...{ organisationId: depositor.organisationId, gisAccountId: depositor.gisAccountId },
        ...{ deposited: 38_866, sold: 3, returned: 38_863, proceedsDollars: '855' },
      },
    ],
  });
  const holdings = await rows(
    world.orm.em.fork(),
    sql`select first_serial as first, last_serial as last, gis_account_id as account, state, usable_until as until
        from certificate_holding where batch_id = ${batchId} order by first_serial`,
  );
  expect(holdings).toEqual([
    { first: 1, last: 3, account: buyer.gisAccountId, state: 'ACTIVE', until: 2015 },
    { first: 4, last: 38_866, account: depositor.gisAccountId, state: 'ACTIVE', until: 2015 },
  ]);
});

test('the obligation of 2014 grows by what was deposited: 425,654 to 464,520 MWh, from our own auction', async () => {
  const em = world.orm.em.fork();
  const calculated = await obligationCalculation(em, 'SREC_I', 2014, { baseMwh: new Decimal(425_654) });
  expect(calculated).toMatchObject({
    ...{ baseMwh: '425654', increaseMwh: '38866', obligationMwh: '464520', auctionId },
    ...{ increaseSource: expect.stringContaining('round 2') },
  });
  expect(await obligationCalculation(em, 'SREC_I', 2015, { baseMwh: new Decimal(425_654) })).toMatchObject({
    ...{ increaseMwh: '0', obligationMwh: '425654', auctionId: null },
  });
});

test('all laws hold', async () => {
  const results = await runLaws(world.orm.em, { laws: allLaws });
  expect(results.filter(result => !result.holds)).toEqual([]);
});
