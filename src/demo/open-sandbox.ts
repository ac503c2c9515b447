import type { EntityManager } from '@mikro-orm/postgresql';
import { readClock } from '../clock/clock.js';
import { row, sql } from '../platform/sql.js';
import { buildDemo } from './build-demo.js';
import { type DemoCredential, demoCredentials, keptCredentials } from './demo-credentials.js';

/**
 * Makes an empty database the demonstration and gives the lines for the screen: the clock, one credential for each kind of
 * account, a query to paste. A database that was begun otherwise (an import) is left as it is.
 */
export async function openSandbox(em: EntityManager, url: string, stateDirectory: string): Promise<string[]> {
  const { empty, begun } = await row<{ empty: boolean; begun: boolean }>(
    em,
    sql`select not exists (select from account) as empty,
               exists (select from idempotent_request where key = 'demo: organisation owner') as begun`,
  );
  const credentials =
    empty || begun
      ? ((await keptCredentials(stateDirectory)) ?? (await demoCredentials(em, await buildDemo(em), stateDirectory)))
      : [];
  const clock = `  Clock              ${(await readClock(em, 'sandbox')).toISOString()}  (staff moves it: mutation setClock, or npx pts clock)`;
  if (credentials.length === 0) {
    return [clock, '  Credentials        this database is no demonstration: npx pts token makes one for an account'];
  }
  return [clock, '', ...credentials.map(line), '', ...firstQuery(url, credentials)];
}

function line({ kind, who, secret }: DemoCredential): string {
  return `  ${kind.padEnd(22)} ${secret}  ${who}`;
}

function firstQuery(url: string, credentials: readonly DemoCredential[]): string[] {
  const staff = credentials.find(each => each.kind === 'STAFF')?.secret ?? '';
  const mutation =
    'mutation { issueQuarter(input: {quarter: \\"2018-Q3\\", reason: \\"first try\\"}, idempotencyKey: \\"first\\") { certificates reportedMwh } }';
  return [
    '  Try it: as staff, issue the third quarter of 2018 from the readings of its summer.',
    '',
    `  curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${staff}' \\`,
    `    -d '{"query":"${mutation}"}'`,
  ];
}
