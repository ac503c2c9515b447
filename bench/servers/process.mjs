/* A server in a process of its own: started, waited for, measured, ended. */
import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));

const running = new Set();

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export class Server {
  /** In: words for Node, its environment, the URL that it will answer at, where its stderr goes. Out: it answers. */
  static async start(name, words, { environment = {}, url, logFile, patienceMs = 60_000 }) {
    const output = logFile === undefined ? 'ignore' : openSync(logFile, 'a');
    const { NODE_OPTIONS: _, DATABASE_URL: __, ...inherited } = process.env;
    const child = spawn(process.execPath, words, {
      stdio: ['ignore', output, output],
      env: { ...inherited, NODE_ENV: 'production', ...environment },
    });
    const server = new Server(name, child, url);
    running.add(server);
    child.once('exit', () => running.delete(server));
    await server.#untilAnswering(patienceMs, logFile);
    return server;
  }

  constructor(name, child, url) {
    this.name = name;
    this.url = url;
    this.child = child;
  }

  get pid() {
    return this.child.pid;
  }

  async #untilAnswering(patienceMs, logFile) {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      if (this.child.exitCode !== null)
        throw new Error(`${this.name} ended as it started:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
      const answered = await fetch(this.url).then(
        response => response.body?.cancel().then(() => true) ?? true,
        () => false,
      );
      if (answered) return;
      if (Date.now() > giveUpAt) {
        throw new Error(`${this.name} does not answer at ${this.url}:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
      }
      await sleep(10);
    }
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise(resolve => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    const killing = setTimeout(() => this.child.kill('SIGKILL'), 40_000);
    await ended;
    clearTimeout(killing);
  }
}

/** Ends whatever is left, at once. */
export function killAll() {
  for (const server of running) server.child.kill('SIGKILL');
}

export const peer = name => join(project, 'bench', 'peers', `${name}.mjs`);
