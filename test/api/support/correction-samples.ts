import type { Api } from './api.js';
import type { Neighbourhood } from './neighbourhood.js';
import { fileFor } from './papers.js';
import type { Sample } from './samples.js';
import { acceptTerms, makeParty, makeQualifiedSystem, setClock, submit } from './world.js';

/** What staff decides on, with the document that stands behind it. */
export interface CorrectionSamples {
  /** Systems that were in no asset when their first quarter was reported: its three months wait for staff. */
  readonly toRelease: string;
  readonly toDismiss: string;
  readonly photograph: string;
}

const reason = 'sample';
const months = ['2024-01', '2024-02', '2024-03'] as const;
const kinds = ['SYSTEM_OWNER', 'REC_OWNER'] as const;

/** Makes systems that joined an asset late: they report the first quarter, which is reported and issued without them. */
export async function makeCorrectionSamples(api: Api, { staff, dasProvider }: Neighbourhood): Promise<CorrectionSamples> {
  const holder = await makeParty(api, 'Latecomer', kinds);
  await acceptTerms(api, holder);
  const holders = { owner: holder, recOwner: holder, representative: dasProvider };
  const { ptsId: toRelease } = await makeQualifiedSystem(api, holders, '16', '2024-04');
  const { ptsId: toDismiss } = await makeQualifiedSystem(api, holders, '16', '2024-04');
  for (const [index, month] of months.entries()) {
    const at = `${month}-27T15:00:00Z`;
    await setClock(api, at);
    const valueKwh = String(1000 * (index + 1));
    await submit(api, dasProvider, [
      { ptsId: toRelease, readAt: at, valueKwh },
      { ptsId: toDismiss, readAt: at, valueKwh },
    ]);
  }
  await setClock(api, '2024-04-28T15:00:00Z');
  return { toRelease, toDismiss, photograph: await fileFor(api, staff, 'photograph') };
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
