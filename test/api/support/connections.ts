import type { ConformanceSamples } from './conformance-samples.js';
import type { Neighbourhood } from './neighbourhood.js';

/** A connection, how it is asked for a page, and where in the answer the page lies. */
export interface Connection {
  readonly endpoint: '/graphql' | '/public/graphql';
  /** `$first` and `$after` are declared; `PAGE` stands where the page's arguments and fields go. */
  readonly query: string;
}

const page = '(first: $first, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } }';

/** One line for each field of both schemas that gives a connection, of the first quarter of the oak. */
export const connections = ({
  oak,
  conformanceRuns,
}: Neighbourhood & ConformanceSamples): Readonly<Record<string, Connection>> => ({
  'Query.systems': account(`systems${page}`),
  'Query.adjustments': account(`adjustments${page}`),
  'Query.dasProviders': account(`dasProviders${page}`),
  'Query.meterModels': account(`meterModels${page}`),
  'Query.requests': account(`requests${page}`),
  'Query.ledger': account(`ledger${page}`),
  'Query.certificates': account(`certificates${page}`),
  'Query.productionAwaitingStaff': account(`productionAwaitingStaff${page}`),
  'GisReport.lines': account(`gisReport(quarter: "2024-Q1") { lines${page} }`),
  'GisReport.differences': account(`gisReport(quarter: "2024-Q1") { differences${page} }`),
  'Query.auctions': account(`auctions${page}`),
  'Query.transfers': account(`transfers${page}`),
  'Query.standingTransfers': account(`standingTransfers${page}`),
  'Query.brokerAuthorizations': account(`brokerAuthorizations${page}`),
  'Query.suppliers': account(`suppliers${page}`),
  'Query.complianceFilings': account(`complianceFilings${page}`),
  'Query.conformanceRuns': account(`conformanceRuns${page}`),
  'ConformanceRun.systems': account(`conformanceRuns(first: 1) { edges { node { systems${page} } } }`),
  'ConformanceCall.outcomes': account(
    `conformanceRun(id: "${conformanceRuns[oak.ptsId]?.runId}") { call(idempotencyKey: "sample 0") { outcomes${page} } }`,
  ),
  'Query.changes': account(`changes${page}`),
  'Query.webhooks': account(`webhooks${page}`),
  'Webhook.deliveries': account(`webhooks(first: 1) { edges { node { deliveries${page} } } }`),
  'Query.flaggedReadings': account(`flaggedReadings${page}`),
  'Query.assetProgress': account(`assetProgress${page}`),
  'Query.missingProduction': account(`missingProduction${page.replace('(', '(quarter: "2024-Q2", ')}`),
  'Query.expiries': account(`expiries${page.replace('(', '(withinMonths: 120, ')}`),
  'Query.exports': account(`exports${page}`),
  'Query.systemsNotReported': account(`systemsNotReported${page}`),
  'Query.uploads': account(`uploads${page}`),
  'Upload.outcomes': account(`uploads(first: 1) { edges { node { outcomes${page} } } }`),
  'QuarterIssuance.issuances': account(`quarterIssuance(quarter: "2024-Q1") { issuances${page} }`),
  'System.readings': account(`system(ptsId: "${oak.ptsId}") { readings${page} }`),
  'System.ledger': account(`system(ptsId: "${oak.ptsId}") { ledger${page} }`),
  'Meter.readings': account(`system(ptsId: "${oak.ptsId}") { meters { readings${page} } }`),
  'public Query.systems': { ...account(`systems${page}`), endpoint: '/public/graphql' },
});

function account(selection: string): Connection {
  return { endpoint: '/graphql', query: `query ($first: Int, $after: String) { ${selection} }` };
}

/** A page of a connection. */
export interface PageOf<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Goes from page to page; `between` runs after each. */
export async function walk<Node>(
  fetchPage: (after: string | null) => Promise<PageOf<Node>>,
  between: (pagesSoFar: number) => Promise<void> = async () => {},
): Promise<PageOf<Node>[]> {
  const pages: PageOf<Node>[] = [];
  for (let after: string | null = null; ; ) {
    const page: PageOf<Node> = await fetchPage(after);
    pages.push(page);
    if (!page.pageInfo.hasNextPage) return pages;
    after = page.pageInfo.endCursor;
    await between(pages.length);
  }
}
