import fc from 'fast-check';
import { Decimal } from '../../src/domain/decimal.js';
import { canonicalJson } from '../../src/platform/canonical-json.js';

/* Hashes of requests are kept for ever: the text is the one that releases before made by `JSON.stringify`. */

const byStringify = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });

const name = fc.string({ minLength: 1 }).filter(text => !/^\d+$/.test(text) && text !== '__proto__'); // no field of an input is a number
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined, Number.NaN),
    fc.date({ noInvalidDate: true }),
    fc.integer().map(thousandths => new Decimal(thousandths).div(1000)),
    fc.array(tie('value')),
    fc.dictionary(name, tie('value')),
  ),
}));

test('is what JSON.stringify writes with sorted keys', () => {
  fc.assert(
    fc.property(value, each => expect(canonicalJson({ each })).toBe(byStringify({ each }))),
    { numRuns: 1_000 },
  );
});
