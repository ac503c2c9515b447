import type { Api } from './support/api.js';
import { dataOf } from './support/ask.js';
import type { Neighbourhood } from './support/neighbourhood.js';
import { fileFor } from './support/papers.js';
import { startWithNeighbourhood } from './support/start-with.js';
import { countStatements } from './support/statements.js';
import { makeQualifiedSystem, reportAndIssue, setClock } from './support/world.js';

let api: Api;
let world: Neighbourhood;

beforeAll(async () => {
  ({ api, world } = await startWithNeighbourhood());
}, 120_000);
afterAll(() => api.stop());

describe('the number of SQL statements', () => {
  const counts: Record<string, number> = {};
  /** 20 more systems like the elm, of the same people. */
  const many: string[] = [];

  /** Counts a question that is asked a second time: nothing is prepared or opened any more. */
  async function count(name: string, token: string, query: string, variables: Record<string, unknown> = {}) {
    dataOf(await api.ask(token, query, variables));
    const { count, result } = await countStatements(() => api.ask(token, query, variables));
    dataOf(result);
    counts[name] = count;
    return count;
  }

  const nested: Readonly<Record<string, string>> = {
    'systems with meters and replacements': 'meters { label replacements { replacedAt } }',
    'systems with readings': 'readings(first: 3) { edges { node { month valueKwh } } }',
    'systems with meters and their readings': 'meters { readings(first: 3) { edges { node { month } } } }',
    'systems with production': 'production { month productionKwh status }',
    'systems with roles and who holds them': 'roles { role organisation { name } }',
    'systems with qualification': 'qualification { srecFactor }',
    'systems with assets, holders and accounts':
      'gisAssets { asset { gisId holders { gisAccount { name organisation { name } } } } }',
    'systems with ledger': 'ledger(first: 3) { edges { node { kind asset { gisId } toGisAccount { name } } } }',
    'systems with issuances, explained':
      'issuances { arithmetic certificates factors { srecFactor } systems { uses { valueKwh } } asset { gisId } adjustmentsMade { id } adjustmentsApplied { id } }',
    'systems with corrections': 'corrections { kind reason }',
    'systems with meters and whether they suit': 'meters { suitsSystem requiredAccuracyPercent model { model } }',
    'systems with statements': 'qualifications { program continuesId request { kind } }',
  };

  const requestFields =
    'kind state organisation { name termsAcceptances { versionId } } system { ptsId } events { step accountName organisation { name } }';
  const requests: Readonly<Record<string, string>> = {
    'applications with evidence': `requests(first: $first, filter: { kinds: [QUALIFICATION] }) { edges { node { ${requestFields}
      evidence { purpose document { name organisation { name } } } qualification { program answer { eligible } } } } }`,
    'changes with roles': `requests(first: $first, filter: { kinds: [REPORTER_CHANGE] }) { edges { node { ${requestFields}
      change { ptsId needsVerification roles { role } } } } }`,
  };

  const systemsQuery = (selection: string) =>
    `query ($first: Int!) { systems(first: $first) { edges { node { ptsId ${selection} } } } }`;
  const quarterQuery = `query ($first: Int!) { quarterIssuance(quarter: "2024-Q2") { totals { certificates }
    issuances(first: $first) { edges { node { arithmetic certificates asset { gisId } gisAccount { name } factors { srecFactor }
      systems { ptsId uses { valueKwh } } } } } } }`;

  beforeAll(async () => {
    const holders = { owner: world.elmOwner, recOwner: world.elmOwner, representative: world.dasProvider };
    for (let index = 0; index < 20; index += 1)
      many.push((await makeQualifiedSystem(api, holders, '8', '2024-04')).ptsId);
    const readings = many.map(ptsId => ({ ptsId, readAt: '2024-04-28T14:00:00Z', valueKwh: '4321' }));
    const payload = await api.does('submitReadings', { readings }, world.dasProvider.token);
    expect(payload.accepted).toBe(20);
    const documentId = await fileFor(api, world.staff);
    const evidence = [{ documentId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }];
    const { organisationId } = world.several;
    for (const ptsId of many) {
      const application = { ptsId, program: 'CLASS_I', unit: {}, evidence, reason: 'test' };
      await api.does('applyForQualification', application, world.staff.token);
      const change = { ptsId, representative: { organisationId }, fromOn: '2024-12-01', reason: 'test' };
      await api.does('requestReporterChange', change);
    }
    const correction = { month: '2024-03', documentIds: [documentId], reason: 'test' };
    await api.does('correctReading', { ...correction, ptsId: world.oak.ptsId, valueKwh: '3590' });
    await reportAndIssue(api, '2024-Q2', '2024-10-15T15:00:00Z');
    await api.does('correctReading', { ...correction, ptsId: many[0], month: '2024-04', valueKwh: '4300' });
  });

  test.each(Object.entries(nested))('is the same for 1 and for 20 %s', async (name, selection) => {
    const forOne = await count(name, world.staff.token, systemsQuery(selection), { first: 1 });
    const forTwenty = await count(name, world.staff.token, systemsQuery(selection), { first: 20 });
    expect(forTwenty).toBe(forOne);
  });

  test.each(Object.entries(requests))('is the same for 1 and for 20 %s', async (name, selection) => {
    const query = `query ($first: Int!) { ${selection} }`;
    const forOne = await count(name, world.staff.token, query, { first: 1 });
    expect(await count(name, world.staff.token, query, { first: 20 })).toBe(forOne);
  });

  test('is the same for 1 and for 20 lines of a report', async () => {
    const query = `query ($first: Int!) { gisReport(quarter: "2024-Q2") { sha256 lines(first: $first) { edges { node { line } } }
      differences(first: $first) { edges { node { gisId nowMwh } } } } }`;
    const forOne = await count('a report with lines and differences', world.staff.token, query, { first: 1 });
    expect(await count('a report with lines and differences', world.staff.token, query, { first: 20 })).toBe(forOne);
  });

  test('is the same for 1 and for 20 issuances of a quarter', async () => {
    const forOne = await count('a quarter with its issuances', world.staff.token, quarterQuery, { first: 1 });
    expect(await count('a quarter with its issuances', world.staff.token, quarterQuery, { first: 20 })).toBe(forOne);
  });

  const watching: Readonly<Record<string, string>> = {
    'assets with their progress':
      'assetProgress(first: $first) { edges { node { gisId programs { program carryMwh } } } }',
    'missing months with their systems':
      'missingProduction(quarter: "2024-Q1", first: $first) { edges { node { month system { ptsId } } } }',
    'what ends, with systems and organisations':
      'expiries(withinMonths: 120, first: $first) { edges { node { lastOn system { ptsId } organisation { name } } } }',
    'systems found and sorted':
      'systems(first: $first, sort: { by: NAME }, filter: { search: "e", program: SREC_I }) { edges { node { ptsId } } }',
  };
  test.each(Object.entries(watching))('is the same for 1 and for 20 %s', async (name, selection) => {
    const query = `query ($first: Int!) { ${selection} }`;
    const forOne = await count(name, world.staff.token, query, { first: 1 });
    expect(await count(name, world.staff.token, query, { first: 20 })).toBe(forOne);
  });

  test('is the same for 1 and for 500 readings in one call', async () => {
    await setClock(api, '2024-11-28T15:00:00Z');
    await api.database.query(
      `insert into meter (system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
       select s.id, 'row ' || n, 0.5, 0, '2024-11-01', now() from system s, generate_series(1, 501) n where s.pts_id = $1`,
      [world.elm.ptsId],
    );
    const readings = Array.from({ length: 501 }, (_, index) => ({
      ptsId: world.elm.ptsId,
      meterLabel: `row ${index + 1}`,
      readAt: '2024-11-28T14:00:00Z',
      valueKwh: '0.1', // all meters of a system together stay below its nameplate
    }));
    const submit = async (rows: readonly object[]) => {
      const { count, result } = await countStatements(() =>
        api.mutate(world.dasProvider.token, 'submitReadings', { readings: rows }),
      );
      expect(dataOf(result).submitReadings?.accepted).toBe(rows.length);
      return count;
    };
    await submit([{ ...readings[0], valueKwh: '0.09' }]);
    counts['submitReadings, new rows'] = await submit(readings.slice(500));
    const again = readings.map(reading => ({ ...reading, valueKwh: '0.11' }));
    expect(await submit(readings.slice(1, 500))).toBe(counts['submitReadings, new rows']);
    counts['submitReadings, superseding rows'] = await submit(again.slice(0, 1));
    expect(await submit(again.slice(1))).toBe(counts['submitReadings, superseding rows']);
  });

  test('is small for every question of a person, and known', async () => {
    const { token } = world.regulator;
    await count('me', token, '{ me { name organisation { name } credentials { label } } }');
    await count('clock', token, '{ clock { now } }');
    await count('portfolio', world.elmOwner.token, '{ portfolio { systems productionKwh certificatesActive } }');
    await count(
      'ledger',
      token,
      '{ ledger(first: 20) { edges { node { kind asset { gisId } toGisAccount { name } } } } }',
    );
    await count('adjustments', token, '{ adjustments(first: 20) { edges { node { eligibleMwh asset { gisId } } } } }');
    await count('DAS providers', token, '{ dasProviders { edges { node { approvedOn organisation { name } } } } }');
    await count('documents of the programme', token, '{ programDocuments { slug versions { version } } }');
    await count('certificates', token, '{ certificates(first: 20) { edges { node { range asset { gisId } } } } }');
    await count(
      'explainIssuance',
      token,
      `query ($gisId: ID!) { explainIssuance(gisId: $gisId, program: SREC_I, month: "2024-03") {
        arithmetic certificates asset { gisId } gisAccount { name organisation { name } } factors { srecFactor }
        systems { ptsId uses { valueKwh } } } }`,
      { gisId: world.oak.gisId },
    );
    await count(
      'production by town',
      token,
      '{ productionTotals(by: TOWN, from: "2024-01", to: "2024-12") { asOf groups { group productionKwh } } }',
    );
    await count(
      'the health of a window',
      token,
      '{ windowHealth(month: "2024-03") { reportedSystems days { on } reporters { organisation { name } } } }',
    );
    await count(
      'certificates by town',
      token,
      '{ certificateTotals(by: TOWN, from: "2024-01", to: "2024-12") { asOf groups { group certificatesMinted } } }',
    );
    await count(
      'flagged readings',
      token,
      '{ flaggedReadings { edges { node { meterLabel reading { flags } system { ptsId } } } } }',
    );
    await count('the queues of staff', token, '{ staffQueues { queue count oldestAt } }');
    await count('an anonymous __typename', token, '{ __typename }');
    expect(`\n${tableOfCounts()}\n`).toMatchSnapshot();
    expect(Math.max(...Object.values(counts))).toBeLessThanOrEqual(16);
  });

  function tableOfCounts(): string {
    const width = Math.max(...Object.keys(counts).map(name => name.length));
    return Object.entries(counts)
      .map(([name, number]) => `${name.padEnd(width)} | ${String(number).padStart(2)}`)
      .join('\n');
  }
});
