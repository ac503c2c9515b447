import type { Desk } from './desk.js';
import { countOf, plain, sumOf } from './exact.js';
import { allRows, type Holding, holdingsOf } from './holdings.js';
import type { Plants } from './plants.js';
import type { Stage } from './stage.js';

/** A month of an asset as it was issued. */
export interface IssuedMonth {
  readonly month: string;
  readonly program: string;
  readonly asset: { readonly gisId: string };
  readonly standing: boolean;
  readonly productionKwh: string;
  readonly eligibleMwh: string;
  readonly adjustmentMwh: string;
  readonly minted: number;
  readonly openingGisCarryMwh: string;
  readonly closingGisCarryMwh: string;
}

export interface QuarterBook {
  readonly quarter: string;
  readonly productionKwh: string;
  readonly reportedMwh: string;
  readonly eligibleMwh: string;
  readonly certificates: number;
  readonly months: readonly IssuedMonth[];
}

export interface AdjustmentBook {
  readonly kind: string;
  readonly month: string;
  readonly program: string;
  readonly productionKwh: string;
  readonly eligibleMwh: string;
  readonly appliedIn: string | null;
  readonly asset: { readonly gisId: string };
}

export interface AuctionBook {
  readonly priceDollars: string;
  readonly rounds: readonly { readonly round: number; readonly asked: number; readonly cleared: boolean }[];
  readonly outcome: {
    readonly finalRound: number;
    readonly deposited: number;
    readonly sold: number;
    readonly returned: number;
    readonly totalProceedsDollars: string;
    readonly purchases: readonly { readonly quantity: number; readonly dueDollars: string }[];
    readonly sales: readonly { readonly sold: number; readonly returned: number; readonly proceedsDollars: string }[];
  };
}

export interface PositionBook {
  readonly program: string;
  readonly exactMwh: string;
  readonly obligation: number;
  readonly retired: number;
  readonly newUsed: number;
  readonly newlyBanked: number;
  readonly surplusLost: number;
  readonly creditsUsed: readonly { readonly quantity: number }[];
  readonly acpQuantity: number;
  readonly acpRateDollars: string | null;
  readonly acpDollars: string;
}

export interface FilingBook {
  readonly organisation: { readonly name: string };
  readonly state: string;
  readonly statement: {
    readonly cohorts: readonly {
      readonly program: string;
      readonly salesMwh: string;
      readonly minimumStandardPercent: string;
    }[];
    readonly positions: readonly PositionBook[];
  };
}

/** The books of the year as the API shows them at its end. */
export interface Books {
  readonly submittedKwh: string;
  readonly onRecordKwh: string;
  readonly quarters: readonly QuarterBook[];
  readonly adjustments: readonly AdjustmentBook[];
  /** Certificates minted by all entries of the ledger, those included that were rolled back. */
  readonly mintedEver: number;
  readonly rolledBack: number;
  readonly holdings: readonly Holding[];
  readonly auction: AuctionBook;
  readonly filings: readonly FilingBook[];
  /** The code that the municipal light plant was refused with. */
  readonly exempt: string;
}

/** Reads the books: production, quarters, ledger and auction at the desk of staff, which sees all of them. */
export async function readBooks(
  { staff }: Stage,
  plants: Plants,
  { auctionId, exempt }: { readonly auctionId: string; readonly exempt: string },
): Promise<Books> {
  const all = Object.values(plants);
  const onRecord: string[] = [];
  for (const { ptsId } of all) onRecord.push(...(await productionOf(staff, ptsId)));
  const quarters: QuarterBook[] = [];
  for (const quarter of ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4']) quarters.push(await quarterOf(staff, quarter));
  const entries = await allRows<{ kind: string; quantity: number | null }>(staff, ledger);
  const quantityOf = (kind: string) =>
    countOf(entries.filter(entry => entry.kind === kind).map(({ quantity }) => quantity ?? 0));
  return {
    submittedKwh: String(countOf(all.flatMap(({ monthsKwh }) => monthsKwh))),
    onRecordKwh: plain(sumOf(onRecord)),
    quarters,
    adjustments: await allRows<AdjustmentBook>(staff, adjustments),
    mintedEver: quantityOf('MINT'),
    rolledBack: quantityOf('ROLL_BACK'),
    holdings: await holdingsOf(staff),
    auction: (await staff.ask<{ auction: AuctionBook }>(auction, { id: auctionId })).auction,
    filings: await allRows<FilingBook>(staff, filings),
    exempt,
  };
}

async function productionOf(staff: Desk, ptsId: string): Promise<string[]> {
  const { system } = await staff.ask<{ system: { production: { productionKwh: string }[] } }>(production, { ptsId });
  return system.production.map(({ productionKwh }) => productionKwh);
}

async function quarterOf(staff: Desk, quarter: string): Promise<QuarterBook> {
  const { quarterIssuance } = await staff.ask<{
    quarterIssuance: { totals: Omit<QuarterBook, 'quarter' | 'months'>; issuances: { edges: { node: IssuedMonth }[] } };
  }>(issued, { quarter });
  const { totals, issuances } = quarterIssuance;
  return { quarter, ...totals, months: issuances.edges.map(({ node }) => node) };
}

const production = /* GraphQL */ `query DemoYear($ptsId: ID!) {
  system(ptsId: $ptsId) { production(from: "2017-01", to: "2017-12") { productionKwh } } }`;

const issued = /* GraphQL */ `query DemoYear($quarter: Quarter!) {
  quarterIssuance(quarter: $quarter) {
    totals { productionKwh reportedMwh eligibleMwh certificates }
    issuances(first: 100) { edges { node {
      month program asset { gisId } standing productionKwh eligibleMwh adjustmentMwh minted openingGisCarryMwh closingGisCarryMwh
    } } }
  } }`;

const page = 'pageInfo { hasNextPage endCursor }';

const ledger = /* GraphQL */ `query DemoYear($after: String) {
  rows: ledger(first: 100, after: $after) { edges { node { kind quantity } } ${page} } }`;

const adjustments = /* GraphQL */ `query DemoYear($after: String) {
  rows: adjustments(first: 100, after: $after) { edges { node { kind month program productionKwh eligibleMwh appliedIn asset { gisId } } } ${page} } }`;

const filings = /* GraphQL */ `query DemoYear($after: String) {
  rows: complianceFilings(first: 100, after: $after) { edges { node {
    organisation { name } state
    statement {
      cohorts { program salesMwh minimumStandardPercent }
      positions { program exactMwh obligation retired newUsed newlyBanked surplusLost creditsUsed { quantity }
        acpQuantity acpRateDollars acpDollars }
    }
  } } ${page} } }`;

const auction = /* GraphQL */ `query DemoYear($id: ID!) {
  auction(id: $id) { priceDollars rounds { round asked cleared }
    outcome { finalRound deposited sold returned totalProceedsDollars purchases { quantity dueDollars }
      sales { sold returned proceedsDollars } } } }`;
