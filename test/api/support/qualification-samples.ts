import type { Api } from './api.js';
import type { Neighbourhood } from './neighbourhood.js';
import { fileFor } from './papers.js';
import type { Sample } from './samples.js';
import { makeParty, makeSystem } from './world.js';

/** Applications that wait for a decision, each to be decided on once. */
export interface QualificationSamples {
  /** For statements of qualification, not reviewed yet; and reviewed. */
  readonly filed: readonly string[];
  readonly reviewed: readonly string[];
  /** For models of meters, and models on the list. */
  readonly modelApplications: readonly string[];
  readonly meterModelIds: readonly string[];
  readonly providerApplications: readonly string[];
}

const reason = 'sample';
const review = { effectiveOn: '2016-01-01', effectiveSource: 'letter of DOER', reason };
const three = [0, 1, 2] as const;

/** What the samples of applications need. */
export async function makeQualificationSamples(api: Api, { staff }: Neighbourhood): Promise<QualificationSamples> {
  const documentId = await fileFor(api, staff, 'authorization and test report');
  const filed: string[] = [];
  const reviewed: string[] = [];
  const modelApplications: string[] = [];
  const meterModelIds: string[] = [];
  const providerApplications: string[] = [];
  const applyForQualification = async () => {
    const ptsId = await makeSystem(api, '16');
    const evidence = [{ documentId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }];
    const sent = { ptsId, program: 'CLASS_I', unit: {}, evidence, reason };
    return String((await api.does('applyForQualification', sent, staff.token)).requestId);
  };
  const applyForModel = async (model: string) => {
    const evidence = [{ documentId, purpose: 'TEST_REPORT' }];
    const sent = { manufacturer: 'Elm Meters', model, accuracyPercent: '0.5', evidence, reason };
    return String((await api.does('applyForMeterModel', sent, staff.token)).requestId);
  };
  for (const n of three) {
    filed.push(await applyForQualification());
    const requestId = await applyForQualification();
    await api.does('reviewQualification', { ...review, requestId });
    reviewed.push(requestId);
    modelApplications.push(await applyForModel(`asked ${n}`));
    const approval = { requestId: await applyForModel(`listed ${n}`), approvedOn: '2024-01-01', reason };
    meterModelIds.push(String((await api.does('approveMeterModel', approval)).meterModelId));
    const { token } = await makeParty(api, `Applying ${n}`, ['SYSTEM_REPRESENTATIVE']);
    const applied = await api.does('applyAsDasProvider', { contact: 'Dana, 555-0100', reason }, token);
    providerApplications.push(String(applied.requestId));
  }
  return { filed, reviewed, modelApplications, meterModelIds, providerApplications };
}

/** Samples of applying are drafts: no evidence is needed, and one application is in progress at a time. */
export const qualificationSamples: Readonly<Record<string, Sample>> = {
  applyForQualification: (_, { ptsId }, n) => ({
    ...{ ptsId, program: 'CLASS_I', submit: false, reason },
    unit: { interconnectedOn: `2016-01-0${n + 1}` },
  }),
  reviewQualification: ({ filed }, _, n) => ({ ...review, requestId: filed[n] }),
  decideQualification: ({ reviewed }, _, n) => ({
    ...{ requestId: reviewed[n], approve: true, sqNumber: `AS-91${n}-16`, reason },
  }),
  applyForMeterModel: (_, __, n) => ({
    ...{ manufacturer: 'Oak Meters', model: `O-${n}`, accuracyPercent: '0.5', submit: false, reason },
  }),
  approveMeterModel: ({ modelApplications }, _, n) => ({
    ...{ requestId: modelApplications[n], approvedOn: '2024-01-01', reason },
  }),
  revokeMeterModel: ({ meterModelIds }, _, n) => ({
    ...{ meterModelId: meterModelIds[n], revokedOn: '2024-04-01', reason },
  }),
  applyAsDasProvider: (_, __, n) => ({ contact: `Dana, 555-010${n}`, submit: false, reason }),
  approveDasProviderApplication: ({ providerApplications }, _, n) => ({
    ...{ requestId: providerApplications[n], approvedOn: '2024-01-01', reason },
  }),
};
