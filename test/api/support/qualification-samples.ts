import type { Api } from './api.js';
import { fileDocument } from './filed-document.js';
import type { Sample } from './samples.js';
import { makeParty, makeSystem, type Party } from './world.js';

/** Applications that each serve once. */
export interface QualificationWorld {
  /** A submitted application for a statement of qualification. */
  readonly applicationId: string;
  /** Applications for statements of qualification that staff reviewed. */
  readonly reviewedIds: readonly string[];
  readonly meterModelApplicationIds: readonly string[];
  /** Models of meters that are approved since 2015. */
  readonly meterModelIds: readonly string[];
  readonly dasApplicationIds: readonly string[];
}

const reason = 'sample';
const unit = {
  unitType: 'BUILDING_MOUNTED',
  usesGenerationOnSite: true,
  interconnectedOn: '2016-01-01',
  commercialOperationOn: '2016-01-01',
};

/** One line for each mutation about statements of qualification, models of meters and applications of DAS providers. */
export const qualificationSamples: Readonly<Record<string, Sample>> = {
  applyAsDasProvider: (_, __, n) => ({ contact: `Somebody ${n}`, submit: false, reason }),
  applyForMeterModel: (_, __, n) => ({
    manufacturer: 'Somebody',
    model: `M${n}`,
    accuracyPercent: '0.5',
    submit: false,
    reason,
  }),
  applyForQualification: (_, { ptsId }, n) => ({
    ptsId,
    program: 'SREC_II',
    unit: { ...unit, onSiteShare: `0.${n + 1}` },
    submit: false,
    reason,
  }),
  approveDasProviderApplication: ({ dasApplicationIds }, _, n) => ({
    requestId: dasApplicationIds[n],
    approvedOn: '2024-04-01',
    reason,
  }),
  approveMeterModel: ({ meterModelApplicationIds }, _, n) => ({
    requestId: meterModelApplicationIds[n],
    approvedOn: '2024-04-01',
    reason,
  }),
  decideQualification: ({ reviewedIds }, _, n) => ({
    requestId: reviewedIds[n],
    approve: true,
    sqNumber: `PV-8${n}-24`,
    reason,
  }),
  reviewQualification: ({ applicationId }, _, n) => ({
    requestId: applicationId,
    marketSector: 'A',
    srecFactor: '1',
    effectiveOn: `2016-01-0${n + 1}`,
    effectiveSource: 'decision',
    reason,
  }),
  revokeMeterModel: ({ meterModelIds }, _, n) => ({ meterModelId: meterModelIds[n], revokedOn: '2024-04-01', reason }),
};

/** Makes what the samples need: applications of parties of their own. */
export async function makeQualificationWorld(api: Api): Promise<QualificationWorld> {
  const owner = await makeParty(api, 'Applicant', ['SYSTEM_OWNER', 'STAFF']);
  const ofThree = async (make: (n: number) => Promise<string>) => [await make(1), await make(2), await make(3)];
  return {
    applicationId: await applied(api, owner),
    reviewedIds: await ofThree(async () => {
      const requestId = await applied(api, owner);
      const effectiveSource = 'decision';
      const confirmed = { marketSector: 'A', srecFactor: '1', effectiveOn: '2016-01-01', effectiveSource };
      await api.does('reviewQualification', { requestId, ...confirmed, reason });
      return requestId;
    }),
    meterModelApplicationIds: await ofThree(n => appliedForModel(api, owner, `applied for ${n}`)),
    meterModelIds: await ofThree(async n => {
      const requestId = await appliedForModel(api, owner, `approved ${n}`);
      const approval = { requestId, approvedOn: '2015-01-01', reason };
      return String((await api.does('approveMeterModel', approval)).meterModelId);
    }),
    dasApplicationIds: await ofThree(async n => {
      const { token } = await makeParty(api, `Applying provider ${n}`, ['SYSTEM_REPRESENTATIVE']);
      return String((await api.does('applyAsDasProvider', { contact: 'Somebody', reason }, token)).requestId);
    }),
  };
}

/** A submitted application, for a system of its own. */
async function applied(api: Api, owner: Party): Promise<string> {
  const documentId = await fileDocument(api, owner);
  const evidence = [{ documentId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }];
  const input = { ptsId: await makeSystem(api, '16'), program: 'SREC_II', unit, evidence, reason };
  return String((await api.does('applyForQualification', input, owner.token)).requestId);
}

async function appliedForModel(api: Api, owner: Party, model: string): Promise<string> {
  const evidence = [{ documentId: await fileDocument(api, owner), purpose: 'TEST_REPORT' }];
  const input = { manufacturer: 'Sample Meters', model, accuracyPercent: '0.5', evidence, reason };
  return String((await api.does('applyForMeterModel', input, owner.token)).requestId);
}
