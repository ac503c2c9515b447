import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runVectors } from '../../src/vectors/run-vectors.js';

const vectors = fileURLToPath(new URL('../vectors', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pts-vectors-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(content: unknown): string {
  const path = join(folder, `${expect.getState().currentTestName?.replaceAll(/\W+/g, '-')}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function productionFile(row: object, file: object = {}) {
  const good = {
    name: 'plain month',
    input: { previousKwh: '1000', currentKwh: '1412.60', replacement: null, registerDigits: null },
    expect: { productionKwh: '412.600' },
  };
  return fileWith({ rule: 'production', version: 1, rows: [{ ...good, ...row }], ...file });
}

test.each([
  'reporting-window',
  'reading-month',
  'mint-calendar',
  'opt-in-term',
  'eligible-production',
  'estimate-spread',
  'reporting-channel',
  'production',
  'issuance',
  'issuance-aggregate',
  'factor-proposal',
  'srec-i-eligibility',
  'minimum-standard',
  'supplier-obligation',
  'compliance-position',
  'acp-rate',
  'auction',
])('every row of %s agrees with the core', rule => {
  const path = join(vectors, `${rule}.json`);
  const rows = JSON.parse(readFileSync(path, 'utf8')).rows.length;
  expect(runVectors([path])).toEqual({ passed: rows, failed: 0, lines: [] });
});

describe('the runner', () => {
  test('passes a row that agrees, however the number is written', () => {
    expect(runVectors([productionFile({})])).toEqual({ passed: 1, failed: 0, lines: [] });
  });

  test('fails a row whose expectation was changed, and shows both', () => {
    const { failed, lines } = runVectors([productionFile({ expect: { productionKwh: '412.601' } })]);
    expect(failed).toBe(1);
    expect(lines).toEqual([
      'production | plain month | expected {"productionKwh":"412.601"} | got {"productionKwh":"412.6"}',
    ]);
  });

  test('fails a row whose quantity is expected as a JSON number', () => {
    expect(runVectors([productionFile({ expect: { productionKwh: 412.6 } })]).failed).toBe(1);
  });

  test('fails a row that expects a key which the core does not give', () => {
    expect(runVectors([productionFile({ expect: { productionKwh: '412.6', productionMwh: '0.4126' } })]).failed).toBe(
      1,
    );
  });

  test('fails a row that expects a refusal where there is none', () => {
    expect(runVectors([productionFile({ expect: { error: 'METER_DECREASE' } })]).failed).toBe(1);
  });

  test('fails a row whose input lacks a key, and names it', () => {
    const { failed, lines } = runVectors([productionFile({ input: { previousKwh: '1000' } })]);
    expect(failed).toBe(1);
    expect(lines[0]).toContain('is missing');
  });

  test('fails every row of a rule it does not know', () => {
    const { passed, failed, lines } = runVectors([productionFile({}, { rule: 'no-such-rule' })]);
    expect({ passed, failed }).toEqual({ passed: 0, failed: 1 });
    expect(lines[0]).toContain('unknown rule "no-such-rule"');
  });

  test('takes no inherited property for a rule', () => {
    expect(runVectors([productionFile({}, { rule: 'constructor' })]).failed).toBe(1);
  });

  test.each([
    ['text that is not JSON', '{'],
    ['a list', '[]'],
    ['no rows', { rule: 'production', version: 1, rows: [] }],
    ['an unknown version', { rule: 'production', version: 2, rows: [] }],
  ])('counts %s as one failure in one line', (_, content) => {
    const { passed, failed, lines } = runVectors([fileWith(content)]);
    expect({ passed, failed, lines: lines.length }).toEqual({ passed: 0, failed: 1, lines: 1 });
  });

  const good = {
    input: { previousKwh: '1000', currentKwh: '1412.60', replacement: null, registerDigits: null },
    expect: { productionKwh: '412.600' },
  };

  test.each([
    ['an unknown version', { rule: 'production', version: 2 }, /its version is 2, known is 1, 3 rows failed$/],
    ['no rule', { version: 1 }, /it names no rule, 3 rows failed$/],
    ['an unknown rule', { rule: 'nonsense', version: 1 }, /unknown rule "nonsense", 3 rows failed$/],
  ])('fails each row of a file with %s, in one line', (_, head, line) => {
    const rows = ['a', 'b', 'c'].map(name => ({ ...good, name }));
    expect(runVectors([fileWith({ ...head, rows })])).toEqual({
      passed: 0,
      failed: 3,
      lines: [expect.stringMatching(line)],
    });
  });

  test.each([
    ['has no name', { ...good }],
    ['is no object', 'text'],
    ['has no input', { name: 'b', expect: good.expect }],
    ['expects nothing', { ...good, name: 'b', expect: {} }],
    ['bears the name of another', { ...good, name: 'a' }],
  ])('fails a row that %s, and runs the others', (_, row) => {
    const rows = [{ ...good, name: 'a' }, row, { ...good, name: 'c' }];
    expect(runVectors([fileWith({ rule: 'production', version: 1, rows })])).toEqual({
      passed: 2,
      failed: 1,
      lines: [expect.stringMatching(/: row 2\b/)],
    });
  });

  test('counts a file that is not there and a folder without vectors as failures', () => {
    expect(runVectors([join(folder, 'absent.json')]).failed).toBe(1);
    expect(runVectors([mkdtempSync(join(folder, 'empty-'))]).failed).toBe(1);
  });
});
