import { type Api, startApi } from '../api/support/api.js';
import { type Answer, dataOf } from '../api/support/ask.js';
import { type Fleet, makeFleet, readAt, readingsOf } from './support/fleet.js';

/* Readings column by column: the same judgement and the same answer as row by row. */

let api: Api;
let fleet: Fleet;
let token: string;
let taken = 0;

beforeAll(async () => {
  api = await startApi();
  fleet = await makeFleet(api, 40);
  token = fleet.provider.token;
}, 60_000);
afterAll(() => api.stop());

const codesOf = ({ errors }: Answer<unknown>) => errors.map(({ extensions }) => extensions.code);
const some = (count: number) => {
  taken += count;
  return fleet.ptsIds.slice(taken - count, taken);
};

/** A row that is good, one far below what is expected, one that fell, and two that nobody represents. */
const valuesKwh = ['100', '0.5', '-1', '7', '8'];
const named = (ptsIds: readonly string[]) => [...ptsIds, 'a "quoted" \\ {name}, NULL', 'NULL'];

test('columns are answered as rows are, each by its position', async () => {
  const rowsOf = named(some(3)).map((ptsId, at) => ({ ptsId, readAt, valueKwh: valuesKwh[at] }));
  const byRow = await api.does('submitReadings', { readings: rowsOf }, token);
  const outcomes = byRow.outcomes as Record<string, unknown>[];
  const input = { ptsIds: named(some(3)), readAts: [readAt], valuesKwh };
  const { columns, ...counts } = await api.does('submitReadingColumns', input, token);
  const { outcomes: _, ...countsByRow } = byRow;
  expect(counts).toEqual(countsByRow);
  const said = columns as Record<string, (Record<string, unknown> | null)[]>;
  const named3 = (text: unknown) => String(text).replace(/PTS-PV2024-\d+/, '');
  expect(outcomes.map(({ status }) => status)).toEqual(['ACCEPTED', 'ACCEPTED', 'REFUSED', 'REFUSED', 'REFUSED']);
  expect(said).toMatchObject({
    month: '2024-04',
    statuses: outcomes.map(({ status }) => status),
    productionsKwh: outcomes.map(({ productionKwh }) => productionKwh),
    flags: outcomes.map(({ flags }) => flags),
    readingIds: [expect.any(String), expect.any(String), null, null, null],
  });
  expect(said.refusals?.map(each => ({ ...each, message: named3(each?.message) }))).toEqual(
    outcomes.slice(2).map(each => ({ ...each, message: named3(each.message) })),
  );
});

test('a repeat under the same key gets the same answer, also one that an earlier release kept row by row', async () => {
  const input = { readings: some(2).map((ptsId, at) => ({ key: `row ${at}`, ptsId, readAt, valueKwh: '100' })) };
  const first = dataOf(await api.mutate(token, 'submitReadings', input, { key: 'kept' })).submitReadings;
  const again = dataOf(await api.mutate(token, 'submitReadings', input, { key: 'kept' })).submitReadings;
  expect(first).toMatchObject({ accepted: 2, outcomes: [{ key: 'row 0', status: 'ACCEPTED' }, { key: 'row 1' }] });
  expect(again).toEqual({ ...first, replayed: true });
  const { replayed: _, dryRun: __, ...before } = { ...first };
  await api.database.query(`update idempotent_request set outcome = $1 where key = 'kept'`, [before]);
  expect(dataOf(await api.mutate(token, 'submitReadings', input, { key: 'kept' })).submitReadings).toEqual(again);
  const columns = { ptsIds: some(2), readAts: [readAt, readAt], valuesKwh: ['1', '2'] };
  const asked = await api.mutate(token, 'submitReadingColumns', columns, { key: 'columns' });
  const repeated = await api.mutate(token, 'submitReadingColumns', columns, { key: 'columns' });
  expect(dataOf(repeated).submitReadingColumns).toEqual({ ...dataOf(asked).submitReadingColumns, replayed: true });
});

test('a dry run and a call of which all or none is to be stored keep nothing', async () => {
  const ptsIds = some(2);
  const input = { ptsIds, readAts: [readAt], valuesKwh: ['1', '2'] };
  const dry = dataOf(await api.mutate(token, 'submitReadingColumns', input, { dryRun: true })).submitReadingColumns;
  expect(dry).toMatchObject({ dryRun: true, accepted: 2 });
  const together = { ptsIds: [...ptsIds, 'nobody'], readAts: [readAt], valuesKwh: ['1', '2', '3'], mode: 'ATOMIC' };
  const refused = await api.does('submitReadingColumns', together, token);
  expect(refused).toMatchObject({
    refused: 3,
    columns: { month: null, refusals: [{ code: 'REFUSED_WITH_OTHERS' }, {}, { code: 'NOT_REPRESENTED' }] },
  });
  expect(await readingsOf(api, ptsIds)).toEqual({ inForce: 0, stored: 0 });
});

test.each([
  ['readAts', { ptsIds: ['a', 'b', 'c'], readAts: [readAt, readAt], valuesKwh: ['1', '2', '3'] }],
  ['valuesKwh', { ptsIds: ['a', 'b'], readAts: [readAt], valuesKwh: ['1'] }],
  ['meterLabels', { ptsIds: ['a'], readAts: [readAt], valuesKwh: ['1'], meterLabels: ['x', 'y'] }],
])('columns of different lengths are refused: %s', async (field, input) => {
  const answer = await api.mutate(token, 'submitReadingColumns', input);
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  expect(JSON.stringify(answer.errors)).toContain(`\`${field}\` has`);
});

test('no row and a row too many are refused', async () => {
  for (const ptsIds of [[], Array(10_001).fill('x')]) {
    const input = { ptsIds, readAts: [readAt], valuesKwh: ptsIds.map(() => '1') };
    expect(codesOf(await api.mutate(token, 'submitReadingColumns', input))).toEqual(['TOO_MANY_ROWS']);
  }
});

test('the nameplate of a system holds for all its meters together: of the call, and on record', async () => {
  const [one = '', inOneCall = '', inTwo = ''] = some(3);
  const second = { accuracyPercent: '0.5', initialValueKwh: '0', installedOn: '2024-04-01', label: 'second' };
  for (const ptsId of [inOneCall, inTwo]) await api.does('setUpMeter', { ...second, ptsId });
  const much = '2000'; // of the 3,300 kWh that 5 kW make by then
  const statusesOf = async (ptsId: string, meterLabels: string[]) => {
    const ptsIds = meterLabels.map(() => ptsId);
    const valuesKwh = meterLabels.map(() => much);
    const { columns } = await api.does(
      'submitReadingColumns',
      { ptsIds, meterLabels, readAts: [readAt], valuesKwh },
      token,
    );
    const { statuses, refusals } = columns as { statuses: string[]; refusals: { code: string }[] };
    return [...statuses, ...refusals.map(({ code }) => code)];
  };
  expect(await statusesOf(one, ['main'])).toEqual(['ACCEPTED']);
  expect(await statusesOf(inOneCall, ['second', 'main'])).toEqual(['ACCEPTED', 'REFUSED', 'ABOVE_NAMEPLATE']);
  expect(await statusesOf(inTwo, ['second'])).toEqual(['ACCEPTED']);
  expect(await statusesOf(inTwo, ['main'])).toEqual(['REFUSED', 'ABOVE_NAMEPLATE']);
});
