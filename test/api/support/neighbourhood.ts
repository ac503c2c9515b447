import type { Api } from './api.js';
import {
  acceptTerms,
  type MadeSystem,
  makeParty,
  makeQualifiedSystem,
  type Party,
  report,
  reportAndIssue,
  setClock,
} from './world.js';

/** Three systems of three sets of people, a quarter read and issued, and everybody who may ask about them. */
export interface Neighbourhood {
  /** 2 kW: its owner, REC owner and representative are three companies. */
  readonly oak: MadeSystem;
  /** 8 kW: represented by a DAS provider. */
  readonly elm: MadeSystem;
  /** 4 kW: one company is everything to it. */
  readonly ash: MadeSystem;
  readonly owner: Party;
  readonly recOwner: Party;
  readonly representative: Party;
  readonly dasProvider: Party;
  /** Owner and REC owner of the elm. */
  readonly elmOwner: Party;
  readonly several: Party;
  readonly staff: Party;
  readonly regulator: Party;
}

/** The readings of three windows: production of a month in kWh for each kW. */
const windows = ['2024-01-28T15:00:00Z', '2024-02-27T15:00:00Z', '2024-03-28T15:00:00Z'];
const monthlyKwhPerKw = 600;

/**
 * Makes the neighbourhood by the verbs of the API. Its quarter is issued on the mint date; afterwards it is April 28, 2024 again,
 * and the window of April is open.
 */
export async function makeNeighbourhood(api: Api): Promise<Neighbourhood> {
  await setClock(api, '2024-01-28T15:00:00Z');
  const owner = await makeParty(api, 'Oak House', ['SYSTEM_OWNER']);
  const recOwner = await makeParty(api, 'Oak Certificates', ['REC_OWNER']);
  const representative = await makeParty(api, 'Oak Reporting', ['SYSTEM_REPRESENTATIVE']);
  const dasProvider = await makeParty(api, 'Elm Data', ['SYSTEM_REPRESENTATIVE']);
  const elmOwner = await makeParty(api, 'Elm Works', ['SYSTEM_OWNER', 'REC_OWNER']);
  const several = await makeParty(api, 'Ash Cooperative', ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE']);
  const staff = await makeParty(api, 'MassCEC', ['STAFF']);
  const regulator = await makeParty(api, 'DOER', ['REGULATOR']);
  await api.does('approveDasProvider', {
    organisationId: dasProvider.organisationId,
    approvedOn: '2023-12-01',
    reason: 'test',
  });
  const oak = await makeQualifiedSystem(api, { owner, recOwner, representative }, '2');
  const elm = await makeQualifiedSystem(api, { owner: elmOwner, recOwner: elmOwner, representative: dasProvider }, '8');
  const ash = await makeQualifiedSystem(api, { owner: several, recOwner: several, representative: several }, '4');
  for (const holder of [recOwner, elmOwner, several]) await acceptTerms(api, holder);
  for (const [index, at] of windows.entries()) {
    if (index > 0) await setClock(api, at);
    const value = (kw: number) => String(kw * monthlyKwhPerKw * (index + 1));
    await report(api, representative, oak.ptsId, at, value(2));
    await report(api, dasProvider, elm.ptsId, at, value(8));
    await report(api, several, ash.ptsId, at, value(4));
  }
  await reportAndIssue(api, '2024-Q1', '2024-07-15T15:00:00Z');
  await setClock(api, '2024-04-28T15:00:00Z');
  return { oak, elm, ash, owner, recOwner, representative, dasProvider, elmOwner, several, staff, regulator };
}
