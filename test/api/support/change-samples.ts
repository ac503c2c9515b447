import type { Api } from './api.js';
import { contractOf } from './changes.js';
import type { Neighbourhood } from './neighbourhood.js';
import type { Sample, SampleWorld } from './samples.js';
import { makeParty, makeQualifiedSystem } from './world.js';

/** Three systems with all roles and an asset, each with a change of its reporter and a transfer of its rights in progress. */
export interface ChangeSamples {
  readonly changing: readonly string[];
  readonly reporterChanges: readonly string[];
  readonly recTransfers: readonly string[];
  /** Changes that staff asked for about the systems of the neighbourhood, three by asset. */
  readonly objectionable: Readonly<Record<string, readonly string[]>>;
}

const reason = 'sample';
const kinds = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE'] as const;

/** What the samples of change requests need. Capacities are multiples of 16, as the matrix wants them. */
export async function makeChangeSamples(api: Api, neighbourhood: Neighbourhood): Promise<ChangeSamples> {
  const holder = await makeParty(api, 'Holder', kinds);
  const next = await makeParty(api, 'Next holder', kinds);
  const { organisationId } = next;
  await api.does('approveDasProvider', { organisationId, approvedOn: '2024-01-01', reason });
  const made: { ptsId: string; reporterChange: string; recTransfer: string }[] = [];
  for (let n = 0; n < 3; n += 1) {
    const holders = { owner: holder, recOwner: holder, representative: holder };
    const { ptsId } = await makeQualifiedSystem(api, holders, '16', '2024-04');
    const asked = await api.does('requestReporterChange', {
      ...{ ptsId, representative: { organisationId }, fromOn: '2024-06-01', reason },
    });
    const evidence = [await contractOf(api, holder)];
    const sold = await api.does('requestRecTransfer', {
      ...{ ptsId, to: { organisationId }, effectiveMonth: '2024-07', evidence, reason },
    });
    made.push({ ptsId, reporterChange: String(asked.requestId), recTransfer: String(sold.requestId) });
  }
  return {
    changing: made.map(each => each.ptsId),
    reporterChanges: made.map(each => each.reporterChange),
    recTransfers: made.map(each => each.recTransfer),
    objectionable: await makeObjectionable(api, neighbourhood, organisationId),
  };
}

/** Three changes of different kinds of each of the three systems, asked for by staff in favour of an organisation. */
async function makeObjectionable(api: Api, { oak, elm, ash, staff }: Neighbourhood, organisationId: string) {
  const made: Record<string, readonly string[]> = {};
  for (const { ptsId, gisId } of [oak, elm, ash]) {
    const evidence = [await contractOf(api, staff)];
    const to = { organisationId };
    const asked = [
      await api.does('requestReporterChange', { ptsId, representative: to, fromOn: '2024-06-01', reason }, staff.token),
      await api.does('requestRecTransfer', { ptsId, to, effectiveMonth: '2024-07', evidence, reason }, staff.token),
      await api.does(
        'requestHouseSale',
        {
          ...{ ptsId, buyer: to, soldOn: '2024-06-01', recOwner: 'KEEP', reporter: { who: 'KEEP' }, evidence, reason },
        },
        staff.token,
      ),
    ];
    made[gisId] = asked.map(({ requestId }) => String(requestId));
  }
  return made;
}

const capacityOf = ({ oak, ash }: SampleWorld, ptsId: string) =>
  ptsId === oak.ptsId ? '2' : ptsId === ash.ptsId ? '4' : '8';

/** Samples of asking are drafts: one request of a kind is in progress for a system. */
export const changeSamples: Readonly<Record<string, Sample>> = {
  approveChange: ({ reporterChanges }, _, n) => ({ requestId: reporterChanges[n], reason }),
  objectToChange: ({ objectionable }, { gisId }, n) => ({ requestId: objectionable[gisId]?.[n], reason }),
  endRole: ({ changing }, _, n) => ({ ptsId: changing[n], role: 'SYSTEM_OWNER', untilOn: '2025-01-01', reason }),
  leaveGisAsset: ({ changing }, _, n) => ({ ptsId: changing[n], fromMonth: '2025-01', reason }),
  requestGisHolderChange: (world, { ptsId, gisId }, n) => ({
    ...{ ptsId, gisId, zip: '02110', capacityKw: capacityOf(world, ptsId) },
    ...{ effectiveMonth: `2025-0${n + 1}`, submit: false, reason },
  }),
  requestHouseSale: (_, { ptsId }, n) => ({
    ptsId,
    buyer: { name: 'Buyer', email: `buyer-${n}@example.org`, organisationKind: 'PERSON' },
    ...{ soldOn: '2025-01-15', recOwner: 'BUYER', reporter: { who: 'KEEP' }, submit: false, reason },
  }),
  requestRecTransfer: ({ several }, { ptsId }, n) => ({
    ptsId,
    to: { organisationId: several.organisationId },
    ...{ effectiveMonth: `2025-0${n + 1}`, submit: false, reason },
  }),
  requestReporterChange: ({ several }, { ptsId }, n) => ({
    ptsId,
    representative: { organisationId: several.organisationId },
    ...{ fromOn: `2025-01-0${n + 1}`, submit: false, reason },
  }),
  verifyRecTransfer: ({ recTransfers }, _, n) => ({ requestId: recTransfers[n], reason }),
};
