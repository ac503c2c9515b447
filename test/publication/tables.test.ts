import { type Api, startApi } from '../api/support/api.js';
import { ask, dataOf, type Json } from '../api/support/ask.js';
import { rollUp } from '../api/support/roll-up.js';
import { setClock } from '../api/support/world.js';
import { createWorld, type World } from '../support/world.js';
import { csvRows, fetchFile, type SheetCell, xlsxRows } from './support/files.js';

let world: World;
let api: Api;
beforeAll(async () => {
  world = await createWorld('ISSUED');
  api = await startApi('sandbox', world.url);
  await setClock(api, '2018-05-01T12:00:00Z');
  for (const statement of disguise) await api.database.query(statement);
  await rollUp(api.databaseUrl, '2018-05');
}, 90_000);
afterAll(async () => {
  await api.stop();
  await world.end();
});

const formula = '=HYPERLINK("http://x","y")';

/** Everything private gets a name that can be found again; what installers and others wrote begins like a formula. */
const disguise = [
  `update organisation set name = 'Private-' || id`,
  `update account set name = 'Private-' || id, email = 'private-' || id || '@example.org'`,
  `update gis_account set name = 'Private-' || id`,
  `update system set name = 'Private-' || id, street_address = id || ' Private Street'`,
  `update meter set serial_number = 'private-' || id`,
  `update system set installer = '${formula}', facility_type = '@SUM(1)', utility = '-Grid', town = 'Amherst, "MA"'
   where pts_id = (select min(pts_id) from system)`,
  `insert into meter_model (manufacturer, model, accuracy_percent, approved_on, source, created_at)
   values ('Watt & <Sons>', 'W1', 0.5, '2016-01-01', 'test', now())`,
  `update meter set model_id = (select max(id) from meter_model) where system_id = (select min(id) from system)`,
  `insert into auction (program, generation_year, price_dollars, price_source, fee_share, state, created_at, created_by, settled_at,
     settled_by, result)
   select 'SREC_I', 2016, 300, 'test', 0.05, 'SETTLED', now(), id, '2017-07-25T02:00:00Z', id, '{"sold": 632, "depositors": ["Private"]}'
   from account order by id limit 1`,
  `insert into auction (program, generation_year, price_dollars, price_source, fee_share, state, created_at, created_by)
   select 'SREC_II', 2016, 300, 'test', 0.05, 'BIDDING', now(), id from account order by id limit 1`,
  `insert into auction_round (auction_id, round, opens_at, closes_at, deposited, asked, cleared, closed_at, created_at, created_by)
   select auction.id, 1, '2017-07-24T12:00:00Z', '2017-07-24T20:00:00Z', 632, 9780, true, '2017-07-24T20:00:00Z', now(), created_by
   from auction where program = 'SREC_I'`,
];

const names = [
  'srecs-minted-and-expected',
  'qualified-units',
  'pts-systems',
  'minimum-standards',
  'acp-rates',
  'auction-results',
  'production-by-town-and-month',
];
const pathOf = (name: string, format: string) => `${api.url}/public/tables/${name}.${format}`;
const csvOf = async (name: string) => csvRows((await fetchFile(pathOf(name, 'csv'))).bytes);

/** The records of a CSV file by their header. */
async function records(name: string): Promise<Record<string, string>[]> {
  const [header = [], ...rows] = await csvOf(name);
  return rows.map(row => Object.fromEntries(header.map((key, at) => [key, row[at] ?? ''])));
}

async function everybody(query: string) {
  return dataOf(await ask(`${api.url}/public/graphql`, null, query));
}

interface Described {
  readonly key: string;
  readonly csvPath: string;
  readonly xlsxPath: string;
  readonly jsonLinesPath: string;
  readonly version: string;
  readonly license: string;
  readonly asOf: string;
  readonly columns: readonly { readonly key: string; readonly kind: string; readonly nullable: boolean }[];
}

async function described(): Promise<readonly Described[]> {
  const { publicTables } = await everybody(
    '{ publicTables { key title description source terms csvPath xlsxPath jsonLinesPath version license licenseUrl refreshed asOf columns { key kind nullable description } } }',
  );
  return publicTables as unknown as readonly Described[];
}

const columnsOf = async (name: string) => (await described()).find(({ key }) => key === name)?.columns ?? [];

test('every table is listed with its files', async () => {
  const tables = await described();
  expect(tables.map(({ key }) => key)).toEqual(names);
  for (const { key, csvPath, xlsxPath, jsonLinesPath, version, license, asOf } of tables) {
    expect([csvPath, xlsxPath, jsonLinesPath]).toEqual(
      ['csv', 'xlsx', 'jsonl'].map(end => `/public/tables/${key}.${end}`),
    );
    expect([license, version]).toEqual(['CC0-1.0', expect.stringMatching(/^\d+\.\d+$/)]);
    expect(asOf).toMatch(/^2018-05-01T12:0/);
  }
});

describe.each(names)('%s', name => {
  test('as CSV: the columns as listed, then when it was read; ids are there and unique; lines end with CR LF', async () => {
    const { status, headers, bytes } = await fetchFile(pathOf(name, 'csv'));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toContain(`filename="${name}-2018-05-01.csv"`);
    const [header = [], ...rows] = csvRows(bytes);
    expect(header).toEqual([...(await columnsOf(name)).map(({ key }) => key), 'asOf']);
    expect(header[0]).toBe('id');
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    for (const row of rows) expect(row.at(-1)).toMatch(/^2018-05-01T12:0\d:\d\d\.\d{3}Z$/);
    expect(bytes.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('as xlsx: the same values with their types, below a frozen header', async () => {
    const { status, headers, bytes } = await fetchFile(pathOf(name, 'xlsx'));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const columns = [...(await columnsOf(name)), { key: 'asOf', kind: 'INSTANT', nullable: false }];
    const [, ...records] = await csvOf(name);
    const { rows, xml, sheets } = xlsxRows(bytes);
    expect(sheets).toEqual([name]);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(rows[0]).toEqual(columns.map(({ key }) => key));
    const asCsv = rows.slice(1).map(row => columns.map(({ kind }, at) => textOf(kind, row[at] ?? null)));
    const plain = records.map(row => columns.map(({ kind }, at) => comparable(kind, row[at] ?? '')));
    expect(asCsv.map(row => row.slice(0, -1))).toEqual(plain.map(row => row.slice(0, -1)));
  });

  test('as pages of a query: the same values again', async () => {
    const field = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const keys = (await columnsOf(name)).map(({ key }) => key);
    const all: Record<string, Json>[] = [];
    for (let after = 'null'; ; ) {
      const data = await everybody(
        `{ ${field}(first: 7, after: ${after}) { asOf edges { node { ${keys.join(' ')} } } pageInfo { hasNextPage endCursor } } }`,
      );
      const page = data[field] as unknown as {
        asOf: string;
        edges: { node: Record<string, Json> }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      expect(page.asOf).toMatch(/^2018-05-01T12:0/);
      all.push(...page.edges.map(({ node }) => node));
      if (!page.pageInfo.hasNextPage) break;
      after = JSON.stringify(page.pageInfo.endCursor);
    }
    const text = (value: Json | undefined) => (value === null || value === undefined ? '' : String(value));
    const [, ...records] = await csvOf(name);
    expect(all.map(node => keys.map(key => text(node[key])))).toEqual(
      records.map(row => row.slice(0, -1).map(unguarded)),
    );
  });

  test('as JSON Lines: the same rows, exact numbers as text', async () => {
    const { status, headers, bytes } = await fetchFile(pathOf(name, 'jsonl'));
    expect([status, headers.get('content-type')]).toEqual([200, 'application/jsonl; charset=utf-8']);
    expect([headers.get('x-dataset'), headers.get('x-dataset-version')]).toEqual([`pts-open-data/${name}`, '1.0']);
    expect(headers.get('link')).toContain('<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"');
    const lines = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, Json>);
    const [header = [], ...rows] = await csvOf(name);
    expect(lines.map(line => Object.keys(line))).toEqual(rows.map(() => header));
    expect(
      lines.map(line =>
        Object.values(line)
          .slice(0, -1)
          .map(value => (value === null ? '' : String(value))),
      ),
    ).toEqual(rows.map(row => row.slice(0, -1).map(unguarded)));
  });

  test.each(['csv', 'xlsx', 'jsonl'])('%s is not sent again while nothing changed', async format => {
    const url = pathOf(name, format);
    const first = await fetchFile(url);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
    const again = await fetchFile(url, { 'if-none-match': `"other", ${tag}` });
    expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, tag]);
    expect((await fetchFile(url, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('tells nothing private in any of its forms', async () => {
    const { rows } = xlsxRows((await fetchFile(pathOf(name, 'xlsx'))).bytes);
    const text = [...(await csvOf(name)), ...rows].flat().map(String).join('\n');
    expect(text).toContain('2018-05-01');
    expect(text.match(/private/i)).toBeNull();
  });
});

/** A cell of a workbook as the text that a CSV file has; its type must be that of the column. */
function textOf(kind: string, cell: SheetCell): string {
  if (cell === null) return '';
  if (kind === 'DATE') {
    expect(cell).toBeInstanceOf(Date);
    return (cell as Date).toISOString().slice(0, 10);
  }
  const expected = { INTEGER: 'number', DECIMAL: 'number', YES_NO: 'boolean' }[kind] ?? 'string';
  expect(typeof cell).toBe(expected);
  return String(cell);
}

/** Text of a CSV file as a workbook gives it: numbers without trailing zeros, what begins like a formula without its guard. */
function comparable(kind: string, text: string): string {
  if (kind === 'DECIMAL' && text !== '') return String(Number(text));
  return unguarded(text);
}

function unguarded(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, '');
}

test('what begins like a formula is kept text in both kinds of file', async () => {
  const [first] = await records('pts-systems');
  expect(first).toMatchObject({
    installer: `'${formula}`,
    facilityType: "'@SUM(1)",
    utility: "'-Grid",
    town: 'Amherst, "MA"',
    zip: '01002',
    meterManufacturer: 'Watt & <Sons>',
  });
  const { rows, xml } = xlsxRows((await fetchFile(pathOf('pts-systems', 'xlsx'))).bytes);
  expect(rows[1]).toEqual(expect.arrayContaining([formula, '01002', 'Watt & <Sons>']));
  expect(xml).not.toContain('<f>');
});

test('whatever somebody wrote, the workbook opens: what no cell can hold is replaced, what is too long is cut', async () => {
  const change = (installer: string) =>
    api.database.query('update system set installer = $1 where pts_id = (select min(pts_id) from system)', [installer]);
  await change(`a\u0001b\uFFFEc\td${'x'.repeat(40_000)}`);
  const { rows } = xlsxRows((await fetchFile(pathOf('pts-systems', 'xlsx'))).bytes);
  expect(rows[1]).toEqual(expect.arrayContaining([`a\uFFFDb\uFFFDc\td${'x'.repeat(32_760)}`]));
  await change(formula);
});

test('qualified units: one row a statement, the factor, the term and the aggregation as on record', async () => {
  const units = await records('qualified-units');
  const ofUnit = (name: 'mill' | 'field' | 'barn') => units.find(({ ptsId }) => ptsId === world.ptsIds[name]);
  expect(units.map(({ program }) => program).sort()).toEqual(['SREC_I', 'SREC_II', 'SREC_II', 'SREC_II', 'SREC_II']);
  expect(ofUnit('mill')).toMatchObject({
    id: `${world.ptsIds.mill}/2017-01-01`,
    sqNumber: 'WORLD-mill',
    gisId: 'NON700001',
    inAggregation: 'true',
    capacityKw: '300.000',
    marketSector: 'C',
    srecFactor: '0.8000',
    effectiveOn: '2017-01-01',
    lastEligibleQuarter: '2026-Q4',
  });
  expect(ofUnit('field')).toMatchObject({ gisId: 'MSS700002', inAggregation: 'false', marketSector: '' });
  expect(ofUnit('barn')).toMatchObject({ lastEligibleQuarter: '2017-Q3' });
});

test('what continues a unit as Class I is listed from its first day on', async () => {
  await setClock(api, '2027-01-01T12:00:00Z');
  const later = await records('qualified-units');
  await setClock(api, '2018-05-01T12:00:00Z');
  expect(later.filter(({ program }) => program === 'CLASS_I').map(({ effectiveOn }) => effectiveOn)).toEqual(
    expect.arrayContaining(['2022-01-01', '2027-01-01']),
  );
});

test('every system is listed, qualified or not', async () => {
  const systems = await records('pts-systems');
  expect(systems.map(({ id, srecEligible }) => [id, srecEligible])).toEqual(
    Object.entries(world.ptsIds).map(([name, id]) => [id, String(name !== 'turbine')]),
  );
});

test('only what is settled of the auctions, in sums', async () => {
  expect((await records('auction-results')).map(({ asOf, ...result }) => result)).toEqual([
    {
      id: 'SREC_I/2016',
      program: 'SREC_I',
      generationYear: '2016',
      priceDollars: '300.00',
      feeShare: '0.0500',
      depositedCertificates: '632',
      rounds: '1',
      askedCertificates: '9780',
      cleared: 'true',
      soldCertificates: '632',
      settledOn: '2017-07-24',
    },
  ]);
});

test('schedules name their source, and what is only inferred says so', async () => {
  expect(await records('acp-rates')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'SREC_II/2014', rateDollars: '375', confidence: 'FOUND' }),
      expect.objectContaining({ id: 'SREC_I/2023', rateDollars: '330', confidence: 'INFERRED' }),
    ]),
  );
  expect(await records('minimum-standards')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'SREC_I/2012', percent: '0.1630' }),
      expect.objectContaining({ id: 'SREC_I/2017', percent: '1.6313', obligationMwh: '783183', contractedBefore: '' }),
      expect.objectContaining({ id: 'SREC_I/2017/2013-06-28', percent: '0.9861', obligationMwh: '' }),
    ]),
  );
});

test('a change of a row changes the tag', async () => {
  const tag = async () => (await fetchFile(pathOf('pts-systems', 'csv'))).headers.get('etag');
  const before = await tag();
  await api.database.query(`update system set utility = 'Other' where technology = 'WIND'`);
  expect(await tag()).not.toBe(before);
});

test('a table or a year that there is not', async () => {
  const none = await fetchFile(pathOf('organisations', 'csv'));
  expect([none.status, JSON.parse(none.bytes.toString()).errors[0].extensions.facts]).toEqual([
    404,
    { name: 'organisations' },
  ]);
  expect((await fetchFile(pathOf('qualified-units', 'pdf'))).status).toBe(404);
  expect((await fetchFile(`${api.url}/public/calendar/1850.ics`)).status).toBe(400);
  expect((await fetchFile(`${api.url}/public/calendar/2008.ics`)).status).toBe(404);
  expect((await fetchFile(`${api.url}/public/calendar/soon.ics`)).status).toBe(404);
});

test('the catalogue names addresses that lead to the files', async () => {
  const { status, bytes } = await fetchFile(`${api.url}/public/catalog.json`);
  const { dataset } = JSON.parse(bytes.toString()) as { dataset: { distribution: { downloadURL?: string }[] }[] };
  expect([status, dataset.length]).toEqual([200, names.length]);
  const [first] = dataset[0]?.distribution ?? [];
  expect(first?.downloadURL).toBe(pathOf('srecs-minted-and-expected', 'csv'));
});

test('the head of a file alone', async () => {
  const response = await fetch(pathOf('qualified-units', 'csv'), { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect(response.headers.get('etag')).toMatch(/^W\//);
});

test('the calendar of a year over HTTP, and as a query of both endpoints', async () => {
  const url = `${api.url}/public/calendar/2017.ics`;
  const file = await fetchFile(url);
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(file.bytes.toString()).toContain('UID:mint/2017-Q2@production-tracking-system\r\n');
  expect((await fetchFile(url, { 'if-none-match': file.headers.get('etag') ?? '' })).status).toBe(304);
  const query = '{ programmeCalendar(year: 2017) { id kind about firstOn lastOn title concerns source confidence } }';
  const { programmeCalendar } = await everybody(query);
  expect(programmeCalendar).toHaveLength(34);
  expect(dataOf(await api.ask(api.staff, query))).toEqual({ programmeCalendar });
  const refused = await ask(`${api.url}/public/graphql`, null, '{ programmeCalendar(year: 1850) { id } }');
  expect(refused.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a system shows what comes next for it: reporting to every one, certificates to those in their term', async () => {
  const query = 'query ($ptsId: ID!) { system(ptsId: $ptsId) { deadlines { id firstOn lastOn } } }';
  const deadlines = async (ptsId: string) => {
    const { system } = dataOf(await api.ask(api.staff, query, { ptsId }));
    return (system as { deadlines: { id: string }[] }).deadlines.map(({ id }) => id);
  };
  const next = ['reporting-window/2018-04', 'upload/2018-Q1', 'mint/2018-Q1'];
  expect(await deadlines(world.ptsIds.mill)).toEqual(next);
  expect(await deadlines(world.ptsIds.turbine)).toEqual(next.slice(0, 1));
  expect(await deadlines(world.ptsIds.barn)).toEqual(next.slice(0, 1));
});

test('what comes next, on both endpoints, as many as are asked for', async () => {
  const query = '{ upcomingDates(first: 2, kinds: [AUCTION_DEPOSITS, COMPLIANCE_FILING]) { id lastOn } }';
  const expected = {
    upcomingDates: [
      { id: 'auction-deposits/2017', lastOn: '2018-06-15' },
      { id: 'compliance-filing/2017', lastOn: '2018-07-01' },
    ],
  };
  expect(await everybody(query)).toEqual(expected);
  expect(dataOf(await api.ask(api.staff, query))).toEqual(expected);
  const refused = await ask(`${api.url}/public/graphql`, null, '{ upcomingDates(first: 51) { id } }');
  expect(refused.errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    facts: { field: 'first', maximum: 50 },
  });
});
