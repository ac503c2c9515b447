import { findOrOpenParty, type WantedParty } from '../../../src/account/find-or-open-party.js';
import type { PartyKind } from '../../../src/domain/account-kind.js';
import { type Api, startApi } from '../support/api.js';
import { application } from '../support/papers.js';
import { makeParty, makeSystem, type Party } from '../support/world.js';
import { opener } from './opener.js';

let api: Api;
let staff: Party;
let party: Party;
let opened: Awaited<ReturnType<typeof opener>>;

beforeAll(async () => {
  api = await startApi();
  staff = await makeParty(api, 'MassCEC', ['STAFF']);
  party = await makeParty(api, 'Oak Certificates', ['REC_OWNER']);
  opened = await opener(api, await makeSystem(api));
});
afterAll(async () => {
  await opened?.stop();
  await api.stop();
});

const find = (wanted: WantedParty, kinds: readonly PartyKind[] = ['REC_OWNER']) =>
  opened
    .performAs(staff, undefined, verb => findOrOpenParty(verb, wanted, kinds))
    .then(
      ({ organisationId, accountId }) => ({ organisationId, accountId }),
      (error: { code?: string }) => error.code,
    );
const named = (email: string) => ({ name: 'Ada Miller', email, organisationKind: 'PERSON' as const });

test('an organisation is found by its id, and its accounts stay as they are', async () => {
  const { organisationId } = party;
  expect(await find({ organisationId }, ['SYSTEM_OWNER'])).toEqual({ organisationId, accountId: null });
  const { rows } = await api.database.query('select kinds from account where id = $1', [party.accountId]);
  expect(rows).toEqual([{ kinds: ['REC_OWNER'] }]);
  expect(await find({ organisationId: '999999' })).toBe('NOT_FOUND');
});

test('the public is no party: neither by its organisation nor by its address', async () => {
  await api.mutate(null, 'applyForRegistration', application('ada@example.org'));
  const { rows } = await api.database.query<{ id: string }>(
    `select organisation_id::text as id from account where email = 'public@pts.invalid'`,
  );
  expect(rows).toHaveLength(1);
  expect(await find({ organisationId: String(rows[0]?.id) })).toBe('NOT_FOUND');
  expect(await find(named('public@pts.invalid'))).toBe('BAD_USER_INPUT');
  expect(await find(named('operator@pts.invalid'))).toBe('BAD_USER_INPUT');
});

test('of two accounts whose addresses differ by case the one spelled so is found, else the older', async () => {
  const account = { organisationId: party.organisationId, name: 'Bo', kinds: ['REC_OWNER'] };
  const older = await api.does('createAccount', { ...account, email: 'bo@example.org' });
  const newer = await api.does('createAccount', { ...account, email: 'Bo@example.org' });
  expect(await find(named('Bo@example.org'))).toMatchObject({ accountId: newer.accountId });
  expect(await find(named('BO@example.org'))).toMatchObject({ accountId: older.accountId });
});

test('who is not known is entered, once', async () => {
  const made = await find(named('new@example.org'), ['SYSTEM_OWNER', 'REC_OWNER']);
  expect(made).toEqual({ organisationId: expect.stringMatching(/^\d+$/), accountId: expect.stringMatching(/^\d+$/) });
  expect(await find(named('NEW@example.org'))).toEqual(made);
});
