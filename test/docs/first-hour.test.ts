import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ended } from '../support/run-program.js';
import { type Demonstration, startDemonstration } from './support/demonstration.js';
import { blocksOf } from './support/page.js';
import { runPage } from './support/run-page.js';

/* The pages for integrators, executed as they stand, and the examples, run as a newcomer runs them: all on one served demonstration. */

const pages = {
  'docs/README.md': 5,
  'docs/aggregators.md': 14,
  'docs/das-providers.md': 20,
  'docs/public.md': 10,
  'docs/staff-and-dashboards.md': 6,
};
const examples: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'das-provider': [
    /\d refused of \d/,
    /Sent again under the same key: (\d) of \1 rows answered from the receipt \/uploads\/\d/,
    'not-ours: REFUSED NOT_REPRESENTED',
    'Revoked, it is refused: UNAUTHENTICATED.',
  ],
  aggregator: [
    'Bay State Aggregation',
    'from the beginning, then 0 after the cursor',
    'is PENDING: answered 503 "back soon"',
    /told of it: DOCUMENT_FILED \d+\. The signature is good\./,
    /readings, \d+ bytes in [2-9] pieces/,
  ],
  dashboard: ['What waits:', 'Meterlight DAS:', '2018-Q2 is '],
  public: [
    'If-None-Match: 304',
    'by its hash: 5 systems',
    'pts-systems.csv: 11 rows',
    'RATE_LIMITED',
    'all the same: 200',
  ],
};

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 60_000);
afterAll(() => demonstration?.stop());

test('every request of the pages is answered as shown, in whatever order they are read', async () => {
  const executed = await Promise.allSettled(Object.keys(pages).map(page => runPage(page, demonstration)));
  expect(executed.flatMap(each => (each.status === 'rejected' ? [String(each.reason)] : []))).toEqual([]);
  const counts = executed.map(each => (each.status === 'fulfilled' ? each.value : 0));
  for (const [at, least] of Object.values(pages).entries()) expect(counts[at]).toBeGreaterThanOrEqual(least);
});

test('every example runs to its end and says what it saw', async () => {
  const ran = await Promise.all(Object.keys(examples).map(runExample));
  for (const [at, expected] of Object.values(examples).entries()) {
    const { exitCode, stdout, stderr } = ran[at] ?? {};
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const words of expected) expect(stdout).toMatch(words);
  }
});

test('while no window is open the DAS provider sends nothing, and says so', async () => {
  await setClock('2018-11-20T12:00:00Z');
  const { exitCode, stdout } = await runExample('das-provider');
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Nothing is sent while no window is open.')]);
  expect(stdout).not.toContain('Sent');
});

test('code that is shown is that of an example', () => {
  const shown = Object.keys(pages)
    .flatMap(blocksOf)
    .filter(({ language }) => language === 'js');
  expect(shown.length).toBeGreaterThan(0);
  for (const { words, text } of shown) expect(readFileSync(words[0] ?? '', 'utf8')).toContain(text);
});

function runExample(name: string) {
  const { url, credentialsFile } = demonstration;
  return ended(spawn(process.execPath, [`examples/${name}.mjs`, '--url', url, '--credentials', credentialsFile]));
}

async function setClock(at: string): Promise<void> {
  const answer = await fetch(`${demonstration.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${demonstration.credentials.get('STAFF')}`,
    },
    body: JSON.stringify({ query: `mutation { setClock(input: { at: "${at}" }, idempotencyKey: "${at}") { now } }` }),
  });
  expect(await answer.json()).toMatchObject({ data: { setClock: { now: expect.any(String) } } });
}
