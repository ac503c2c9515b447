/* Answers are compared before anything is timed: who answers something else, or less, is not measured. */
import assert from 'node:assert/strict';

/** In: the plain answers by name. Throws where one differs from the first, saying which and where. */
export function requireEqual(workload, answers) {
  const [[first, expected] = [], ...others] = Object.entries(answers);
  for (const [name, answer] of others) {
    try {
      assert.deepEqual(normal(answer), normal(expected));
    } catch (error) {
      throw new Error(`${workload}: ${name} does not answer what ${first} answers\n${error.message}`);
    }
  }
}

/** Keys in order, months without their day, decimals without the zeros at their end. */
export function normal(value) {
  if (Array.isArray(value)) return value.map(normal);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map(key => [key, normal(value[key])]),
    );
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-01$/.test(value)) return value.slice(0, 7);
  if (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)))
    return decimal(String(value));
  return value;
}

function decimal(text) {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
