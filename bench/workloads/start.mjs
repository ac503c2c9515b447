/* From `pts serve` on existing data, its PostgreSQL stopped, until the first answer to a question about the data. */

import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RUNTIME_OPTIONS } from '../../bin/node-runtime.mjs';
import { median } from '../measure/statistics.mjs';
import { tokens } from '../population/state.mjs';
import { goalOf } from '../report/goals.mjs';
import { freePort, project } from '../servers/process.mjs';
import { budgets } from '../servers/product.mjs';
import { jsonHeaders } from './reads.mjs';

export async function measureStart({ cluster, size, directory, stopServers }, name) {
  await stopServers();
  await cluster.down();
  const seconds = [];
  try {
    for (let round = 0; round <= size.rounds; round += 1)
      seconds.push(await secondsUntilAnswer(cluster.directory, directory));
  } finally {
    await cluster.up();
  }
  const counted = seconds.slice(1); // the first one fills the caches of the disk and of compiled code
  const { ratio: goal, seconds: goalSeconds } = goalOf(name, 'goal');
  const took = median(counted);
  const notes = [
    `median ${took.toFixed(2)} s, ${Math.min(...counted).toFixed(2)} to ${Math.max(...counted).toFixed(2)}; the goal is under ${goalSeconds} s`,
  ];
  return [
    {
      workload: name,
      against: 'goal',
      ratio: goalSeconds / took,
      goal,
      spread: counted
        .map(each => goalSeconds / each)
        .sort((a, b) => a - b)
        .filter((_, at, all) => at === 0 || at === all.length - 1),
      seconds: took,
      notes,
    },
  ];
}

async function secondsUntilAnswer(dataDirectory, directory) {
  const port = await freePort();
  const output = openSync(join(directory, 'start.log'), 'a');
  const words = [
    ...RUNTIME_OPTIONS, // as npm start gives them
    join(project, 'bin', 'pts.mjs'),
    'serve',
    '--port',
    String(port),
    '--mode',
    'production',
    '--data-dir',
    dataDirectory,
    '--drain-seconds',
    '0',
    ...budgets, // what another workload has spent is no part of a start
  ];
  const { DATABASE_URL: _, ...environment } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', output, output],
    env: { ...environment, NODE_ENV: 'production' },
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise(resolve => child.once('exit', resolve));
  try {
    const body = JSON.stringify({ query: '{ systems(first: 1) { edges { node { ptsId } } } }' });
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: jsonHeaders(tokens.staff),
        body,
      }).then(
        response => response.json(),
        () => null,
      );
      if (answer?.data?.systems.edges.length === 1) return (performance.now() - startedAt) / 1000;
      if (child.exitCode !== null || performance.now() - startedAt > 60_000)
        throw new Error(`the product does not start (see ${join(directory, 'start.log')})`);
      await sleep(20);
    }
  } finally {
    child.kill('SIGTERM');
    await ended;
    process.off('exit', kill);
  }
}
