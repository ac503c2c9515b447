import { type Api, startApi } from '../api/support/api.js';
import { ask, dataOf, type Json } from '../api/support/ask.js';
import { rollUp } from '../api/support/roll-up.js';
import { setClock } from '../api/support/world.js';
import { createWorld, type World } from '../support/world.js';
import { fetchFile } from './support/files.js';
import { addSystems } from './support/more-systems.js';

let world: World;
let api: Api;
let batch: { id: string; quantity: number; issuance: string; hash: string };
beforeAll(async () => {
  world = await createWorld('RETIRED');
  api = await startApi('sandbox', world.url);
  await setClock(api, '2018-05-01T12:00:00Z');
  const { rows } = await api.database.query<typeof batch>(
    `select b.id, b.quantity, b.issuance_id as issuance, encode(unit.hash, 'hex') as hash
     from certificate_batch b join gis_asset asset on asset.id = b.asset_id
     join issuance i on i.id = b.issuance_id
     join ledger_entry mint on mint.batch_id = b.id and mint.kind = 'MINT'
     join ledger_unit unit on unit.asset_id = mint.asset_id and unit.sequence = mint.unit_sequence
     where asset.gis_id = 'NON700001' and b.vintage_month = '2017-07-01' and b.program = 'SREC_II'`,
  );
  const [found] = rows;
  if (!found) throw new Error('no certificates');
  batch = found;
}, 90_000);
afterAll(async () => {
  await api.stop();
  await world.end();
});

const query = `query ($serialNumber: String!) { certificate(serialNumber: $serialNumber) {
  serialNumber path program vintageMonth quarter mintedOn gisId state retiredFor retiredOn
  provenance { reportedMwh withheld revision unitHash gisReportSha256 } } }`;
const asked = (serialNumber: string) => ask(`${api.url}/public/graphql`, null, query, { serialNumber });
const certificate = async (serial: number) =>
  dataOf(await asked(`${batch.id} - ${serial}`)).certificate as { [field: string]: Json } | null;
const permalink = (text: string, headers = {}) => fetchFile(`${api.url}/public/certificates/${text}`, headers);

test('a certificate that is retired: what for and when, where from, and nothing of anybody', async () => {
  const { rows } = await api.database.query<{ sha256: string }>(
    `select encode(report.sha256, 'hex') as sha256 from gis_report report join issuance_run run on run.id = report.run_id
     where run.quarter = '2017-Q3'`,
  );
  expect(await certificate(5)).toEqual({
    serialNumber: `${batch.id} - 5`,
    path: `/public/certificates/${batch.id}-5`,
    ...{ program: 'SREC_II', vintageMonth: '2017-07', quarter: '2017-Q3', mintedOn: '2018-01-20' },
    gisId: null, // three systems of a person: the number of certificates would tell what a home produced
    ...{ state: 'RETIRED', retiredFor: 'VOLUNTARY', retiredOn: expect.stringMatching(/^2018-\d\d-\d\d$/) },
    provenance: {
      ...{ reportedMwh: null, withheld: true, revision: 1, unitHash: batch.hash },
      gisReportSha256: rows[0]?.sha256,
    },
  });
});

test('one that somebody holds is issued, whatever its holder has done with it', async () => {
  const before = await certificate(4);
  expect(before).toMatchObject({ state: 'ISSUED', retiredFor: null, retiredOn: null });
  const put = (state: string) =>
    api.database.query(
      'update certificate_holding set state = $2 where batch_id = $1 and 4 between first_serial and last_serial',
      [batch.id, state],
    );
  for (const state of ['RETAIL', 'BANKED', 'PENDING', 'DEPOSITED']) {
    await put(state);
    expect([state, await certificate(4)]).toEqual([state, before]);
  }
  await put('ACTIVE');
});

test('a number that was never minted is null; what is no number is refused', async () => {
  expect(await certificate(batch.quantity + 1)).toBeNull();
  expect(dataOf(await asked('999999999999 - 1'))).toEqual({ certificate: null });
  for (const text of ['4086133', '12 - 0', '1 - 1 to 2', `${'9'.repeat(40)} - 1`]) {
    expect((await asked(text)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('the permalink says the same as the query, is not sent again, and 404 or 400 otherwise', async () => {
  const found = await permalink(`${batch.id}-5`);
  expect([found.status, found.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(JSON.parse(found.bytes.toString())).toEqual(await certificate(5));
  const tag = found.headers.get('etag') ?? '';
  expect((await permalink(`${batch.id}-5`, { 'if-none-match': tag })).status).toBe(304);
  const status = async (text: string) => (await permalink(text)).status;
  expect([await status(`${batch.id}-999999`), await status('none'), await status('1-1%20to%202')]).toEqual([
    404, 400, 400,
  ]);
  const none = await fetch(`${api.url}/public/certificates/1-1`);
  expect((await none.json()).errors[0].extensions.facts).toEqual({ serialNumber: '1-1' });
});

test('the asset of organisations is named; its MWh never, while they are of few', async () => {
  await api.database.query(`update organisation set kind = 'COMPANY'`);
  expect(await certificate(5)).toMatchObject({ gisId: 'NON700001', provenance: { reportedMwh: null } });
  await api.database.query(
    `update organisation set kind = 'PERSON' where id in (select organisation_id from system_role where role = 'SYSTEM_OWNER')`,
  );
  expect(await certificate(5)).toMatchObject({ gisId: null });
});

describe('an asset of many systems', () => {
  const provenance = async () => (await certificate(5))?.provenance;
  const move = (towns: string) =>
    api.database.query(
      `update system set town = $2 where id in (select system_id from issuance_system where issuance_id = $1)`,
      [batch.issuance, towns],
    );
  const inIssuance = (issuance: string) =>
    api.database.query(
      `insert into issuance_system (issuance_id, system_id, srec_factor, eligible_kwh, carried_in_kwh)
       select $1, id, 0.8, 0, 0 from system where name = 'more'
         and not exists (select from issuance_system known where known.system_id = system.id)`,
      [issuance],
    );

  const add = async (count: number, issuance: string | null) => {
    await addSystems(api.database, { count, program: 'SREC_II', kwh: { '2017-07': '100' } });
    if (issuance) await inIssuance(issuance);
  };

  test('is named, and its MWh told, once what they leave over of every public sum is of enough systems', async () => {
    await add(5, batch.issuance);
    await move('Alone');
    await rollUp(api.databaseUrl, '2018-05');
    expect(await certificate(5)).toMatchObject({ gisId: 'NON700001' });
    expect(await provenance()).toMatchObject({ reportedMwh: null, withheld: true }); // the other asset of the month is small
    const { rows } = await api.database.query<{ id: string }>(
      `select id from issuance where month = '2017-07-01' and id <> $1`,
      [batch.issuance],
    );
    for (const { id } of rows) await add(6, id);
    await rollUp(api.databaseUrl, '2018-05');
    expect(await provenance()).toMatchObject({ reportedMwh: expect.stringMatching(/^\d+\.\d{3}$/), withheld: false });
  });

  test('tells them no more when a home stands in its town', async () => {
    await add(1, null);
    await api.database.query(`update system set town = 'Alone' where id = (select max(id) from system)`);
    await rollUp(api.databaseUrl, '2018-05');
    expect(await provenance()).toMatchObject({ reportedMwh: null, withheld: true });
  });
});
