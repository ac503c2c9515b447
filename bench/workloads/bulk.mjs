/* Readings in bulk: the mutation with 5,000 rows a request, and the upload of a file, beside the bare insert of the same rows. */
import { rmSync } from 'node:fs';
import { withCost } from '../measure/cost.mjs';
import { peakMbOf } from '../measure/processes.mjs';
import { inTurn } from '../measure/rounds.mjs';
import { makeUnnestMonth, makeUnnestTables, unnestTables } from '../peers/unnest.mjs';
import { withClient } from '../population/sql.mjs';
import { monthAt, tokens } from '../population/state.mjs';
import { startProduct } from '../servers/product.mjs';
import { batchesOf, clockOf, csvFile, mutationFiles, readingsOf } from './readings.mjs';
import { isWanted, jsonHeaders } from './reads.mjs';
import { rowOf } from './row.mjs';

const rowsPerCall = 5_000;

/** A database of its own, a sandbox: its clock goes from window to window. Every round is a month that nobody has reported. */
export async function prepareBulk({ cluster, size, say, directory }) {
  say(`population for bulk: ${size.bulk.systems} systems x ${size.bulk.months} months`);
  const url = await cluster.populate('bench_bulk', size.bulk);
  await makeUnnestTables(url);
  await withClient(url, client => client.query('checkpoint'));
  const server = await startProduct(url, { directory, clock: clockOf(size.bulk.months), name: 'product-bulk' });
  let index = size.bulk.months - 1;
  const nextMonth = async () => {
    index += 1;
    await moveClock(url, clockOf(index));
    await makeUnnestMonth(url, monthAt(index));
    return index;
  };
  const end = async () => {
    await server.stop();
    await cluster.drop('bench_bulk');
  };
  return { url, bulkServer: server, nextMonth, end };
}

function moveClock(url, instant) {
  return withClient(url, client =>
    client.query(
      `insert into sandbox_clock (offset_ms) values ($1) on conflict on constraint sandbox_clock_pk do update set offset_ms = excluded.offset_ms`,
      [Date.parse(instant) - Date.now()],
    ),
  );
}

/** The mutation on so many connections. */
export function measureMutation(connections) {
  return async ({ cluster, load, size, url, bulkServer, nextMonth, directory }, name) => {
    const indexes = [];
    const product = async () => {
      const index = await nextMonth();
      indexes.push(index);
      const rows = size.bulkRows[connections];
      const files = mutationFiles(directory, index, readingsOf(index, 0, rows), rowsPerCall);
      const headers = jsonHeaders(tokens.provider);
      const expect = [`"accepted":${Math.min(rowsPerCall, rows)}`, '"refused":0'];
      const figures = await withCost({ pid: bulkServer.pid, place: cluster.place }, async () => {
        const done = await load.calls({ url: bulkServer.graphql, headers, files, connections, expect });
        return { ...done, units: rows };
      });
      for (const file of files) rmSync(file);
      return figures;
    };
    const figures = await besideUnnest(name, {
      cluster,
      load,
      size,
      url,
      product,
      indexes,
      rows: size.bulkRows[connections],
      connections,
    });
    return rowsOf(name, figures);
  };
}

/** The upload of one file; the memory that a tenth of its rows takes is told beside. */
export async function measureUpload({ cluster, load, size, url, bulkServer, nextMonth, directory }, name) {
  const indexes = [];
  const upload = async (index, from, until) => {
    const count = until - from;
    const files = [csvFile(directory, index, readingsOf(index, from, count))];
    const headers = {
      'content-type': 'text/csv',
      authorization: `Bearer ${tokens.provider}`,
      'idempotency-key': `bench ${index} ${from}`,
    };
    const figures = await withCost({ pid: bulkServer.pid, place: cluster.place }, async () => {
      const done = await load.calls({
        url: `${bulkServer.base}/readings`,
        headers,
        files,
        connections: 1,
        expect: [`"accepted":${count}`],
      });
      return { ...done, units: count };
    });
    rmSync(files[0]);
    return figures;
  };
  const few = size.uploadRows / 10;
  const first = await nextMonth();
  await upload(first, 0, few);
  const fewMb = peakMbOf(bulkServer.pid);
  await upload(first, few, size.uploadRows); // a system that misses a month has it estimated, which the limit does not know
  const product = async () => {
    const index = await nextMonth();
    indexes.push(index);
    return upload(index, 0, size.uploadRows);
  };
  const figures = await besideUnnest(name, {
    cluster,
    load,
    size,
    url,
    product,
    indexes,
    rows: size.uploadRows,
    connections: 1,
  });
  const [row, ...rows] = rowsOf(name, figures);
  return [{ ...row, memory: { [few]: fewMb, [size.uploadRows]: row.product.peakMb } }, ...rows];
}

const stored =
  'stores the same rows, judged already, in a table with the columns, checks, indexes and partitions of the product';
const notes = {
  'sql-unnest': `sql-unnest ${stored} and plain foreign keys, without its triggers`,
  'sql-unnest-once': `sql-unnest-once ${stored} and the trigger by which the product asks references once a statement, without its others`,
};

/** The product beside each of the bare inserts; the product alone where nobody else was measured. */
function rowsOf(workload, { product, ...others }) {
  return Object.keys(notes)
    .filter((against, at) => at === 0 || others[against])
    .map(against =>
      rowOf({ workload, against, ours: product, theirs: others[against], unit: 'rows', notes: [notes[against]] }),
    );
}

/** Rounds of the product and of the bare inserts of the same rows; what all have stored is compared. */
async function besideUnnest(name, { cluster, load, size, url, product, indexes, rows, connections }) {
  const into = table => () => {
    const index = indexes.at(-1);
    const given = { url, table, month: monthAt(index), submittedAt: clockOf(index), connections };
    return withCost({ place: cluster.place }, async () => {
      const done = await load.inserts({ ...given, batches: batchesOf(readingsOf(index, 0, rows), rowsPerCall) });
      return { ...done, nodeSeconds: done.generatorSeconds, generatorSeconds: 0 };
    });
  };
  const peers = Object.entries(unnestTables).filter(([peer]) => isWanted(size, name, peer));
  const inserts = Object.fromEntries(peers.map(([peer, table]) => [peer, into(table)]));
  const figures = await inTurn({ product, ...inserts }, size);
  const months = indexes.map(index => `${monthAt(index)}-01`);
  for (const [, table] of peers) await requireSameRows(name, url, table, months);
  return figures;
}

async function requireSameRows(name, url, other, months) {
  const columns = 'month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel';
  const [{ different }] = await withClient(url, async client => {
    const of = table => `select ${columns} from ${table} where month = any($1::date[])`;
    const { rows } = await client.query(
      `select count(*)::int as different from ((${of('reading')} except ${of(other)}) union all (${of(other)} except ${of('reading')})) d`,
      [months],
    );
    return rows;
  });
  if (different > 0) throw new Error(`${name}: ${different} rows differ between the product and ${other}`);
}
