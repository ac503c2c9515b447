import { SingleBar } from 'cli-progress';

/** How far a piece of work is. */
export interface Progress {
  advance(count?: number): void;
  done(): void;
}

const QUIET_MS = 1000;
const LINE_EVERY_MS = 5000;

/**
 * Shows how far a piece of work is, once it takes more than a second: a bar on a terminal, a line now and then elsewhere.
 * In: what is counted, how many there are, where to show it.
 */
export function startProgress(label: string, total: number, stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(label, total, stream) : lines(label, total, stream);
}

function bar(label: string, total: number, stream: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({
    stream,
    format: `${label} {bar} {value} of {total}, {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  let count = 0;
  let started = false;
  const timer = setTimeout(() => {
    started = true;
    shown.start(total, count);
  }, QUIET_MS);
  return {
    advance(step = 1) {
      count += step;
      if (started) shown.update(count);
    },
    done() {
      clearTimeout(timer);
      if (started) shown.stop();
    },
  };
}

function lines(label: string, total: number, stream: NodeJS.WriteStream): Progress {
  let count = 0;
  let nextAt = Date.now() + QUIET_MS;
  let said = -1;
  const say = () => {
    said = count;
    stream.write(`${label}: ${count} of ${total}\n`);
  };
  return {
    advance(step = 1) {
      count += step;
      if (Date.now() < nextAt) return;
      nextAt = Date.now() + LINE_EVERY_MS;
      say();
    },
    done() {
      if (said >= 0 && said !== count) say();
    },
  };
}
