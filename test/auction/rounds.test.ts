import { AuctionEntity } from '../../src/auction/auction.entity.js';
import { closeAuctionRound } from '../../src/auction/close-auction-round.js';
import { depositCertificates } from '../../src/auction/deposit-certificates.js';
import { roundsOf } from '../../src/auction/list-auctions.js';
import { openAuction } from '../../src/auction/open-auction.js';
import { openAuctionRound } from '../../src/auction/open-auction-round.js';
import { placeBid } from '../../src/auction/place-bid.js';
import { qualifyBidder } from '../../src/auction/qualify-bidder.js';
import { countedBids, tieredAllocation } from '../../src/domain/auction-bids.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { bidderTerms } from '../../src/domain/rules/auction-bidders.js';
import { valueOn } from '../../src/domain/rules/dated-table.js';
import { listEntries } from '../../src/ledger/list-ledger.js';
import { rows, sql } from '../../src/platform/sql.js';
import {
  asTrader,
  batchOf,
  issueThirdQuarter,
  makeReporter,
  makeTrader,
  reportJuly,
  type Trader,
  traderDoes,
} from '../support/trading-world.js';
import { createWorld, type World } from '../support/world.js';

const begins = '2017-06-01T12:00:00Z';
let world: World;
let depositor: Trader;
let buyer: Trader;
let auctionId: string;
let batchId: string;

beforeAll(async () => {
  world = await createWorld('SET_UP');
  depositor = await makeTrader(world, 'depositor', ['REC_OWNER', 'SYSTEM_REPRESENTATIVE'], begins);
  buyer = await makeTrader(world, 'buyer', ['SUPPLIER'], begins);
  await makeReporter(world, depositor, begins);
  await reportJuly(world, { name: 'Plant', year: 2017, holder: depositor, mwh: 40, capacityKw: '500' });
  await issueThirdQuarter(world, 2017);
  batchId = await batchOf(world, depositor, 2017);
  const opened = await staff('2018-01-20T12:00:00Z', verb =>
    openAuction(verb, { program: 'SREC_I', generationYear: 2017 }),
  );
  auctionId = String(opened.auctionId);
  await staff('2018-02-01T12:00:00Z', verb =>
    qualifyBidder(verb, {
      ...{ auctionId, organisationId: buyer.organisationId, gisAccountId: buyer.gisAccountId },
      ...{ securityDollars: new Decimal(0), evidence: 'load' },
    }),
  );
}, 120_000);
afterAll(() => world?.end());

const staff = (at: string, work: Parameters<World['act']>[2]) => world.act('operator', at, work);
const openRound = (at: string, opensAt: string, closesAt: string) =>
  staff(at, verb => openAuctionRound(verb, { auctionId, opensAt: new Date(opensAt), closesAt: new Date(closesAt) }));
const close = (at: string) => staff(at, verb => closeAuctionRound(verb, { auctionId }));
const bid = (at: string, volume: number) => traderDoes(world, buyer, at, verb => placeBid(verb, { auctionId, volume }));
const deposit = (at: string, range: string) =>
  traderDoes(world, depositor, at, verb => depositCertificates(verb, { auctionId, ranges: [range], reason: 'test' }));
const rounds = async () => {
  const context = await world.as('operator', '2018-12-01T12:00:00Z');
  const auction = await context.em.findOneOrFail(AuctionEntity, auctionId);
  return roundsOf(context, auction);
};

test('deposits end with June 15, Eastern time, and no round is opened before', async () => {
  await deposit('2018-06-16T03:59:59Z', `${batchId} - 1 to 10`);
  await expect(deposit('2018-06-16T04:00:00Z', `${batchId} - 11 to 12`)).rejects.toMatchObject({ code: 'NOT_OPEN' });
  await expect(openRound('2018-06-16T03:59:59Z', '2018-07-30T14:00:00Z', '2018-07-30T18:00:00Z')).rejects.toMatchObject(
    {
      ...{ code: 'NOT_OPEN', facts: { from: '2018-06-16T04:00:00.000Z' } },
    },
  );
});

test('a first round that was missed is opened within three business days, and is late', async () => {
  await expect(openRound('2018-08-01T12:00:00Z', '2018-08-07T14:00:00Z', '2018-08-07T18:00:00Z')).rejects.toMatchObject(
    {
      ...{ code: 'NOT_OPEN', facts: { until: '2018-08-06', opensOn: '2018-08-07' } },
    },
  );
  await expect(openRound('2018-08-01T12:00:00Z', '2018-08-01T11:59:59Z', '2018-08-07T18:00:00Z')).rejects.toMatchObject(
    {
      ...{ code: 'BAD_USER_INPUT', facts: { field: 'opensAt' } },
    },
  );
  await expect(openRound('2018-08-01T12:00:00Z', '2018-08-06T14:00:00Z', '2018-08-07T04:00:01Z')).rejects.toMatchObject(
    {
      ...{ code: 'NOT_OPEN', facts: { until: '2018-08-06', closesAt: '2018-08-07T04:00:01.000Z' } },
    },
  ); // a slip of the year would seal everything for as long
  await openRound('2018-08-01T12:00:00Z', '2018-08-06T14:00:00Z', '2018-08-06T18:00:00Z');
  expect(await rounds()).toMatchObject([{ round: 1, late: true, deposited: null, asked: null }]);
});

test('a bid and the closing of its round at once: the bid counts or is refused, never lost', async () => {
  await bid('2018-08-06T14:00:00Z', 3);
  const [placed] = await Promise.allSettled([bid('2018-08-06T17:59:59Z', 4), close('2018-08-06T18:00:00Z')]);
  const [first] = await rounds();
  expect(first).toMatchObject({ round: 1, deposited: 10, cleared: false });
  expect(first?.asked).toBe(placed.status === 'fulfilled' ? 4 : 3);
  await expect(bid('2018-08-06T17:59:59Z', 5)).rejects.toMatchObject({ code: 'NOT_OPEN' });
});

test('a failed round opens the seals of deposits; the next one follows within three business days', async () => {
  const { em, actor } = await world.as('operator', '2018-08-06T19:00:00Z');
  const { edges } = await listEntries(em, actor, { first: 50 });
  expect(edges.filter(({ node }) => node.kind === 'DEPOSIT').map(({ node }) => node.range)).toEqual([
    `${batchId} - 1 to 10`,
  ]);
  await expect(openRound('2018-08-06T19:00:00Z', '2018-08-10T14:00:00Z', '2018-08-10T18:00:00Z')).rejects.toMatchObject(
    {
      ...{ code: 'NOT_OPEN', facts: { until: '2018-08-09', opensOn: '2018-08-10' } },
    },
  );
  await openRound('2018-08-06T19:00:00Z', '2018-08-09T14:00:00Z', '2018-08-09T18:00:00Z');
  expect(await rounds()).toMatchObject([
    { round: 1, deposited: 10 },
    { round: 2, late: false, deposited: null, asked: null },
  ]);
});

test('a bid of 0 takes the one before back; a second round that clears gives three years', async () => {
  await bid('2018-08-09T14:00:00Z', 100);
  await bid('2018-08-09T15:00:00Z', 0);
  await bid('2018-08-09T16:00:00Z', 10);
  expect(await close('2018-08-09T18:00:00Z')).toMatchObject({ round: 2, asked: 10, cleared: true, state: 'SETTLED' });
  const held = await rows(
    world.orm.em.fork(),
    sql`select first_serial as first, last_serial as last, gis_account_id as account, usable_until as until
        from certificate_holding where batch_id = ${batchId} order by first_serial`,
  );
  expect(held).toEqual([
    { first: 1, last: 10, account: buyer.gisAccountId, until: 2020 },
    { first: 11, last: 40, account: depositor.gisAccountId, until: null },
  ]);
});

test('what an auction minted anew is not deposited again', async () => {
  const other = await makeTrader(world, 'nobody', ['REC_OWNER'], begins);
  const { em, actor } = await asTrader(world, other, '2018-08-10T12:00:00Z');
  expect((await listEntries(em, actor, { first: 50 })).edges).toEqual([]);
  await world.orm.em.fork().transactional(async em => {
    await rows(em, sql`set local session_replication_role = replica`);
    await rows(em, sql`update auction set state = 'DEPOSITING' where id = ${auctionId}`);
  });
  await expect(
    traderDoes(world, buyer, '2018-06-01T12:00:00Z', verb =>
      depositCertificates(verb, { auctionId, ranges: [`${batchId} - 1 to 2`], reason: 'again' }),
    ),
  ).rejects.toMatchObject({ code: 'CERTIFICATES_NOT_DEPOSITABLE', facts: { cause: 'AUCTIONED_BEFORE' } });
});

test('certificates of a month outside the opt-in term of a system behind them are not deposited', async () => {
  const context = await asTrader(world, depositor, '2018-06-01T12:00:00Z');
  const attempt = context.em.fork().transactional(async em => {
    await rows(em, sql`set local session_replication_role = replica`);
    await rows(
      em,
      sql`update statement_of_qualification set last_eligible_quarter = '2017-Q2' where program = 'SREC_I'`,
    );
    return depositCertificates(
      { em, context, now: context.now },
      { auctionId, ranges: [`${batchId} - 11 to 12`], reason: 'test' },
    );
  });
  await expect(attempt).rejects.toMatchObject({
    ...{
      code: 'CERTIFICATES_NOT_DEPOSITABLE',
      facts: { cause: 'OUTSIDE_OPT_IN_TERM', range: `${batchId} - 11 to 12` },
    },
  });
});

describe('bids', () => {
  const bids = [
    { id: '1', count: 30, tier: 1 },
    { id: '2', count: 1000, tier: 2 },
    { id: '3', count: 20, tier: 1 },
  ] as const;
  const termsOf = (year: number) => valueOn(bidderTerms, `${year}-01-01` as LocalDate);

  test('of others than suppliers count up to a tenth of the volume, rounded down', () => {
    expect(countedBids(bids, 659, termsOf(2017)).map(({ count }) => count)).toEqual([30, 65, 20]);
    expect(countedBids(bids, 9, termsOf(2017)).map(({ count }) => count)).toEqual([30, 0, 20]);
  });

  test('are served suppliers first since the auctions of 2017, side by side before', () => {
    const counted = countedBids(bids, 600, termsOf(2016));
    expect(tieredAllocation(60, counted, termsOf(2016))).toEqual([
      { id: '1', count: 30 },
      { id: '2', count: 10 },
      { id: '3', count: 20 },
    ]);
    expect(tieredAllocation(40, counted, termsOf(2016)).map(({ count }) => count)).toEqual([24, 0, 16]);
    expect(tieredAllocation(55, counted, termsOf(2015)).map(({ count }) => count)).toEqual([15, 30, 10]);
  });
});
