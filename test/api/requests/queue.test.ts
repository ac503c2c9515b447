import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { type PageOf, walk } from '../support/connections.js';
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
      await opened.open(asker, { submit: false }),
      await opened.open(asker, { submit: false }),
      await opened.open(asker, { at: '2024-03-01T12:00:00.123Z' }),
      await opened.open(asker, { at: '2024-03-01T12:00:00.123Z' }),
    ];
    await opened.open(asker, { draftId: late, at: '2024-03-02T12:00:00Z' });
    expect(await idsOf(asker, '{}')).toEqual([early, same, late, draft]);
    const pages = await walk(after => ask(asker, '{}', `, first: 1${after ? `, after: "${after}"` : ''}`));
    expect(pages.flatMap(page => page.edges.map(edge => edge.node.id))).toEqual([early, same, late, draft]);
    expect((await idsOf(staff, '{ states: [SUBMITTED] }')).slice(0, 3)).toEqual([early, same, late]);
    expect(await idsOf(staff, '{ states: [DRAFT] }')).toEqual([]);
  });

  test('is that of staff and the regulator; others see what their organisation asked for', async () => {
    const [mine, theirs] = [await opened.open(owner), await opened.open(other)];
    for (const by of [staff, regulator]) expect(await idsOf(by, '{}')).toEqual(expect.arrayContaining([mine, theirs]));
    expect(await idsOf(owner, '{}')).not.toContain(theirs);
    expect(await idsOf(other, '{}')).not.toContain(mine);
  });

  test('is filtered by kind, state and system', async () => {
    const requestId = await opened.open(owner, { kind: 'HOUSE_SALE', system: true });
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
    const requestId = await opened.open(other, { kind: 'GIS_HOLDER_CHANGE', system: true });
    const { data } = await api.ask(other.token, `{ request(id: "${requestId}") { kind system { ptsId name } } }`);
    expect(data).toEqual({ request: { kind: 'GIS_HOLDER_CHANGE', system: null } });
  });
});
