import { setTimeout as sleep } from 'node:timers/promises';
import { type StartedHttp, startHttp } from '../../src/server/start.js';
import { type Api, startApi } from '../api/support/api.js';
import { ask } from '../api/support/ask.js';
import { balancer } from '../support/balancer.js';

/** Two servers on one database; the second leaves while both are asked. */
let first: Api;
let second: StartedHttp;
let left = false;

beforeAll(async () => {
  first = await startApi();
  const address = { host: '127.0.0.1', port: 0, mode: 'sandbox', logLevel: 'silent' } as const;
  second = await startHttp({ databaseUrl: first.databaseUrl, ...address });
});
afterAll(async () => {
  if (!left) await second.close();
  await first.stop();
});

test('a stream of requests through two servers sees none fail while one of them leaves, also one that takes its time', async () => {
  const { next, stop } = balancer([first.url, second.url]);
  const answers: { readonly url: string; readonly status: number }[] = [];
  let over = false;
  const client = async () => {
    while (!over) {
      const url = next();
      const { status, data } = await ask(`${url}/graphql`, first.staff, '{ me { name } }');
      answers.push({ url, status: data ? status : 0 });
    }
  };
  const clients = [client(), client(), client(), client()];
  await sleep(300);
  await first.database.query('begin; lock table organisation in exclusive mode');
  const input = '{kind: COMPANY, name: "slow", synthetic: true}';
  const create = `mutation { createOrganisation(input: ${input}, idempotencyKey: "slow") { organisationId } }`;
  const slow = ask(`${second.url}/graphql`, first.staff, create);
  await sleep(100);
  second.leave();
  const leaving = await fetch(`${second.url}/health/ready`);
  expect([leaving.status, leaving.headers.get('connection'), await leaving.json()]).toEqual([
    ...[503, 'close'],
    expect.objectContaining({ status: 'stopping', database: 'up' }),
  ]);
  expect((await fetch(`${second.url}/health/live`)).status).toBe(200);
  await sleep(300); // what a balancer needs to notice
  const closed = second.close();
  left = true;
  await sleep(200);
  await first.database.query('commit');
  expect((await slow).data).toEqual({ createOrganisation: { organisationId: expect.any(String) } });
  await closed;
  const before = answers.length;
  await sleep(200);
  over = true;
  await Promise.all(clients);
  await stop();
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(answers.filter(({ url }) => url === second.url).length).toBeGreaterThan(0);
  expect(answers.length).toBeGreaterThan(before);
  await expect(fetch(`${second.url}/health/live`)).rejects.toThrow();
});
