import type { DocumentNode } from 'graphql';
import * as operations from '../operations/generated.js';
import type { Api } from './support/api.js';
import { filingTokens } from './support/filing-samples.js';
import { holderMutations } from './support/market-samples.js';
import { type SampleWorld, samples } from './support/samples.js';
import { startWithSamples } from './support/start-with.js';
import { ofTrading } from './support/traveller.js';
import { setClock } from './support/world.js';

/* The example operations of trading, auction, compliance, calendar and conformance, each run once with a sample. */

let api: Api;
let world: SampleWorld;
beforeAll(async () => {
  ({ api, world } = await startWithSamples());
}, 120_000);
afterAll(() => api.stop());

/** Those that wait for a later day; they come last. */
const days: Readonly<Record<string, string>> = {
  OpenTradingPeriod: '2024-07-20T15:00:00Z',
  DepositCertificates: '2025-05-20T15:00:00Z',
};
const names = [...ofTrading].sort((a, b) => (days[a] ?? '').localeCompare(days[b] ?? ''));

/** What the queries ask for. */
const asked: Readonly<Record<string, (world: SampleWorld) => object>> = {
  ExportProgress: ({ exportIds }) => ({ id: exportIds[1] }),
  RefusedRows: ({ elm, uploadIds }) => ({ id: uploadIds[elm.ptsId] }),
  RotateCredential: () => ({ input: { label: 'second' }, idempotencyKey: 'rotate' }),
  Auction: ({ depositingId }) => ({ id: depositingId }),
  ConformanceRun: ({ elm, conformanceRuns }) => ({ id: conformanceRuns[elm.ptsId]?.runId, key: 'sample 0' }),
  ComplianceDraft: () => ({ complianceYear: 2017, useOrder: 'NEW_FIRST' }),
  MinimumStandards: () => ({ program: 'SREC_I', complianceYear: 2017, inputs: { baseMwh: '1' } }),
  ProductionTotals: () => ({ by: 'TOWN', from: '2024-01', to: '2024-03' }),
  WhatIf: ({ elm }) => ({
    supposed: {
      gisId: elm.gisId,
      program: 'SREC_I',
      production: [{ ptsId: elm.ptsId, month: '2024-04', productionKwh: '1500' }],
    },
  }),
  WindowHealth: () => ({ month: '2024-03' }),
  MissingProduction: () => ({ quarter: '2024-Q1' }),
  FindSystems: () => ({ filter: { town: 'Amherst' }, sort: { by: 'NAME' } }),
  ProgrammeCalendar: () => ({ year: 2024 }),
  TradingYear: () => ({ year: 2024 }),
  WhatIsNext: ({ elm }) => ({ ptsId: elm.ptsId }),
};

function tokenOf(name: string, mutation: string): string {
  if (name === 'EnterSupplierLoad' || name === 'ComplianceDraft') return world.supplier.token;
  if (name === 'WindowHealth' || name === 'StaffQueues') return world.staff.token;
  if (name.includes('Conformance')) return world.dasProvider.token;
  const filing: Readonly<Record<string, string>> = filingTokens(world);
  return filing[mutation] ?? (holderMutations.includes(mutation) ? world.elmOwner.token : world.staff.token);
}

test.each(names)('%s', async name => {
  const day = days[name];
  if (day) await setClock(api, day);
  const documents: Readonly<Record<string, DocumentNode>> = Object.fromEntries(Object.entries(operations));
  const document = documents[`${name}Document`];
  if (!document) throw new Error(`there is no example ${name}`);
  const mutation = `${name[0]?.toLowerCase()}${name.slice(1)}`;
  const input = samples[mutation]?.(world, world.elm, 0);
  const variables = input
    ? { ...input, input, idempotencyKey: name, dryRun: false }
    : { first: 10, ...asked[name]?.(world) };
  const { data, errors } = await api.ask<Record<string, unknown>>(tokenOf(name, mutation), document, variables);
  expect(errors).toEqual([]);
  for (const answer of Object.values(data ?? { none: null })) expect(answer).not.toBeNull();
});
