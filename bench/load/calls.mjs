/* Calls that are made once each, so many at once, each connection taking the next one that nobody has. */

import { readFile } from 'node:fs/promises';
import http from 'node:http';

/** In: `url`, `headers`, `files` with the bodies, `connections`. Out: how many calls in how many seconds; the answers must be 200. */
export async function sendCalls({ url, headers, files, connections, expect }) {
  const bodies = await Promise.all(files.map(file => readFile(file)));
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const waiting = bodies.map((body, index) => ({ body, index }));
  const times = [];
  const startedAt = performance.now();
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const from = performance.now();
      const answer = await post(url, agent, headers, next.body);
      times.push(performance.now() - from);
      for (const words of expect) {
        if (!answer.includes(words)) throw new Error(`call ${next.index}: no ${words} in ${answer.slice(0, 600)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { requests: bodies.length, seconds, medianMs: times[Math.floor(times.length / 2)], p99Ms: times.at(-1) };
}

function post(url, agent, headers, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      response => {
        const pieces = [];
        response.on('data', piece => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(pieces).toString();
          if (response.statusCode >= 300) reject(new Error(`${response.statusCode}: ${text.slice(0, 600)}`));
          else resolve(text);
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
