import type { RequestKind } from '../../../src/domain/request-steps.js';
import { actorFor, contextFor } from '../../../src/operator/operator.js';
import { perform } from '../../../src/platform/perform.js';
import { openRequest } from '../../../src/request/open-request.js';
import { openDatabase } from '../../../src/server/database.js';
import { type Api, startApi } from '../support/api.js';
import { type Answer, dataOf } from '../support/ask.js';
import { type PageOf, walk } from '../support/connections.js';
import { fileFor } from '../support/papers.js';
import { appointHolders, makeParty, makeSystem, type Party, setClock } from '../support/world.js';

let api: Api;
let orm: Awaited<ReturnType<typeof openDatabase>>;
let owner: Party;
let other: Party;
let staff: Party;
let regulator: Party;
let ptsId: string;
let systemId: string;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-04-28T15:00:00Z');
  orm = await openDatabase(api.databaseUrl);
  owner = await makeParty(api, 'Oak House', ['SYSTEM_OWNER']);
  other = await makeParty(api, 'Elm Works', ['SYSTEM_OWNER']);
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  regulator = await makeParty(api, 'DOER', ['REGULATOR']);
  ptsId = await makeSystem(api);
  await appointHolders(api, ptsId, { owner });
  const { rows } = await api.database.query<{ id: string }>('select id::text from system where pts_id = $1', [ptsId]);
  systemId = String(rows[0]?.id);
});
afterAll(async () => {
  await orm?.close(true);
  await api.stop();
});

interface Asked {
  readonly kind?: RequestKind;
  readonly system?: boolean;
  readonly submit?: boolean;
  readonly documentIds?: readonly string[];
  readonly draftId?: string;
  readonly at?: string;
}
let asked = 0;

/** Opens a request of a party as a slice does that decides on it. */
async function open(
  by: Party,
  { kind = 'QUALIFICATION', system, submit = true, documentIds, draftId, at }: Asked = {},
) {
  const em = orm.em.fork();
  const now = new Date(at ?? '2024-04-28T15:00:00Z');
  const context = contextFor(em, await actorFor(em, by.accountId, now), now, 'sandbox');
  asked += 1;
  const key = { mutation: 'test', input: asked, idempotencyKey: `request ${asked}`, dryRun: false };
  const { requestId } = await perform(context, key, async verb => {
    const request = await openRequest(verb, {
      kind,
      systemId: system ? systemId : null,
      content: { number: asked },
      documents: (documentIds ?? []).map(documentId => ({ documentId, purpose: 'OTHER' })),
      reason: 'please',
      submit,
      draftId: draftId ?? null,
    });
    return { requestId: request.id };
  });
  return requestId;
}

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
    const requestId = await open(owner);
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
    const requestId = await open(owner);
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
    const requestId = await open(owner);
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
      const answer = await decide(staff, 'denyRequest', await open(owner, { kind }));
      outcomes.push(codesOf(answer)[0] ?? answer.data?.denyRequest?.state);
    }
    expect(outcomes).toEqual(['DENIED', 'DENIED', 'NOT_FOUND', 'NOT_FOUND']);
  });

  test('needs a reason of some length', async () => {
    const requestId = await open(owner);
    for (const reason of ['', ' ', 'x'.repeat(2001)]) {
      expect(codesOf(await decide(staff, 'cancelRequest', requestId, reason))).toEqual(['BAD_USER_INPUT']);
    }
    expect(await stateOf(requestId)).toBe('SUBMITTED');
  });

  test('of two at once one ends it', async () => {
    const requestId = await open(owner);
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
    const draftId = await open(owner, { submit: false });
    for (const by of [other, staff, regulator]) {
      const { data } = await api.ask(by.token, `{ request(id: "${draftId}") { id } }`);
      expect(data).toEqual({ request: null });
      expect(await codeOf(open(by, { draftId }))).toBe('NOT_FOUND');
    }
    expect(codesOf(await decide(staff, 'cancelRequest', draftId))).toEqual(['NOT_FOUND']);
    expect(await open(owner, { draftId, submit: false })).toBe(draftId);
    expect(await stateOf(draftId)).toBe('DRAFT');
    expect(await open(owner, { draftId })).toBe(draftId);
    expect(await stateOf(draftId)).toBe('SUBMITTED');
    expect(await codeOf(open(owner, { draftId }))).toBe('REQUEST_NOT_OPEN');
    const { rows } = await api.database.query(
      'select step, content from request_event where request_id = $1 order by sequence',
      [draftId],
    );
    expect(rows.map(({ step }) => step)).toEqual(['DRAFTED', 'DRAFTED', 'SUBMITTED']);
    expect(new Set(rows.map(({ content }) => content.number)).size).toBe(3);
  });

  test('of another kind is none', async () => {
    const draftId = await open(owner, { submit: false });
    expect(await codeOf(open(owner, { draftId, kind: 'METER_MODEL' }))).toBe('NOT_FOUND');
  });

  test('may be taken back, and staff never sees it', async () => {
    const draftId = await open(owner, { submit: false });
    expect(codesOf(await decide(owner, 'withdrawRequest', draftId))).toEqual([]);
    expect(await stateOf(draftId)).toBe('WITHDRAWN');
    expect((await api.ask(staff.token, `{ request(id: "${draftId}") { id } }`)).data).toEqual({ request: null });
  });
});

describe('one in progress', () => {
  test('of a kind for a system, also of two at once; another once the first is decided', async () => {
    const of = { kind: 'REC_TRANSFER', system: true } as const;
    const both = await Promise.all([open(owner, of).catch(String), open(other, of).catch(String)]);
    const [requestId] = both.filter(each => /^\d+$/.test(each));
    expect(both.filter(each => each.includes('is in progress for this system'))).toHaveLength(1);
    expect(await codeOf(open(owner, of))).toBe('REQUEST_IN_PROGRESS');
    await open(owner, { kind: 'REPORTER_CHANGE', system: true });
    await decide(staff, 'cancelRequest', String(requestId));
    expect(await open(owner, of)).toMatch(/^\d+$/);
  });

  test('of an application as DAS provider for an organisation', async () => {
    const applicant = await makeParty(api, 'Data', ['SYSTEM_REPRESENTATIVE']);
    const of = { kind: 'DAS_PROVIDER' } as const;
    const both = await Promise.all([open(applicant, of).catch(String), open(applicant, of).catch(String)]);
    expect(both.filter(each => each.includes('is in progress for your organisation'))).toHaveLength(1);
  });
});

describe('evidence', () => {
  test('is what the own organisation filed; another’s and none are one answer', async () => {
    const [own, theirs] = [await fileFor(api, owner), await fileFor(api, other)];
    expect(await codeOf(open(owner, { documentIds: [own, theirs] }))).toBe('NOT_FOUND');
    expect(await codeOf(open(owner, { documentIds: [own, '999999'] }))).toBe('NOT_FOUND');
    expect(await codeOf(open(owner, { documentIds: [own, own] }))).toBe('BAD_USER_INPUT');
    const requestId = await open(owner, { documentIds: [own] });
    const question = `{ request(id: "${requestId}") { evidence { purpose document { id } } } }`;
    for (const { token } of [owner, staff, regulator]) {
      expect((await api.ask(token, question)).data).toEqual({
        request: { evidence: [{ purpose: 'OTHER', document: { id: own } }] },
      });
    }
  });

  test('of a draft is replaced with it', async () => {
    const [first, second] = [await fileFor(api, owner), await fileFor(api, owner)];
    const draftId = await open(owner, { submit: false, documentIds: [first] });
    await open(owner, { draftId, submit: false, documentIds: [second] });
    const question = `{ request(id: "${draftId}") { evidence { document { id } } } }`;
    expect((await api.ask(owner.token, question)).data).toEqual({
      request: { evidence: [{ document: { id: second } }] },
    });
  });
});

describe('the queue', () => {
  interface Node {
    readonly id: string;
  }
  const ask = async (by: Party, filter: string, page = '') => {
    const question = `{ requests(filter: ${filter} ${page}) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
    return dataOf(await api.ask<{ requests: PageOf<Node> }>(by.token, question)).requests;
  };
  const idsOf = async (by: Party, filter: string) => (await ask(by, filter)).edges.map(edge => edge.node.id);

  test('has what was submitted first first, whenever it was begun; drafts come last', async () => {
    const asker = await makeParty(api, 'Asker', ['SYSTEM_OWNER']);
    const [late, draft, early, same] = [
      await open(asker, { submit: false }),
      await open(asker, { submit: false }),
      await open(asker, { at: '2024-03-01T12:00:00.123Z' }),
      await open(asker, { at: '2024-03-01T12:00:00.123Z' }),
    ];
    await open(asker, { draftId: late, at: '2024-03-02T12:00:00Z' });
    expect(await idsOf(asker, '{}')).toEqual([early, same, late, draft]);
    const pages = await walk(after => ask(asker, '{}', `, first: 1${after ? `, after: "${after}"` : ''}`));
    expect(pages.flatMap(page => page.edges.map(edge => edge.node.id))).toEqual([early, same, late, draft]);
    expect((await idsOf(staff, '{ states: [SUBMITTED] }')).slice(0, 3)).toEqual([early, same, late]);
    expect(await idsOf(staff, '{ states: [DRAFT] }')).toEqual([]);
  });

  test('is that of staff and the regulator; others see what their organisation asked for', async () => {
    const [mine, theirs] = [await open(owner), await open(other)];
    for (const by of [staff, regulator]) expect(await idsOf(by, '{}')).toEqual(expect.arrayContaining([mine, theirs]));
    expect(await idsOf(owner, '{}')).not.toContain(theirs);
    expect(await idsOf(other, '{}')).not.toContain(mine);
  });

  test('is filtered by kind, state and system', async () => {
    const requestId = await open(owner, { kind: 'HOUSE_SALE', system: true });
    const filters = [
      '{ kinds: [HOUSE_SALE] }',
      `{ kinds: [HOUSE_SALE, METER_MODEL], ptsId: "${ptsId}", states: [SUBMITTED] }`,
    ];
    for (const filter of filters) expect(await idsOf(staff, filter)).toEqual([requestId]);
    expect(await idsOf(staff, `{ ptsId: "${ptsId}" }`)).toContain(requestId);
    expect(await idsOf(staff, '{ kinds: [] }')).toEqual([]);
    expect(await idsOf(staff, '{ ptsId: "PTS-PV2016-99999" }')).toEqual([]);
    const question = `{ request(id: "${requestId}") { system { ptsId } } }`;
    expect((await api.ask(owner.token, question)).data).toEqual({ request: { system: { ptsId } } });
  });

  test('refuses a cursor that is none of its own', async () => {
    const cursorOf = (key: readonly string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const after of ['nonsense', cursorOf(['1']), cursorOf(['soon', '1']), cursorOf(['infinity', 'x'])]) {
      const { errors } = await api.ask(staff.token, `{ requests(after: "${after}") { edges { cursor } } }`);
      expect(errors.map(error => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  test('does not show a system to an applicant who may not see it', async () => {
    const requestId = await open(other, { kind: 'GIS_HOLDER_CHANGE', system: true });
    const { data } = await api.ask(other.token, `{ request(id: "${requestId}") { kind system { ptsId name } } }`);
    expect(data).toEqual({ request: { kind: 'GIS_HOLDER_CHANGE', system: null } });
  });
});
