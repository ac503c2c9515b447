import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { contentsOf } from '../support/contents.js';
import { application, fileFor } from '../support/papers.js';
import { makeParty, type Party, setClock } from '../support/world.js';
import { codesOf, registrationsOf } from './registrations.js';

let api: Api;
let staff: Party;
let regulator: Party;
let party: Party;
let world: ReturnType<typeof registrationsOf>;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-04-28T15:00:00Z');
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  regulator = await makeParty(api, 'DOER', ['REGULATOR']);
  party = await makeParty(api, 'Oak Certificates', ['REC_OWNER']);
  world = registrationsOf(api, staff);
});
afterAll(() => api.stop());

describe('somebody without a credential', () => {
  test('applies, staff approves, and the owner sees the system as soon as it has a credential', async () => {
    const { requestId, receipt, state } = await world.apply(application('ada@example.org'));
    expect(state).toBe('SUBMITTED');
    expect(await world.statusOf(receipt)).toEqual({
      state: 'SUBMITTED',
      submittedAt: expect.stringMatching(/^2024-04-28T15:/),
      decidedAt: null,
      reason: null,
    });
    for (const { token } of [staff, regulator]) expect(await world.queue(token)).toEqual([requestId]);
    expect(await world.requestAs(staff.token, requestId)).toEqual({
      kind: 'REGISTRATION',
      state: 'SUBMITTED',
      organisation: { name: 'The public' },
      system: null,
      evidence: [],
      events: [
        {
          sequence: 1,
          step: 'SUBMITTED',
          reason: 'Application for registration',
          accountName: 'The public',
          organisation: { name: 'The public' },
        },
      ],
      registration: {
        applicantName: 'Ada Miller',
        email: 'ada@example.org',
        organisationKind: 'PERSON',
        organisationName: null,
        accountKinds: ['SYSTEM_OWNER', 'REC_OWNER'],
        ownedFromOn: '2016-05-01',
        system: {
          name: 'Miller roof',
          technology: 'SOLAR_PV',
          capacityKw: '7.25',
          town: 'Lowell',
          state: 'MA',
          zip: '01850',
          streetAddress: '3 Mill Street',
          commercialOperationOn: '2016-05-01',
          massachusettsFunded: false,
          estimatedAnnualKwh: '8700.5',
        },
      },
    });
    const approved = dataOf(await world.approve(requestId)).approveRegistration;
    expect(approved).toMatchObject({ requestId, state: 'APPROVED', ptsId: expect.stringMatching(/^PTS-PV2016-\d+$/) });
    expect(await world.statusOf(receipt)).toMatchObject({ state: 'APPROVED', reason: 'complete' });
    expect(await world.queue(staff.token)).toEqual([]);
    const { secret } = await api.does('createApiCredential', { accountId: approved?.accountId, label: 'Ada' });
    const { data } = await api.ask(
      String(secret),
      '{ me { name email kinds organisation { name kind } } systems { edges { node { ptsId capacityKw roles { role fromOn organisation { name } } } } } requests { edges { cursor } } }',
    );
    const roles = ['SYSTEM_OWNER', 'REC_OWNER'].map(role => ({
      role,
      fromOn: '2016-05-01',
      organisation: { name: 'Ada Miller' },
    }));
    expect(data).toEqual({
      me: {
        name: 'Ada Miller',
        email: 'ada@example.org',
        kinds: ['SYSTEM_OWNER', 'REC_OWNER'],
        organisation: { name: 'Ada Miller', kind: 'PERSON' },
      },
      systems: { edges: [{ node: { ptsId: approved?.ptsId, capacityKw: '7.250', roles } }] },
      requests: { edges: [] },
    });
  });

  test('asks for an account alone', async () => {
    const { requestId } = await world.apply({
      applicant: { name: 'Bo', email: 'bo@example.org', organisationKind: 'COMPANY', organisationName: 'Bo Data' },
      accountKinds: ['SYSTEM_REPRESENTATIVE'],
    });
    const before = await world.countOf('system');
    expect(dataOf(await world.approve(requestId)).approveRegistration).toMatchObject({
      state: 'APPROVED',
      ptsId: null,
    });
    expect(await world.countOf('system')).toBe(before);
    const { rows } = await api.database.query(
      `select a.kinds, o.kind, o.name from account a join organisation o on o.id = a.organisation_id where email = 'bo@example.org'`,
    );
    expect(rows).toEqual([{ kinds: ['SYSTEM_REPRESENTATIVE'], kind: 'COMPANY', name: 'Bo Data' }]);
  });

  test('gets the receipt once: neither a retry nor the database has it, and another tells nothing', async () => {
    const request = { key: 'one receipt' };
    const input = application('once@example.org');
    const first = dataOf(await api.mutate(null, 'applyForRegistration', input, request)).applyForRegistration;
    const again = dataOf(await api.mutate(null, 'applyForRegistration', input, request)).applyForRegistration;
    expect(String(first?.receipt).length).toBeGreaterThan(30);
    expect(again).toEqual({ ...first, replayed: true, receipt: null });
    const { rows } = await api.database.query<{ text: string }>(
      'select string_agg(t::text, $1) as text from (select i::text from idempotent_request i union all select r::text from request r) t',
      ['\n'],
    );
    expect(rows[0]?.text).not.toContain(String(first?.receipt));
    expect(await world.statusOf('pts_another')).toBeNull();
    expect((await api.ask(String(first?.receipt), '{ __typename }')).status).toBe(401);
  });

  test('keeps nothing by a dry run', async () => {
    const before = await contentsOf(api.database);
    const answer = await api.mutate(null, 'applyForRegistration', application('dry@example.org'), { dryRun: true });
    expect(dataOf(answer).applyForRegistration).toMatchObject({ dryRun: true, receipt: null });
    expect(await contentsOf(api.database)).toEqual(before);
  });

  test('may do nothing else, and reads none of the applications, its own neither', async () => {
    const { requestId } = await world.apply(application('curious@example.org'));
    const questions = [
      `{ request(id: "${requestId}") { registration { email } } }`,
      '{ requests { edges { node { registration { email } } } } }',
      '{ programDocuments { slug } }',
      '{ me { name } }',
    ];
    for (const question of questions) expect(codesOf(await api.ask(null, question))).toEqual(['UNAUTHENTICATED']);
    const withdrawn = await api.mutate(null, 'withdrawRequest', { requestId, reason: 'mine' });
    expect(codesOf(withdrawn)).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await world.approve(requestId, party.token))).toEqual(['FORBIDDEN']);
    expect(await world.requestAs(party.token, requestId)).toBeNull();
    expect(await world.queue(party.token)).toEqual([]);
  });

  test('can be no account: the public gets no credential, no further account and no part', async () => {
    await world.apply(application('first@example.org'));
    const { rows } = await api.database.query<{ id: string; organisation: string }>(
      `select id::text, organisation_id::text as organisation from account where email = 'public@pts.invalid'`,
    );
    expect(rows).toHaveLength(1);
    const credential = await api.mutate(api.staff, 'createApiCredential', { accountId: rows[0]?.id, label: 'x' });
    const account = { organisationId: rows[0]?.organisation, name: 'x', kinds: ['SYSTEM_OWNER'] };
    expect(codesOf(credential)).toEqual(['NOT_FOUND']);
    expect(codesOf(await api.mutate(api.staff, 'createAccount', account))).toEqual(['NOT_FOUND']);
    const { organisationId } = party;
    const squatter = { organisationId, name: 'x', email: 'Public@PTS.invalid', kinds: ['REGULATOR'] };
    expect(codesOf(await api.mutate(api.staff, 'createAccount', squatter))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('an application is refused', () => {
  const system = application('x@example.org').system;
  const applicant = application('x@example.org').applicant;
  const long = 'x'.repeat(201);
  test.each<readonly [string, object, string]>([
    ['without a name', { applicant: { ...applicant, name: ' ' } }, 'applicant.name'],
    ['with a name too long', { applicant: { ...applicant, name: long } }, 'applicant.name'],
    ['with an address that is none', { applicant: { ...applicant, email: 'ada at home' } }, 'applicant.email'],
    [
      'with the address of the house',
      { applicant: { ...applicant, email: 'operator@PTS.invalid' } },
      'applicant.email',
    ],
    ['with an address too long', { applicant: { ...applicant, email: `${'x'.repeat(250)}@a.org` } }, 'applicant.email'],
    [
      'with an organisation too long',
      { applicant: { ...applicant, organisationName: long } },
      'applicant.organisationName',
    ],
    ['with a name in two lines', { applicant: { ...applicant, name: 'Ada\nMiller' } }, 'applicant.name'],
    ['for a system with a bell in its name', { system: { ...system, name: 'Roof\u0007' } }, 'system.name'],
    ['for no kind of account', { accountKinds: [] }, 'accountKinds'],
    ['for a system that its account would not see', { accountKinds: ['REC_OWNER'] }, 'accountKinds'],
    ['for a system without the day', { ownedFromOn: null }, 'ownedFromOn'],
    ['for a system without a name', { system: { ...system, name: '' } }, 'system.name'],
    ['for a system with a long street', { system: { ...system, streetAddress: long } }, 'system.streetAddress'],
    ['for a system in no state', { system: { ...system, state: 'Mass' } }, 'system.state'],
    ['for a system without capacity', { system: { ...system, capacityKw: '0' } }, 'capacityKw'],
    ['for a system with another ZIP code', { system: { ...system, zip: '185' } }, 'zip'],
  ])('%s', async (_, changed, field) => {
    const before = await contentsOf(api.database);
    const { errors } = await api.mutate(null, 'applyForRegistration', application('x@example.org', changed));
    expect(errors.map(({ extensions }) => [extensions.code, extensions.facts?.field])).toEqual([
      ['BAD_USER_INPUT', field],
    ]);
    expect(await contentsOf(api.database)).toEqual(before);
  });

  test.each(['STAFF', 'REGULATOR'])('for an account of kind %s: one cannot even say it', async kind => {
    const answer = await api.mutate(
      null,
      'applyForRegistration',
      application('x@example.org', { accountKinds: [kind] }),
    );
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 200, codes: ['BAD_USER_INPUT'] });
  });

  test('with evidence that the applicant did not file', async () => {
    const evidence = [{ documentId: await fileFor(api, party), purpose: 'OTHER' }];
    const codes = [];
    for (const token of [null, regulator.token]) {
      codes.push(
        ...codesOf(await api.mutate(token, 'applyForRegistration', application('x@example.org', { evidence }))),
      );
    }
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  test('with the address of one that waits, in any letters, until that is decided; of accounts it tells nothing', async () => {
    const apply = (email: string) => api.mutate(null, 'applyForRegistration', application(email));
    const both = await Promise.all([apply('waits@example.org'), apply('Waits@Example.org')]);
    expect(both.flatMap(({ errors }) => errors.map(({ extensions }) => [extensions.code, extensions.facts]))).toEqual([
      ['REQUEST_IN_PROGRESS', { kind: 'REGISTRATION' }],
    ]);
    const taken = both.find(({ errors }) => errors.length === 0)?.data?.applyForRegistration;
    await api.does('denyRequest', { requestId: taken?.requestId, reason: 'incomplete' });
    expect(codesOf(await apply('WAITS@example.org'))).toEqual([]);
    const known = {
      organisationId: party.organisationId,
      name: 'Known',
      email: 'known@example.org',
      kinds: ['REC_OWNER'],
    };
    await api.does('createAccount', known);
    expect(codesOf(await apply('known@example.org'))).toEqual([]);
  });

  test('with more documents than one names', async () => {
    const evidence = Array.from({ length: 21 }, (_, n) => ({ documentId: String(n + 1), purpose: 'OTHER' }));
    const answer = await api.mutate(null, 'applyForRegistration', application('x@example.org', { evidence }));
    expect(answer.errors.map(({ extensions }) => extensions.facts)).toEqual([{ field: 'evidence', maximum: 20 }]);
  });

  test('with one document twice', async () => {
    const one = { documentId: await fileFor(api, party), purpose: 'OTHER' };
    const answer = await api.mutate(
      party.token,
      'applyForRegistration',
      application('x@example.org', { evidence: [one, { ...one, purpose: 'TEST_REPORT' }] }),
    );
    expect(answer.errors.map(({ extensions }) => [extensions.code, extensions.facts?.field])).toEqual([
      ['BAD_USER_INPUT', 'evidence'],
    ]);
  });
});

describe('an account applies for more', () => {
  test('in the name of its organisation, with evidence, and sees what it asked for', async () => {
    const evidence = [{ documentId: await fileFor(api, party), purpose: 'AUTHORIZATION_TO_INTERCONNECT' }];
    const { requestId } = await world.apply(application('oak@example.org', { evidence }), party.token);
    expect(await world.requestAs(party.token, requestId)).toMatchObject({
      organisation: { name: 'Oak Certificates' },
      evidence: [{ document: { name: 'contract.pdf' } }],
      registration: { email: 'oak@example.org' },
    });
    const withdrawn = await api.does('withdrawRequest', { requestId, reason: 'changed our mind' }, party.token);
    expect(withdrawn).toMatchObject({ requestId, state: 'WITHDRAWN' });
    expect(codesOf(await world.approve(requestId))).toEqual(['REQUEST_NOT_OPEN']);
  });
});
