import pg from 'pg';
import { serverLimits } from '../../src/server/http.js';
import { type Api, startApi } from '../api/support/api.js';
import { answerOf, ask } from '../api/support/ask.js';

/* Slow statements are real ones: somebody else holds the table. */

const limits = {
  accountQueryMs: 700,
  publicQueryMs: 400,
  gate: { ...serverLimits.gate, atOnce: 2 },
  files: { ...serverLimits.files, waiting: 5, patienceMs: 300, lookMs: 2_000 },
};
let api: Api;
let blocker: pg.Client;
const said: unknown[] = []; // the query builder tells of what it cancelled
const { error } = console;
beforeAll(async () => {
  console.error = (...words) => void said.push(words);
  api = await startApi('sandbox', undefined, { limits });
  blocker = new pg.Client({ connectionString: api.databaseUrl });
  await blocker.connect();
});
afterAll(async () => {
  await blocker.end();
  await api.stop();
  console.error = error;
});

async function whileBlocked<T>(work: () => Promise<T>): Promise<T> {
  await blocker.query('begin; lock table system in access exclusive mode');
  try {
    return await work();
  } finally {
    await blocker.query('rollback');
  }
}

/** Statements of the server that wait for the table. */
async function waiting(): Promise<number> {
  const { rows } = await api.database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name like 'pts%' and state = 'active' and wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await condition()) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('it did not come about in 2 seconds');
}

const systems = '{ systems(first: 1) { edges { cursor } } }';

test.each([
  ['/graphql', 0.7],
  ['/public/graphql', 0.4],
])(
  'a query at %s that takes longer than %d s is answered TIMEOUT, and its statement cancelled',
  async (path, maximumSeconds) => {
    await whileBlocked(async () => {
      const begun = performance.now();
      const { status, errors, data, text } = await ask(
        `${api.url}${path}`,
        path === '/graphql' ? api.staff : null,
        systems,
      );
      expect({ status, data, codes: errors.map(error => error.extensions.code) }).toEqual({
        status: 504,
        data: undefined,
        codes: ['TIMEOUT'],
      });
      expect(errors[0]?.extensions.facts).toEqual({ maximumSeconds });
      expect(text).toContain('"cost":');
      expect(performance.now() - begun).toBeLessThan(maximumSeconds * 1000 + 1_000);
      await until(async () => (await waiting()) === 0);
    });
  },
);

test('a query whose client goes away is cancelled at once', async () => {
  await whileBlocked(async () => {
    const leaving = new AbortController();
    const asked = fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.staff}` },
      body: JSON.stringify({ query: systems }),
      signal: leaving.signal,
    });
    await until(async () => (await waiting()) === 1);
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await until(async () => (await waiting()) === 0);
  });
});

test.each(['csv', 'xlsx', 'jsonl'])(
  'the first look of a public file (%s) is ended past its time, and when its client goes',
  async format => {
    const url = `${api.url}/public/tables/pts-systems.${format}`;
    await whileBlocked(async () => {
      const response = await fetch(url);
      const answer = JSON.parse(await response.text());
      expect([response.status, response.headers.get('cache-control')]).toEqual([504, 'no-store']);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'TIMEOUT', facts: { maximumSeconds: 2 } } }]);
      await until(async () => (await waiting()) === 0);
      const leaving = new AbortController();
      const asked = fetch(url, { signal: leaving.signal });
      await until(async () => (await waiting()) === 1);
      leaving.abort();
      await expect(asked).rejects.toThrow();
      await until(async () => (await waiting()) === 0);
    });
    expect((await fetch(url)).status).toBe(200);
  },
);

test('a mutation has no such limit: it comes to its end, whoever waits for it', async () => {
  const input = { name: 'Slow barn', technology: 'WIND', capacityKw: '60.5', town: 'Salem' };
  let over = false;
  const registered = await whileBlocked(async () => {
    const asked = api.mutate(api.staff, 'registerSystem', input).finally(() => {
      over = true;
    });
    await until(async () => over || (await waiting()) === 1);
    if (over) throw new Error((await asked).text);
    await new Promise(resolve => setTimeout(resolve, limits.accountQueryMs + 300));
    expect(over).toBe(false);
    return { asked };
  });
  expect((await registered.asked).errors).toEqual([]);
});

test('afterwards both endpoints answer, and no connection was lost', async () => {
  for (const path of ['/graphql', '/public/graphql']) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(`${api.url}${path}`, path === '/graphql' ? api.staff : null, systems)),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  }
});

test('while the public endpoint is flooded with what is slow, accounts are answered as ever', async () => {
  await whileBlocked(async () => {
    const flood = Array.from({ length: 200 }, (_, i) =>
      fetch(`${api.url}/public/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ systems(first: ${i + 1}) { edges { cursor } } }` }),
      }).then(async response => ({ retryAfter: response.headers.get('retry-after'), ...(await answerOf(response)) })),
    );
    const times: number[] = [];
    for (let asked = 0; asked < 20; asked += 1) {
      const begun = performance.now();
      expect((await ask(`${api.url}/graphql`, api.staff, '{ me { name } }')).errors).toEqual([]);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(250);
    const answers = await Promise.all(flood);
    const codes = answers.map(
      ({ status, errors, retryAfter }) => `${status} ${errors[0]?.extensions.code} ${retryAfter}`,
    );
    expect([...new Set(codes)].sort()).toEqual(['503 OVERLOADED 1', '504 TIMEOUT null']);
    expect(codes.filter(code => code.startsWith('503')).length).toBeGreaterThan(100);
  });
});

test('while public files are flooded, accounts and public questions are answered, and a file is refused or comes whole', async () => {
  const ask200 = async (path: string, token: string | null, query: string) => {
    const { status, errors } = await ask(`${api.url}${path}`, token, query);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
  };
  const flood = await whileBlocked(async () => {
    const paths = ['tables/pts-systems.csv', 'tables/qualified-units.xlsx', 'tables/pts-systems.jsonl'];
    const asked = Array.from({ length: 60 }, (_, i) =>
      fetch(`${api.url}/public/${paths[i % paths.length]}`).then(async response => {
        const text = await response.text();
        const code = response.status === 200 ? '' : JSON.parse(text).errors[0].extensions.code;
        return `${response.status} ${code} ${response.headers.get('retry-after')} ${response.headers.get('etag') !== null}`;
      }),
    );
    await until(async () => (await waiting()) === serverLimits.files.looks);
    await ask200('/graphql', api.staff, '{ me { name } }');
    await ask200('/public/graphql', null, '{ ruleTables { key } clock: reportingWindow { month } }');
    await new Promise(resolve => setTimeout(resolve, limits.files.patienceMs + 100));
    return { asked };
  });
  const answers = await Promise.all(flood.asked);
  expect([...new Set(answers)].sort()).toEqual(['200  null true', '503 OVERLOADED 1 false']);
  expect(answers.filter(answer => answer.startsWith('200'))).toHaveLength(serverLimits.files.looks);
});

test('the page that a public file is at is cancelled when its client goes', async () => {
  await api.database.query(
    `insert into system (pts_id, name, technology, capacity_kw, town, created_at)
     select 'PTS-PV2012-' || n, 'Many ' || n, 'SOLAR_PV', 5, 'Salem', now() from generate_series(100001, 130000) n`,
  );
  const leaving = new AbortController();
  const response = await fetch(`${api.url}/public/tables/pts-systems.jsonl`, { signal: leaving.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  await whileBlocked(async () => {
    await until(async () => (await waiting()) === 1);
    leaving.abort();
    await until(async () => (await waiting()) === 0);
  });
  await reader?.cancel().catch(() => undefined);
});
