/*
 * The product as its users run it: `pts serve`, in production unless the clock must stand somewhere, logging a line for each request into
 * a file. The job queue is left to a worker that does not run: what it does in the background is no part of an answer.
 */
import { join } from 'node:path';
import { RUNTIME_OPTIONS } from '../../bin/node-runtime.mjs';
import { freePort, project, Server } from './process.mjs';

/** Budgets that no load reaches: whether they are counted is part of what is measured. */
export const budgets = ['--account-points', '999999999', '--public-points', '999999999'];

/** In: the address of a database; `clock`: a sandbox at that instant instead of production. */
export async function startProduct(databaseUrl, { directory, clock, name = 'product' }) {
  const port = await freePort();
  const mode = clock === undefined ? ['--mode', 'production'] : ['--mode', 'sandbox', '--clock', clock];
  const url = `http://127.0.0.1:${port}`;
  const server = await Server.start(
    name,
    [
      ...RUNTIME_OPTIONS,
      join(project, 'bin', 'pts.mjs'),
      'serve',
      '--port',
      String(port),
      '--no-jobs',
      '--log-level',
      'info',
      '--drain-seconds',
      '0',
      ...mode,
      ...budgets,
    ],
    { environment: { DATABASE_URL: databaseUrl }, url: `${url}/health/ready`, logFile: join(directory, `${name}.log`) },
  );
  return Object.assign(server, { graphql: `${url}/graphql`, everybody: `${url}/public/graphql`, base: url });
}
