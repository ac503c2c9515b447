import type { Api } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import type { Neighbourhood } from '../api/support/neighbourhood.js';
import { startWithNeighbourhood } from '../api/support/start-with.js';

const fields = [
  ...['id', 'month', 'readAt', 'valueKwh', 'differenceKwh', 'productionKwh', 'estimated', 'channel', 'flags'],
  ...['submittedAt', 'recordedAt', 'supersededAt', 'nodeId', '__typename'],
];
interface Page {
  readonly edges: readonly { readonly cursor?: string; readonly node?: Readonly<Record<string, unknown>> }[];
  readonly pageInfo?: { readonly endCursor: string; readonly hasNextPage?: boolean };
}
type Pages = Readonly<Record<'readings' | 'a' | 'b', Page>>;

let api: Api;
let world: Neighbourhood;
beforeAll(async () => {
  ({ api, world } = await startWithNeighbourhood());
}, 120_000);
afterAll(() => api.stop());

/** The answer to a query of the elm; asked thrice, so that it is executed compiled too. */
async function readingsOf(selection: string, fragments = ''): Promise<Pages> {
  const query = `query Asked($ptsId: ID!) { system(ptsId: $ptsId) { ${selection} } } ${fragments}`;
  const answers: Pages[] = [];
  for (let times = 0; times < 3; times += 1) {
    const answer = await api.ask<{ system: Pages }>(world.staff.token, query, { ptsId: world.elm.ptsId });
    answers.push(dataOf(answer).system);
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  return answers[0] as Pages;
}

const page = (asked: string) => `readings { edges { node { ${asked} } } }`;
const only = (field: string, { readings }: Pages) => ({
  readings: { edges: readings.edges.map(({ node }) => ({ node: { [field]: node?.[field] } })) },
});

test('a field of readings says the same whether it is asked alone or with all others', async () => {
  const whole = await readingsOf(page(fields.join(' ')));
  expect(whole.readings.edges.length).toBe(3);
  for (const field of fields) expect(await readingsOf(page(field))).toEqual(only(field, whole));
});

test('fields are found in fragments, under other names and in a second selection of the same page', async () => {
  const [plain, inPieces] = [
    await readingsOf(`readings { edges { cursor node { month valueKwh channel } } pageInfo { endCursor } }`),
    await readingsOf(
      `readings { ...Rows edges { node { month } } pageInfo { endCursor } } ...Value`,
      `fragment Rows on ReadingConnection { edges { cursor ... on ReadingEdge { node { ... on Reading { channel } } } } }
       fragment Value on System { readings { edges { node { ...Kwh } } } } fragment Kwh on Reading { valueKwh }`,
    ),
  ];
  expect(inPieces).toEqual(plain);
  const asked = await readingsOf(
    'a: readings { edges { node { value: valueKwh } } } b: readings { edges { node { flags } } }',
  );
  const rows = plain.readings.edges;
  expect(asked.a.edges).toEqual(rows.map(({ node }) => ({ node: { value: node?.valueKwh } })));
  expect(asked.b.edges.length).toBe(rows.length);
});

test('cursors need no field of the row', async () => {
  const asked = await readingsOf('readings(first: 2) { edges { cursor } pageInfo { endCursor hasNextPage } }');
  const { edges, pageInfo } = asked.readings;
  expect(pageInfo).toEqual({ endCursor: edges[1]?.cursor, hasNextPage: true });
  const after = await readingsOf(`readings(first: 1, after: "${edges[0]?.cursor}") { edges { cursor } }`);
  expect(after.readings.edges).toEqual([edges[1]]);
});
