import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { bigDollarsColumn, byWhomAndWhen, dollarsColumn, factorColumn } from '../boundary/columns.js';

export const auctionStates = ['DEPOSITING', 'BIDDING', 'SETTLED', 'NOT_HELD', 'LAPSED'] as const;
export type AuctionState = (typeof auctionStates)[number];

/** The Solar Credit Clearinghouse Auction of a programme and generation year. */
export const AuctionEntity = defineEntity({
  name: 'Auction',
  tableName: 'auction',
  properties: {
    id: p.bigint('string').primary(),
    program: p.enum(['SREC_I', 'SREC_II']),
    generationYear: p.integer(),
    priceDollars: p.type(dollarsColumn),
    priceSource: p.text(),
    feeShare: p.type(factorColumn),
    state: p.enum(auctionStates),
    ...byWhomAndWhen,
    settledAt: p.datetime().nullable(),
    settledBy: p.bigint('string').nullable(),
    result: p.json<unknown>().nullable(),
  },
});
export type AuctionRow = InferEntity<typeof AuctionEntity>;

/** Certificates that were deposited. Append-only. */
export const AuctionDepositEntity = defineEntity({
  name: 'AuctionDeposit',
  tableName: 'auction_deposit',
  properties: {
    id: p.bigint('string').primary(),
    auctionId: p.bigint('string'),
    gisAccountId: p.bigint('string'),
    batchId: p.bigint('string'),
    firstSerial: p.integer(),
    lastSerial: p.integer(),
    entryId: p.bigint('string'),
    ...byWhomAndWhen,
  },
});
export type AuctionDepositRow = InferEntity<typeof AuctionDepositEntity>;

/** Who may bid, in which tier, with which security. Append-only. */
export const AuctionBidderEntity = defineEntity({
  name: 'AuctionBidder',
  tableName: 'auction_bidder',
  properties: {
    auctionId: p.bigint('string').primary(),
    organisationId: p.bigint('string').primary(),
    gisAccountId: p.bigint('string'),
    tier: p.integer(),
    securityDollars: p.type(bigDollarsColumn),
    evidence: p.text(),
    ...byWhomAndWhen,
  },
});
export type AuctionBidderRow = InferEntity<typeof AuctionBidderEntity>;

/** A round: when it is open, and what came of it. */
export const AuctionRoundEntity = defineEntity({
  name: 'AuctionRound',
  tableName: 'auction_round',
  properties: {
    auctionId: p.bigint('string').primary(),
    round: p.integer().primary(),
    opensAt: p.datetime(),
    closesAt: p.datetime(),
    deposited: p.integer(),
    asked: p.integer().nullable(),
    cleared: p.boolean().nullable(),
    closedAt: p.datetime().nullable(),
    ...byWhomAndWhen,
    closedBy: p.bigint('string').nullable(),
  },
});
export type AuctionRoundRow = InferEntity<typeof AuctionRoundEntity>;

/** A volume asked for in a round; of a bidder's bids the last one counts. Append-only, sealed until the round closes. */
export const AuctionBidEntity = defineEntity({
  name: 'AuctionBid',
  tableName: 'auction_bid',
  properties: {
    id: p.bigint('string').primary(),
    auctionId: p.bigint('string'),
    round: p.integer(),
    organisationId: p.bigint('string'),
    volume: p.integer(),
    ...byWhomAndWhen,
  },
});
export type AuctionBidRow = InferEntity<typeof AuctionBidEntity>;
