import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { contentsOf, rowsAdded } from '../support/contents.js';
import { application } from '../support/papers.js';
import { makeParty, type Party, setClock } from '../support/world.js';
import { codesOf, registrationsOf } from './registrations.js';

let api: Api;
let staff: Party;
let party: Party;
let world: ReturnType<typeof registrationsOf>;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-04-28T15:00:00Z');
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  party = await makeParty(api, 'Oak Certificates', ['REC_OWNER']);
  world = registrationsOf(api, staff);
});
afterAll(() => api.stop());

describe('an approval', () => {
  test('finds the account of the address in whatever case, adds what it lacks, and alters nothing of its profile', async () => {
    const { organisationId } = party;
    const known = { organisationId, name: 'Cleo Known', email: 'Cleo@Example.org', kinds: ['REC_OWNER'] };
    const { accountId } = await api.does('createAccount', known);
    const { requestId } = await world.apply(
      application('CLEO@example.ORG', {
        applicant: {
          name: 'C. Other',
          email: 'CLEO@example.ORG',
          organisationKind: 'COMPANY',
          organisationName: 'New',
        },
      }),
    );
    const organisations = await world.countOf('organisation');
    const approved = dataOf(await world.approve(requestId)).approveRegistration;
    expect(approved?.accountId).toBe(accountId);
    expect(await world.countOf('organisation')).toBe(organisations);
    const { rows } = await api.database.query(
      'select name, email, kinds, organisation_id::text as organisation from account where id = $1',
      [accountId],
    );
    expect(rows).toEqual([
      {
        name: 'Cleo Known',
        email: 'Cleo@Example.org',
        kinds: ['REC_OWNER', 'SYSTEM_OWNER'],
        organisation: organisationId,
      },
    ]);
    const holders = await api.database.query(
      'select distinct r.organisation_id::text as id from system_role r join system s on s.id = r.system_id where s.pts_id = $1',
      [approved?.ptsId],
    );
    expect(holders.rows).toEqual([{ id: organisationId }]);
  });

  test('makes nobody of staff a party: CONFLICT, and the application stays open', async () => {
    const { organisationId } = staff;
    await api.does('createAccount', { organisationId, name: 'Clerk', email: 'clerk@example.org', kinds: ['STAFF'] });
    const { requestId } = await world.apply(application('Clerk@example.org'));
    const before = await contentsOf(api.database);
    expect(codesOf(await world.approve(requestId))).toEqual(['CONFLICT']);
    expect(await contentsOf(api.database)).toEqual(before);
    expect(await world.requestAs(staff.token, requestId)).toMatchObject({ state: 'SUBMITTED' });
  });

  test('of two at once is one: the other is REQUEST_NOT_OPEN, and there is one account and one system', async () => {
    const { requestId } = await world.apply(application('race@example.org'));
    const second = await makeParty(api, 'MassCEC, second clerk', ['STAFF']);
    const before = await contentsOf(api.database);
    const answers = await Promise.all([world.approve(requestId), world.approve(requestId, second.token)]);
    expect(answers.flatMap(codesOf)).toEqual(['REQUEST_NOT_OPEN']);
    expect(rowsAdded(before, await contentsOf(api.database))).toEqual({
      account: 1,
      change_event: 4, // of the request, the system and two roles
      idempotent_request: 1,
      organisation: 1,
      request_event: 1,
      rollup_dirty: 1,
      system: 1,
      system_role: 2,
    });
  });

  test('of two applications of one person at once opens one account', async () => {
    const applications = await Promise.all(
      ['Twice@example.org', 'other@example.org'].map(email => world.apply(application(email))),
    );
    // as from before one application at a time waited for an address
    await api.database.query(
      `update request set content = content || '{"email": "twice@EXAMPLE.org"}' where content ->> 'email' = 'other@example.org'`,
    );
    const before = await contentsOf(api.database);
    const answers = await Promise.all(applications.map(({ requestId }) => world.approve(requestId)));
    const accounts = answers.map(answer => dataOf(answer).approveRegistration?.accountId);
    expect(new Set(accounts).size).toBe(1);
    expect(rowsAdded(before, await contentsOf(api.database))).toMatchObject({ account: 1, organisation: 1, system: 2 });
  });

  test('and a denial at once are one decision', async () => {
    const { requestId } = await world.apply(application('either@example.org'));
    const answers = await Promise.all([
      world.approve(requestId),
      api.mutate(staff.token, 'denyRequest', { requestId, reason: 'incomplete' }),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['REQUEST_NOT_OPEN']);
    const decided = await world.requestAs(staff.token, requestId);
    expect(decided).toMatchObject({ events: [{ step: 'SUBMITTED' }, {}] });
  });

  test('of what does not exist, or of another kind, is NOT_FOUND', async () => {
    expect(codesOf(await world.approve('999999'))).toEqual(['NOT_FOUND']);
  });
});

test('a denial is told with its reason, and to whom is not', async () => {
  const { requestId, receipt } = await world.apply(application('denied@example.org'));
  await api.does('denyRequest', { requestId, reason: 'No such street.' }, staff.token);
  expect(await world.statusOf(receipt)).toEqual({
    state: 'DENIED',
    submittedAt: expect.any(String),
    decidedAt: expect.stringMatching(/^2024-04-28T15:/),
    reason: 'No such street.',
  });
  expect(await world.countOf(`account where email = 'denied@example.org'`)).toBe(0);
});

test('the history, which is kept for ever, says nothing of a person; what the request says can be emptied', async () => {
  const { requestId, receipt } = await world.apply(application('forget@example.org'));
  const emptied = `update request set content = '{}' where id = ${requestId}`;
  await api.does('denyRequest', { requestId, reason: 'incomplete' }, staff.token);
  const { rows } = await api.database.query<{ text: string }>(
    'select string_agg(e::text, $1) as text from request_event e',
    ['\n'],
  );
  expect(rows[0]?.text).not.toMatch(/example|Miller|Lowell|Mill Street/);
  await expect(
    api.database.query(`update request set content = '{"email": "x"}' where id = ${requestId}`),
  ).rejects.toThrow('append-only');
  await expect(
    api.database.query(`update request set content = '{}', state = 'APPROVED' where id = ${requestId}`),
  ).rejects.toThrow('append-only');
  await api.database.query(emptied);
  expect(await world.requestAs(staff.token, requestId)).toMatchObject({ state: 'DENIED', registration: null });
  expect(await world.statusOf(receipt)).toMatchObject({ state: 'DENIED' });
});
