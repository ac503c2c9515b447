import { closeAuctionRound } from '../../src/auction/close-auction-round.js';
import { depositCertificates } from '../../src/auction/deposit-certificates.js';
import { openAuction } from '../../src/auction/open-auction.js';
import { openAuctionRound } from '../../src/auction/open-auction-round.js';
import { placeBid } from '../../src/auction/place-bid.js';
import { qualifyBidder } from '../../src/auction/qualify-bidder.js';
import { Decimal } from '../../src/domain/decimal.js';
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

/** The first auction, that of 2012, with what its three rounds came to. */
export interface History {
  readonly world: World;
  readonly depositor: Trader;
  readonly buyer: Trader;
  readonly auctionId: string;
  readonly batchId: string;
  readonly rounds: readonly object[];
}

const begins = '2012-06-01T12:00:00Z';

/** 38,866 certificates of 2012 are deposited; of the bids of three rounds (0, 100, 3) only the last sell. */
export async function createHistory(): Promise<History> {
  const world = await createWorld('SET_UP');
  const depositor = await makeTrader(world, 'Aggregator of 2012', ['REC_OWNER', 'SYSTEM_REPRESENTATIVE'], begins);
  const buyer = await makeTrader(world, 'Supplier of 2012', ['SUPPLIER'], begins);
  await makeReporter(world, depositor, begins);
  await reportJuly(world, { name: 'Plant of 2012', year: 2012, holder: depositor, mwh: 38_866 });
  await issueThirdQuarter(world, 2012);
  const batchId = await batchOf(world, depositor, 2012);
  const staff = (at: string, work: Parameters<World['act']>[2]) => world.act('operator', at, work);
  const opened = await staff('2013-05-10T12:00:00Z', verb =>
    openAuction(verb, { program: 'SREC_I', generationYear: 2012 }),
  );
  const auctionId = String(opened.auctionId);
  await traderDoes(world, depositor, '2013-06-16T03:59:00Z', verb =>
    depositCertificates(verb, { auctionId, ranges: [`${batchId} - 1 to 38866`], reason: 'nobody buys' }),
  );
  await staff('2013-07-01T12:00:00Z', verb =>
    qualifyBidder(verb, {
      ...{ auctionId, organisationId: buyer.organisationId, gisAccountId: buyer.gisAccountId },
      ...{ securityDollars: new Decimal(0), evidence: 'load of 2012' },
    }),
  );
  const rounds = [];
  for (const [day, volume] of [
    ['2013-07-26', 0],
    ['2013-07-31', 100],
    ['2013-08-02', 3],
  ] as const) {
    const opensAt = `${day}T14:00:00Z`;
    const closesAt = `${day}T18:00:00Z`;
    const period = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
    await staff(opensAt, verb => openAuctionRound(verb, { auctionId, ...period }));
    if (volume > 0) await traderDoes(world, buyer, opensAt, verb => placeBid(verb, { auctionId, volume }));
    rounds.push(await staff(closesAt, verb => closeAuctionRound(verb, { auctionId })));
  }
  return { world, depositor, buyer, auctionId, batchId, rounds };
}
