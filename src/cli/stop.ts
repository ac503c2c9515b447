const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can reach us twice, from the terminal and from npm: only a later one is a second one. */
const SAME_PRESS_MS = 700;

/** A person's or the system's wish that the command ends. */
export interface Stop {
  /** Aborted by the first signal; its reason is the signal's name. */
  readonly signal: AbortSignal;
  /** Resolves with the first signal. */
  readonly requested: Promise<NodeJS.Signals>;
  /** What to do at the second signal, right before the process ends. */
  onForce(act: () => void): void;
}

/** From here on the first Ctrl-C (or SIGTERM, SIGHUP) is a wish and the second one ends the process. */
export function listenForStop(): Stop {
  const controller = new AbortController();
  const acts: Array<() => void> = [];
  let firstAt: number | undefined;
  const requested = new Promise<NodeJS.Signals>(resolve => {
    for (const name of SIGNALS) {
      process.on(name, () => {
        if (firstAt === undefined) {
          firstAt = Date.now();
          controller.abort(name);
          resolve(name);
        } else if (Date.now() - firstAt > SAME_PRESS_MS) {
          for (const act of acts) act();
          process.exit(130);
        }
      });
    }
  });
  return { signal: controller.signal, requested, onForce: act => void acts.push(act) };
}
