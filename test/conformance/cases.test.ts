import { conformanceCases } from '../../src/conformance/cases.js';
import { special } from '../../src/conformance/fleet.js';
import type { RecordedCall, RecordedRow } from '../../src/conformance/recorded-call.js';
import { readingRefusalOrder } from '../../src/domain/reading.js';

type Given = Omit<Partial<RecordedCall>, 'rows'> & { readonly rows?: readonly Partial<RecordedRow>[] };

/** Calls as they were noted: one stored row each unless something else is said. */
function calls(...given: readonly Given[]): RecordedCall[] {
  return given.map((each, at) => ({
    ...{ sequence: at + 1, kind: 'SUBMIT', form: 'MUTATION', key: `key ${at}`, content: `content ${at}` },
    ...{ dryRun: false, replayed: false, code: null },
    ...each,
    rows: (each.rows ?? [{}]).map((row, index) => ({
      ...{
        index,
        key: 'mine',
        status: 'ACCEPTED',
        readingId: null,
        month: '2024-04',
        productionKwh: '1',
        estimated: false,
      },
      ...{ flags: [], code: null, message: null, expected: null },
      ...{ ptsId: 'SANDBOX-1-001', meterLabel: 'main', readAt: '', valueKwh: '1' },
      ...row,
    })) as RecordedRow[],
  }));
}

const bulk = (count: number, more: (at: number) => Partial<RecordedRow> = () => ({})): Given => ({
  rows: Array.from({ length: count }, (_, at) => ({ key: `row ${at}`, ...more(at) })),
});
const refused = (code: string, more: Partial<RecordedRow> = {}): Given => ({
  rows: [{ status: 'REFUSED', code, ...more }],
});
const dry: Given = { dryRun: true, content: 'same' };
const reused: Given = { code: 'IDEMPOTENCY_KEY_REUSED', content: 'same', key: 'used', rows: [] };

/** Of each case: calls that pass it, by the last of them, and calls of clients that get it wrong. */
const examples: Readonly<Record<string, { right: RecordedCall[]; wrong: RecordedCall[][] }>> = {
  'accept-one': {
    right: calls({ rows: [{}] }),
    wrong: [
      calls({ rows: [{}, { ptsId: 'other' }] }),
      calls({ dryRun: true }),
      calls(refused('METER_DECREASE')),
      calls({ code: 'TOO_MANY_ROWS', rows: [] }),
    ],
  },
  'accept-bulk': {
    right: calls(bulk(500, at => (at === 7 ? { status: 'SUPERSEDES' } : {}))),
    wrong: [
      calls(bulk(499)),
      calls(bulk(500, at => (at === 7 ? { key: null } : {}))),
      calls(bulk(500, at => (at === 7 ? { key: 'row 8' } : {}))),
      calls(bulk(501, at => (at === 7 ? { status: 'REFUSED' } : {}))),
      calls({ ...bulk(500), dryRun: true }),
    ],
  },
  'dry-run': {
    right: calls(dry, { content: 'same' }),
    wrong: [calls(dry), calls(dry, { content: 'other' }), calls({ content: 'same' }, dry), calls(dry, dry)],
  },
  retry: {
    right: calls({ key: 'a' }, { key: 'a', replayed: true }),
    wrong: [calls({ key: 'a' }, { key: 'b' }), calls({ ...refused('METER_DECREASE'), replayed: true })],
  },
  'new-key-for-new-content': {
    right: calls({ key: 'used' }, reused, { content: 'same', key: 'new' }),
    wrong: [
      calls({ key: 'used' }, reused),
      calls({ key: 'used' }, reused, { content: 'other', key: 'new' }),
      calls({ content: 'same' }, reused),
    ],
  },
  duplicate: {
    right: calls({}, { rows: [{ status: 'DUPLICATE' }] }),
    wrong: [calls({}, {}), calls({ rows: [{ status: 'DUPLICATE' }], replayed: true })],
  },
  correction: {
    right: calls({}, { rows: [{ status: 'SUPERSEDES' }] }),
    wrong: [calls({}, { rows: [{ status: 'DUPLICATE' }] }), calls({ rows: [{ status: 'SUPERSEDES' }], dryRun: true })],
  },
  'next-month': {
    right: calls({}, { rows: [{ month: '2024-05' as RecordedRow['month'] }] }),
    wrong: [calls({}, {}), calls({}, { rows: [{ month: '2024-05' as RecordedRow['month'], ptsId: 'other' }] })],
  },
  'replaced-meter': {
    right: calls({ rows: [{ ptsId: `SANDBOX-1-${special.replaced}` }] }),
    wrong: [calls({}), calls(refused('ABOVE_NAMEPLATE', { ptsId: `SANDBOX-1-${special.replaced}` }))],
  },
  receipt: { right: calls({}, { kind: 'RECEIPT', rows: [] }), wrong: [calls({})] },
};

const mends = conformanceCases.filter(({ id }) => id.startsWith('mend-'));
const codeOf = (id: string) => id.slice('mend-'.length).toUpperCase().replaceAll('-', '_');

test('every case has an example here', () => {
  const others = conformanceCases.filter(each => !mends.includes(each)).map(({ id }) => id);
  expect(Object.keys(examples)).toEqual(others);
  expect(new Set(conformanceCases.map(({ id }) => id)).size).toBe(conformanceCases.length);
});

test.each(Object.entries(examples))('%s', (id, { right, wrong }) => {
  const passedBy = conformanceCases.find(each => each.id === id)?.passedBy ?? (() => NaN);
  expect(passedBy(right)).toBe(right.length);
  for (const each of wrong) expect(passedBy(each)).toBeNull();
  expect(passedBy([])).toBeNull();
});

test.each(mends)('$id: provoked, then mended under the same key', ({ id, passedBy }) => {
  const code = codeOf(id);
  expect(passedBy(calls(refused(code), refused('METER_DECREASE', { key: 'x' }), {}))).toBe(3);
  expect(passedBy(calls(refused(code)))).toBeNull();
  expect(passedBy(calls({}, refused(code)))).toBeNull();
  expect(passedBy(calls(refused(code), { rows: [{ key: 'other' }] }))).toBeNull();
  expect(passedBy(calls(refused(code, { key: null }), { rows: [{ key: null }] }))).toBeNull();
  expect(passedBy(calls({ ...refused(code), dryRun: true }, {}))).toBeNull();
  expect(passedBy(calls(refused(code), { dryRun: true }))).toBeNull();
  expect(passedBy(calls(refused(code === 'METER_DECREASE' ? 'ABOVE_NAMEPLATE' : 'METER_DECREASE'), {}))).toBeNull();
});

test('every refusal of a reading that an approved provider can meet, while its clock goes forward, has a case', () => {
  const unmet = ['AUTOMATED_REPORTING_REQUIRED', 'LATER_READING_EXISTS'];
  expect(readingRefusalOrder.filter(code => !mends.some(({ id }) => codeOf(id) === code)).sort()).toEqual(unmet);
});
