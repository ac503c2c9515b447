import { AuctionEntity } from '../../src/auction/auction.entity.js';
import { closeAuctionRound } from '../../src/auction/close-auction-round.js';
import { depositCertificates } from '../../src/auction/deposit-certificates.js';
import { openAuction } from '../../src/auction/open-auction.js';
import { openAuctionRound } from '../../src/auction/open-auction-round.js';
import { placeBid } from '../../src/auction/place-bid.js';
import { qualifyBidder } from '../../src/auction/qualify-bidder.js';
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

const begins = '2012-06-01T12:00:00Z';
const opensAt = '2013-07-26T14:00:00Z';
let world: World;
let depositor: Trader;
let buyer: Trader;
let batchId: string;
let auctionId: string;

const staff = (at: string, work: Parameters<World['act']>[2]) => world.act('operator', at, work);
const deposit = (given: { readonly ranges: string[]; readonly reason: string }) =>
  traderDoes(world, depositor, '2013-06-14T12:00:00Z', verb => depositCertificates(verb, { auctionId, ...given }));
const qualify = (securityDollars: string) =>
  staff('2013-07-01T12:00:00Z', verb =>
    qualifyBidder(verb, {
      ...{ auctionId, organisationId: buyer.organisationId, gisAccountId: buyer.gisAccountId },
      ...{ securityDollars: new Decimal(securityDollars), evidence: 'load of 2012' },
    }),
  );

/** Ten certificates of 2012; six of them are to be deposited. */
beforeAll(async () => {
  world = await createWorld('SET_UP');
  depositor = await makeTrader(world, 'Depositor', ['REC_OWNER', 'SYSTEM_REPRESENTATIVE'], begins);
  buyer = await makeTrader(world, 'Buyer', ['SUPPLIER'], begins);
  await makeReporter(world, depositor, begins);
  await reportJuly(world, { name: 'Plant', year: 2012, holder: depositor, mwh: 10 });
  await issueThirdQuarter(world, 2012);
  batchId = await batchOf(world, depositor, 2012);
  const opened = await staff('2013-05-10T12:00:00Z', verb =>
    openAuction(verb, { program: 'SREC_I', generationYear: 2012 }),
  );
  auctionId = String(opened.auctionId);
}, 120_000);
afterAll(() => world?.end());

test('a deposit has a reason of reasonable length, and not more ranges than a call takes', async () => {
  const ranges = [`${batchId} - 1 to 6`];
  for (const reason of ['', ' ', 'x'.repeat(2001)]) {
    await expect(deposit({ ranges, reason })).rejects.toMatchObject({
      ...{ code: 'BAD_USER_INPUT', facts: { field: 'reason' } },
    });
  }
  const many = Array.from({ length: 20_001 }, (_, at) => `${batchId} - ${at + 1} to ${at + 1}`);
  await expect(deposit({ ranges: many, reason: 'many' })).rejects.toMatchObject({ code: 'TOO_MANY_ROWS' });
  expect(await deposit({ ranges, reason: 'x'.repeat(2000) })).toMatchObject({ quantity: 6 });
});

test('security is in cents, and never rounded', async () => {
  await expect(qualify('9999.999')).rejects.toMatchObject({
    ...{ code: 'BAD_USER_INPUT', facts: { field: 'securityDollars', maximumDecimals: 2 } },
  });
  await expect(qualify('1000000000000')).rejects.toMatchObject({ facts: { field: 'securityDollars' } });
  expect(await qualify('0.25')).toMatchObject({ tier: 1 });
});

test('an auction that is decided after the last year in which its certificates could be used lapses: they go to the residual mix', async () => {
  const period = { opensAt: new Date(opensAt), closesAt: new Date('2013-07-26T18:00:00Z') };
  await staff(opensAt, verb => openAuctionRound(verb, { auctionId, ...period }));
  await traderDoes(world, buyer, opensAt, verb => placeBid(verb, { auctionId, volume: 6 }));
  const late = '2015-06-16T04:00:00Z';
  expect(await staff(late, verb => closeAuctionRound(verb, { auctionId }))).toMatchObject({
    ...{ round: 1, deposited: 6, asked: 6, cleared: true, state: 'LAPSED' },
  });
  const held = await rows(
    world.orm.em.fork(),
    sql`select h.first_serial as first, h.last_serial as last, h.state, h.usable_until as until, h.gis_account_id as account,
               u.reason
        from certificate_holding h join ledger_entry e on e.id = h.since_entry_id
        join ledger_unit u on u.asset_id = e.asset_id and u.sequence = e.unit_sequence
        where h.batch_id = ${batchId} order by h.first_serial`,
  );
  expect(held).toMatchObject([
    {
      ...{ first: 1, last: 6, state: 'RETIRED', until: null, account: depositor.gisAccountId },
      reason: expect.stringContaining('lapsed: the trading year 2014'),
    },
    { first: 7, last: 10, state: 'ACTIVE' },
  ]);
  const auction = await world.orm.em.fork().findOneOrFail(AuctionEntity, auctionId);
  expect(auction).toMatchObject({ state: 'LAPSED', settledAt: new Date(late), result: { held: false } });
  await expect(staff(late, verb => closeAuctionRound(verb, { auctionId }))).rejects.toMatchObject({ code: 'NOT_OPEN' });
  const results = await runLaws(world.orm.em, { laws: allLaws });
  expect(results.filter(result => !result.holds)).toEqual([]);
});
