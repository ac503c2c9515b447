import type { Api } from './api.js';
import type { Sample } from './samples.js';
import { makeParty, type Party } from './world.js';

/** Auctions, suppliers and filings that each serve once. */
export interface FilingSamples {
  /** A supplier with load of 2015 to 2017, whose trading years are closed. */
  readonly supplier: Party;
  /** Another supplier, whose filings wait to be decided. */
  readonly filer: Party;
  readonly filingIds: readonly string[];
  /** Auctions in a round that takes bids, of which the supplier is a bidder. */
  readonly biddingIds: readonly string[];
  /** Auctions whose deposits have ended, without any. */
  readonly emptyIds: readonly string[];
  /** Auctions in a first round whose time is over. */
  readonly endedIds: readonly string[];
  /** The auction of SREC I of 2024, for deposits in May 2025. */
  readonly depositingId: string;
  readonly supplierAccountId: string;
}

const reason = 'sample';
const years = [2015, 2016, 2017] as const;

/** What the samples below need. Auctions of other years than the calendar would let be opened are put into the database. */
export async function makeFilingSamples(api: Api): Promise<FilingSamples> {
  const supplier = await makeParty(api, 'Supplier', ['SUPPLIER']);
  const { gisAccountId } = await api.does('createGisAccount', {
    organisationId: supplier.organisationId,
    name: 'Supplier',
  });
  await api.database.query(
    `insert into trading_year (year, closed_at, closed_by, reason, completed_at)
     select year, now(), (select min(id) from account), 'sample', now() from unnest($1::int[]) year
     on conflict do nothing`,
    [years],
  );
  const fileAs = async (party: Party) => {
    const { organisationId } = party;
    await api.does('registerSupplier', { organisationId, kind: 'COMPETITIVE', sinceYear: 2015, reason });
    const loads = [{ contractedOn: '2014-01-01', salesMwh: '1000' }];
    for (const complianceYear of years) {
      await api.does('enterSupplierLoad', { organisationId, complianceYear, loads, evidence: 'statement' });
    }
  };
  await fileAs(supplier);
  const filer = await makeParty(api, 'Filer', ['SUPPLIER']);
  await fileAs(filer);
  const filingIds = [];
  for (const complianceYear of years) {
    const input = { complianceYear, useOrder: 'NEW_FIRST', reason };
    filingIds.push(String((await api.does('submitFiling', input, filer.token)).filingId));
  }
  const auction = async (generationYear: number, state: 'DEPOSITING' | 'BIDDING') => {
    const { rows } = await api.database.query<{ id: string }>(
      `insert into auction (program, generation_year, price_dollars, price_source, fee_share, state, created_at, created_by)
       values ('SREC_I', $1, 300, 'sample', 0.05, $2, now(), (select min(id) from account)) returning id`,
      [generationYear, state],
    );
    return String(rows[0]?.id);
  };
  const round = (id: string, opensAt: string, closesAt: string) =>
    api.database.query(
      `insert into auction_round (auction_id, round, opens_at, closes_at, deposited, created_at, created_by)
       values ($1, 1, $2, $3, 5, now(), (select min(id) from account))`,
      [id, opensAt, closesAt],
    );
  const biddingIds = [];
  const emptyIds = [];
  const endedIds = [];
  for (const n of [0, 1, 2]) {
    const bidding = await auction(2010 + n, 'BIDDING');
    await round(bidding, '2024-01-01T00:00:00Z', '2025-12-31T00:00:00Z');
    await api.does('qualifyBidder', {
      ...{ auctionId: bidding, organisationId: supplier.organisationId, gisAccountId, securityDollars: '0' },
      evidence: 'letter of credit',
    });
    biddingIds.push(bidding);
    emptyIds.push(await auction(2013 + n, 'DEPOSITING'));
    const ended = await auction(2016 + n, 'BIDDING');
    await round(ended, '2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z');
    endedIds.push(ended);
  }
  const depositingId = await auction(2024, 'DEPOSITING');
  return {
    ...{ supplier, filer, filingIds, biddingIds, emptyIds, endedIds, depositingId },
    supplierAccountId: String(gisAccountId),
  };
}

/** One line for each mutation of the auction and of compliance. */
export const filingSamples: Readonly<Record<string, Sample>> = {
  openAuction: (_, __, n) => ({ program: n === 2 ? 'SREC_II' : 'SREC_I', generationYear: n === 1 ? 2022 : 2023 }),
  depositCertificates: ({ certificates, depositingId }, { gisId }, n) => ({
    ...{
      auctionId: depositingId,
      ranges: [certificates[gisId]?.[[2, 11, 6][n] ?? 0] ?? certificates[gisId]?.[0]],
      reason,
    },
  }),
  qualifyBidder: ({ supplier, supplierAccountId, endedIds }, _, n) => ({
    ...{ auctionId: endedIds[n], organisationId: supplier.organisationId, gisAccountId: supplierAccountId },
    ...{ securityDollars: '0', evidence: 'letter of credit' },
  }),
  openAuctionRound: ({ emptyIds }, _, n) => ({
    ...{ auctionId: emptyIds[n], opensAt: '2025-12-30T12:00:00Z', closesAt: '2025-12-31T12:00:00Z' },
  }),
  placeBid: ({ biddingIds }, _, n) => ({ auctionId: biddingIds[n], volume: n + 1 }),
  closeAuctionRound: ({ endedIds }, _, n) => ({ auctionId: endedIds[n] }),
  registerSupplier: ({ organisationIds }, _, n) => ({
    ...{ organisationId: organisationIds[n], kind: 'COMPETITIVE', sinceYear: 2017, reason },
  }),
  enterSupplierLoad: ({ supplier }, _, n) => ({
    ...{ organisationId: supplier.organisationId, complianceYear: 2017, evidence: 'statement' },
    loads: [{ contractedOn: `2016-01-0${n + 1}`, salesMwh: '1' }],
  }),
  submitFiling: (_, __, n) => ({ complianceYear: years[n], useOrder: 'NEW_FIRST', reason }),
  decideFiling: ({ filingIds }, _, n) => ({ filingId: filingIds[n], approve: false, reason }),
};

/** Who performs them, where it is not staff. */
export const filingTokens = (world: FilingSamples & { readonly regulator: Party; readonly elmOwner: Party }) => ({
  depositCertificates: world.elmOwner.token,
  placeBid: world.supplier.token,
  submitFiling: world.supplier.token,
  decideFiling: world.regulator.token,
});
