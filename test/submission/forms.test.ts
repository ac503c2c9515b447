import type { SubmittedRow } from '../../src/metering/judge-rows.js';
import { type Batch, batchesOf, plainRow, rowOfPlain } from '../../src/submission/batches.js';
import { bodyText } from '../../src/submission/body-text.js';
import { readerOf } from '../../src/submission/form.js';
import { IdSet } from '../../src/submission/id-set.js';
import type { UploadFormat } from '../../src/submission/upload.entity.js';

/** Reads a text as an upload that comes in pieces of some bytes; gives its rows as plain values, and what broke it. */
async function read(form: UploadFormat, text: string | Uint8Array, pieceBytes = 7) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const rows: SubmittedRow[] = [];
  async function* noted() {
    for await (const piece of readerOf[form](bodyText(pieces()))) {
      rows.push(...piece);
      yield piece;
    }
  }
  try {
    const batches: Batch[] = [];
    for await (const batch of batchesOf(noted(), 2)) batches.push(batch);
    return { rows: rows.map(plainRow), batches, broken: null };
  } catch (error) {
    const { code, message, facts } = error as { code: string; message: string; facts: { index?: number } };
    return { rows: rows.map(plainRow), batches: [], broken: { code, message, index: facts.index } };
  }
}

const instant = '2024-04-28T14:00:00.000Z';

describe('CSV', () => {
  test('is read in any order of columns, with byte order mark, CRLF, quotes and blank lines', async () => {
    const { rows } = await read(
      'CSV',
      '\ufeffvalueKwh,"meterLabel",readAt,ptsId,key\r\n412.600,"the ""big"", one",2024-04-28T10:00:00-04:00,PTS-1,a\r\n\r\n7,,2024-04-28T14:00:00Z,PTS-2,\r\n',
    );
    expect(rows).toEqual([
      ['a', 'PTS-1', 'the "big", one', instant, '412.6'],
      [null, 'PTS-2', 'main', instant, '7'],
    ]);
  });

  test.each([
    ['the names of the REST form', 'fk_System,metervalue,meterDate'],
    ['the names of the legacy file', 'System ID,Meter Value,Meter Date'],
  ])('is read by %s, with Massachusetts time', async (_, names) => {
    const { rows } = await read('CSV', `${names}\nPTS-1,5,2024-04-28 10:00\nPTS-2,6,2024-04-28T14:00:00Z\n`);
    expect(rows).toEqual([
      [null, 'PTS-1', 'main', instant, '5'],
      [null, 'PTS-2', 'main', instant, '6'],
    ]);
  });

  test('what is wrong with a row is told by the names that its file uses', async () => {
    const { rows } = await read(
      'CSV',
      'fk_System,Meter Value,meterDate\n,5,2024-04-28 10:00\nPTS-1,x,2024-04-28 10:00\nPTS-1,5,\n',
    );
    expect(rows.map(([, message]) => message)).toEqual([
      '`fk_System` is missing.',
      '`Meter Value` is "x", which is no plain decimal number.',
      '`meterDate` is missing.',
    ]);
    const lines = await read(
      'JSON_LINES',
      `{"fk_System":"PTS-1","metervalue":"x","readAt":"${instant}"}\n{"metervalue":"1"}`,
    );
    expect(lines.rows.map(([, message]) => message)).toEqual([
      '`metervalue` is "x", which is no plain decimal number.',
      '`ptsId` is missing.',
    ]);
  });

  test('a row that says by two columns when it was read is unreadable; of which one is empty counts the other', async () => {
    const { rows } = await read(
      'CSV',
      `ptsId,valueKwh,readAt,meterDate\nP,1,${instant},2024-04-27 10:00\nP,1,${instant},\nP,1,,2024-04-28 10:00\n`,
    );
    expect(rows).toEqual([
      [null, 'Both `readAt` and `meterDate` say when it was read.', '2018-10-28T13:00:00Z'],
      [null, 'P', 'main', instant, '1'],
      [null, 'P', 'main', instant, '1'],
    ]);
  });

  test('a row that cannot be read is a row, with what was expected', async () => {
    const { rows, broken } = await read(
      'CSV',
      'key,ptsId,readAt,valueKwh\na,PTS-1,2024-04-28T14:00:00Z,1e3\nb,PTS-1,yesterday,5\nc,,2024-04-28T14:00:00Z,5\nd,PTS-1\ne,PTS\0,2024-04-28T14:00:00Z,5\nf,PTS-1,2024-04-28T14:00:00Z,\ng,PT"S,2024-04-28T14:00:00Z,5\n',
    );
    expect(broken).toBeNull();
    expect(rows).toEqual([
      ['a', '`valueKwh` is "1e3", which is no plain decimal number.', '412.60'],
      ['b', '`readAt` is "yesterday", which is no instant.', '2018-10-28T13:00:00Z'].map(String),
      ['c', '`ptsId` is missing.', 'PTS-PV2015-10002'],
      [null, 'The row has 2 cells, the first line 4.', '4 cells'],
      ['e', '`ptsId` holds a NUL character, or half of a character.', 'text of whole characters'],
      ['f', '`valueKwh` is missing.', '412.60'],
      ['g', 'PT"S', 'main', instant, '5'],
    ]);
  });

  const row = `PTS-1,${instant},1\n`;
  test.each([
    [
      'a column that is not known',
      'ptsId,readAt,valueKwh,meterLable\n',
      /column "meterLable" is not known: .* first line\.$/,
      0,
    ],
    [
      'a column that is missing',
      'ptsId,readAt\nPTS-1,2024-04-28T14:00:00Z\n',
      /No column is for `valueKwh`\. It is the first line\.$/,
      0,
    ],
    [
      'a column that is there twice',
      'ptsId,readAt,valueKwh,pts_id\n',
      /Two columns are for `ptsId`\. It is the first line\.$/,
      0,
    ],
    ['a row past the limit', `ptsId,readAt,valueKwh\n${row}${row}${'x'.repeat(70_000)}`, /no CSV.*[Mm]ax/, 2],
    ['quotes without an end', `ptsId,readAt,valueKwh\n${row}"PTS-1,${instant},1\n${row}`, /no CSV.*[Qq]uot/, 1],
  ])('%s ends it and says the row', async (_, text, message, index) => {
    expect((await read('CSV', text, 9000)).broken).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
      index,
    });
  });

  test('text that is not UTF-8 ends it', async () => {
    const bytes = Buffer.concat([Buffer.from(`ptsId,readAt,valueKwh\n${row}PTS-`), Buffer.from([0xe9, 0x2c])]);
    expect((await read('CSV', bytes)).broken).toMatchObject({ message: expect.stringMatching(/not UTF-8/) });
  });

  test('a file without rows is refused', async () => {
    expect((await read('CSV', 'ptsId,readAt,valueKwh\n')).broken?.code).toBe('TOO_MANY_ROWS');
  });
});

test.each([
  ['CSV', (text: string) => `key,ptsId,readAt,valueKwh\n${text},${text},${instant},5\n`],
  ['JSON_LINES', (text: string) => JSON.stringify({ key: text, ptsId: text, readAt: instant, valueKwh: '5' })],
  [
    'XML',
    (text: string) =>
      `<ARData><ptsSystem><sysID>${text}</sysID><MonthlyData><PVmonthlyData><kwhRegistry>5</kwhRegistry><regDateTime>${instant}</regDateTime></PVmonthlyData></MonthlyData></ptsSystem></ARData>`,
  ],
] as const)(
  '%s: a text of thousands of characters makes its row unreadable, for a batch of such rows would fill the memory',
  async (form, of) => {
    const { rows } = await read(form, of('A'.repeat(30_000)), 10_000);
    expect(rows).toEqual([[null, 'A text of a row has at most 200 characters, not 30000.', 'at most 200 characters']]);
    expect((await read(form, of('A'.repeat(200)))).rows[0]?.[1]).toBe('A'.repeat(200));
  },
);

test('a name of what every object has is no column', async () => {
  const { broken } = await read('CSV', `constructor,ptsId,readAt,valueKwh\na,PTS-1,${instant},5\n`);
  expect(broken).toMatchObject({ code: 'BAD_USER_INPUT' });
});

describe('JSON Lines', () => {
  test('a value of thousands of levels makes its row unreadable and no other', async () => {
    const deep = `{"valueKwh":1,"key":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
    const { rows, broken } = await read(
      'JSON_LINES',
      `${deep}\n{"ptsId":"PTS-1","readAt":"${instant}","valueKwh":5}`,
      10_000,
    );
    expect(broken).toBeNull();
    expect(rows).toEqual([
      [null, '`key` is written as text.', 'text, in quotes'],
      [null, 'PTS-1', 'main', instant, '5'],
    ]);
  });

  test('are read as the mutation reads its input; a number keeps its digits', async () => {
    const { rows } = await read(
      'JSON_LINES',
      `{"key":"a","ptsId":"PTS-1","readAt":"${instant}","valueKwh":"1.10"}\r\n\n{"ptsId":"PTS-2","meterLabel":"b","readAt":"${instant}","valueKwh":900719925474099.123}`,
    );
    expect(rows).toEqual([
      ['a', 'PTS-1', 'main', instant, '1.1'],
      [null, 'PTS-2', 'b', instant, '900719925474099.123'],
    ]);
  });

  test.each([
    ['{"ptsId":', null, /no JSON\./],
    ['[1]', null, /no JSON object/],
    ['null', null, /no JSON object/],
    [`{"key":"a","ptsId":"P","readAt":"${instant}","valueKwh":"1","meterlable":"x"}`, 'a', /no `meterlable`/],
    [`{"key":"a","ptsId":5,"readAt":"${instant}","valueKwh":"1"}`, 'a', /`ptsId` is written as text/],
    [`{"key":"\\ud800","ptsId":"P","readAt":"${instant}","valueKwh":"1"}`, null, /half of a character/],
    [`{"key":"a","ptsId":"P","readAt":"${instant}","valueKwh":1e400}`, 'a', /no plain decimal/],
    [
      `{"key":"a","ptsId":"P","readAt":"${instant}","valueKwh":"1","metervalue":"2"}`,
      'a',
      /Two names are for `valueKwh`/,
    ],
  ])('the line %s is an unreadable row', async (line, key, message) => {
    const { rows, broken } = await read('JSON_LINES', `${line}\n`);
    expect(broken).toBeNull();
    expect(rows[0]?.slice(0, 2)).toEqual([key, expect.stringMatching(message)]);
    expect(rows[0]).toHaveLength(3);
  });

  test('a line past the limit ends them and says the row', async () => {
    const good = `{"ptsId":"P","readAt":"${instant}","valueKwh":"1"}\n`;
    const { broken } = await read('JSON_LINES', `${good}${good}${good}"${'x'.repeat(70_000)}"\n${good}`, 9000);
    expect(broken).toMatchObject({ message: expect.stringMatching(/at most 65536 characters.*row 4/), index: 3 });
  });
});

describe('the XML form', () => {
  const system = (sysId: string, kwh: string, at: string) =>
    `<ptsSystem sysType="PV"><sysID>${sysId}</sysID><MonthlyData><PVmonthlyData><kwhRegistry>${kwh}</kwhRegistry>
     <regDateTime>${at}</regDateTime><serviceCostsInDollars>10</serviceCostsInDollars></PVmonthlyData></MonthlyData>
     <IntervalData><PVdata><kwhRegistry>1</kwhRegistry></PVdata></IntervalData></ptsSystem>`;
  const form = (inside: string) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<ARData xmlns="urn:PTS-AR">${inside}</ARData>\n`;

  test('gives a row for each month of data, with sysID as PTS id and key, in Massachusetts time', async () => {
    const { rows, broken } = await read(
      'XML',
      form(
        `${system('NFG-1', '45.00', '2024-04-28T10:00:00')}${system('NFG&amp;2', '<![CDATA[46]]>', '2024-01-28T10:00:00')}<ptsSystem><sysID>NFG-3</sysID></ptsSystem>`,
      ),
    );
    expect(broken).toBeNull();
    expect(rows).toEqual([
      ['NFG-1', 'NFG-1', 'main', instant, '45'],
      ['NFG&2', 'NFG&2', 'main', '2024-01-28T15:00:00.000Z', '46'],
      ['NFG-3', '`regDateTime` is missing.', '2018-10-28T13:00:00Z'],
    ]);
  });

  test('a month of data may have a key of its own', async () => {
    const keyed = (key: string) =>
      system('NFG-1', '45', '2024-04-28T10:00:00').replace('<kwhRegistry>4', `<key>${key}</key><kwhRegistry>4`);
    const { rows } = await read('XML', form(keyed('mine') + keyed(' ') + keyed('x'.repeat(201))));
    expect(rows.map(([key]) => key)).toEqual(['mine', 'NFG-1', null]);
  });

  test('a month of data that says something twice is an unreadable row: which of them was meant is not for us to say', async () => {
    const good = system('NFG-1', '45', '2024-04-28T10:00:00');
    const { rows, broken } = await read(
      'XML',
      form(good.replace('<kwhRegistry>4', '<kwhRegistry>7</kwhRegistry><kwhRegistry>4') + good),
    );
    expect(broken).toBeNull();
    expect(rows).toEqual([
      ['NFG-1', '`kwhRegistry` is there twice.', 'one `kwhRegistry`'],
      ['NFG-1', 'NFG-1', 'main', instant, '45'],
    ]);
  });

  test('data of a system that says twice who it is are unreadable from there on', async () => {
    const two = system('NFG-1', '45', '2024-04-28T10:00:00').replace('<sysID>', '<sysID>NFG-2</sysID><sysID>');
    const { rows, broken } = await read('XML', form(two + system('NFG-3', '45', '2024-04-28T10:00:00')));
    expect(broken).toBeNull();
    expect(rows).toEqual([
      ['NFG-1', '`sysID` is there twice.', 'one `sysID`'],
      ['NFG-3', 'NFG-3', 'main', instant, '45'],
    ]);
  });

  test('what is wrong with a row is told by the names of its elements', async () => {
    const { rows } = await read(
      'XML',
      form(
        `${system('', '45', '2024-04-28T10:00:00')}${system('A', '1e3', '2024-04-28T10:00:00')}${system('A', '', '2024-04-28T10:00:00')}${system('A', '1', 'noon')}`,
      ),
    );
    expect(rows.map(([, message]) => message)).toEqual([
      '`sysID` is missing.',
      '`kwhRegistry` is "1e3", which is no plain decimal number.',
      '`kwhRegistry` is missing.',
      '`regDateTime` is "noon", which is no instant.',
    ]);
  });

  test.each([
    ['the hour that comes twice is the first of the two', '2024-11-03T01:30:00', '2024-11-03T05:30:00.000Z'],
    ['the hour after it is standard time', '2024-11-03T02:00:00', '2024-11-03T07:00:00.000Z'],
    ['an hour that is left out is read by the clock as it was', '2024-03-10T02:30:00', '2024-03-10T07:30:00.000Z'],
    ['the hour after that is daylight saving time', '2024-03-10T03:00:00', '2024-03-10T07:00:00.000Z'],
    ['with an offset it is taken as it is', '2024-11-03T01:30:00-05:00', '2024-11-03T06:30:00.000Z'],
  ])('%s', async (_, at, expected) => {
    expect((await read('XML', form(system('A', '1', at)))).rows[0]?.[3]).toBe(expected);
  });

  test.each([
    [
      'a tag that is not closed',
      `${form(system('A', '1', '2024-04-28T10:00:00')).replace('</ARData>', '</ARDat>')}`,
      /no XML/,
      1,
    ],
    ['a text that ends in the middle', '<ARData><ptsSystem>', /no XML|in the middle/, 0],
    ['another root', '<Results/>', /root is `ARData`/, 0],
    ['a document type', '<!DOCTYPE ARData [<!ENTITY a "aaaa">]><ARData>&a;</ARData>', /document type/, 0],
    ['an entity that XML does not have', form('<ptsSystem><sysID>&a;</sysID></ptsSystem>'), /no XML.*entity/, 0],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><ARData/>', /UTF-8, not ISO/, 0],
    ['too deep a nest', '<ARData>'.repeat(20_000), /at most 16 deep/, 0],
    [
      'a flood of attributes',
      `<ARData ${Array.from({ length: 200 }, (_, n) => `a${n}="1"`).join(' ')}/>`,
      /64 attributes/,
      0,
    ],
    ['a text without end', `<ARData>${'x'.repeat(200_000)}`, /characters of text|no XML/, 0],
  ])('%s ends it and says the row', async (_, text, message, index) => {
    expect((await read('XML', text, 900)).broken).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
      index,
    });
  });
});

test('the same rows have the same batches, whatever form they came in', async () => {
  const csv = await read('CSV', `key,ptsId,readAt,valueKwh\na,P,${instant},1.50\nb,Q,${instant},2\nc,R,${instant},x\n`);
  const lines = await read(
    'JSON_LINES',
    [
      ['a', 'P', '1.5'],
      ['b', 'Q', '2.000'],
      ['c', 'R', 'x'],
    ]
      .map(([key, ptsId, valueKwh]) => JSON.stringify({ key, ptsId, readAt: instant, valueKwh }))
      .join('\n'),
  );
  const hashes = ({ batches }: typeof csv) => batches.map(({ contentHash }) => contentHash.toString('hex'));
  expect(hashes(csv)).toHaveLength(2);
  expect(hashes(lines)).toEqual(hashes(csv));
  expect(csv.rows.map(rowOfPlain).map(plainRow)).toEqual(csv.rows);
});

test('a set of ids holds what was put in, and gives it in order', () => {
  const ids = new IdSet();
  const given = [70_001, 3, 131_072, 65_535, 65_536, 8, 7, 3].map(String);
  ids.add(given);
  expect([...ids.inOrder()]).toEqual(['3', '7', '8', '65535', '65536', '70001', '131072']);
  expect(given.every(id => ids.has(id))).toBe(true);
  expect(['4', '0', '70000', '999999'].some(id => ids.has(id))).toBe(false);
});
