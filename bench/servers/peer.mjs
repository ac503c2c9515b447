/* The servers that the product is compared with: a file of peers/ each, told its database and port by the environment. */
import { join } from 'node:path';
import { freePort, peer, Server } from './process.mjs';

/** In: the name of the file, the address of the database, more for its environment. */
export async function startPeer(name, databaseUrl, { directory, environment = {} }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await Server.start(name, [peer(name)], {
    environment: { DATABASE_URL: databaseUrl, PORT: String(port), ...environment },
    url: `${url}/ready`,
    logFile: join(directory, `${name}.log`),
  });
  return Object.assign(server, { base: url, graphql: `${url}/graphql` });
}
