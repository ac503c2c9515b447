import type { SampleWorld } from './samples.js';
import type { MadeSystem } from './world.js';

/** A question about a system, and how one sees in the text of its answer that the system is in it. */
export interface Probe {
  readonly query: string;
  readonly variables?: (target: MadeSystem, world: SampleWorld) => Readonly<Record<string, unknown>>;
  /** What only an answer that shows the target holds; absent: the question is about no system. */
  readonly shown?: (target: MadeSystem, world: SampleWorld) => string | ((answer: string) => boolean);
}

const ptsId = (target: MadeSystem) => ({ ptsId: target.ptsId });
/** As the API makes it, which tells nobody how. */
export const nodeIdOf = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');
const showsPtsId = (target: MadeSystem) => `"${target.ptsId}"`;
const showsGisId = (target: MadeSystem) => `"${target.gisId}"`;

/** A certificate of the asset of a system, as `4086133 - 24`. */
export const serialNumberOf = (target: MadeSystem, world: SampleWorld): string =>
  (world.certificates[target.gisId]?.[0] ?? '').replace(/ to .*/, '');

/** Nameplate capacities are 2, 4 and 8 kW, all others multiples of 16: a sum of them tells which systems are in it. */
const capacityBits = (target: MadeSystem, { oak, ash }: SampleWorld) => {
  const bit = target === oak ? 2 : target === ash ? 4 : 8;
  return (answer: string) => (Number(/"capacityKw":"(\d+)/.exec(answer)?.[1] ?? 0) & bit) !== 0;
};

/** One line for each field of Query and each guarded nested edge. An operation without a line fails the tests. */
export const probes: Readonly<Record<string, Probe>> = {
  'Query.me': { query: '{ me { id name email kinds organisation { name } credentials { label } } }' },
  'Query.clock': { query: '{ clock { now movable } }' },
  'Query.node': {
    query: 'query ($id: ID!) { node(id: $id) { nodeId ... on System { ptsId name } } }',
    variables: target => ({ id: nodeIdOf('System', target.ptsId) }),
    shown: showsPtsId,
  },
  'Query.nodes': {
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId ... on System { ptsId name } } }',
    variables: target => ({ ids: [nodeIdOf('System', target.ptsId)] }),
    shown: showsPtsId,
  },
  'Query.reportingWindow': { query: '{ reportingWindow(month: "2024-01") { month opensAt } }' },
  'Query.upload': {
    query: 'query ($id: ID!) { upload(id: $id) { id state rows } }',
    variables: ({ ptsId }, { uploadIds }) => ({ id: uploadIds[ptsId] ?? '0' }),
    shown: ({ ptsId }, { uploadIds }) => `"id":"${uploadIds[ptsId]}"`,
  },
  'Query.conformanceCases': { query: '{ conformanceCases { version } }' },
  'Query.conformanceRun': {
    query: 'query ($id: ID!) { conformanceRun(id: $id) { id state } }',
    variables: ({ ptsId }, { conformanceRuns }) => ({ id: conformanceRuns[ptsId]?.runId ?? '0' }),
    shown: ({ ptsId }, { conformanceRuns }) => `"id":"${conformanceRuns[ptsId]?.runId}"`,
  },
  'Query.conformanceRuns': {
    query: '{ conformanceRuns { edges { node { id state } } } }',
    shown: ({ ptsId }, { conformanceRuns }) => `"id":"${conformanceRuns[ptsId]?.runId}"`,
  },
  'Query.uploads': {
    query: '{ uploads { edges { node { id state } } } }',
    shown: ({ ptsId }, { uploadIds }) => `"id":"${uploadIds[ptsId]}"`,
  },
  'Query.export': { query: 'query ($id: ID!) { export(id: $id) { id state } }', variables: () => ({ id: '0' }) },
  'Query.exports': { query: '{ exports { edges { node { id state } } } }' },
  'Query.systemsNotReported': {
    query: '{ systemsNotReported { edges { node { system { ptsId } month } } } }',
    shown: showsPtsId,
  },
  'Query.ruleTables': { query: '{ ruleTables { key rows { value } } }' },
  'Query.programmeCalendar': { query: '{ programmeCalendar(year: 2024) { id firstOn lastOn } }' },
  'Query.upcomingDates': { query: '{ upcomingDates { id firstOn lastOn } }' },
  'Query.factorProposal': {
    query: '{ factorProposal(unit: { capacityKw: "5", unitType: BUILDING_MOUNTED }) { status sector } }',
  },
  'Query.eligibility': {
    query:
      '{ eligibility(program: SREC_II, unit: { capacityKw: "5", data: { unitType: BUILDING_MOUNTED, commercialOperationOn: "2016-02-01" } }) { eligible } }',
  },
  'Query.auctions': { query: '{ auctions { edges { node { id state } } } }' },
  'Query.auction': {
    query:
      'query ($id: ID!) { auction(id: $id) { state rounds { round deposited asked } ownDeposits { range } ownBids { volume } } }',
    variables: (_, { depositingId }) => ({ id: depositingId }),
  },
  'Query.suppliers': { query: '{ suppliers { edges { node { organisationId kind } } } }' },
  'Query.minimumStandards': {
    query: '{ minimumStandards(program: SREC_I, complianceYear: 2017) { standards { percent } classIPercent } }',
  },
  'Query.minimumStandardCalculation': {
    query: '{ minimumStandardCalculation(obligationMwh: "783183", loadMwh: "48009747") { published } }',
  },
  'Query.obligationCalculation': {
    query:
      '{ obligationCalculation(program: SREC_I, complianceYear: 2017, inputs: { baseMwh: "1" }) { obligationMwh } }',
  },
  'Query.complianceDraft': {
    query:
      'query ($id: ID!) { complianceDraft(complianceYear: 2017, organisationId: $id) { dueOn positions { obligation } } }',
    variables: (_, { supplier }) => ({ id: supplier.organisationId }),
  },
  'Query.complianceFilings': { query: '{ complianceFilings { edges { node { id state } } } }' },
  'Query.complianceFiling': {
    query: 'query ($id: ID!) { complianceFiling(id: $id) { id state } }',
    variables: (_, { filingIds }) => ({ id: filingIds[0] }),
  },
  'Query.changes': {
    query: '{ changes(first: 500) { edges { node { kind ptsId } } } }',
    shown: showsPtsId,
  },
  'Query.webhooks': { query: '{ webhooks { edges { node { id url } } } }' },
  'Query.webhook': {
    query: 'query ($id: ID!) { webhook(id: $id) { url deliveries { edges { node { state } } } } }',
    variables: (_, { webhookIds }) => ({ id: webhookIds[0] }),
  },
  'Query.transfer': {
    query: 'query ($id: ID!) { transfer(id: $id) { id state priceDollars ranges } }',
    variables: ({ gisId }, { offers }) => ({ id: offers[gisId]?.transferId }),
    shown: ({ gisId }, { offers }) => `"${offers[gisId]?.transferId}"`,
  },
  'Query.transfers': {
    query: '{ transfers { edges { node { id state } } } }',
    shown: ({ gisId }, { offers }) => `"${offers[gisId]?.transferId}"`,
  },
  'Query.standingTransfers': {
    query: '{ standingTransfers { edges { node { id state } } } }',
    shown: ({ gisId }, { offers }) => `"${offers[gisId]?.standingTransferId}"`,
  },
  'Query.brokerAuthorizations': { query: '{ brokerAuthorizations { edges { node { id } } } }' },
  'Query.tradingYear': { query: '{ tradingYear(year: 2024) { opensOn closesOn } }' },
  'Query.meterModels': { query: '{ meterModels { edges { node { manufacturer model } } } }' },
  'Query.dasProviders': { query: '{ dasProviders { edges { node { organisation { name } } } } }' },
  'Query.system': {
    query: `query ($ptsId: ID!) { system(ptsId: $ptsId) { ptsId name streetAddress roles { organisation { name } } meters { id }
      readings { edges { node { valueKwh } } } production { productionKwh } qualification { srecFactor }
      gisAssets { asset { gisId holders { gisAccount { name } } } } } }`,
    variables: ptsId,
    shown: showsPtsId,
  },
  'Query.document': {
    query: 'query ($id: ID!) { document(id: $id) { id name sha256 organisation { name } } }',
    variables: ({ gisId }, { documents }) => ({ id: documents[gisId] }),
    shown: ({ gisId }, { documents }) => `"${documents[gisId]}"`,
  },
  'Query.programDocuments': { query: '{ programDocuments { slug versions { version path } } }' },
  'Query.request': {
    query: 'query ($id: ID!) { request(id: $id) { id events { accountName } registration { email } } }',
    variables: ({ gisId }, { requests }) => ({ id: requests[gisId]?.[0] }),
    shown: ({ gisId }, { requests }) => `"${requests[gisId]?.[0]}"`,
  },
  'Query.requests': {
    query: '{ requests { edges { node { id } } } }',
    shown: ({ gisId }, { requests }) => `"${requests[gisId]?.[0]}"`,
  },
  'Query.registrationStatus': { query: '{ registrationStatus(receipt: "pts_none") { state } }' },
  'Query.systems': { query: '{ systems { edges { node { ptsId name } } } }', shown: showsPtsId },
  'Query.portfolio': { query: '{ portfolio { systems capacityKw productionKwh } }', shown: capacityBits },
  'Query.productionTotals': {
    query:
      '{ productionTotals(by: MONTH, from: "2024-01", to: "2024-03") { groups { group productionKwh systemMonths } } }',
  },
  'Query.windowHealth': {
    query:
      '{ windowHealth(month: "2024-03") { expectedSystems reportedSystems days { on } reporters { organisation { name } } } }',
  },
  'Query.certificateTotals': {
    query: '{ certificateTotals(by: MONTH, from: "2024-01", to: "2024-12") { groups { group certificatesMinted } } }',
  },
  'Query.flaggedReadings': {
    query: '{ flaggedReadings { edges { node { meterLabel reading { month flags } system { ptsId } } } } }',
  },
  'Query.staffQueues': { query: '{ staffQueues { queue count oldestAt } }' },
  'Query.assetProgress': {
    query: '{ assetProgress { edges { node { gisId programs { program carryMwh expectedCertificates } } } } }',
    shown: showsGisId,
  },
  'Query.missingProduction': {
    query: '{ missingProduction(quarter: "2024-Q2") { edges { node { month system { ptsId } } } } }',
    shown: showsPtsId,
  },
  'Query.whatIf': {
    query: `query ($gisId: ID!, $ptsId: ID!) { whatIf(input: { gisId: $gisId, program: SREC_I,
      production: [{ ptsId: $ptsId, month: "2024-04", productionKwh: "1000" }] }) { certificates assumptions } }`,
    variables: ({ gisId, ptsId: of }) => ({ gisId, ptsId: of }),
  },
  'Query.expiries': {
    query: '{ expiries(withinMonths: 120) { edges { node { kind lastOn system { ptsId } } } } }',
    shown: showsPtsId,
  },
  'Query.quarterIssuance': {
    query: `{ quarterIssuance(quarter: "2024-Q1") { status totals { assets certificates }
      issuances { edges { node { asset { gisId } systems { ptsId } } } } } }`,
    shown: showsGisId,
  },
  'Query.gisReport': {
    query: '{ gisReport(quarter: "2024-Q1") { lineCount sha256 lines { edges { node { gisId } } } } }',
    shown: ({ gisId }) => `"${gisId}"`,
  },
  'Query.adjustments': {
    query: '{ adjustments { edges { node { asset { gisId } eligibleMwh } } } }',
    shown: ({ gisId }, { adjusted }) => `"${adjusted[gisId]}"`,
  },
  'Query.productionAwaitingStaff': { query: '{ productionAwaitingStaff { edges { node { ptsId month } } } }' },
  'Query.explainIssuance': {
    query: `query ($gisId: ID!) { explainIssuance(gisId: $gisId, program: SREC_I, month: "2024-03") {
      asset { gisId } arithmetic certificates systems { ptsId uses { valueKwh } } } }`,
    variables: ({ gisId }) => ({ gisId }),
    shown: showsGisId,
  },
  'Query.explainCertificate': {
    query: `query ($serialNumber: String!) { explainCertificate(serialNumber: $serialNumber) {
      serialNumber state issuance { asset { gisId } } } }`,
    variables: (target, world) => ({ serialNumber: serialNumberOf(target, world) }),
    shown: showsGisId,
  },
  'Query.ledger': { query: '{ ledger { edges { node { asset { gisId } unit } } } }', shown: showsGisId },
  'Query.certificates': { query: '{ certificates { edges { node { range asset { gisId } } } } }', shown: showsGisId },
  'System.issuances': {
    query: 'query ($ptsId: ID!) { system(ptsId: $ptsId) { ptsId issuances { asset { gisId } } } }',
    variables: ptsId,
    shown: showsGisId,
  },
  'System.ledger': {
    query: 'query ($ptsId: ID!) { system(ptsId: $ptsId) { ptsId ledger { edges { node { asset { gisId } } } } } }',
    variables: ptsId,
    shown: showsGisId,
  },
};
