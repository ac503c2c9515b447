import { type Api, startApi } from '../support/api.js';
import { type Answer, dataOf } from '../support/ask.js';
import { fileFor } from '../support/papers.js';
import { appointHolders, makeParty, makeSystem, type Party, setClock } from '../support/world.js';
import { opener } from './opener.js';

let api: Api;
let owner: Party;
let other: Party;
let staff: Party;
let regulator: Party;
let ptsId: string;
let opened: Awaited<ReturnType<typeof opener>>;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-04-28T15:00:00Z');
  owner = await makeParty(api, 'Oak House', ['SYSTEM_OWNER']);
  other = await makeParty(api, 'Elm Works', ['SYSTEM_OWNER']);
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  regulator = await makeParty(api, 'DOER', ['REGULATOR']);
  ptsId = await makeSystem(api);
  await appointHolders(api, ptsId, { owner });
  opened = await opener(api, ptsId);
});
afterAll(async () => {
  await opened?.stop();
  await api.stop();
});

const codesOf = ({ errors }: Answer<unknown>) => errors.map(error => error.extensions.code);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const decide = (by: Party, mutation: string, requestId: string, reason = 'because') =>
  api.mutate(by.token, mutation, { requestId, reason });
const stateOf = async (requestId: string) => {
  const question = `{ request(id: "${requestId}") { state } }`;
  return (dataOf(await api.ask(owner.token, question)).request as { state: string } | null)?.state;
};

describe('who ends a request how', () => {
  test.each([
    ['its own organisation', 'withdrawRequest', () => owner, 'WITHDRAWN'],
    ['staff', 'cancelRequest', () => staff, 'CANCELLED'],
    ['the regulator', 'cancelRequest', () => regulator, 'CANCELLED_BY_DOER'],
  ])('%s by %s', async (_, mutation, by, state) => {
    const requestId = await opened.open(owner);
    expect(dataOf(await decide(by(), mutation, requestId))[mutation]).toMatchObject({ requestId, state });
    expect(await stateOf(requestId)).toBe(state);
    for (const again of ['withdrawRequest', 'cancelRequest']) {
      const who = again === 'withdrawRequest' ? owner : staff;
      const { errors } = await decide(who, again, requestId);
      expect(errors.map(error => error.extensions)).toMatchObject([
        { code: 'REQUEST_NOT_OPEN', facts: { requestId, state } },
      ]);
    }
  });

  test('is on record with who, when and why; addresses of staff are not', async () => {
    const requestId = await opened.open(owner);
    await decide(regulator, 'cancelRequest', requestId, 'against the rules');
    const question = `{ request(id: "${requestId}") { decidedAt events { step reason occurredAt recordedAt accountName organisation { name } } } }`;
    const { request } = dataOf(await api.ask<{ request: { events: object[] } }>(owner.token, question));
    expect(request.events).toEqual([
      expect.objectContaining({ step: 'SUBMITTED', reason: 'please', accountName: 'Oak House' }),
      {
        step: 'CANCELLED_BY_DOER',
        reason: 'against the rules',
        occurredAt: expect.stringMatching(/^2024-04-28T15:/),
        recordedAt: expect.any(String),
        accountName: 'DOER',
        organisation: { name: 'DOER' },
      },
    ]);
    await expect(api.database.query(`update request set state = 'APPROVED' where id = ${requestId}`)).rejects.toThrow(
      'append-only',
    );
    await expect(api.database.query(`update request_event set reason = 'x'`)).rejects.toThrow('append-only');
  });

  test('a request of another organisation is NOT_FOUND, as none is; staff takes nothing back for others', async () => {
    const requestId = await opened.open(owner);
    for (const by of [other, staff, regulator]) {
      expect(codesOf(await decide(by, 'withdrawRequest', requestId))).toEqual(['NOT_FOUND']);
    }
    expect(codesOf(await decide(owner, 'withdrawRequest', '999999'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await decide(owner, 'cancelRequest', requestId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await decide(regulator, 'denyRequest', requestId))).toEqual(['FORBIDDEN']);
    expect(await stateOf(requestId)).toBe('SUBMITTED');
  });

  test('only the kinds that nothing follows from are denied here', async () => {
    const outcomes = [];
    for (const kind of ['METER_MODEL', 'DAS_PROVIDER', 'QUALIFICATION', 'REC_TRANSFER'] as const) {
      const answer = await decide(staff, 'denyRequest', await opened.open(owner, { kind }));
      outcomes.push(codesOf(answer)[0] ?? answer.data?.denyRequest?.state);
    }
    expect(outcomes).toEqual(['DENIED', 'DENIED', 'NOT_FOUND', 'NOT_FOUND']);
  });

  test('needs a reason of some length', async () => {
    const requestId = await opened.open(owner);
    for (const reason of ['', ' ', 'x'.repeat(2001)]) {
      expect(codesOf(await decide(staff, 'cancelRequest', requestId, reason))).toEqual(['BAD_USER_INPUT']);
    }
    expect(await stateOf(requestId)).toBe('SUBMITTED');
  });

  test('of two at once one ends it', async () => {
    const requestId = await opened.open(owner);
    const answers = await Promise.all([
      decide(owner, 'withdrawRequest', requestId),
      decide(staff, 'cancelRequest', requestId),
      decide(regulator, 'cancelRequest', requestId),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['REQUEST_NOT_OPEN', 'REQUEST_NOT_OPEN']);
  });
});

describe('a draft', () => {
  test('is seen by its own organisation alone, changed by it alone, and submitted once', async () => {
    const draftId = await opened.open(owner, { submit: false });
    for (const by of [other, staff, regulator]) {
      const { data } = await api.ask(by.token, `{ request(id: "${draftId}") { id } }`);
      expect(data).toEqual({ request: null });
      expect(await codeOf(opened.open(by, { draftId }))).toBe('NOT_FOUND');
    }
    expect(codesOf(await decide(staff, 'cancelRequest', draftId))).toEqual(['NOT_FOUND']);
    expect(await opened.open(owner, { draftId, submit: false })).toBe(draftId);
    expect(await stateOf(draftId)).toBe('DRAFT');
    expect(await opened.open(owner, { draftId })).toBe(draftId);
    expect(await stateOf(draftId)).toBe('SUBMITTED');
    expect(await codeOf(opened.open(owner, { draftId }))).toBe('REQUEST_NOT_OPEN');
    const { rows } = await api.database.query(
      'select step, content from request_event where request_id = $1 order by sequence',
      [draftId],
    );
    expect(rows.map(({ step }) => step)).toEqual(['DRAFTED', 'DRAFTED', 'SUBMITTED']);
    expect(new Set(rows.map(({ content }) => content.number)).size).toBe(3);
  });

  test('of another kind is none', async () => {
    const draftId = await opened.open(owner, { submit: false });
    expect(await codeOf(opened.open(owner, { draftId, kind: 'METER_MODEL' }))).toBe('NOT_FOUND');
  });

  test('may be taken back, and staff never sees it', async () => {
    const draftId = await opened.open(owner, { submit: false });
    expect(codesOf(await decide(owner, 'withdrawRequest', draftId))).toEqual([]);
    expect(await stateOf(draftId)).toBe('WITHDRAWN');
    expect((await api.ask(staff.token, `{ request(id: "${draftId}") { id } }`)).data).toEqual({ request: null });
  });
});

describe('one in progress', () => {
  test('of a kind for a system, also of two at once; another once the first is decided', async () => {
    const of = { kind: 'REC_TRANSFER', system: true } as const;
    const both = await Promise.all([opened.open(owner, of).catch(String), opened.open(other, of).catch(String)]);
    const [requestId] = both.filter(each => /^\d+$/.test(each));
    expect(both.filter(each => each.includes('is in progress for this system'))).toHaveLength(1);
    expect(await codeOf(opened.open(owner, of))).toBe('REQUEST_IN_PROGRESS');
    await opened.open(owner, { kind: 'REPORTER_CHANGE', system: true });
    await decide(staff, 'cancelRequest', String(requestId));
    expect(await opened.open(owner, of)).toMatch(/^\d+$/);
  });

  test('of an application as DAS provider for an organisation', async () => {
    const applicant = await makeParty(api, 'Data', ['SYSTEM_REPRESENTATIVE']);
    const of = { kind: 'DAS_PROVIDER' } as const;
    const both = await Promise.all([
      opened.open(applicant, of).catch(String),
      opened.open(applicant, of).catch(String),
    ]);
    expect(both.filter(each => each.includes('is in progress for your organisation'))).toHaveLength(1);
  });
});

describe('evidence', () => {
  test('is what the own organisation filed; another’s and none are one answer', async () => {
    const [own, theirs] = [await fileFor(api, owner), await fileFor(api, other)];
    expect(await codeOf(opened.open(owner, { documentIds: [own, theirs] }))).toBe('NOT_FOUND');
    expect(await codeOf(opened.open(owner, { documentIds: [own, '999999'] }))).toBe('NOT_FOUND');
    expect(await codeOf(opened.open(owner, { documentIds: [own, own] }))).toBe('BAD_USER_INPUT');
    const requestId = await opened.open(owner, { documentIds: [own] });
    const question = `{ request(id: "${requestId}") { evidence { purpose document { id } } } }`;
    for (const { token } of [owner, staff, regulator]) {
      expect((await api.ask(token, question)).data).toEqual({
        request: { evidence: [{ purpose: 'OTHER', document: { id: own } }] },
      });
    }
  });

  test('of a draft is replaced with it', async () => {
    const [first, second] = [await fileFor(api, owner), await fileFor(api, owner)];
    const draftId = await opened.open(owner, { submit: false, documentIds: [first] });
    await opened.open(owner, { draftId, submit: false, documentIds: [second] });
    const question = `{ request(id: "${draftId}") { evidence { document { id } } } }`;
    expect((await api.ask(owner.token, question)).data).toEqual({
      request: { evidence: [{ document: { id: second } }] },
    });
  });
});
