import { serially } from '../platform/serially.js';

/** Batches that a process works on at once: the other connections of its pool are for everybody else. */
const lanes = 3;
let next = 0;

/** Two transactions that waited for each other, of which PostgreSQL ended one: it is done again. */
const mayBeRepeated = new Set(['40P01', '40001']);
const mostAttempts = 4;

/** Does the work of a transaction when a lane is free; who waits holds no connection. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  next = (next + 1) % lanes;
  return serially(`lane of uploads ${next}`, () => attempt(work, 1));
}

async function attempt<T>(work: () => Promise<T>, number: number): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (number === mostAttempts || !mayBeRepeated.has(stateOf(error) ?? '')) throw error;
    return attempt(work, number + 1);
  }
}

function stateOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return null;
}
