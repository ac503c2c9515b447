import { readList } from '../../src/import/read-list.js';
import { bytesOf, lineOf, listText, madeUpRow } from './made-up-list.js';

const text = listText([
  madeUpRow({ asset: 'NON900001 ', installer: 'O’Malley Solar', perWatt: '$5.68 ' }),
  madeUpRow({ name: 'Unit "B", roof', kw: '1,234.5' }),
  madeUpRow({ name: 'a name\r\nin two lines' }),
  madeUpRow({ asset: 'NON900002‡' }),
]);

async function* utf8(of: string) {
  yield Buffer.from(of);
}

test('the header row is found by its names; preamble, blank rows and footnotes are no data', async () => {
  for (const pieceLength of [1, 700, 1_000_000]) {
    const list = await readList(bytesOf(text, pieceLength));
    expect(list.updated).toBe('Updated March 4, 2021');
    expect(list.total).toEqual({ capacityMw: '1.257', projects: 4 });
    expect(list.rows.map(row => row.line)).toEqual([lineOf(0), lineOf(1), lineOf(2), lineOf(4)]);
  }
  const shorter = await readList(bytesOf(text.split('\r\n').slice(3).join('\r\n')));
  expect(shorter.rows).toHaveLength(4);
});

test('cells lose blanks around them and marks of footnotes; windows-1252 and quotes are read', async () => {
  const { rows } = await readList(bytesOf(text));
  expect(rows[0]?.cells).toMatchObject({ gisId: 'NON900001', installer: 'O’Malley Solar', capacityKw: '7.5' });
  expect(rows[1]?.cells).toMatchObject({ name: 'Unit "B", roof', capacityKw: '1,234.5', effectiveOn: '4/9/2013' });
  expect(rows[2]?.cells.name).toBe('a name in two lines');
  expect(rows[3]?.cells.gisId).toBe('NON900002');
});

test.each([
  ['an empty file', bytesOf(''), 'The file is empty.'],
  ['another table', bytesOf('a,b\r\n1,2\r\n'), /not DOER's list.*column names/],
  ['a list that lacks a column', bytesOf(text.replace('SQ Date', 'Date')), 'The header row lacks "SQ Date".'],
  ['a list saved as UTF-8', utf8(text), /encoded as UTF-8.*windows-1252/],
  ['a workbook', utf8('PK\u0003\u0004\u0000'), /not text.*not the workbook/],
  ['a quote that never ends', bytesOf(`${text}"and on`), /^The file is not CSV: /],
])('%s is refused in a sentence', async (_, bytes, message) => {
  await expect(readList(bytes)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(message),
  });
});
