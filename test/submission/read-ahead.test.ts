import { setTimeout as sleep } from 'node:timers/promises';
import { readAhead } from '../../src/submission/read-ahead.js';

const told: string[] = [];
beforeEach(() => {
  told.length = 0;
});

async function* source(until: number, failure?: Error): AsyncGenerator<number> {
  try {
    for (let value = 1; value <= until; value += 1) {
      told.push(`read ${value}`);
      yield value;
    }
    if (failure) throw failure;
  } finally {
    told.push('ended');
  }
}

async function work(values: AsyncIterable<number>, stopAfter = Number.POSITIVE_INFINITY): Promise<void> {
  for await (const value of values) {
    await sleep(1);
    told.push(`done ${value}`);
    if (value === stopAfter) throw new Error('stopped');
  }
}

test('the next value is read while the one before is worked on, and no more', async () => {
  await work(readAhead(source(3)));
  expect(told).toEqual(['read 1', 'read 2', 'done 1', 'read 3', 'done 2', 'ended', 'done 3']);
});

test('what fails in reading is thrown after what was read before is done', async () => {
  await expect(work(readAhead(source(2, new Error('broken'))))).rejects.toThrow('broken');
  expect(told).toEqual(['read 1', 'read 2', 'done 1', 'ended', 'done 2']);
});

test('whoever stops early ends the source', async () => {
  await expect(work(readAhead(source(9)), 2)).rejects.toThrow('stopped');
  expect(told).toEqual(['read 1', 'read 2', 'done 1', 'read 3', 'done 2', 'ended']);
});
