import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processMark } from '../../src/embedded/process-mark.js';
import { type ProcessGroup, startPtsGroup } from '../support/process-group.js';
import type { Ended } from '../support/run-program.js';

/** A server that a person has started. */
export interface Serving {
  readonly group: ProcessGroup;
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  /** What is on the screen. */
  readonly screen: string;
  readonly readyAfterMs: number;
  /** Sends a signal as the terminal does, to all processes in the foreground, and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts `pts serve` on a free port and waits until the screen says how to stop it. */
export async function serve(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const startedAt = Date.now();
  const group = startPtsGroup(['serve', ...words], { PORT: '0', ...environment });
  let screen = '';
  group.child.stdout?.on('data', chunk => {
    screen += chunk;
  });
  while (!/^Ctrl-C stops it\.$/m.test(screen)) {
    if (group.hasEnded()) throw new Error(`the server ended: ${JSON.stringify(await group.ended)}`);
    await sleep(10);
  }
  return {
    group,
    url: /^ {2}API and explorer +(\S+)\/graphql$/m.exec(screen)?.[1] ?? '',
    screen,
    readyAfterMs: Date.now() - startedAt,
    stop(signal) {
      group.signal(signal);
      return group.ended;
    },
  };
}

/** The credentials on the screen, by the kind of account. */
export function credentialsOn(screen: string): Map<string, string> {
  return new Map(
    [...screen.matchAll(/^ {2}([A-Z_]+) +(pts_\S+) {2}\S/gm)].map(([, kind = '', secret = '']) => [kind, secret]),
  );
}

/** Asks as the account of a credential, or as nobody; gives the answer of the API as it is. */
export async function ask(url: string, secret: string | undefined, query: string): Promise<unknown> {
  const authorization = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ query }),
  });
  return withoutCost(answer);
}

/** What was said, but for what it cost. */
async function withoutCost(answer: Response): Promise<unknown> {
  const { extensions: _, ...said } = (await answer.json()) as { extensions?: unknown };
  return said;
}

/** Does by fetch what the printed curl does: the address, the headers and the body that are in it. */
export async function paste(screen: string): Promise<unknown> {
  const [, url = '', headers = '', body = ''] =
    /^ {2}curl -s (\S+)((?: -H '[^']*')+) \\\n +-d '([^']*)'$/m.exec(screen) ?? [];
  const named = [...headers.matchAll(/-H '([^:]+): ([^']*)'/g)].map(([, name = '', value = '']): [string, string] => [
    name,
    value,
  ]);
  return withoutCost(await fetch(url, { method: 'POST', headers: named, body }));
}

/** The ids of all running processes that name this directory on their command line: servers, and PostgreSQL's first one. */
export function processesOf(directory: string): number[] {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter(line => line.includes(directory))
    .map(line => Number(line.trim().split(' ')[0]))
    .filter(pid => processMark(pid) !== undefined);
}

/** The id of PostgreSQL's first process, or undefined when its data directory says that none runs. */
export function postmasterOf(directory: string): number | undefined {
  const file = join(directory, 'data', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}
