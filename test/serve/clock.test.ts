import { type Api, startApi } from '../api/support/api.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const set = (input: object) => api.mutate(api.staff, 'setClock', input);

/** How far the clock of the sandbox stands from an instant, in seconds. */
async function secondsFrom(instant: string): Promise<number> {
  const { data } = await api.ask<{ clock: { now: string } }>(api.staff, '{ clock { now } }');
  return Math.abs(Date.parse(data?.clock.now ?? '') - Date.parse(instant)) / 1000;
}

test('to move the clock by no hours leaves it where it is', async () => {
  await set({ at: '2018-10-28T14:00:00Z' });
  expect((await set({ moveByHours: 0 })).errors).toEqual([]);
  expect(await secondsFrom('2018-10-28T14:00:00Z')).toBeLessThan(60);
});

test('neither value, absent or null: real time', async () => {
  for (const input of [{}, { at: null, moveByHours: null }]) {
    await set({ at: '2018-10-28T14:00:00Z' });
    expect((await set(input)).errors).toEqual([]);
    expect(await secondsFrom(new Date().toISOString())).toBeLessThan(60);
  }
});

test.each([
  ['both values, be the hours 0', { at: '2018-10-28T14:00:00Z', moveByHours: 0 }, 'moveByHours'],
  ['an instant before 2000', { at: '1999-12-31T23:59:59Z' }, 'at'],
  ['an instant after 2099', { at: '2100-01-01T00:00:00Z' }, 'at'],
  ['hours that lead beyond', { moveByHours: 2_147_483_647 }, 'moveByHours'],
  ['hours that lead before', { moveByHours: -2_147_483_648 }, 'moveByHours'],
])('%s: refused, and the clock stays', async (_, input, field) => {
  await set({ at: '2018-10-28T14:00:00Z' });
  const { errors } = await set(input);
  expect(errors.map(({ extensions }) => extensions)).toEqual([
    expect.objectContaining({ code: 'BAD_USER_INPUT', facts: { field } }),
  ]);
  expect(await secondsFrom('2018-10-28T14:00:00Z')).toBeLessThan(60);
});
