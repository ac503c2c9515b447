import { randomUUID } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import pg from 'pg';
import { createApiCredential } from '../../../src/account/create-api-credential.js';
import { newSecret } from '../../../src/account/credential-secret.js';
import { contextFor, operatorActor } from '../../../src/operator/operator.js';
import { type HttpConfig, type StartedHttp, startHttp } from '../../../src/server/start.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { type Answer, ask, dataOf, type Json, type Variables } from './ask.js';
import { mutationDocument } from './documents.js';

/** What a mutation answers. */
export type Payload = { [field: string]: Json };

/** A server of its own on a database of its own, with staff who can begin. */
export interface Api {
  readonly url: string;
  readonly databaseUrl: string;
  readonly staff: string;
  /** The server itself. */
  readonly server: StartedHttp;
  /** The database itself, past the server: to look, and to break things. */
  readonly database: pg.Client;
  /** Asks `/graphql`. */
  ask<Data = { [field: string]: Json }, Given = Variables>(
    token: string | null,
    document: string | TypedDocumentNode<Data, Given>,
    variables?: Given,
  ): Promise<Answer<Data>>;
  /** As `ask`, for a mutation by its name, with a key of its own unless one is given. */
  mutate(
    token: string | null,
    name: string,
    input: object,
    request?: { readonly key?: string; readonly dryRun?: boolean },
  ): Promise<Answer<{ [name: string]: Payload }>>;
  /** A mutation of staff that must go well: its payload. */
  does(name: string, input: object, token?: string): Promise<Payload>;
  stop(): Promise<void>;
}

/** Starts a server as `npm start` does, silent, on a database that nobody else uses. */
export async function startApi(
  mode: 'sandbox' | 'production' = 'sandbox',
  databaseUrl?: string,
  options: Partial<HttpConfig> = {},
): Promise<Api> {
  const own = databaseUrl === undefined ? await createTestDatabase() : { url: databaseUrl, drop: async () => {} };
  const server = await serve(own.url, mode, options);
  return apiOf(server, own, await makeStaff(server, mode));
}

/** As `startApi`, on a database in which staff has its credential already. It goes with the server. */
export async function startApiOn(own: TestDatabase, staff: string, options: Partial<HttpConfig> = {}): Promise<Api> {
  return apiOf(await serve(own.url, 'sandbox', options), own, staff);
}

function serve(databaseUrl: string, mode: 'sandbox' | 'production', options: Partial<HttpConfig>) {
  return startHttp({ databaseUrl, host: '127.0.0.1', port: 0, mode, logLevel: 'silent', ...options });
}

/** Gives the operator a credential: its secret. */
async function makeStaff(server: StartedHttp, mode: 'sandbox' | 'production'): Promise<string> {
  const em = server.orm.em.fork();
  const now = new Date();
  const operator = await operatorActor(em, now);
  const staff = newSecret();
  await em.transactional(tx =>
    createApiCredential(
      { em: tx, context: contextFor(tx, operator, now, mode), now },
      { accountId: operator.accountId, label: 'tests' },
      staff,
    ),
  );
  return staff;
}

async function apiOf(server: StartedHttp, own: TestDatabase, staff: string): Promise<Api> {
  const endpoint = `${server.url}/graphql`;
  const database = new pg.Client({ connectionString: own.url });
  await database.connect();
  const api: Api = {
    url: server.url,
    databaseUrl: own.url,
    staff,
    server,
    database,
    ask: (token, document, variables) => ask(endpoint, token, document, variables),
    mutate: (token, name, input, { key = randomUUID(), dryRun = false } = {}) =>
      ask(endpoint, token, mutationDocument(name), { input, key, dryRun }),
    does: async (name, input, token = staff) => {
      const payload = dataOf(await api.mutate(token, name, input))[name];
      if (!payload) throw new Error(`${name} gave nothing`);
      return payload;
    },
    stop: async () => {
      await database.end();
      await server.close();
      await own.drop();
    },
  };
  return api;
}
