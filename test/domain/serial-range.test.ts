import fc from 'fast-check';
import {
  countOfRange,
  formatSerialRange,
  mergeSerialRanges,
  parseSerialRange,
  splitSerialRange,
} from '../../src/domain/serial-range.js';

const range = fc
  .record({
    batchId: fc.integer({ min: 1, max: 5_000_000 }),
    first: fc.integer({ min: 1, max: 10_000 }),
    more: fc.integer({ min: 1, max: 10_000 }),
  })
  .map(({ batchId, first, more }) => ({ batchId, first, last: first + more }));

test('a range reads as the market shows it', () => {
  expect(parseSerialRange('4086133 - 24 to 137')).toEqual({ batchId: 4086133, first: 24, last: 137 });
  expect(countOfRange(parseSerialRange('4086133 - 24 to 137'))).toBe(114);
});

test('text and range are one', () => {
  fc.assert(fc.property(range, one => expect(parseSerialRange(formatSerialRange(one))).toEqual(one)));
});

test('split and merge lose nothing', () => {
  fc.assert(
    fc.property(range, fc.nat(), (whole, seed) => {
      const count = 1 + (seed % (countOfRange(whole) - 1));
      const [taken, rest] = splitSerialRange(whole, count);
      expect(countOfRange(taken)).toBe(count);
      expect(countOfRange(taken) + countOfRange(rest)).toBe(countOfRange(whole));
      expect(mergeSerialRanges([rest, taken])).toEqual([whole]);
    }),
  );
});

test('merging keeps gaps and batches apart', () => {
  const ranges = ['2 - 1 to 5', '1 - 6 to 9', '1 - 1 to 4', '2 - 6 to 6'].map(parseSerialRange);
  expect(mergeSerialRanges(ranges).map(formatSerialRange)).toEqual(['1 - 1 to 4', '1 - 6 to 9', '2 - 1 to 6']);
});

test.each(['4086133-24-137', '1 - 0 to 5', '1 - 5 to 4', '0 - 1 to 2', '', '1 - 1 to 99999999999999999'])(
  '"%s" is not a range',
  text => expect(() => parseSerialRange(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' })),
);

test.each([0, -1, 114, 115, 1.5])('%d certificates cannot be split off 114', count => {
  expect(() => splitSerialRange(parseSerialRange('4086133 - 24 to 137'), count)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT' }),
  );
});

test('overlapping ranges are refused', () => {
  const ranges = ['1 - 1 to 5', '1 - 5 to 9'].map(parseSerialRange);
  expect(() => mergeSerialRanges(ranges)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});
