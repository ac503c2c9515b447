import type { Cast } from './cast.js';
import { pick } from './holdings.js';
import { type Party, reason, type Stage } from './stage.js';

/** Bids of the suppliers in the three rounds: two fail, the third fills in part. */
const rounds = [
  { day: '2018-07-09', bids: [20, 10] },
  { day: '2018-07-11', bids: [30, 15] },
  { day: '2018-07-13', bids: [24, 12] },
] as const;

/** Staff opens the auction of 2017; the two sellers deposit. Out: its id. */
export async function depositForAuction(stage: Stage, { school, aggregator }: Cast): Promise<string> {
  await stage.at('2018-05-21T15:00:00Z');
  const opened = await stage.staff.act<{ auctionId: string }>(
    'openAuction',
    { program: 'SREC_II', generationYear: 2017 },
    'auctionId',
  );
  for (const [seller, quantity] of [
    [school, 40],
    [aggregator, 20],
  ] as const) {
    const ranges = await pick(seller, 'SREC_II', quantity);
    await seller.desk.act('depositCertificates', { ...opened, ranges, reason }, 'quantity');
  }
  return opened.auctionId;
}

/** Three rounds of bids by the two suppliers; the last one decides. */
export async function holdAuction(stage: Stage, { supplierA, supplierB }: Cast, auctionId: string): Promise<void> {
  const { staff } = stage;
  const bidders = [supplierA, supplierB];
  await stage.at('2018-07-06T15:00:00Z');
  for (const bidder of bidders) await qualify(stage, bidder, auctionId);
  for (const { day, bids } of rounds) {
    const hours = { opensAt: `${day}T14:00:00Z`, closesAt: `${day}T18:00:00Z` };
    await staff.act('openAuctionRound', { auctionId, ...hours }, 'round');
    await stage.at(`${day}T15:00:00Z`);
    for (const [index, { desk }] of bidders.entries()) {
      await desk.act('placeBid', { auctionId, volume: bids[index] }, 'round');
    }
    await stage.at(hours.closesAt);
    await staff.act('closeAuctionRound', { auctionId }, 'state');
  }
}

async function qualify({ staff }: Stage, { organisationId, gisAccountId }: Party, auctionId: string): Promise<void> {
  const bidder = { auctionId, organisationId, gisAccountId, securityDollars: '10000', evidence: 'letter of credit' };
  await staff.act('qualifyBidder', bidder, 'tier');
}
