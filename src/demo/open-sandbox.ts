import type { EntityManager } from '@mikro-orm/postgresql';
import { readClock } from '../clock/clock.js';
import { operatorEmail } from '../operator/operator.js';
import { row, sql } from '../platform/sql.js';
import { buildDemo } from './build-demo.js';
import { demoCredentials } from './demo-credentials.js';
import { type DemoCredential, keptCredentials } from './kept-credentials.js';

/**
 * Makes an empty database the demonstration and gives the lines for the screen: the clock, one credential for each kind of
 * account, a query to paste. A demonstration whose building was interrupted is finished; a database that was begun otherwise
 * (an import) is left as it is. In: also the file that keeps the credentials between two starts.
 */
export async function openSandbox(em: EntityManager, url: string, credentialsFile: string): Promise<string[]> {
  const credentials = (await isDemonstration(em)) ? await credentialsOf(em, credentialsFile) : [];
  const clock = `  Clock              ${(await readClock(em, 'sandbox')).toISOString()}  (staff moves it: mutation setClock, or npx pts clock)`;
  if (credentials.length === 0) {
    return [clock, '  Credentials        this database is no demonstration: npx pts token makes one for an account'];
  }
  const kept = `  Kept in            ${credentialsFile}  (for the next start, and for examples/*.mjs)`;
  return [clock, '', ...credentials.map(line), kept, '', ...firstQuery(url, credentials)];
}

/** Whether a database is a demonstration, or may become one: empty but for the operator, whom every command may have made. */
async function isDemonstration(em: EntityManager): Promise<boolean> {
  const { empty, begun } = await row<{ empty: boolean; begun: boolean }>(
    em,
    sql`select not exists (select from system) and not exists (
                 select from organisation o
                 where not exists (select from account a where a.organisation_id = o.id and a.email = ${operatorEmail})
               ) as empty,
               exists (select from idempotent_request where mutation = 'demonstration') as begun`,
  );
  return empty || begun;
}

/** The kept credentials were made when the demonstration was whole; without them it may not be, and building it finishes it. */
async function credentialsOf(em: EntityManager, file: string): Promise<readonly DemoCredential[]> {
  const kept = await keptCredentials(em, file, await readClock(em, 'sandbox'));
  return kept ?? (await demoCredentials(em, await buildDemo(em), file));
}

function line({ kind, who, secret }: DemoCredential): string {
  return `  ${kind.padEnd(22)} ${secret}  ${who}`;
}

function firstQuery(url: string, credentials: readonly DemoCredential[]): string[] {
  const staff = credentials.find(each => each.kind === 'STAFF')?.secret ?? '';
  const input = '{quarter: \\"2018-Q2\\", reason: \\"first try\\"}';
  const report = `reportQuarter(input: ${input}, idempotencyKey: \\"report\\") { lineCount sha256 }`;
  const issue = `issueQuarter(input: ${input}, idempotencyKey: \\"issue\\") { totals { reportedMwh certificates } }`;
  return [
    '  Try it: as staff, report the second quarter of 2018 to the GIS and issue its certificates.',
    '',
    `  curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${staff}' \\`,
    `    -d '{"query":"mutation { ${report} ${issue} }"}'`,
  ];
}
