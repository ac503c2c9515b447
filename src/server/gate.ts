/** How many at once, how many wait, and how long they do. */
export interface GateOptions {
  readonly atOnce: number;
  readonly waiting: number;
  readonly patienceMs: number;
}

/**
 * Lets so many pass at once; of the others a few wait a moment. What a flood leaves undone at this door takes neither a connection nor
 * time from those who come by another.
 */
export class Gate {
  readonly #options: GateOptions;
  readonly #queue = new Set<() => void>();
  #inside = 0;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** Out: a function to be called once on leaving; null: it is too full. */
  async enter(): Promise<(() => void) | null> {
    const { atOnce, waiting, patienceMs } = this.#options;
    if (this.#inside < atOnce) {
      this.#inside += 1;
      return this.#leave;
    }
    if (this.#queue.size >= waiting) return null;
    return new Promise(resolve => {
      const go = () => {
        clearTimeout(timer);
        resolve(this.#leave);
      };
      const timer = setTimeout(() => {
        this.#queue.delete(go);
        resolve(null);
      }, patienceMs);
      this.#queue.add(go);
    });
  }

  /** The place goes to who waits longest. */
  readonly #leave = () => {
    const [next] = this.#queue;
    if (!next) {
      this.#inside -= 1;
      return;
    }
    this.#queue.delete(next);
    next();
  };
}
