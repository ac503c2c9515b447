import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '../../src/embedded/acquire.js';
import { migrate } from '../../src/server/database.js';
import { ask, dataOf } from '../api/support/ask.js';
import { mutationDocument } from '../api/support/documents.js';
import { rollUp } from '../api/support/roll-up.js';
import { type Serving, serve } from '../serve/serving.js';
import { type ProcessGroup, startPtsGroup } from '../support/process-group.js';
import { makeStateOfMany, tokenOf } from '../support/state-of-many.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/*
 * How old roll-ups are while all of a large state reports: a server that takes the readings and a worker that rolls them up, each a process of
 * its own, on a PostgreSQL that waits for its disk. After a few calls every town has new readings, so each run of the worker computes the
 * month whole.
 */

const systems = 100_000;
const rowsOfCall = 500;
const month = '2024-01';
const lastMonth = '2023-12';
const submit = mutationDocument('submitReadings');
interface Submitted {
  readonly submitReadings: { readonly accepted: number };
}
interface Call {
  readonly account: number;
  readonly ptsIds: readonly string[];
}

let primary: EmbeddedDatabase;
let database: pg.Client;
let serving: Serving;
let worker: ProcessGroup;

beforeAll(async () => {
  primary = await acquireEmbeddedDatabase({ directory: join(temporaryDirectory('staleness'), 'postgres') });
  await migrate(primary.url);
  database = new pg.Client({ connectionString: primary.url });
  await database.connect();
  await makeStateOfMany(database, { systems, from: '2021-01-01', months: 36, ofAggregator: 10_000 });
  await database.query(`
    insert into das_provider (organisation_id, approved_on, reason, created_at)
      select id, '2010-01-01', 'large systems are reported by providers alone', now() from organisation where id between 1061 and 1100`);
  await rollUp(primary.url, lastMonth);
  await database.query('vacuum analyze');
  const environment = {
    ...{ DATABASE_URL: primary.url, PTS_CLOCK: `${month}-28T15:00:00Z` },
    ...{ PTS_ACCOUNT_POINTS: '9999999', PTS_PUBLIC_POINTS: '9999999' },
  };
  serving = await serve(['--no-jobs'], environment);
  worker = startPtsGroup(['work'], environment);
});
afterAll(async () => {
  await serving?.stop('SIGTERM');
  worker?.signal('SIGTERM');
  await worker?.ended;
  await database?.end();
  await primary?.release();
});

async function one<Row extends object>(statement: string): Promise<Row> {
  const { rows } = await database.query<Row>(statement);
  if (!rows[0]) throw new Error(`no row: ${statement}`);
  return rows[0];
}

/** The readings of all systems, by who reports them, in calls that go through the towns. */
async function callsOfAll(): Promise<Call[]> {
  const { rows } = await database.query<{ account: number; ptsIds: string[] }>(`
    select role.organisation_id::int as account, array_agg(s.pts_id order by s.id) as "ptsIds"
    from system s join system_role role on role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE' group by 1 order by 1`);
  const calls = rows.flatMap(({ account, ptsIds }) =>
    Array.from({ length: Math.ceil(ptsIds.length / rowsOfCall) }, (_, index) => ({
      ...{ account, place: index, ptsIds: ptsIds.slice(index * rowsOfCall, (index + 1) * rowsOfCall) },
    })),
  );
  return calls.sort((a, b) => a.place - b.place);
}

async function send({ account, ptsIds }: Call): Promise<void> {
  const readings = ptsIds.map(ptsId => ({
    ...{ ptsId, readAt: `${month}-28T14:00:00Z`, valueKwh: String(37_000 + (Number(ptsId.slice(5)) % 700)) },
  }));
  const request = { input: { readings }, key: ptsIds[0] };
  const answer = await ask<Submitted>(`${serving.url}/graphql`, tokenOf(account), submit, request);
  expect(dataOf(answer).submitReadings.accepted).toBe(ptsIds.length);
}

const age = `select extract(epoch from clock_timestamp() - as_of)::float8 as seconds, as_of::text as "asOf" from rollup_state`;

test('while 100,000 systems report a month the roll-ups follow, and then they have all of it', async () => {
  const calls = await callsOfAll();
  for (let waited = 0; (await one<{ seconds: number }>(age)).seconds > 20; waited += 1) {
    if (waited > 600) throw new Error('the worker does not keep the roll-ups');
    await sleep(100); // the first run of the worker: of what was made before it
  }
  const ages: number[] = [];
  const runs = new Set<string>();
  const look = async () => {
    const { seconds, asOf } = await one<{ seconds: number; asOf: string }>(age);
    ages.push(seconds);
    runs.add(asOf);
    await sleep(100);
  };
  const startedAt = Date.now();
  let over = false;
  const submitter = async () => {
    for (let call = calls.shift(); call; call = calls.shift()) await send(call);
  };
  const submitted = Promise.all([submitter(), submitter(), submitter()]).finally(() => {
    over = true;
  });
  while (!over) await look();
  await submitted;
  const seconds = (Date.now() - startedAt) / 1_000;
  const { at } = await one<{ at: string }>('select clock_timestamp()::text as at');
  while (!(await one<{ has: boolean }>(`select as_of > '${at}' as has from rollup_state`)).has) await look();
  const rolledUpAfter = (Date.now() - startedAt) / 1_000 - seconds;

  ages.sort((a, b) => a - b);
  process.stderr.write(
    `${systems} readings in ${seconds.toFixed(0)} s (${Math.round(systems / seconds)} a second): roll-ups ${runs.size - 1} times brought up to date, ` +
      `their age median ${ages[Math.floor(ages.length / 2)]?.toFixed(1)} s, most ${ages.at(-1)?.toFixed(1)} s; ` +
      `all in them ${rolledUpAfter.toFixed(1)} s after the last call\n`,
  );
  expect(
    await one(
      `select sum(systems)::int as systems, sum(production_kwh)::text as kwh from production_month_rollup where month = '${month}-01'`,
    ),
  ).toEqual(
    await one(`select count(distinct system_id)::int as systems, sum(production_kwh)::numeric(20, 3)::text as kwh
      from production_in_force where month = '${month}-01'`),
  );
});
