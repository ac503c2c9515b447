import { type Progress, startProgress } from './progress.js';

/** How a command speaks. With --json its stdout carries one JSON object and everything else goes to stderr. */
export interface Reporter {
  readonly json: boolean;
  /** A line for the person. */
  line(text: string): void;
  /** A remark on what takes a moment (`Starting PostgreSQL`), never part of the result. */
  remark(text: string): void;
  /** How far a long piece of work is. */
  progress(label: string, total: number): Progress;
  /** As `progress`, for work that tells its total as it goes: `at(done, total)`. */
  count(label: string): { at(done: number, total: number): void; done(): void };
  /** The result, once and last: as an object for programs, as lines for the person. */
  result(facts: object, lines?: readonly string[]): void;
}

/** In: whether --json was given. */
export function createReporter(json: boolean): Reporter {
  const line = (text: string) => void (json ? process.stderr : process.stdout).write(`${text}\n`);
  return {
    json,
    line,
    remark: text => void process.stderr.write(`${text}\n`),
    progress: (label, total) => startProgress(label, total, process.stderr),
    count(label) {
      let shown: Progress | undefined;
      let before = 0;
      return {
        at(done, total) {
          shown ??= startProgress(label, total, process.stderr);
          shown.advance(done - before);
          before = done;
        },
        done: () => shown?.done(),
      };
    },
    result(facts, lines = []) {
      if (json) process.stdout.write(`${JSON.stringify(facts)}\n`);
      else for (const text of lines) line(text);
    },
  };
}
