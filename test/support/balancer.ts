import { setTimeout as sleep } from 'node:timers/promises';

/** Names the servers that are ready in turn, as a balancer does; looks every 20 ms which they are. */
export function balancer(urls: readonly string[]) {
  let ready = [...urls];
  let over = false;
  const looking = (async () => {
    while (!over) {
      const looked = await Promise.all(
        urls.map(url =>
          fetch(`${url}/health/ready`)
            .then(answer => answer.text().then(() => answer.ok))
            .catch(() => false),
        ),
      );
      ready = urls.filter((_, index) => looked[index]);
      await sleep(20);
    }
  })();
  let turn = 0;
  return {
    next: () => ready[turn++ % ready.length] ?? '',
    stop: () => {
      over = true;
      return looking;
    },
  };
}
