import * as operations from '../operations/generated.js';
import type { Api } from './support/api.js';
import { contractOf } from './support/changes.js';
import { type CorrectionSamples, makeCorrectionSamples } from './support/correction-samples.js';
import type { Neighbourhood } from './support/neighbourhood.js';
import { application, fileFor } from './support/papers.js';
import { startWithNeighbourhood } from './support/start-with.js';
import { ofRequests, Traveller } from './support/traveller.js';
import { appointHolders, makeSystem } from './support/world.js';

/*
 * What is asked for and decided, over HTTP, by the example operations alone: an account, a statement of qualification, a model of
 * meter, a DAS provider, other people for a system, production that waits. Everybody acts with the own credential.
 */

let api: Api;
let world: Neighbourhood;
let waiting: CorrectionSamples;
let traveller: Traveller;

beforeAll(async () => {
  ({ api, world } = await startWithNeighbourhood());
  waiting = await makeCorrectionSamples(api, world);
  traveller = new Traveller(api);
});
afterAll(() => api.stop());

const go: Traveller['go'] = (...words) => traveller.go(...words);
const key = () => traveller.key();
const reason = 'as it should be';
const approve = (requestId: string) =>
  go(world.staff.token, operations.ApproveAChangeDocument, { requestId, reason, ...key() });
const verify = (requestId: string) =>
  go(world.regulator.token, operations.VerifyATransferDocument, { requestId, reason, ...key() });

test('somebody without an account applies for one; staff works off the queue', async () => {
  const { staff, regulator, owner } = world;
  const asked = [];
  for (const [name, token] of [
    ['ada', null],
    ['bea', null],
    ['cleo', null],
    ['dora', owner.token],
  ] as const) {
    const input = application(`${name}@example.org`) as operations.ApplyForRegistrationInput;
    asked.push((await go(token, operations.ApplyForRegistrationDocument, { input, ...key() })).applyForRegistration);
  }
  const [ada, bea, cleo, dora] = asked.map(each => each.requestId);
  const queue = await go(staff.token, operations.LookAtQueueDocument, { first: 50 });
  const queued = queue.requests.edges.map(({ node }) => node.id);
  expect(queued).toEqual(expect.arrayContaining([ada, bea, cleo, dora]));
  const input = (requestId = '') => ({ input: { requestId, reason }, ...key() });
  const { approveRegistration } = await go(staff.token, operations.ApproveRegistrationDocument, input(ada));
  expect(approveRegistration).toMatchObject({ state: 'APPROVED', ptsId: expect.stringMatching(/^PTS-PV2016-/) });
  const { denyRequest } = await go(staff.token, operations.DenyRequestDocument, input(bea));
  const { cancelRequest } = await go(regulator.token, operations.CancelRequestDocument, input(cleo));
  const { withdrawRequest } = await go(owner.token, operations.WithdrawRequestDocument, input(dora));
  expect([denyRequest.state, cancelRequest.state, withdrawRequest.state]).toEqual([
    ...['DENIED', 'CANCELLED_BY_DOER', 'WITHDRAWN'],
  ]);
  const receipt = asked[0]?.receipt ?? '';
  const { registrationStatus } = await go(null, operations.WhereMyApplicationStandsDocument, { receipt });
  expect(registrationStatus?.state).toBe('APPROVED');
  const { request } = await go(staff.token, operations.LookAtRequestDocument, { id: ada ?? '' });
  expect(request?.events.map(({ step }) => step)).toEqual(['SUBMITTED', 'APPROVED']);
});

test('an owner applies for a statement of qualification; staff reviews, the regulator decides', async () => {
  const { owner, staff, regulator } = world;
  const ptsId = await makeSystem(api, '7.5');
  await appointHolders(api, ptsId, { owner });
  const unit = { interconnectedOn: '2016-01-01' };
  const data = { ...unit, commercialOperationOn: '2016-01-01' };
  const { eligibility } = await go(owner.token, operations.AskEligibilityDocument, {
    ...{ program: 'CLASS_I', unit: { capacityKw: '7.5', data } },
  });
  expect(eligibility).toMatchObject({ eligible: true, reasons: [] });
  const evidence = [{ documentId: await fileFor(api, owner), purpose: 'AUTHORIZATION_TO_INTERCONNECT' as const }];
  const { applyForQualification } = await go(owner.token, operations.ApplyForQualificationDocument, {
    ...{ input: { ptsId, program: 'CLASS_I', unit, evidence, reason }, ...key() },
  });
  const { requestId } = applyForQualification;
  const { reviewQualification } = await go(staff.token, operations.ReviewQualificationDocument, {
    ...{ input: { requestId, effectiveOn: '2016-01-01', effectiveSource: 'letter of DOER', reason }, ...key() },
  });
  expect(reviewQualification.qualification.review).toMatchObject({ srecFactor: '1', effectiveOn: '2016-01-01' });
  const { decideQualification } = await go(regulator.token, operations.DecideQualificationDocument, {
    ...{ input: { requestId, approve: true, sqNumber: 'AS-4711-16', reason }, ...key() },
  });
  expect(decideQualification).toMatchObject({ state: 'APPROVED', ptsId, lastEligibleQuarter: null });
});

test('a model of meter and a DAS provider are applied for, approved, and on the lists', async () => {
  const { representative, staff } = world;
  const evidence = [{ documentId: await fileFor(api, representative), purpose: 'TEST_REPORT' as const }];
  const { applyForMeterModel } = await go(representative.token, operations.ApplyForMeterModelDocument, {
    ...{ input: { manufacturer: 'Elm Meters', model: 'E-1', accuracyPercent: '0.5', evidence, reason }, ...key() },
  });
  const approvedOn = '2024-04-01';
  const { approveMeterModel } = await go(staff.token, operations.ApproveMeterModelDocument, {
    ...{ input: { requestId: applyForMeterModel.requestId, approvedOn, reason }, ...key() },
  });
  await go(staff.token, operations.RevokeMeterModelDocument, {
    ...{ input: { meterModelId: approveMeterModel.meterModelId, revokedOn: '2024-04-20', reason }, ...key() },
  });
  const filter = { manufacturer: 'Elm Meters' };
  const { meterModels } = await go(representative.token, operations.ApprovedMeterModelsDocument, { filter });
  expect(meterModels.edges.map(({ node }) => [node.model, node.approvedOn, node.revokedOn])).toEqual([
    ['E-1', approvedOn, '2024-04-20'],
  ]);
  const { applyAsDasProvider } = await go(representative.token, operations.ApplyAsDasProviderDocument, {
    ...{ input: { contact: 'Dana, 555-0100', reason }, ...key() },
  });
  await go(staff.token, operations.ApproveDasProviderApplicationDocument, {
    ...{ input: { requestId: applyAsDasProvider.requestId, approvedOn, reason }, ...key() },
  });
  const { dasProviders } = await go(representative.token, operations.DasProvidersDocument, {});
  expect(dasProviders.edges.map(({ node }) => node.organisation.name)).toContain('Oak Reporting');
});

test('reporter, rights, account and house change hands by requests', async () => {
  const { oak, elm, ash, owner, recOwner, several } = world;
  const evidenceOf = async (party: typeof owner) => [
    { documentId: (await contractOf(api, party)).documentId, purpose: 'SIGNED_CONTRACT' as const },
  ];
  const { organisationId } = several;
  const { requestReporterChange } = await go(owner.token, operations.AskForAnotherReporterDocument, {
    ...{ input: { ptsId: oak.ptsId, representative: { organisationId }, fromOn: '2024-06-01', reason }, ...key() },
  });
  expect((await approve(requestReporterChange.requestId)).approveChange.state).toBe('APPROVED');
  const { requestRecTransfer } = await go(recOwner.token, operations.AskForARecTransferDocument, {
    input: {
      ...{ ptsId: oak.ptsId, to: { organisationId }, effectiveMonth: '2024-07', reason },
      evidence: await evidenceOf(recOwner),
    },
    ...key(),
  });
  await verify(requestRecTransfer.requestId);
  expect((await approve(requestRecTransfer.requestId)).approveChange.state).toBe('APPROVED');
  const { requestGisHolderChange } = await go(several.token, operations.AskForASystemDocument, {
    input: {
      ...{ ptsId: elm.ptsId, zip: '02110', capacityKw: '8', gisId: ash.gisId, effectiveMonth: '2024-07', reason },
      evidence: await evidenceOf(several),
    },
    ...key(),
  });
  await verify(requestGisHolderChange.requestId);
  expect((await approve(requestGisHolderChange.requestId)).approveChange.state).toBe('APPROVED');
  const { requestHouseSale } = await go(several.token, operations.AskForAHouseSaleDocument, {
    input: {
      ...{ ptsId: ash.ptsId, soldOn: '2024-05-20', recOwner: 'KEEP', reporter: { who: 'KEEP' }, reason },
      buyer: { name: 'Carla', email: 'carla@example.org', organisationKind: 'PERSON' },
      evidence: await evidenceOf(several),
    },
    ...key(),
  });
  expect((await approve(requestHouseSale.requestId)).approveChange.state).toBe('APPROVED');
  const { requestReporterChange: unasked } = await go(world.staff.token, operations.AskForAnotherReporterDocument, {
    ...{ input: { ptsId: elm.ptsId, representative: { organisationId }, fromOn: '2024-06-01', reason }, ...key() },
  });
  const { objectToChange } = await go(world.elmOwner.token, operations.ObjectToAChangeDocument, {
    ...{ requestId: unasked.requestId, reason: 'not agreed', ...key() },
  });
  expect(objectToChange.state).toBe('CANCELLED');
});

test('staff decides on what waits, publishes a document, and ends what nobody takes over', async () => {
  const { elm, staff } = world;
  const { toRelease, toDismiss, photograph } = waiting;
  const decide = (ptsId: string) => ({
    input: { ptsId, month: '2024-02', documentIds: [photograph], reason },
    ...key(),
  });
  const { releaseProduction } = await go(staff.token, operations.ReleaseProductionDocument, decide(toRelease));
  expect(releaseProduction).toMatchObject({ productionKwh: '1000', adjustedMwh: '1' });
  const { dismissProduction } = await go(staff.token, operations.DismissProductionDocument, decide(toDismiss));
  expect(dismissProduction.productionKwh).toBe('1000');
  const guide = { slug: 'pts-reporting-guide', version: '2.1', publishedOn: '2024-04-01', source: 'MassCEC' };
  const published = await go(staff.token, operations.PublishProgramDocumentDocument, { input: guide, ...key() });
  expect(published.publishProgramDocument.versionId).toMatch(/^\d+$/);
  await go(staff.token, operations.LeaveAssetDocument, {
    ...{ input: { ptsId: toDismiss, fromMonth: '2024-09', reason }, ...key() },
  });
  const { endRole } = await go(staff.token, operations.EndRoleDocument, {
    ...{ input: { ptsId: elm.ptsId, role: 'SYSTEM_OWNER', untilOn: '2024-09-01', reason }, ...key() },
  });
  expect(endRole.organisationId).toBe(world.elmOwner.organisationId);
});

test('these are the examples of requests', () => {
  expect([...traveller.run].sort()).toEqual([...ofRequests].sort());
});
