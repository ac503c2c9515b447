import { closeAuctionRound } from '../../src/auction/close-auction-round.js';
import { depositCertificates } from '../../src/auction/deposit-certificates.js';
import { openAuction } from '../../src/auction/open-auction.js';
import { openAuctionRound } from '../../src/auction/open-auction-round.js';
import { placeBid } from '../../src/auction/place-bid.js';
import { qualifyBidder } from '../../src/auction/qualify-bidder.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { explainCertificate } from '../../src/ledger/find-issuance.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { listEntries, listHoldings } from '../../src/ledger/list-ledger.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { closeTradingYear } from '../../src/market/close-trading-year.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { rows, sql } from '../../src/platform/sql.js';
import { portfolio } from '../../src/portfolio/portfolio.js';
import { publicCertificate } from '../../src/publication/certificate.js';
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

const begins = '2012-06-01T12:00:00Z';
const reason = 'test';
let world: World;
let depositor: Trader;
let buyer: Trader;
let batchId: string;
let auctionId: string;

const staff = (at: string, work: Parameters<World['act']>[2]) => world.act('operator', at, work);
const holdings = () =>
  rows(
    world.orm.em.fork(),
    sql`select first_serial as first, last_serial as last, state, usable_until as until, gis_account_id as account
        from certificate_holding where batch_id = ${batchId} order by first_serial`,
  );
const lawful = async () => {
  const results = await runLaws(world.orm.em, { laws: allLaws });
  expect(results.filter(result => !result.holds)).toEqual([]);
};

/** Ten certificates of 2012, of which the first six are deposited. */
beforeAll(async () => {
  world = await createWorld('SET_UP');
  depositor = await makeTrader(world, 'Depositor', ['REC_OWNER', 'SYSTEM_REPRESENTATIVE'], begins);
  buyer = await makeTrader(world, 'Buyer', ['SUPPLIER'], begins);
  await makeReporter(world, depositor, begins);
  await reportJuly(world, { name: 'Plant', year: 2012, holder: depositor, mwh: 10 });
  await issueThirdQuarter(world, 2012);
  const quarter = '2012-Q4' as Quarter;
  await staff('2013-04-16T12:00:00Z', verb => reportQuarter(verb, { quarter, reason, dryRun: false }));
  await staff('2013-04-16T12:00:00Z', verb => issueQuarter(verb, { quarter, reason, dryRun: false }));
  batchId = await batchOf(world, depositor, 2012);
  const opened = await staff('2013-05-10T12:00:00Z', verb =>
    openAuction(verb, { program: 'SREC_I', generationYear: 2012 }),
  );
  auctionId = String(opened.auctionId);
  await traderDoes(world, depositor, '2013-06-14T12:00:00Z', verb =>
    depositCertificates(verb, { auctionId, ranges: [`${batchId} - 1 to 6`], reason }),
  );
}, 120_000);
afterAll(() => world?.end());

/** What staff or the regulator is told of the certificates, and of the entries of the auction and of the close. */
const seenBy = async (party: 'operator' | 'regulator', at: string) => {
  const context = await world.as(party, at);
  const { em, actor } = context;
  const held = await listHoldings(em, actor, null, { first: 50 });
  const entries = await listEntries(em, actor, { first: 50 });
  const { certificatesActive, certificatesRetired } = await portfolio(em, actor, null, null);
  return {
    held: held.edges.map(({ node }) => `${node.range} ${node.state}`),
    entries: entries.edges.map(({ node }) => `${node.kind} ${node.range}`),
    until: [...new Set(held.edges.map(({ node }) => node.tradedUntil))],
    sums: [certificatesActive, certificatesRetired],
    seven: (await explainCertificate(em, actor, `${batchId} - 7`))?.state,
  };
};

test('the close of the year leaves what is deposited, and retires the rest', async () => {
  const closed = await staff('2013-06-16T12:00:00Z', verb =>
    closeTradingYear(verb, { year: 2012, reason, dryRun: false }),
  );
  expect(closed).toMatchObject({ compliance: 0, residual: null });
  const account = depositor.gisAccountId;
  expect(await holdings()).toEqual([
    { first: 1, last: 6, state: 'DEPOSITED', until: null, account },
    { first: 7, last: 10, state: 'RETIRED', until: null, account },
  ]);
  await lawful();
});

test('until a round has closed, neither staff nor the regulator can tell by what the close left over what is deposited', async () => {
  const sealed = {
    held: [`${batchId} - 1 to 10 ACTIVE`],
    entries: [`MINT ${batchId} - 1 to 10`],
    until: ['2013-06-15'],
    sums: [10, 0],
    seven: 'ACTIVE',
  };
  expect(await seenBy('operator', '2013-06-17T12:00:00Z')).toEqual(sealed);
  expect(await seenBy('regulator', '2013-06-17T12:00:00Z')).toEqual(sealed);
  const { em, actor } = await asTrader(world, depositor, '2013-06-17T12:00:00Z');
  expect((await listHoldings(em, actor, null, { first: 50 })).edges.map(({ node }) => node.state)).toEqual([
    'DEPOSITED',
    'RETIRED',
  ]);
});

/** What everybody is told of one that is deposited, and of one that the close left over: state, purpose, whether a day. */
const publicly = async () => {
  const found = [
    await publicCertificate(world.orm.em.fork(), `${batchId} - 3`),
    await publicCertificate(world.orm.em.fork(), `${batchId}-7`),
  ];
  return found.map(each => [each?.state, each?.retiredFor, each?.retiredOn]);
};

test('nor can anybody who looks up a serial number', async () => {
  expect(await publicly()).toEqual([
    ['ISSUED', null, null],
    ['ISSUED', null, null],
  ]);
});

describe('what is auctioned after its year is closed', () => {
  const opensAt = '2013-07-26T14:00:00Z';
  const closesAt = '2013-07-26T18:00:00Z';

  beforeAll(async () => {
    await staff('2013-07-01T12:00:00Z', verb =>
      qualifyBidder(verb, {
        ...{ auctionId, organisationId: buyer.organisationId, gisAccountId: buyer.gisAccountId },
        ...{ securityDollars: new Decimal(0), evidence: 'load of 2012' },
      }),
    );
    const period = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
    await staff(opensAt, verb => openAuctionRound(verb, { auctionId, ...period }));
    await traderDoes(world, buyer, opensAt, verb => placeBid(verb, { auctionId, volume: 6 }));
  });

  test('is sold in time, and usable in the two years after', async () => {
    expect(await staff(closesAt, verb => closeAuctionRound(verb, { auctionId }))).toMatchObject({
      ...{ deposited: 6, asked: 6, cleared: true, state: 'SETTLED' },
    });
    expect(await holdings()).toEqual([
      { first: 1, last: 6, state: 'ACTIVE', until: 2014, account: buyer.gisAccountId },
      { first: 7, last: 10, state: 'RETIRED', until: null, account: depositor.gisAccountId },
    ]);
    await lawful();
  });

  test('then the seals are open, and the close of the year says what went to the residual mix', async () => {
    expect(await publicly()).toEqual([
      ['ISSUED', null, null],
      ['RETIRED', 'RESIDUAL', '2013-06-16'],
    ]);
    expect(await seenBy('operator', closesAt)).toEqual({
      held: [`${batchId} - 1 to 6 ACTIVE`, `${batchId} - 7 to 10 RETIRED`],
      entries: [
        `SELL ${batchId} - 1 to 6`,
        `RETIRE_RESIDUAL ${batchId} - 7 to 10`,
        `DEPOSIT ${batchId} - 1 to 6`,
        `MINT ${batchId} - 1 to 10`,
      ],
      until: ['2015-06-15', '2013-06-15'],
      sums: [6, 4],
      seven: 'RETIRED',
    });
    const again = staff('2013-08-01T12:00:00Z', verb => closeTradingYear(verb, { year: 2012, reason, dryRun: false }));
    expect(await again).toMatchObject({ residual: 4 });
  });
});
