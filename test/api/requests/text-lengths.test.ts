import { type Api, startApi } from '../support/api.js';
import { contractOf, makeChangeWorld, makeHeld, refusalOf } from '../support/changes.js';
import { makeParty, type Party, setClock } from '../support/world.js';

/* Texts that accounts write have a longest length, whatever they are asked with. */

let api: Api;
let staff: Party;
/** The token that a mutation is sent with, and an input that is fine. */
let fine: Readonly<Record<string, readonly [token: string, input: object]>>;

const reason = 'test';
beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-05-10T15:00:00Z');
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  const world = await makeChangeWorld(api);
  const ptsId = await makeHeld(api, world, { srec: false });
  const { documentId } = await contractOf(api, staff);
  const { organisationId } = await makeParty(api, 'Provider', ['SYSTEM_REPRESENTATIVE']);
  const to = { name: 'Ann', email: 'ann@example.org', organisationKind: 'PERSON' };
  const draft = { submit: false, reason };
  const filed = await api.does('applyForQualification', {
    ...{
      ptsId,
      program: 'CLASS_I',
      unit: { interconnectedOn: '2016-01-01', commercialOperationOn: '2016-01-01' },
      reason,
    },
    evidence: [{ documentId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }],
  });
  const review = { requestId: filed.requestId, effectiveOn: '2016-01-01', effectiveSource: 'letter', reason };
  fine = {
    requestRecTransfer: [world.recOwner.token, { ptsId, to, effectiveMonth: '2024-07', ...draft }],
    requestHouseSale: [
      world.owner.token,
      { ptsId, buyer: to, soldOn: '2024-06-01', recOwner: 'KEEP', reporter: { who: 'KEEP' }, ...draft },
    ],
    applyAsDasProvider: [world.other.token, { contact: 'Dana', ...draft }],
    applyForMeterModel: [staff.token, { manufacturer: 'Elm', model: 'E', accuracyPercent: '0.5', ...draft }],
    applyForQualification: [staff.token, { ptsId, program: 'CLASS_I', unit: {}, ...draft }],
    reviewQualification: [staff.token, review],
    appoint: [
      staff.token,
      { ptsId, role: 'SYSTEM_OWNER', organisationId, fromOn: '2024-06-01', evidence: 'deed', reason },
    ],
    endRole: [staff.token, { ptsId, role: 'REC_OWNER', untilOn: '2024-06-01', reason }],
    approveDasProvider: [staff.token, { organisationId, approvedOn: '2024-01-01', reason }],
    grantQualification: [
      staff.token,
      { ptsId, sqNumber: 'PV-1-16', program: 'CLASS_I', effectiveOn: '2016-01-01', reason },
    ],
    correctReading: [staff.token, { ptsId, month: '2024-03', valueKwh: '1', documentIds: [documentId], reason }],
    reportQuarter: [staff.token, { quarter: '2024-Q1', reason }],
    issueQuarter: [staff.token, { quarter: '2024-Q1', reason }],
  };
});
afterAll(() => api.stop());

/** The refusal of an input with one text, at a path, of some length; nothing is kept. */
async function refusalWith(name: string, path: string, text: unknown) {
  const [token, input] = fine[name] ?? ['', {}];
  const changed = structuredClone(input) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const target = names.reduce((inner, each) => inner[each] as Record<string, unknown>, changed);
  target[last] = text;
  return refusalOf(await api.mutate(token, name, changed, { dryRun: true }));
}

test.each([
  ['requestRecTransfer', 'to.name', 200],
  ['requestRecTransfer', 'reason', 2000],
  ['requestHouseSale', 'buyer.name', 200],
  ['applyAsDasProvider', 'contact', 2000],
  ['applyAsDasProvider', 'description', 2000],
  ['applyAsDasProvider', 'reason', 2000],
  ['applyForMeterModel', 'manufacturer', 200],
  ['applyForMeterModel', 'model', 200],
  ['applyForMeterModel', 'standard', 200],
  ['applyForQualification', 'reason', 2000],
  ['reviewQualification', 'factorSource', 2000],
  ['reviewQualification', 'effectiveSource', 2000],
  ['appoint', 'reason', 2000],
  ['appoint', 'evidence', 2000],
  ['endRole', 'reason', 2000],
  ['approveDasProvider', 'reason', 2000],
  ['grantQualification', 'sqNumber', 200],
  ['grantQualification', 'factorSource', 2000],
  ['grantQualification', 'reason', 2000],
  ['correctReading', 'reason', 2000],
  ['reportQuarter', 'reason', 2000],
  ['issueQuarter', 'reason', 2000],
] as const)('%s takes %s of at most %d characters', async (name, field, maximum) => {
  const length = maximum + 1;
  const tooLong = ['BAD_USER_INPUT', { field, length, maximumLength: maximum }];
  expect(await refusalWith(name, field, 'x'.repeat(length))).toEqual(tooLong);
  expect(await refusalWith(name, field, 'x'.repeat(maximum))).not.toEqual(
    expect.arrayContaining([expect.objectContaining({ maximumLength: maximum })]),
  );
});

test.each([
  ['https://example.org/das', null],
  ['HTTP://example.org', null],
  ['javascript:alert(1)', 'BAD_USER_INPUT'],
  ['ftp://example.org', 'BAD_USER_INPUT'],
  ['https://', 'BAD_USER_INPUT'],
  [' ', 'BAD_USER_INPUT'],
  [`https://example.org/${'x'.repeat(481)}`, 'BAD_USER_INPUT'],
  [`https://example.org/${'x'.repeat(480)}`, null],
])('the site of a DAS provider is an address on the web: %s', async (website, code) => {
  expect((await refusalWith('applyAsDasProvider', 'website', website))?.[0] ?? null).toBe(code);
});

test('a request names at most 20 documents', async () => {
  const evidence = [];
  for (let n = 0; n < 21; n += 1) evidence.push(await contractOf(api, staff));
  for (const name of ['applyForMeterModel', 'applyForQualification']) {
    expect(await refusalWith(name, 'evidence', evidence.slice(1))).toBeNull();
    expect(await refusalWith(name, 'evidence', evidence)).toEqual([
      'BAD_USER_INPUT',
      { field: 'evidence', maximum: 20 },
    ]);
  }
});
