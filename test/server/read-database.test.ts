import { setTimeout as sleep } from 'node:timers/promises';
import { graceMsOf, operationOf } from '../../src/cli/operation-options.js';
import { laggingQueries } from '../../src/server/lagging-queries.js';
import { accountSchema } from '../../src/server/schema.js';
import { startApi } from '../api/support/api.js';
import { ask, dataOf } from '../api/support/ask.js';
import { createTestDatabase } from '../support/database.js';

/* What a standby does when it is one is shown in test/long/standby.long.ts. */

test.each([
  ['that follows nobody', async () => createTestDatabase()],
  ['that is away', async () => ({ url: 'postgres://pts:none@127.0.0.1:1/pts', drop: async () => {} })],
])('a read database %s keeps nothing from starting: the primary answers, and readiness says so', async (_, make) => {
  const other = await make();
  const api = await startApi('sandbox', undefined, { readDatabaseUrl: other.url });
  try {
    await api.does('setClock', { at: '2024-04-28T15:00:00Z' }); // known to the primary alone
    const { reportingWindow } = dataOf<{ reportingWindow: { month: string } }>(
      await ask(`${api.url}/public/graphql`, null, '{ reportingWindow { month } }'),
    );
    expect(reportingWindow.month).toBe('2024-04');
    const { text } = await ask(`${api.url}/graphql`, api.staff, '{ portfolio { __typename } }');
    expect(JSON.parse(text).extensions.replica).toBeUndefined();
    await sleep(300);
    const ready = await fetch(`${api.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({
        ...{ status: 'degraded', replica: { inUse: false, lagSeconds: null, maximumLagSeconds: 30 } },
      }),
    ]);
  } finally {
    await api.stop();
    await other.drop();
  }
});

test('what is called a dashboard query is one of the schema', async () => {
  const fields = (await accountSchema()).getQueryType()?.getFields() ?? {};
  expect(laggingQueries.filter(name => !(name in fields))).toEqual([]);
});

test.each([
  ['SIGTERM', { mode: 'production' }, 5_000],
  ['SIGTERM', { mode: 'sandbox' }, 0],
  ['SIGTERM', { mode: 'production', drainSeconds: 0 }, 0],
  ['SIGTERM', { mode: 'sandbox', drainSeconds: 7 }, 7_000],
  ['SIGINT', { mode: 'production', drainSeconds: 7 }, 0],
] as const)('after %s a server of %j goes on for %i ms', (signal, options, graceMs) => {
  expect(graceMsOf({ logLevel: 'warn', ...options }, signal)).toBe(graceMs);
});

test.each([
  [{}, false],
  [{ PTS_OTEL: '1' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, true],
  [{ PTS_OTEL: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, false],
])('traces are asked for by the environment: %j', (environment, asked) => {
  expect('traces' in operationOf({ metricsHost: '127.0.0.1' }, environment)).toBe(asked);
});

test.each(['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'])(
  'an address in %s to which nothing can be sent is refused at the start',
  name => {
    for (const address of ['not-a-url', 'collector:4318', 'ftp://collector'])
      expect(() => operationOf({ metricsHost: '127.0.0.1' }, { [name]: address })).toThrow(`${name} is no address`);
  },
);
