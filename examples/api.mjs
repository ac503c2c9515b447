/*
 * What the four examples share: their words, a credential, one request that is repeated safely, and how an answer is printed.
 * Node's own modules alone; copy what you need.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env.PTS_URL ?? 'http://127.0.0.1:4000' },
    credentials: { type: 'string', default: process.env.PTS_CREDENTIALS ?? '.pts/postgres-credentials.json' },
  },
});

/** Where the PTS is: `--url`, else PTS_URL, else where `npm start` listens. */
export const url = values.url.replace(/\/$/, '');

/**
 * A credential of a kind of account: PTS_CREDENTIAL, else the one that `npm start` showed, from the file in which it keeps them
 * (`--credentials`, else PTS_CREDENTIALS, else .pts/postgres-credentials.json).
 */
export function credentialOf(kind) {
  if (process.env.PTS_CREDENTIAL) return process.env.PTS_CREDENTIAL;
  const found = JSON.parse(readFileSync(values.credentials, 'utf8')).find(each => each.kind === kind);
  if (!found) throw new Error(`${values.credentials} has no credential of kind ${kind}.`);
  return found.secret;
}

/** A refusal: `code` is stable, decide by it; `message` and `facts` are for people and logs. */
export class Refused extends Error {
  constructor({ message, extensions = {} }) {
    super(`${extensions.code}: ${message}`);
    this.code = extensions.code;
    this.facts = extensions.facts ?? {};
  }
}

/**
 * Sends a request, again after a pause when the connection broke, the server was too busy (429, 503: `Retry-After` says how long) or failed.
 * Safe, because what changes something carries an idempotency key, which stays the same. Out: the answer, whatever its status.
 */
export async function request(path, { tries = 5, ...options } = {}) {
  for (let tried = 1; ; tried += 1) {
    const answer = await fetch(url + path, options).catch(error => {
      if (tried >= tries) throw error;
      return null;
    });
    if (answer && ((answer.status < 500 && answer.status !== 429) || tried >= tries)) return answer;
    const seconds = Number(answer?.headers.get('retry-after') ?? 0) || 2 ** tried / 4;
    say(`  (${answer ? answer.status : 'no connection'}: again in ${seconds} s)`);
    await sleep(seconds * 1_000);
  }
}

/** Asks /graphql with a credential. Out: `data`. Throws the first refusal. */
export async function ask(credential, query, variables = {}) {
  const answer = await request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Refused(errors[0]);
  return data;
}

/** All rows of a connection, page by page: `after` is `endCursor` of the page before. */
export async function* pages(read) {
  for (let after = null; ; ) {
    const { edges, pageInfo } = await read(after);
    yield* edges.map(({ node }) => node);
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

/** The name of a request, made once and sent again with every retry of it. */
export const newKey = what => `${what}-${randomUUID()}`;

export function say(text) {
  console.log(text);
}
