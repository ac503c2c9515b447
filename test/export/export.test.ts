import type { MikroORM } from '@mikro-orm/postgresql';
import { exportDays, forgetExports } from '../../src/export/forget-exports.js';
import { writeExport } from '../../src/export/write-export.js';
import type { JobRun } from '../../src/platform/job.js';
import { openDatabase } from '../../src/server/database.js';
import { workOnce } from '../../src/server/worker.js';
import type { Api } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import type { Neighbourhood } from '../api/support/neighbourhood.js';
import { startWithNeighbourhood } from '../api/support/start-with.js';
import { appointHolders, makeSystem } from '../api/support/world.js';

let api: Api;
let orm: MikroORM;
let world: Neighbourhood;
beforeAll(async () => {
  ({ api, world } = await startWithNeighbourhood());
  orm = await openDatabase(api.databaseUrl);
}, 120_000);
afterAll(async () => {
  await orm?.close(true);
  await api?.stop();
});

const failures: unknown[] = [];
const work = () =>
  workOnce(orm, [writeExport], {
    databaseUrl: api.databaseUrl,
    mode: 'sandbox',
    log: error => `${failures.push(error)}`,
  });
const jobRun = (payload: object, signal = new AbortController().signal): JobRun => ({
  ...{ em: orm.em.fork(), payload, now: new Date(), attempt: 1, signal },
  mode: 'sandbox',
});

const start = (token: string, input: object) => api.mutate(token, 'startExport', { format: 'JSON_LINES', ...input });
async function started(token: string, input: object): Promise<string> {
  return String(dataOf(await start(token, input)).startExport?.exportId);
}
async function stateOf(token: string, id: string) {
  const query = 'query ($id: ID!) { export(id: $id) { state progressPercent rows bytes path } }';
  return dataOf(await api.ask<{ export: { state: string; rows: number; bytes: number } | null }>(token, query, { id }))
    .export;
}
const fetchFile = (token: string, id: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/exports/${id}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
async function exported(token: string, input: object): Promise<string> {
  const id = await started(token, input);
  await work();
  return (await fetchFile(token, id)).text();
}
const objects = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>);

test('an export holds what the account may see, and nothing of others', async () => {
  const { owner, elmOwner, staff, oak, elm, ash, dasProvider } = world;
  const systemsOf = async (token: string) =>
    objects(await exported(token, { content: 'SYSTEMS' }))
      .map(({ ptsId }) => ptsId)
      .sort();
  expect(await systemsOf(owner.token)).toEqual([oak.ptsId]);
  expect(await systemsOf(elmOwner.token)).toEqual([elm.ptsId]);
  expect(await systemsOf(staff.token)).toEqual([oak, elm, ash].map(({ ptsId }) => ptsId).sort());
  const readings = objects(await exported(dasProvider.token, { content: 'READINGS' }));
  expect(readings.length).toBeGreaterThan(0);
  const asked = await api.database.query<{ total: string }>(
    `select sum(r.production_kwh)::text as total from reading r join system s on s.id = r.system_id
     where s.pts_id = any($1) and r.superseded_at is null`,
    [await systemsOf(dasProvider.token)],
  );
  const inForce = readings.filter(({ inForce }) => inForce === true);
  const sum = inForce.reduce((total, { productionKwh }) => total + BigInt(String(productionKwh).replace('.', '')), 0n);
  expect(sum).toBe(BigInt(String(asked.rows[0]?.total).replace('.', '')));
});

test('certificates and ledger are those that the lists give, in their order', async () => {
  const { elmOwner } = world;
  const listed = dataOf(
    await api.ask<Record<'ledger' | 'certificates', { edges: { node: Record<string, unknown> }[] }>>(
      elmOwner.token,
      '{ ledger(first: 500) { edges { node { id kind range reason unitHash } } } certificates(first: 500) { edges { node { range quantity state } } } }',
    ),
  );
  const nodes = (name: 'ledger' | 'certificates') => listed[name].edges.map(({ node }) => node);
  expect(nodes('certificates').length).toBeGreaterThan(0);
  const entries = objects(await exported(elmOwner.token, { content: 'LEDGER_ENTRIES' }));
  expect(entries.map(({ id, kind, range, reason, unitHash }) => ({ id, kind, range, reason, unitHash }))).toEqual(
    nodes('ledger'),
  );
  const held = objects(await exported(elmOwner.token, { content: 'CERTIFICATES' }));
  expect(held.map(({ range, quantity, state }) => ({ range, quantity, state }))).toEqual(nodes('certificates'));
});

test('CSV has its columns in the first line, and months limit readings and production', async () => {
  const { dasProvider } = world;
  const csv = await exported(dasProvider.token, {
    content: 'PRODUCTION',
    format: 'CSV',
    fromMonth: '2024-01',
    toMonth: '2024-01',
  });
  const [head, ...lines] = csv.split('\r\n').filter(Boolean);
  expect(head).toBe('ptsId,meterLabel,month,productionKwh,estimated,forfeited,readingId');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every(line => line.split(',')[2] === '2024-01')).toBe(true);
  const none = await exported(dasProvider.token, {
    content: 'READINGS',
    format: 'CSV',
    fromMonth: '1999-01',
    toMonth: '1999-02',
  });
  expect(none.split('\r\n').filter(Boolean).length).toBe(1);
});

test('an empty file is a file', async () => {
  const id = await started(world.owner.token, { content: 'READINGS', toMonth: '1999-01' });
  await work();
  expect(await stateOf(world.owner.token, id)).toEqual({
    ...{ state: 'COMPLETED', progressPercent: 100, rows: 0, bytes: 0, path: `/exports/${id}` },
  });
  const file = await fetchFile(world.owner.token, id);
  expect([file.status, await file.text()]).toEqual([200, '']);
});

describe('of many systems', () => {
  const many = 1_200;
  let whole: string;
  beforeAll(async () => {
    await api.database.query(
      `insert into system (pts_id, name, technology, capacity_kw, town, created_at)
       select 'MANY-' || n, '=Barn "' || n || '", north', 'SOLAR_PV', n, 'Salem', now() from generate_series(1, $1) n`,
      [many],
    );
    whole = await exported(world.staff.token, { content: 'SYSTEMS', format: 'CSV' });
  });

  test('a worker that ends in the middle leaves whole pieces, and another goes on after them', async () => {
    const { token } = world.staff;
    const id = await started(token, { content: 'SYSTEMS', format: 'CSV' });
    await writeExport.run(jobRun({ exportId: id }, AbortSignal.abort()));
    expect(await stateOf(token, id)).toMatchObject({ state: 'RUNNING', rows: 500, progressPercent: 41, path: null });
    await work();
    expect(await stateOf(token, id)).toMatchObject({ state: 'COMPLETED', rows: many + 3, progressPercent: 100 });
    expect(await (await fetchFile(token, id)).text()).toBe(whole);
  });

  test('two workers at the same export write it once', async () => {
    const { token } = world.staff;
    const id = await started(token, { content: 'SYSTEMS', format: 'CSV' });
    await Promise.all([1, 2, 3].map(() => writeExport.run(jobRun({ exportId: id }))));
    expect(await stateOf(token, id)).toMatchObject({ state: 'COMPLETED', rows: many + 3 });
    expect(await (await fetchFile(token, id)).text()).toBe(whole);
  });

  test('a fetch that broke goes on by ranges of bytes, over the seams of pieces', async () => {
    const { token } = world.staff;
    const id = await started(token, { content: 'SYSTEMS', format: 'CSV' });
    await work();
    const bytes = Buffer.byteLength(whole);
    const tag = `"export-${id}-${bytes}"`;
    const parts = [];
    for (let first = 0; first < bytes; first += 40_000) {
      const part = await fetchFile(token, id, { range: `bytes=${first}-${first + 39_999}`, 'if-range': tag });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes ${first}-${Math.min(first + 39_999, bytes - 1)}/${bytes}`);
      parts.push(await part.text());
    }
    expect(parts.join('')).toBe(whole);
    const tail = await fetchFile(token, id, { range: 'bytes=-10' });
    expect(await tail.text()).toBe(whole.slice(-10));
    expect((await fetchFile(token, id, { range: `bytes=${bytes}-` })).status).toBe(416);
    expect((await fetchFile(token, id, { range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
    expect((await fetchFile(token, id, { 'if-none-match': tag })).status).toBe(304);
  });

  test('what somebody wrote is no formula, and is quoted', () => {
    expect(whole).toContain(`"'=Barn ""7"", north"`);
  });
});

describe('is refused', () => {
  const codeOf = async (answer: ReturnType<typeof start>) => (await answer).errors[0]?.extensions;

  test('with FORBIDDEN: certificates to who may have none', async () => {
    expect(await codeOf(start(world.owner.token, { content: 'CERTIFICATES' }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('with BAD_USER_INPUT: months the wrong way round', async () => {
    const months = { content: 'READINGS', fromMonth: '2024-02', toMonth: '2024-01' };
    expect(await codeOf(start(world.owner.token, months))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('with CONFLICT: a sixth at once; one that is cancelled makes room', async () => {
    const { token } = world.several;
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await started(token, { content: 'SYSTEMS' }));
    expect(await codeOf(start(token, { content: 'SYSTEMS' }))).toMatchObject({
      code: 'CONFLICT',
      facts: { rule: 'exports_at_once', maximum: 5 },
    });
    await api.does('cancelExport', { exportId: ids[0] }, token);
    expect(await codeOf(api.mutate(token, 'cancelExport', { exportId: ids[0] }))).toMatchObject({ code: 'CONFLICT' });
    expect(await codeOf(start(token, { content: 'SYSTEMS' }))).toBeUndefined();
    await work();
    expect(await stateOf(token, String(ids[0]))).toMatchObject({ state: 'CANCELLED', path: null });
  });

  test('with 404 what is another’s, with 409 what is not written, with 401 who shows nothing', async () => {
    const { token } = world.owner;
    const id = await started(token, { content: 'SYSTEMS' });
    expect((await fetchFile(token, id)).status).toBe(409);
    await work();
    expect((await fetchFile(token, id)).status).toBe(200);
    expect((await fetchFile(world.elmOwner.token, id)).status).toBe(404);
    expect((await fetchFile(world.staff.token, id)).status).toBe(404);
    expect(await stateOf(world.elmOwner.token, id)).toBeNull();
    expect((await fetch(`${api.url}/exports/${id}`)).status).toBe(401);
  });

  test('with 404 what was completed long ago', async () => {
    const { token } = world.owner;
    const id = await started(token, { content: 'SYSTEMS' });
    await work();
    const later = new Date(Date.now() + (exportDays + 1) * 86_400_000 * 3_650);
    await forgetExports.run({ ...jobRun({}), now: later });
    expect((await fetchFile(token, id)).status).toBe(404);
    expect(await stateOf(token, id)).toMatchObject({ state: 'FORGOTTEN', path: null });
    const left = await api.database.query('select from export_piece where export_id = $1', [id]);
    expect(left.rowCount).toBe(0);
  });
});

test('no worker stumbled', () => {
  expect(failures).toEqual([]);
});

test('a file is kept from an account that lost the rights in a system of it; a new one holds what it sees now', async () => {
  const { several } = world;
  const ptsId = await makeSystem(api);
  await appointHolders(api, ptsId, { representative: several });
  const id = await started(several.token, { content: 'SYSTEMS' });
  const ofLedger = await started(several.token, { content: 'LEDGER_ENTRIES' });
  await work();
  const whole = await fetchFile(several.token, id);
  expect([whole.status, objects(await whole.text()).map(({ ptsId }) => ptsId)]).toEqual([
    200,
    [world.ash.ptsId, ptsId],
  ]);
  await api.does('endRole', { ptsId, role: 'SYSTEM_REPRESENTATIVE', untilOn: '2024-02-01', reason: 'test' });
  for (const headers of [{}, { range: 'bytes=0-9' }, { 'if-none-match': whole.headers.get('etag') ?? '' }]) {
    const refused = await fetchFile(several.token, id, headers);
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'FORBIDDEN', facts: { lostSystems: 1 } } }] },
    ]);
  }
  expect((await fetchFile(several.token, ofLedger)).status).toBe(200);
  const again = objects(await exported(several.token, { content: 'SYSTEMS' }));
  expect(again.map(({ ptsId }) => ptsId)).toEqual([world.ash.ptsId]);
});
