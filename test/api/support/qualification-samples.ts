import type { Api } from './api.js';
import { fileDocument } from './filed-document.js';
import type { CallRefusal } from './refusals.js';
import type { Sample } from './samples.js';
import { makeParty, makeSystem, type Party } from './world.js';

/** Applications that each serve once. */
export interface QualificationWorld {
  /** A submitted application for a statement of qualification, its system, and the document behind it. */
  readonly applicationId: string;
  readonly appliedPtsId: string;
  readonly authorizationId: string;
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

/** What is refused of applications: one line for each code. */
export const qualificationRefusals: readonly CallRefusal[] = [
  {
    code: 'NOT_ELIGIBLE',
    why: 'for a unit that breaks several rules',
    by: ({ staff }) => staff.token,
    mutation: 'applyForQualification',
    input: ({ appliedPtsId }) => ({
      ptsId: appliedPtsId,
      program: 'SREC_I',
      unit: { ...unit, usesGenerationOnSite: false },
      reason,
    }),
    facts: () => ({
      program: 'SREC_I',
      reasons: ['NO_ON_SITE_USE', 'PROGRAM_CLOSED'],
      rules: [
        'some of its generation used on site (program/003)',
        'applications for SREC I were accepted until 2014-04-25 (domain 6; program/003)',
      ],
    }),
  },
  {
    code: 'EVIDENCE_REQUIRED',
    why: 'for a model of meter without its test report',
    by: ({ staff }) => staff.token,
    mutation: 'applyForMeterModel',
    input: () => ({ manufacturer: 'Somebody', model: 'M', accuracyPercent: '0.5', reason }),
    facts: () => ({ purpose: 'TEST_REPORT' }),
  },
  {
    code: 'REQUEST_IN_PROGRESS',
    why: 'for a system for which somebody applied',
    by: ({ staff }) => staff.token,
    mutation: 'applyForQualification',
    input: ({ appliedPtsId, authorizationId }) => ({
      ptsId: appliedPtsId,
      program: 'SREC_II',
      unit,
      evidence: [{ documentId: authorizationId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }],
      reason,
    }),
    facts: () => ({ kind: 'QUALIFICATION' }),
  },
  {
    code: 'REQUEST_NOT_OPEN',
    why: 'for an application that staff did not review',
    by: ({ regulator }) => regulator.token,
    mutation: 'decideQualification',
    input: ({ applicationId }) => ({ requestId: applicationId, approve: true, sqNumber: 'PV-1-24', reason }),
    facts: ({ applicationId }) => ({ requestId: applicationId, missing: 'reviewQualification' }),
  },
];

/** Makes what the samples need: applications of parties of their own. */
export async function makeQualificationWorld(api: Api): Promise<QualificationWorld> {
  const owner = await makeParty(api, 'Applicant', ['SYSTEM_OWNER', 'STAFF']);
  const ofThree = async (make: (n: number) => Promise<string>) => [await make(1), await make(2), await make(3)];
  return {
    ...(await applied(api, owner)),
    reviewedIds: await ofThree(async () => {
      const { applicationId: requestId } = await applied(api, owner);
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
async function applied(api: Api, owner: Party) {
  const appliedPtsId = await makeSystem(api, '16');
  const authorizationId = await fileDocument(api, owner);
  const evidence = [{ documentId: authorizationId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }];
  const input = { ptsId: appliedPtsId, program: 'SREC_II', unit, evidence, reason };
  const { requestId } = await api.does('applyForQualification', input, owner.token);
  return { applicationId: String(requestId), appliedPtsId, authorizationId };
}

async function appliedForModel(api: Api, owner: Party, model: string): Promise<string> {
  const evidence = [{ documentId: await fileDocument(api, owner), purpose: 'TEST_REPORT' }];
  const input = { manufacturer: 'Sample Meters', model, accuracyPercent: '0.5', evidence, reason };
  return String((await api.does('applyForMeterModel', input, owner.token)).requestId);
}
