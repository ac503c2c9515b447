/* A run from beginning to end: population, workloads in their order, table, results. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { smaller, withGrowth } from './growth.mjs';
import { Load } from './load/load.mjs';
import { Cluster } from './population/databases.mjs';
import { check } from './report/check.mjs';
import { machine, versions } from './report/machine.mjs';
import { writeResults } from './report/results.mjs';
import { tableOf } from './report/table.mjs';
import { killAll } from './servers/process.mjs';
import { full, quick } from './sizes.mjs';
import { workloads } from './workloads/list.mjs';

/** In: the options of the command line. Out: the exit code. */
export async function run({ quick: isQuick, check: checks, only }) {
  const size = isQuick ? quick : full;
  const chosen = chosenOf(only);
  const startedAt = Date.now();
  const say = line => console.log(`${((Date.now() - startedAt) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  process.once('exit', killAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  const cluster = await Cluster.start();
  const load = new Load();
  const logs = join(cluster.directory, '..', 'logs');
  mkdirSync(logs, { recursive: true });
  const context = { cluster, load, size, say, directory: logs };
  const kept = async (rows, options) => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const facts = { size: size.name, at: new Date(startedAt).toISOString(), seconds };
    const results = { ...facts, machine: machine(), versions: await versions(), rows };
    writeResults(results, options);
    return results;
  };
  let rows = [];
  try {
    // what was measured stays, whatever comes
    rows = await measureAll(context, chosen, found => kept(found, { whole: false }));
    const bySystems = new Map();
    for (const systems of size.growth) {
      say(`growth: ${systems} systems`);
      bySystems.set(systems, await measureAll({ ...context, size: smaller(size, systems) }, chosen));
    }
    rows = withGrowth(rows, size, bySystems);
  } finally {
    load.stop();
    await cluster.down();
  }
  const results = await kept(rows, { whole: only.length === 0 });
  console.log(`\n${tableOf(results)}\n`);
  return checks
    ? check(
        results,
        chosen.map(({ name }) => name),
      )
    : 0;
}

/** Prepares each group of workloads, measures them in their order, puts all away. */
async function measureAll(context, chosen, onRows = () => undefined) {
  const rows = [];
  for (const group of Map.groupBy(chosen, ({ group }) => group).values()) {
    const prepared = await group[0].prepare(context);
    try {
      for (const { name, measure } of group) {
        context.say(name);
        const size = { ...context.size, ...context.size.of?.[name] };
        rows.push(...(await measure({ ...context, ...prepared, size }, name)));
        await onRows(rows);
      }
    } finally {
      await prepared.end();
    }
  }
  return rows;
}

function chosenOf(only) {
  const unknown = only.filter(name => !workloads.some(workload => workload.name === name));
  if (unknown.length > 0) {
    const names = workloads.map(({ name }) => name).join(', ');
    throw Object.assign(new Error(`There is no workload ${unknown.join(', ')}: there are ${names}.`), {
      expected: true,
    });
  }
  return only.length === 0 ? workloads : workloads.filter(({ name }) => only.includes(name));
}
