import type { Api } from './api.js';
import type { Neighbourhood } from './neighbourhood.js';
import { fileFor } from './papers.js';
import type { Sample } from './samples.js';
import { acceptTerms, makeParty, makeQualifiedSystem, type Party, setClock, submit } from './world.js';

/** What staff decides on, with the document that stands behind it. */
export interface CorrectionSamples {
  /** Systems that were in no asset when their first quarter was reported: its three months wait for staff. */
  readonly toRelease: string;
  readonly toDismiss: string;
  /** The same, in an asset whose holder has not accepted the terms. */
  readonly withoutTerms: string;
  /** An asset with a credit that waits for the next issuance, of the REC owner of each of the three assets. */
  readonly adjusted: Readonly<Record<string, string>>;
  readonly photograph: string;
}

const reason = 'sample';
const months = ['2024-01', '2024-02', '2024-03'] as const;
const kinds = ['SYSTEM_OWNER', 'REC_OWNER'] as const;

/** Makes systems that joined an asset late: they report the first quarter, which is reported and issued without them. */
export async function makeCorrectionSamples(api: Api, neighbourhood: Neighbourhood): Promise<CorrectionSamples> {
  const { oak, elm, ash, recOwner, elmOwner, several, dasProvider, staff } = neighbourhood;
  const latecomer = await makeParty(api, 'Latecomer', kinds);
  const late = (recOwner: Party) =>
    makeQualifiedSystem(api, { owner: latecomer, recOwner, representative: dasProvider }, '16', '2024-04');
  await acceptTerms(api, latecomer);
  const { ptsId: toRelease } = await late(latecomer);
  const { ptsId: toDismiss } = await late(latecomer);
  const { ptsId: withoutTerms } = await late(await makeParty(api, 'Undecided', kinds));
  const credited = [];
  for (const [{ gisId }, holder] of [
    [oak, recOwner],
    [elm, elmOwner],
    [ash, several],
  ] as const) {
    credited.push({ ...(await late(holder)), of: gisId });
  }
  const all = [toRelease, toDismiss, withoutTerms, ...credited.map(each => each.ptsId)];
  for (const [index, month] of months.entries()) {
    const readAt = `${month}-27T15:00:00Z`;
    await setClock(api, readAt);
    await submit(
      api,
      dasProvider,
      all.map(ptsId => ({ ptsId, readAt, valueKwh: String(1000 * (index + 1)) })),
    );
  }
  await setClock(api, '2024-04-28T15:00:00Z');
  const photograph = await fileFor(api, staff, 'photograph');
  for (const { ptsId } of credited) {
    await api.does('releaseProduction', { ptsId, month: '2024-01', documentIds: [photograph], reason });
  }
  const adjusted = Object.fromEntries(credited.map(each => [each.of, each.gisId]));
  return { toRelease, toDismiss, withoutTerms, adjusted, photograph };
}

/** The reading that is corrected is the last one of the ash: its certificates are rolled back and issued anew. */
export const correctionSamples: Readonly<Record<string, Sample>> = {
  correctReading: ({ ash, photograph }, _, n) => ({
    ...{ ptsId: ash.ptsId, month: '2024-03', valueKwh: String(7100 - n), documentIds: [photograph], reason },
  }),
  releaseProduction: ({ toRelease, photograph }, _, n) => ({
    ...{ ptsId: toRelease, month: months[n], documentIds: [photograph], reason },
  }),
  dismissProduction: ({ toDismiss, photograph }, _, n) => ({
    ...{ ptsId: toDismiss, month: months[n], documentIds: [photograph], reason },
  }),
};
