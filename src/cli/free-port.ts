import { createServer } from 'node:net';
import { codeOf, Trouble } from '../embedded/trouble.js';

/** Refuses, before anything is started, a port that the server could not listen on. Port 0 means any free one. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const code = await tryToListen(host, port);
  if (code === undefined) return;
  throw new Trouble(
    {
      EADDRINUSE: `Port ${port} on ${host} is taken, perhaps by this system itself: stop what runs there, or choose another port with PORT or --port.`,
      EACCES: `Port ${port} is reserved for the administrator: choose one above 1023 with PORT or --port.`,
      EADDRNOTAVAIL: `This machine has no address ${host}: choose another one with --host.`,
    }[code] ?? `The server cannot listen on ${host} port ${port} (${code}).`,
  );
}

/** Out: undefined when listening works, else the code of the operating system. */
function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', error => resolve(codeOf(error) ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
