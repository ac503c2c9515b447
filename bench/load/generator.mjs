/*
 * The load generator's process. It is told what to ask and for how long, and answers with what came of it and with what it cost itself.
 * Reads are asked by autocannon, so many requests, one after the other on each connection: when it ends, nothing is under way any more;
 * calls are lists of bodies that are sent once each; inserts are the limit of storing readings.
 */
import autocannon from 'autocannon';
import { insertBatches } from '../peers/unnest.mjs';
import { sendCalls } from './calls.mjs';

const kinds = { ask, calls: sendCalls, inserts: insertBatches };

process.on('message', async ({ id, kind, ...asked }) => {
  try {
    process.send({ id, result: await withCost(() => kinds[kind](asked)) });
  } catch (error) {
    process.send({ id, error: error.stack ?? String(error) });
  }
});
process.on('disconnect', () => process.exit());

async function withCost(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ...result, generatorSeconds: (user + system) / 1e6 };
}

async function ask({ url, method = 'POST', headers, body, connections, requests }) {
  const began = performance.now();
  let lastAt = began;
  const asking = autocannon({
    url,
    method,
    headers,
    body,
    connections,
    amount: requests,
    excludeErrorStats: false,
    sampleInt: 20, // it ends with a tick of this clock
  });
  asking.on('response', () => {
    lastAt = performance.now(); // its own duration ends with a tick of its clock
  });
  const result = await asking;
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} requests to ${url} failed: ${JSON.stringify(result.statusCodeStats)}`);
  return {
    requests,
    seconds: (lastAt - began) / 1_000,
    medianMs: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
