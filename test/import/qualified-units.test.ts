import { rows, sql } from '../../src/platform/sql.js';
import { everyRow, openTestHouse, type TestHouse } from './house.js';
import { lineOf, listText, type MadeUpRow, madeUpRow } from './made-up-list.js';

const units: MadeUpRow[] = [
  madeUpRow({ asset: 'NON900001 ' }),
  madeUpRow({
    name: 'Made-up unit 2',
    applicant: 'Tern  Energy, LLC ',
    kw: '9.18',
    effective: '12/31/2012',
    lastQuarter: 'Q3 2022',
  }),
  madeUpRow({
    name: 'Made-up unit 3',
    applicant: 'Gannet Power Inc',
    effective: '8/23/2013',
    lastQuarter: 'Q2 2023',
    zip: '1952',
  }),
  madeUpRow({ name: 'Twin', asset: 'NON900002', aggregation: 'Non-Agregated', kw: '1,200.5' }),
  madeUpRow({ name: 'Twin', asset: 'NON900002', aggregation: 'Non-Agregated', kw: '1,200.5' }),
  madeUpRow({ name: 'Twin', asset: 'NON900002', kw: '8' }),
  madeUpRow({ name: 'Large', sq: 'PV-1002-13', asset: 'NON900003', kw: '6782.33', applicant: 'Petrel Solar' }),
  madeUpRow({
    name: 'Longer',
    sq: 'PV-1002-13',
    asset: 'NON900004',
    lastQuarter: 'Q2 2023',
    applicant: 'Petrel Solar',
  }),
  madeUpRow({ name: 'Settled by ISO-NE', asset: 'MSS41000', decided: '', operation: '', utility: '', aggregation: '' }),
];

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.end());

const counts = (imported: number, unchanged: number) => ({
  read: units.length,
  imported,
  unchanged,
  refused: 0,
  flagged: 2,
  capacityKw: '9230.51',
  refusals: [],
});

test('every row ends as a system with asset and qualification, as DOER decided', async () => {
  expect(await house.import(listText(units))).toEqual(counts(9, 0));
  const systems = await rows(
    house.em,
    sql`select s.name, s.capacity_kw as kw, s.zip, s.utility, a.gis_id as asset, m.from_month as "from", q.sq_number as sq,
               q.effective_on as effective, q.last_eligible_quarter as last, q.decided_on as decided, q.flags, q.srec_factor as factor,
               s.pts_id = 'PTS-PV' || coalesce(to_char(s.commercial_operation_on, 'YYYY'), '0000') || '-' || s.id as named
        from system s join gis_asset_membership m on m.system_id = s.id join gis_asset a on a.id = m.asset_id
        join statement_of_qualification q on q.system_id = s.id
        where q.program = 'SREC_I' and q.reason = 'DOER, list of qualified units, Updated March 4, 2021' order by s.id`,
  );
  expect(systems).toHaveLength(9);
  const ordinary = {
    zip: '01952',
    utility: 'National Grid',
    factor: '1.0000',
    named: true,
    sq: 'PV-1001-12',
    flags: [],
  };
  expect(systems[1]).toEqual({
    ...ordinary,
    name: 'Made-up unit 2',
    kw: '9.180',
    asset: 'NON900001',
    from: '2012-12-01',
    effective: '2012-12-31',
    last: '2022-Q3',
    decided: '2013-05-10',
  });
  expect(systems[2]).toMatchObject({ zip: '01952', last: '2023-Q2', from: '2013-08-01' });
  expect(systems[6]).toMatchObject({ kw: '6782.330', flags: ['CAPACITY_ABOVE_LIMIT'], last: '2023-Q1' });
  expect(systems[7]).toMatchObject({ flags: ['TERM_OTHER_THAN_RULE'], last: '2023-Q2' });
  expect(systems[8]).toMatchObject({ asset: 'MSS41000', decided: null, utility: null, named: true });
});

test('each unit goes on as Class I after its term, under the number of its statement', async () => {
  await house.import(listText(units));
  const continued = await rows(
    house.em,
    sql`select s.name, q.program, q.effective_on as effective, q.last_eligible_quarter as last, q.srec_factor as factor,
               q.factor_source as source, q.reason, q.flags, carve_out.program as after, carve_out.last_eligible_quarter as term
        from statement_of_qualification q join system s on s.id = q.system_id
        join statement_of_qualification carve_out
          on carve_out.id = q.continues_id and carve_out.system_id = q.system_id and carve_out.sq_number = q.sq_number
        order by s.id`,
  );
  expect(continued).toHaveLength(9);
  const ordinary = {
    program: 'CLASS_I',
    last: null,
    factor: '1.0000',
    source: 'program/000: one REC for each MWh',
    reason: 'goes on as RPS Class I after its opt-in term',
    flags: [],
    after: 'SREC_I',
  };
  expect(continued[1]).toEqual({ ...ordinary, name: 'Made-up unit 2', effective: '2022-10-01', term: '2022-Q3' });
  expect(continued[6]).toEqual({ ...ordinary, name: 'Large', effective: '2023-04-01', term: '2023-Q1' });
});

test('an asset is held by the applicant of most of its units, from the first month that needs it', async () => {
  await house.import(listText(units));
  const holders = await rows(
    house.em,
    sql`select a.gis_id as asset, o.name as holder, h.from_month as "from", h.until_month as until
        from gis_asset_holder h join gis_asset a on a.id = h.asset_id join gis_account g on g.id = h.gis_account_id
        join organisation o on o.id = g.organisation_id and g.name = o.name and not o.synthetic order by a.gis_id`,
  );
  expect(holders).toEqual([
    { asset: 'MSS41000', holder: 'Tern Energy, LLC', from: '2013-04-01', until: null },
    { asset: 'NON900001', holder: 'Tern Energy, LLC', from: '2012-12-01', until: null },
    { asset: 'NON900002', holder: 'Tern Energy, LLC', from: '2013-04-01', until: null },
    { asset: 'NON900003', holder: 'Petrel Solar', from: '2013-04-01', until: null },
    { asset: 'NON900004', holder: 'Petrel Solar', from: '2013-04-01', until: null },
  ]);
  const organisations = await rows<{ name: string }>(house.em, sql`select name from organisation order by name`);
  expect(organisations.map(each => each.name)).toEqual([
    'Gannet Power Inc',
    'MassCEC',
    'Petrel Solar',
    'Tern Energy, LLC',
  ]);
});

test('a second run changes nothing, in whatever order its rows stand', async () => {
  await house.import(listText(units));
  const before = await everyRow(house.em);
  expect(await house.import(listText(units))).toEqual(counts(0, 9));
  expect(await house.import(listText(units.toReversed()))).toEqual(counts(0, 9));
  expect(await everyRow(house.em)).toEqual(before);
});

test('a dry run says what would become of the rows and keeps nothing', async () => {
  const before = await everyRow(house.em);
  expect(await house.import(listText(units), { dryRun: true })).toEqual(counts(9, 0));
  expect(await everyRow(house.em)).toEqual(before);
});

test('a row that says something else now is refused with its line; what was imported stays; a new one is imported', async () => {
  await house.import(listText(units));
  const changed = units.map(row => (row.kw === '8' ? { ...row, kw: '8.5' } : row));
  const more = [
    madeUpRow({ name: 'Earlier', asset: 'NON900002', effective: '1/9/2013', lastQuarter: 'Q4 2022' }),
    ...changed,
  ];
  const outcome = await house.import(listText(more));
  expect(outcome).toMatchObject({ read: 10, imported: 1, unchanged: 8, refused: 1 });
  expect(outcome.refusals).toEqual([
    { line: lineOf(6), reason: expect.stringMatching(/PTS-PV2013-\d+.*staff decides/) },
  ]);
  const holders = await rows(
    house.em,
    sql`select h.from_month as "from", h.until_month as until from gis_asset_holder h
        join gis_asset a on a.id = h.asset_id where a.gis_id = 'NON900002' order by h.from_month`,
  );
  expect(holders).toEqual([
    { from: '2013-01-01', until: '2013-04-01' },
    { from: '2013-04-01', until: null },
  ]);
});

test('a cell that cannot be read costs its row alone, which is named with line and reason', async () => {
  const bad: Partial<MadeUpRow>[] = [
    { effective: '2/30/2013' },
    { operation: '2013-04-09' },
    { lastQuarter: '2023 Q1' },
    { lastQuarter: 'Q1 2012' },
    { sq: '2017-10' },
    { asset: 'NEW123' },
    { zip: 'none' },
    { name: ' ' },
    { applicant: '' },
    { town: '' },
  ];
  const outcome = await house.import(listText([...units, ...bad.map(madeUpRow)]));
  expect(outcome).toMatchObject({ read: 19, imported: 9, refused: 10 });
  expect(outcome.refusals.map(each => each.line)).toEqual(bad.map((_, index) => lineOf(units.length + index)));
  expect(outcome.refusals.map(each => each.reason)).toEqual([
    'The RPS effective date is "2/30/2013"; it must be a day as M/D/YYYY.',
    'The commercial operation date is "2013-04-09"; it must be a day as M/D/YYYY.',
    'The last eligible quarter is "2023 Q1"; it must be like Q3 2023.',
    'The term ends (Q1 2012) before it begins.',
    'The MA RPS ID# is "2017-10"; it must be like PV-2017-10.',
    'The NEPOOL GIS Asset ID# is "NEW123"; it must be NON or MSS and digits.',
    'The ZIP code is "none"; it must have five digits.',
    'The unit name is ""; it must not be empty.',
    'The applicant entity is ""; it must not be empty.',
    'The town is ""; it must not be empty.',
  ]);
});

test('a list that is not what its own total says is refused whole, unless that is wanted', async () => {
  const before = await everyRow(house.em);
  await expect(house.import(listText(units, '9.231 MW (10 projects)'))).rejects.toThrow(
    'The list says 9.231 MW in 10 projects above its header row; its rows hold 9.23051 MW in 9. Nothing was imported',
  );
  await expect(house.import(listText(units, '9.23 MW (9 projects)'))).resolves.toMatchObject({ imported: 9 });
  await expect(house.import(listText([...units, madeUpRow({ kw: '0' })]))).resolves.toMatchObject({
    unchanged: 9,
    refused: 1,
  });
  await expect(house.import(listText([...units, madeUpRow({ kw: 'ten' })], '9.239 MW (10 projects)'))).rejects.toThrow(
    `Lines that cannot be read: ${lineOf(9)}.`,
  );
  const remarks: string[] = [];
  const despite = { despiteTotal: true, remark: (sentence: string) => void remarks.push(sentence) };
  await expect(house.import(listText(units, '9.229 MW (9 projects)'), despite)).resolves.toMatchObject({
    unchanged: 9,
  });
  await house.import(listText(units, 'none'), { remark: despite.remark });
  expect(remarks).toEqual([expect.stringMatching('says 9.229 MW'), expect.stringMatching('says no total')]);
  expect(before.system).toBe('0 ');
});
