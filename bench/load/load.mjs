/* The load generator as the rest of the bench sees it: a process of its own that is started once. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export class Load {
  #child = fork(fileURLToPath(new URL('generator.mjs', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  #asked = 0;

  /** Asks a URL again and again on some connections, so many times in all. */
  ask(request) {
    return this.#tell({ kind: 'ask', ...request });
  }

  /** Asks for about so many seconds, at least so often on each connection; gives how many requests fill so many more. */
  async warmUp(request, { warmUpSeconds, seconds, fewestOfEach = 2 }) {
    const fewest = fewestOfEach * request.connections;
    const fill = (known, wanted) => Math.max(fewest, Math.round((known.requests / known.seconds) * wanted));
    const first = await this.ask({ ...request, requests: fewest });
    const warm = await this.ask({ ...request, requests: fill(first, warmUpSeconds) });
    return fill(warm, seconds);
  }

  /** Makes each call of a list once. */
  calls(request) {
    return this.#tell({ kind: 'calls', ...request });
  }

  /** Inserts readings past the product. */
  inserts(request) {
    return this.#tell({ kind: 'inserts', ...request });
  }

  #tell(message) {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      const settle = work => {
        this.#child.off('message', answered);
        this.#child.off('exit', ended);
        work();
      };
      const answered = ({ id: of, result, error }) => {
        if (of === id) settle(() => (error === undefined ? resolve(result) : reject(new Error(error))));
      };
      const ended = () => settle(() => reject(new Error('the load generator has ended')));
      this.#child.on('message', answered);
      this.#child.on('exit', ended);
      this.#child.send({ id, ...message });
    });
  }

  stop() {
    if (this.#child.connected) this.#child.disconnect();
  }
}
