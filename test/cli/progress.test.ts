import { PassThrough } from 'node:stream';
import { jest } from '@jest/globals';
import { startProgress } from '../../src/cli/progress.js';

/** A stream that remembers what is written, as a terminal or not. */
function stream(isTTY: boolean): { stream: NodeJS.WriteStream; text(): string } {
  const pass = Object.assign(new PassThrough(), { isTTY, columns: 100, cursorTo: () => true, clearLine: () => true });
  return { stream: pass as unknown as NodeJS.WriteStream, text: () => String(pass.read() ?? '') };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('not on a terminal: no line in the first second, then one every five seconds and one at the end', () => {
  const { stream: out, text } = stream(false);
  const progress = startProgress('Readings', 100, out);
  for (let count = 1; count <= 100; count += 1) {
    jest.advanceTimersByTime(99);
    progress.advance();
  }
  progress.done();
  expect(text()).toBe('Readings: 11 of 100\nReadings: 62 of 100\nReadings: 100 of 100\n');
});

test('what is done within a second shows nothing at all', () => {
  for (const isTTY of [true, false]) {
    const { stream: out, text } = stream(isTTY);
    const progress = startProgress('Readings', 3, out);
    progress.advance(3);
    progress.done();
    expect(text()).toBe('');
  }
});
