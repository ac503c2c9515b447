import type { MikroORM } from '@mikro-orm/postgresql';
import { Webhook } from 'standardwebhooks';
import { maximumTries, pauseAfterMs } from '../../src/delivery/back-off.js';
import { deliverChanges } from '../../src/delivery/deliver-changes.js';
import { deliverWebhook } from '../../src/delivery/deliver-webhook.js';
import { forgetDeliveries } from '../../src/delivery/forget-deliveries.js';
import { enqueue } from '../../src/platform/job.js';
import { openDatabase } from '../../src/server/database.js';
import { jobs } from '../../src/server/jobs.js';
import { startWorker, workOnce } from '../../src/server/worker.js';
import { type Api, startApi } from '../api/support/api.js';
import { dataOf, type Json } from '../api/support/ask.js';
import { appointHolders, makeAccount, makeParty, makeSystem, type Party } from '../api/support/world.js';
import { type Received, type Receiver, startReceiver, status } from './support/receiver.js';
import { settled } from './support/settled.js';

let api: Api;
let orm: MikroORM;
let receiver: Receiver;
const defects: unknown[] = [];

beforeAll(async () => {
  api = await startApi();
  orm = await openDatabase(api.databaseUrl);
});
beforeEach(async () => {
  await api.database.query(`update webhook set state = 'ENDED', suspended_because = null`);
  receiver = await startReceiver();
});
afterEach(() => receiver.close());
afterAll(async () => {
  await orm?.close(true);
  await api?.stop();
  expect(defects).toEqual([]);
});

const options = () => ({
  databaseUrl: api.databaseUrl,
  mode: 'sandbox' as const,
  log: (error: unknown) => `${defects.push(error)}`,
});

/** What workers do in a second or two: look what is due, and do it. */
async function work(): Promise<void> {
  await settled(orm.em.fork());
  await enqueue(orm.em.fork(), deliverChanges.name, {}, { key: deliverChanges.name });
  await workOnce(orm, jobs, options());
}

let made = 0;
/** Lets systems be registered: a change for each, at once. */
async function happens(count: number): Promise<void> {
  made += 1;
  await api.database.query(
    `insert into system (pts_id, name, technology, capacity_kw, town, created_at)
     select 'H' || $1::int || '-' || n, 'x', 'WIND', 1, 'Hull', now() from generate_series(1, $2::int) n`,
    [made, count],
  );
}

async function create(input: object = {}, token = api.staff) {
  await settled(orm.em.fork());
  return api.does('createWebhook', { url: receiver.url, ...input }, token);
}
const due = () => api.database.query('update webhook_delivery set due_at = now() where due_at is not null');
const eventsOf = (posts: readonly Received[]) =>
  posts.flatMap(({ body }) => (JSON.parse(body) as { events: { cursor: string; subject: { id: string } }[] }).events);
const firsts = (posts: readonly Received[]) =>
  posts.filter((post, at) => posts.findIndex(each => each.id === post.id) === at);

/** The log of a webhook, oldest delivery first. */
async function log(webhookId: Json | undefined, token = api.staff) {
  const query = `query ($id: ID!) { webhook(id: $id) { state suspendedBecause cursor deliveries { edges { node {
    id kind state changes tries attempts { attempt status error response } } } } } }`;
  const { webhook } = dataOf(await api.ask<{ webhook: LoggedWebhook | null }>(token, query, { id: webhookId }));
  if (!webhook) throw new Error('no such webhook');
  const { deliveries, ...own } = webhook;
  return { ...own, deliveries: deliveries.edges.map(edge => edge.node).reverse() };
}
interface LoggedWebhook {
  readonly state: string;
  readonly suspendedBecause: string | null;
  readonly cursor: string;
  readonly deliveries: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly kind: string;
        readonly state: string;
        readonly tries: number;
        readonly changes: number;
        readonly attempts: readonly {
          readonly status: number | null;
          readonly error: string | null;
          readonly response: string | null;
        }[];
      };
    }[];
  };
}

/** What the feed tells staff after a cursor. */
async function toldAfter(after: string): Promise<{ cursor: string; node: { subject: { id: string } } }[]> {
  const query =
    'query ($after: String) { changes(first: 500, after: $after) { edges { cursor node { kind subject { type id } ptsId } } } }';
  const { changes } = dataOf(
    await api.ask<{ changes: { edges: { cursor: string; node: { subject: { id: string } } }[] } }>(api.staff, query, {
      after,
    }),
  );
  return changes.edges;
}

test('a receiver that misses and catches up has every change once, in order, and can check who sent it', async () => {
  const { webhookId, secret } = await create();
  const { cursor } = await log(webhookId);
  receiver.answer(status(500));
  await happens(250);
  await work();
  await happens(5);
  await work();
  expect(receiver.received).toHaveLength(1); // the others wait for their turn, and it for its pause
  const [first] = (await log(webhookId)).deliveries;
  expect(first).toMatchObject({
    state: 'PENDING',
    tries: 1,
    changes: 100,
    attempts: [{ status: 500, response: 'noted' }],
  });
  receiver.answer(status(200));
  await api.does('redeliverWebhook', { deliveryId: first?.id });
  await work();
  const told = await toldAfter(cursor);
  expect(told).toHaveLength(255);
  expect(receiver.received.map(post => post.id === first?.id)).toEqual([true, true, false, false]);
  expect(eventsOf(firsts(receiver.received))).toEqual(
    told.map(({ cursor, node }) => expect.objectContaining({ cursor, ...node })),
  );
  const key = new Webhook(String(secret));
  for (const { body, headers } of receiver.received) {
    expect(key.verify(body, headers as Record<string, string>)).toMatchObject({ webhookId });
    expect(() => key.verify(`${body} `, headers as Record<string, string>)).toThrow('No matching signature found');
  }
  const after = await log(webhookId);
  expect(after.deliveries.map(({ state, changes }) => [state, changes])).toEqual([
    ['DELIVERED', 100],
    ['DELIVERED', 100],
    ['DELIVERED', 55],
  ]);
  expect(await toldAfter(after.cursor)).toEqual([]);
});

test('after twelve tries in almost two days it is suspended and says so; resumed, it goes on with what was missed', async () => {
  const pauses = Array.from({ length: maximumTries }, (_, index) => pauseAfterMs(index + 1));
  expect(pauses.at(-1)).toBeNull();
  expect(pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0) / 3_600_000).toBeCloseTo(47.71, 2);
  const { webhookId } = await create();
  receiver.answer(status(503));
  await happens(1);
  for (let tries = 1; tries <= 12; tries += 1) {
    await work();
    expect((await log(webhookId)).deliveries[0]?.tries).toBe(tries);
    if (tries < 12) await due();
  }
  const { state, suspendedBecause, deliveries } = await log(webhookId);
  expect({ state, suspendedBecause }).toEqual({
    state: 'SUSPENDED',
    suspendedBecause: `Delivery ${deliveries[0]?.id} failed 12 times, the last time with 503.`,
  });
  await happens(2);
  await work();
  expect(receiver.received).toHaveLength(12);
  receiver.answer(status(204));
  await api.does('resumeWebhook', { webhookId });
  await work();
  expect(firsts(receiver.received).map(post => eventsOf([post]).length)).toEqual([1, 2]);
  expect(receiver.received).toHaveLength(14);
}, 20_000);

test('an answer of 410 suspends it at once; a redirect is not followed, and of an answer 1,024 bytes are kept', async () => {
  const { webhookId } = await create();
  await happens(1);
  receiver.answer(response => void response.writeHead(307, { location: receiver.url }).end('x'.repeat(5_000)));
  await work();
  expect(receiver.received).toHaveLength(1);
  const [attempt] = (await log(webhookId)).deliveries[0]?.attempts ?? [];
  expect(attempt).toMatchObject({ status: 307, response: 'x'.repeat(1_024) });
  receiver.answer(status(410));
  await due();
  await work();
  expect(await log(webhookId)).toMatchObject({
    state: 'SUSPENDED',
    suspendedBecause: 'The receiver answered 410 (Gone).',
  });
});

test('two secrets are valid for a while: posts bear both signatures, then one', async () => {
  const { webhookId, secret: old } = await create();
  const verifies = (secret: Json | undefined) => {
    const { body, headers } = receiver.received.at(-1) as Received;
    try {
      return Boolean(new Webhook(String(secret)).verify(body, headers as Record<string, string>));
    } catch {
      return false;
    }
  };
  const ping = async () => {
    await api.does('testWebhook', { webhookId });
    await work();
  };
  const { secret: second } = await api.does('rotateWebhookSecret', { webhookId, overlapHours: 1 });
  await ping();
  expect([old, second].map(verifies)).toEqual([true, true]);
  const { secret: third } = await api.does('rotateWebhookSecret', { webhookId, overlapHours: 1 });
  await ping();
  expect([old, second, third].map(verifies)).toEqual([false, true, true]);
  await api.database.query(`update webhook_secret set valid_until = now() where valid_until is not null`);
  await ping();
  expect([old, second, third].map(verifies)).toEqual([false, false, true]);
  expect(eventsOf(receiver.received)).toEqual([]);
});

test('two workers post to it one after the other, each delivery once', async () => {
  await create();
  receiver.answer(response => void setTimeout(() => response.writeHead(204).end(), 5));
  const workers = [await startWorker(orm, jobs, options()), await startWorker(orm, jobs, options())];
  for (let n = 0; n < 20; n += 1) await happens(30);
  while (eventsOf(receiver.received).length < 600) await new Promise(resolve => setTimeout(resolve, 20));
  await Promise.all(workers.map(worker => worker.close()));
  expect(receiver.mostAtOnce()).toBe(1);
  expect(firsts(receiver.received)).toHaveLength(receiver.received.length);
  expect(eventsOf(receiver.received)).toHaveLength(600);
}, 20_000);

test('a worker that dies in the middle of a post leaves it to another, after its lease, under the same id', async () => {
  const { webhookId } = await create();
  await happens(1);
  await settled(orm.em.fork());
  receiver.answer(() => undefined); // never answers
  const em = orm.em.fork();
  const signal = new AbortController();
  const run = { payload: { webhookId }, now: new Date(), mode: 'sandbox' as const, attempt: 1 };
  const dies = deliverWebhook.run({ ...run, em, signal: new AbortController().signal });
  while (receiver.received.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  receiver.answer(status(204));
  await work();
  expect(receiver.received).toHaveLength(1);
  await api.database.query(`update webhook set leased_until = now() - interval '1 second' where id = $1`, [webhookId]);
  await work();
  expect(receiver.received.map(post => post.id)).toEqual(Array(2).fill(receiver.received[0]?.id));
  expect((await log(webhookId)).deliveries.map(({ state }) => state)).toEqual(['DELIVERED']);
  await receiver.close(); // what hung ends, and changes nothing
  signal.abort();
  await dies;
  expect((await log(webhookId)).deliveries.map(({ state }) => state)).toEqual(['DELIVERED']);
});

test('a worker that dies while it looks what is due holds nothing up', async () => {
  await create();
  await enqueue(orm.em.fork(), deliverChanges.name, {}, { key: deliverChanges.name });
  await api.database.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'one that died'`);
  await happens(1);
  const worker = await startWorker(orm, jobs, options());
  while (receiver.received.length === 0) await new Promise(resolve => setTimeout(resolve, 20));
  await worker.close();
  await api.database.query(`delete from graphile_worker._private_jobs where locked_by = 'one that died'`);
  expect(receiver.received).toHaveLength(1);
});

test('a worker that is asked to end leaves the post under way to the next, without counting it', async () => {
  const { webhookId } = await create();
  await happens(1);
  await settled(orm.em.fork());
  receiver.answer(() => undefined);
  const signal = new AbortController();
  const em = orm.em.fork();
  const stopped = deliverWebhook.run({
    em,
    payload: { webhookId },
    now: new Date(),
    mode: 'sandbox',
    attempt: 1,
    signal: signal.signal,
  });
  while (receiver.received.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  signal.abort();
  await stopped;
  receiver.answer(status(204));
  await work();
  expect((await log(webhookId)).deliveries).toMatchObject([
    { state: 'DELIVERED', tries: 1, attempts: [{ status: 204 }] },
  ]);
});

describe('what is posted', () => {
  let owner: Party;
  let ptsId: string;

  beforeAll(async () => {
    owner = await makeParty(api, 'Owner', ['SYSTEM_OWNER']);
    ptsId = await makeSystem(api, '16');
  });

  test('is what the account may see when it is made, of the kinds that were asked for', async () => {
    const { webhookId } = await create({ kinds: ['ROLE_BEGAN', 'METER_SET_UP'] }, owner.token);
    await happens(3);
    await appointHolders(api, ptsId, { owner });
    const meter = { accuracyPercent: '0.5', initialValueKwh: '0', installedOn: '2024-01-01' };
    await api.does('setUpMeter', { ...meter, ptsId, label: 'second' });
    await api.does('setUpMeter', { ...meter, ptsId: await makeSystem(api, '16'), label: 'second' });
    await work();
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual([
      {
        webhookId,
        deliveryId: receiver.received[0]?.id,
        events: [
          expect.objectContaining({
            kind: 'ROLE_BEGAN',
            ptsId,
            month: null,
            subject: { type: 'SYSTEM_ROLE', id: expect.any(String) },
          }),
          expect.objectContaining({ kind: 'ROLE_BEGAN', ptsId }), // the first owner owns the certificate rights too
          expect.objectContaining({ kind: 'METER_SET_UP', ptsId }),
        ],
      },
    ]);
  });

  test.each([
    ['third', 'is revoked', 'revoked_at = now()', 'revoked_at = null'],
    ['fourth', 'may not read', `scopes = '{REPORT,WRITE,CREDENTIALS}'`, `scopes = '{READ,REPORT,WRITE,CREDENTIALS}'`],
  ])(
    'it has another %s meter to tell of, and is suspended when the last credential of its account %s',
    async (label, _, lost, again) => {
      const { webhookId } = await create({}, owner.token);
      const second = await makeAccount(api, owner.organisationId, 'Colleague', ['SYSTEM_OWNER']);
      await api.database.query(`update api_credential set ${lost} where account_id = $1`, [owner.accountId]);
      await api.does('setUpMeter', {
        ptsId,
        accuracyPercent: '0.5',
        initialValueKwh: '0',
        installedOn: '2024-01-01',
        label,
      });
      await work();
      expect(receiver.received).toEqual([]);
      const suspendedBecause = 'The account that made it has no credential in force.';
      expect(await log(webhookId, second.token)).toMatchObject({ state: 'SUSPENDED', suspendedBecause });
      await api.database.query(`update api_credential set ${again} where account_id = $1`, [owner.accountId]);
      await api.does('resumeWebhook', { webhookId }, second.token);
      await work();
      expect(eventsOf(receiver.received)).toMatchObject([{ kind: 'METER_SET_UP', ptsId }]);
    },
  );
});

test('while it is paused nothing is posted but what is asked for by itself', async () => {
  const { webhookId } = await create();
  await happens(1);
  await work();
  const [delivered] = receiver.received;
  await api.does('pauseWebhook', { webhookId });
  await happens(1);
  await api.does('redeliverWebhook', { deliveryId: delivered?.id });
  const { deliveryId } = await api.does('testWebhook', { webhookId });
  await work();
  expect(receiver.received.map(post => post.id)).toEqual([delivered?.id, delivered?.id, deliveryId]);
  expect(receiver.received[1]?.body).toBe(delivered?.body);
  await api.does('resumeWebhook', { webhookId });
  await work();
  expect(receiver.received).toHaveLength(4);
});

test('it is managed by its organisation, by accounts that may see what it tells', async () => {
  const { organisationId, token } = await makeParty(api, 'Several', ['SYSTEM_OWNER', 'REC_OWNER']);
  const lesser = await makeAccount(api, organisationId, 'Lesser', ['SYSTEM_OWNER']);
  const stranger = await makeParty(api, 'Stranger', ['SYSTEM_OWNER', 'REC_OWNER']);
  const { webhookId } = await create({}, token);
  for (const other of [lesser.token, stranger.token, api.staff]) {
    const { errors } = await api.mutate(other, 'updateWebhook', { webhookId, url: 'https://example.org/' });
    expect(errors.map(error => error.extensions.code)).toEqual(['NOT_FOUND']);
    const listed = await api.ask(other, `{ webhook(id: "${webhookId}") { url } webhooks { edges { node { id } } } }`);
    expect(listed.text).not.toContain(`"${webhookId}"`);
  }
  await api.does('endWebhook', { webhookId }, token);
  const { errors } = await api.mutate(token, 'resumeWebhook', { webhookId });
  expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', facts: { webhookId, state: 'ENDED' } });
});

test('an organisation has ten at most, also when it asks for several at once', async () => {
  const { token } = await makeParty(api, 'Many', ['SYSTEM_OWNER']);
  for (let n = 0; n < 8; n += 1) await create({}, token);
  const four = await Promise.all([1, 2, 3, 4].map(() => api.mutate(token, 'createWebhook', { url: receiver.url })));
  expect(four.flatMap(({ errors }) => errors.map(error => error.extensions))).toEqual(
    Array(2).fill(expect.objectContaining({ code: 'CONFLICT', facts: { webhooks: 10, maximum: 10 } })),
  );
});

test('its log is kept for 30 days', async () => {
  const { webhookId } = await create();
  await happens(1);
  await work();
  await api.does('testWebhook', { webhookId });
  await work();
  await api.database.query(
    `update webhook_delivery set recorded_at = now() - interval '31 days' where kind = 'CHANGES'`,
  );
  await enqueue(orm.em.fork(), forgetDeliveries.name, {});
  await work();
  expect((await log(webhookId)).deliveries.map(({ kind }) => kind)).toEqual(['PING']);
});
