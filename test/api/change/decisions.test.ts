import type { MikroORM } from '@mikro-orm/postgresql';
import { requestedChange } from '../../../src/change/requested-change.js';
import type { RequestStep } from '../../../src/domain/request-steps.js';
import { actorFor, contextFor } from '../../../src/operator/operator.js';
import { perform } from '../../../src/platform/perform.js';
import { RequestEntity } from '../../../src/request/request.entity.js';
import { lockRequest, takeStep } from '../../../src/request/take-step.js';
import { openDatabase } from '../../../src/server/database.js';
import { type Api, startApi } from '../support/api.js';
import type { Json } from '../support/ask.js';
import {
  approve,
  asks,
  type ChangeWorld,
  contractOf,
  makeChangeWorld,
  makeHeld,
  refusalOf,
  rolesOf,
  stateOf,
  verify,
} from '../support/changes.js';
import { makeAccount, type Party, setClock } from '../support/world.js';

const now = new Date('2024-05-10T15:00:00Z');
let api: Api;
let orm: MikroORM;
let world: ChangeWorld;
let staff: Party;
beforeAll(async () => {
  api = await startApi();
  orm = await openDatabase(api.databaseUrl);
  await setClock(api, now.toISOString());
  world = await makeChangeWorld(api);
  const { organisationId } = await api.does('createOrganisation', { kind: 'PUBLIC_BODY', name: 'MassCEC' });
  staff = await makeAccount(api, String(organisationId), 'Clerk', ['STAFF']);
});
afterAll(async () => {
  await orm?.close(true);
  await api?.stop();
});

let keys = 0;
/** Takes a step of the way of every request as its verb does, in a transaction of its own, past the server: null, or its refusal. */
async function takes(by: Party, requestId: Json | undefined, step: RequestStep): Promise<string | null> {
  const em = orm.em.fork();
  const context = contextFor(em, await actorFor(em, by.accountId, now), now, 'sandbox');
  keys += 1;
  const request = { mutation: step, input: keys, idempotencyKey: `${step} ${keys}`, dryRun: false };
  try {
    await perform(context, request, async verb => {
      await takeStep(verb, await lockRequest(verb, String(requestId), ['REPORTER_CHANGE', 'REC_TRANSFER']), {
        step,
        reason: 'otherwise',
      });
      return {};
    });
    return null;
  } catch (error) {
    return String((error as { readonly code?: unknown }).code);
  }
}

const reporterChange = (ptsId: string, more: object = {}) => ({
  ptsId,
  representative: { organisationId: world.other.organisationId },
  fromOn: '2024-05-15',
  reason: 'better',
  ...more,
});
const asked = async (ptsId: string, more: object = {}) =>
  (await asks(api, world.owner, 'requestReporterChange', reporterChange(ptsId, more))).requestId;
const representatives = (ptsId: string) => rolesOf(api, ptsId, 'SYSTEM_REPRESENTATIVE');
const codesOf = (refusals: readonly (readonly [string, unknown] | string | null)[]) =>
  refusals.map(refusal => (typeof refusal === 'string' ? refusal : (refusal?.[0] ?? 'done'))).sort();

describe('the way of a change request', () => {
  test('a draft is withdrawn, and neither cancelled nor approved nor verified', async () => {
    const requestId = await asked(await makeHeld(api, world), { submit: false });
    expect(await takes(staff, requestId, 'CANCELLED')).toBe('NOT_FOUND');
    expect((await approve(api, requestId))?.[0]).toBe('NOT_FOUND');
    expect((await verify(api, world, requestId))?.[0]).toBe('NOT_FOUND');
    expect(await takes(world.owner, requestId, 'CANCELLED')).toBe('REQUEST_NOT_OPEN');
    expect(await takes(world.owner, requestId, 'WITHDRAWN')).toBeNull();
    expect(await stateOf(api, requestId)).toEqual({ state: 'WITHDRAWN', steps: ['DRAFTED', 'WITHDRAWN'] });
  });

  test("staff's own draft is not approved before it is submitted", async () => {
    const input = reporterChange(await makeHeld(api, world), { submit: false });
    const { requestId } = await asks(api, staff, 'requestReporterChange', input);
    const refusal = refusalOf(await api.mutate(staff.token, 'approveChange', { requestId, reason: 'at once' }));
    expect(refusal).toEqual(['REQUEST_NOT_OPEN', { requestId, state: 'DRAFT' }]);
  });

  test.each([
    ['WITHDRAWN', () => world.owner],
    ['CANCELLED', () => staff],
    ['CANCELLED_BY_DOER', () => world.regulator],
  ] as const)('what is %s is final, and makes room for the next', async (step, by) => {
    const ptsId = await makeHeld(api, world);
    const requestId = await asked(ptsId);
    expect(await takes(by(), requestId, step)).toBeNull();
    expect(await approve(api, requestId)).toEqual(['REQUEST_NOT_OPEN', { requestId, state: step }]);
    expect((await verify(api, world, requestId))?.[0]).toBe('REQUEST_NOT_OPEN');
    expect(await takes(world.owner, requestId, 'WITHDRAWN')).toBe('REQUEST_NOT_OPEN');
    expect(await representatives(ptsId)).toHaveLength(1);
    expect(await approve(api, await asked(ptsId))).toBeNull();
    expect(await representatives(ptsId)).toHaveLength(2);
  });

  test('a request of another kind is none for the verbs of changes', async () => {
    const { rows } = await api.database.query(
      `insert into request (kind, state, organisation_id, content, submitted_at, created_at)
       values ('QUALIFICATION', 'SUBMITTED', $1, '{}', now(), now()) returning id`,
      [world.owner.organisationId],
    );
    const requestId = String(rows[0]?.id);
    expect(await approve(api, requestId)).toEqual(['NOT_FOUND', { requestId }]);
    expect(await verify(api, world, requestId)).toEqual(['NOT_FOUND', { requestId }]);
  });

  test('only staff approves', async () => {
    const requestId = await asked(await makeHeld(api, world));
    for (const by of [world.owner, world.recOwner, world.representative, world.aggregator, world.regulator]) {
      const answer = await api.mutate(by.token, 'approveChange', { requestId, reason: 'mine' });
      expect(refusalOf(answer)).toEqual(['FORBIDDEN', { kinds: ['STAFF'] }]);
    }
  });
});

describe('what a request asks for is shown', () => {
  async function shown(requestId: Json | undefined, to: Party = world.owner) {
    const em = orm.em.fork();
    const context = contextFor(em, await actorFor(em, to.accountId, now), now, 'sandbox');
    return requestedChange(context, await em.findOneOrFail(RequestEntity, String(requestId)));
  }

  test('with parties by their id or as they were named, and whether it is to be verified', async () => {
    const evidence = [await contractOf(api, world.owner)];
    const buyer = { name: 'Dora', email: 'dora@example.org', organisationKind: 'PERSON' };
    const sale = {
      buyer,
      soldOn: '2024-05-20',
      recOwner: 'BUYER',
      reporter: { who: 'KEEP' },
      reason: 'sold',
      evidence,
    };
    const found = [];
    for (const srec of [true, false]) {
      const ptsId = await makeHeld(api, world, { srec });
      const { requestId } = await asks(api, staff, 'requestHouseSale', { ptsId, ...sale });
      found.push(await shown(requestId, staff));
      expect(found.at(-1)).toMatchObject({ ptsId, askedAs: 'STAFF', gisAsset: null, needsVerification: srec });
      expect((await shown(requestId))?.roles[0]).toMatchObject({ name: 'Dora', email: null });
    }
    const dora = { organisationId: null, ...buyer };
    expect(found[0]?.roles).toEqual([
      { role: 'SYSTEM_OWNER', fromOn: '2024-05-20', ...dora },
      { role: 'REC_OWNER', fromOn: '2024-06-01', ...dora },
    ]);
    const reporter = await shown(await asked(await makeHeld(api, world)));
    expect(reporter?.needsVerification).toBe(false);
    expect(reporter?.roles).toEqual([
      {
        ...{ role: 'SYSTEM_REPRESENTATIVE', fromOn: '2024-05-15', organisationId: world.other.organisationId },
        ...{ name: null, email: null, organisationKind: null },
      },
    ]);
  });
});

test('what was emptied, to forget a person, is shown as nothing', async () => {
  const requestId = await asked(await makeHeld(api, world));
  await api.database.query("update request set content = '{}' where id = $1", [requestId]);
  const em = orm.em.fork();
  const context = contextFor(em, await actorFor(em, staff.accountId, now), now, 'sandbox');
  expect(await requestedChange(context, await em.findOneOrFail(RequestEntity, String(requestId)))).toBeNull();
});

describe('two at once', () => {
  test('approvals: one carries it out', async () => {
    for (let round = 0; round < 3; round += 1) {
      const ptsId = await makeHeld(api, world);
      const requestId = await asked(ptsId);
      const refusals = await Promise.all([approve(api, requestId), approve(api, requestId), approve(api, requestId)]);
      expect(codesOf(refusals)).toEqual(['REQUEST_NOT_OPEN', 'REQUEST_NOT_OPEN', 'done']);
      expect(await representatives(ptsId)).toHaveLength(2);
    }
  });

  test.each([
    ['withdrawal', 'WITHDRAWN', () => world.owner],
    ['cancellation', 'CANCELLED', () => staff],
    ["the regulator's cancellation", 'CANCELLED_BY_DOER', () => world.regulator],
  ] as const)('approval and %s: one of them, and the system is as it says', async (_, step, by) => {
    for (let round = 0; round < 4; round += 1) {
      const ptsId = await makeHeld(api, world);
      const requestId = await asked(ptsId);
      const order = [() => approve(api, requestId), () => takes(by(), requestId, step)];
      const refusals = await Promise.all((round % 2 === 0 ? order : order.reverse()).map(each => each()));
      expect(codesOf(refusals)).toEqual(['REQUEST_NOT_OPEN', 'done']);
      const state = (await stateOf(api, requestId))?.state;
      expect([state, (await representatives(ptsId)).length]).toEqual(state === step ? [step, 1] : ['APPROVED', 2]);
    }
  });

  test('submissions for one system, of the owner and of the REC owner: one is in progress', async () => {
    const ptsId = await makeHeld(api, world);
    const input = reporterChange(ptsId);
    const submissions = [world.owner, world.recOwner, world.aggregator].map(by =>
      api.mutate(by.token, 'requestReporterChange', input),
    );
    const refusals = (await Promise.all(submissions)).map(refusalOf);
    expect(codesOf(refusals)).toEqual(['REQUEST_IN_PROGRESS', 'REQUEST_IN_PROGRESS', 'done']);
    const { rows } = await api.database.query(
      "select count(*)::int as n from request r join system s on s.id = r.system_id where s.pts_id = $1 and r.state = 'SUBMITTED'",
      [ptsId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('submissions of one draft: it is submitted once', async () => {
    const ptsId = await makeHeld(api, world);
    const draftId = await asked(ptsId, { submit: false });
    const submit = async () =>
      refusalOf(await api.mutate(world.owner.token, 'requestReporterChange', reporterChange(ptsId, { draftId })));
    expect(codesOf(await Promise.all([submit(), submit()]))).toEqual(['REQUEST_NOT_OPEN', 'done']);
    expect((await stateOf(api, draftId))?.steps).toEqual(['DRAFTED', 'SUBMITTED']);
  });

  test('approvals of a transfer and of a sale that both move the rights: the second finds them moved', async () => {
    const ptsId = await makeHeld(api, world, { srec: false });
    const transfer = await asks(api, world.recOwner, 'requestRecTransfer', {
      ptsId,
      to: { organisationId: world.stranger.organisationId },
      effectiveMonth: '2024-06',
      reason: 'sold',
      evidence: [await contractOf(api, world.recOwner)],
    });
    const sale = await asks(api, staff, 'requestHouseSale', {
      ptsId,
      buyer: { name: 'Eve', email: 'eve@example.org', organisationKind: 'PERSON' },
      soldOn: '2024-05-20',
      recOwner: 'BUYER',
      reporter: { who: 'KEEP' },
      reason: 'sold',
      evidence: [await contractOf(api, world.owner)],
    });
    const refusals = await Promise.all([approve(api, transfer.requestId), approve(api, sale.requestId)]);
    expect(codesOf(refusals)).toEqual(['CONFLICT', 'done']);
    expect(await rolesOf(api, ptsId, 'REC_OWNER')).toHaveLength(2);
    const owners = (await rolesOf(api, ptsId, 'SYSTEM_OWNER')).length;
    expect(owners).toBe(refusals[1] === null ? 2 : 1);
  });

  test('approvals that open the same party: it is opened once', async () => {
    const to = { name: 'Finn', email: 'finn@example.org', organisationKind: 'PERSON' };
    const ids = [];
    for (let n = 0; n < 3; n += 1) {
      const ptsId = await makeHeld(api, world, { srec: false });
      const evidence = [await contractOf(api, world.recOwner)];
      const input = { ptsId, to, effectiveMonth: '2024-07', reason: 'sold', evidence };
      ids.push((await asks(api, world.recOwner, 'requestRecTransfer', input)).requestId);
    }
    expect(codesOf(await Promise.all(ids.map(id => approve(api, id))))).toEqual(['done', 'done', 'done']);
    const { rows } = await api.database.query(
      `select (select count(*)::int from organisation where name = 'Finn') as organisations,
              (select count(distinct r.organisation_id)::int from system_role r join account a on a.organisation_id = r.organisation_id
               where a.email = 'finn@example.org') as holders`,
    );
    expect(rows).toEqual([{ organisations: 1, holders: 1 }]);
  });

  test('an appointment by staff and an approval: the roles do not overlap, whoever was first', async () => {
    const ptsId = await makeHeld(api, world);
    const requestId = await asked(ptsId);
    const appointment = {
      ...{ ptsId, role: 'SYSTEM_REPRESENTATIVE', organisationId: world.provider.organisationId },
      ...{ fromOn: '2024-05-15', evidence: 'contract', reason: 'test' },
    };
    const refusals = await Promise.all([
      approve(api, requestId),
      api.mutate(api.staff, 'appoint', appointment).then(refusalOf),
    ]);
    expect(codesOf(refusals)).toEqual(['CONFLICT', 'done']);
    expect(await representatives(ptsId)).toHaveLength(2);
    expect((await stateOf(api, requestId))?.state).toBe(refusals[0] === null ? 'APPROVED' : 'SUBMITTED');
  });
});
