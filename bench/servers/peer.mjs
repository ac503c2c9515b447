/* The servers that the product is compared with: a file of peers/ each, told its database and port by the environment. */
import { join } from 'node:path';
import { RUNTIME_OPTIONS } from '../../bin/node-runtime.mjs';
import { freePort, peer, project, Server } from './process.mjs';

/** The product without its guards. */
export function startUnguarded(databaseUrl, { directory, organisationId }) {
  const words = [...RUNTIME_OPTIONS, join(project, 'bench', 'servers', 'unguarded.mjs')];
  return start('unguarded', words, databaseUrl, {
    directory,
    environment: { ORGANISATION_ID: String(organisationId) },
  });
}

/** In: the name of the file, the address of the database, more for its environment. */
export function startPeer(name, databaseUrl, { directory, environment = {} }) {
  return start(name, [peer(name)], databaseUrl, { directory, environment });
}

async function start(name, words, databaseUrl, { directory, environment }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await Server.start(name, words, {
    environment: { DATABASE_URL: databaseUrl, PORT: String(port), ...environment },
    url: `${url}/ready`,
    logFile: join(directory, `${name}.log`),
  });
  return Object.assign(server, { base: url, graphql: `${url}/graphql` });
}
