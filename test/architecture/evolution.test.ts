import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { type Announced, unannouncedBreaks, wrongAnnouncements } from './evolution.js';

/* What a release promised stays for six months after it was told that it goes. */

const announced = JSON.parse(readFileSync('schema.announced.json', 'utf8')) as Announced[];
const read = (file: string) => buildSchema(readFileSync(file, 'utf8'));
const today = new Date().toISOString().slice(0, 10);

test.each(['schema', 'schema.public'])(
  '%s.graphql breaks nothing of the last release that was not announced',
  async name => {
    const breaks = await unannouncedBreaks(read(`${name}.released.graphql`), read(`${name}.graphql`), announced, today);
    expect(breaks).toEqual([]);
  },
);

test('what is deprecated says when it goes, and is announced for that day, six months before', () => {
  expect(wrongAnnouncements([read('schema.graphql'), read('schema.public.graphql')], announced)).toEqual([]);
});

describe('of a schema', () => {
  const before = buildSchema('type Query { old(a: Int): Int, fresh: Int } enum Color { RED GREEN }');
  const goes: Announced = {
    path: 'Query.old',
    announcedOn: '2026-12-01',
    removedOn: '2027-06-01',
    reason: 'Use fresh.',
  };
  const without = buildSchema('type Query { fresh: Int } enum Color { RED GREEN }');

  test('an addition breaks nothing', async () => {
    const more = buildSchema(
      'type Query { old(a: Int, b: Int): Int, fresh: Int, more: Int } enum Color { RED GREEN BLUE }',
    );
    expect(await unannouncedBreaks(before, more, [], '2027-01-01')).toEqual([]);
  });

  test.each([
    ['a field that is gone', 'type Query { fresh: Int } enum Color { RED GREEN }', 'Query.old'],
    ['an argument that is gone', 'type Query { old: Int, fresh: Int } enum Color { RED GREEN }', 'Query.old.a'],
    [
      'an argument that is asked for',
      'type Query { old(a: Int!): Int, fresh: Int } enum Color { RED GREEN }',
      'Query.old.a',
    ],
    ['another type', 'type Query { old(a: Int): String, fresh: Int } enum Color { RED GREEN }', 'Query.old'],
    ['a value that is gone', 'type Query { old(a: Int): Int, fresh: Int } enum Color { RED }', 'Color.GREEN'],
  ])('%s breaks clients', async (_, text, path) => {
    expect(await unannouncedBreaks(before, buildSchema(text), [], '2027-01-01')).toEqual([
      expect.stringMatching(new RegExp(`^${path}: .*not announced`)),
    ]);
  });

  test('what was announced goes on its day and not before', async () => {
    expect(await unannouncedBreaks(before, without, [goes], '2027-05-31')).toEqual([
      expect.stringContaining('announced for 2027-06-01'),
    ]);
    expect(await unannouncedBreaks(before, without, [goes], '2027-06-01')).toEqual([]);
  });

  test('an announcement is six months old at least', () => {
    expect(wrongAnnouncements([], [goes])).toEqual([]);
    expect(wrongAnnouncements([], [{ ...goes, announcedOn: '2026-12-02' }])).toEqual([
      'Query.old is announced for less than six months',
    ]);
  });

  test('@deprecated names what to use and the day, and the day is announced', () => {
    const deprecated = (reason: string) =>
      buildSchema(`type Query { old(a: Int): Int @deprecated(reason: "${reason}"), fresh: Int }`);
    expect(wrongAnnouncements([deprecated('Use fresh. Removed on 2027-06-01.')], [goes])).toEqual([]);
    expect(wrongAnnouncements([deprecated('Use fresh.')], [goes])).toEqual([
      expect.stringContaining('must say what to use'),
    ]);
    expect(wrongAnnouncements([deprecated('Use fresh. Removed on 2027-07-01.')], [goes])).toEqual([
      'Query.old is not announced for 2027-07-01',
    ]);
    expect(wrongAnnouncements([deprecated('Use fresh. Removed on 2027-06-01.')], [])).toEqual([
      'Query.old is not announced for 2027-06-01',
    ]);
  });
});
