import type { DemoYear } from '../../src/cli/demo-year-lines.js';
import { sumsOf } from '../../src/demo-year/sums.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type Ended, runPts } from '../support/run-program.js';

let database: TestDatabase;
let played: Ended;
let year: DemoYear;

beforeAll(async () => {
  database = await createTestDatabase();
  played = await runPts(['demo-year', '--json'], { DATABASE_URL: database.url });
  year = JSON.parse(played.stdout);
}, 120_000);
afterAll(() => database.drop());

test('the year is played to its end: every sum and every law holds', () => {
  expect(played.exitCode).toBe(0);
  expect(year.sums.filter(({ holds }) => !holds)).toEqual([]);
  expect(year.sums.length).toBeGreaterThan(30);
  expect(year.laws).toMatchObject({ run: expect.any(Number), broken: [] });
  expect(year.laws.run).toBeGreaterThan(60);
});

test('its books are those of the story', () => {
  const { books } = year;
  expect(books.submittedKwh).toBe('588500');
  expect(books.quarters.map(({ quarter, certificates }) => [quarter, certificates])).toEqual([
    ['2017-Q1', 133],
    ['2017-Q2', 156],
    ['2017-Q3', 143],
    ['2017-Q4', 121],
  ]);
  // March was corrected when its certificates were sold: an adjustment; December before: a roll-back, which leaves the carry as it was
  expect(books.adjustments).toMatchObject([
    { ...{ kind: 'DEFERRED', month: '2017-12', eligibleMwh: '0.2000000000' }, asset: { gisId: 'MSS70002' } },
    { ...{ kind: 'PRIOR_PERIOD', month: '2017-03', productionKwh: '-900.000' }, asset: { gisId: 'MSS70001' } },
  ]);
  expect(books.rolledBack).toBe(29);
  expect(books.mintedEver).toBe(553 + 29);
  expect(books.auction).toMatchObject({
    rounds: [
      { round: 1, asked: 30, cleared: false },
      { round: 2, asked: 45, cleared: false },
      { round: 3, asked: 36, cleared: false },
    ],
    outcome: { finalRound: 3, deposited: 60, sold: 36, returned: 24, totalProceedsDollars: '9747' },
  });
  const positions = books.filings.flatMap(({ organisation, statement }) =>
    statement.positions.map(each => [organisation.name, each.program, each.obligation, each.newUsed, each.newlyBanked]),
  );
  expect(positions.sort()).toEqual([
    ['Supplier A', 'SREC_I', 49, 0, 0],
    ['Supplier A', 'SREC_II', 86, 86, 8],
    ['Supplier B', 'SREC_I', 25, 0, 0],
    ['Supplier B', 'SREC_II', 35, 12, 0],
  ]);
  expect(books.exempt).toBe('EXEMPT_FROM_COMPLIANCE');
});

test('a figure that is off by one makes a sum fail', () => {
  const { books } = year;
  const [holding] = books.holdings;
  const [filing] = books.filings;
  const [position] = filing?.statement.positions ?? [];
  if (!holding || !filing || !position) throw new Error('the books are empty');
  const { outcome } = books.auction;
  const statement = { ...filing.statement, positions: [{ ...position, acpQuantity: position.acpQuantity + 1 }] };
  const wrong = [
    { ...books, onRecordKwh: '588501' },
    { ...books, mintedEver: books.mintedEver + 1 },
    { ...books, holdings: [{ ...holding, quantity: holding.quantity + 1 }, ...books.holdings.slice(1)] },
    { ...books, auction: { ...books.auction, outcome: { ...outcome, returned: outcome.returned + 1 } } },
    { ...books, filings: [{ ...filing, statement }, ...books.filings.slice(1)] },
    { ...books, exempt: 'NOT_FOUND' },
  ];
  expect(wrong.map(each => sumsOf(each).some(({ holds }) => !holds))).toEqual(wrong.map(() => true));
  expect(sumsOf(books).every(({ holds }) => holds)).toBe(true);
});

test('a database that holds anything is refused, and left as it is', async () => {
  const { exitCode, stdout, stderr } = await runPts(['demo-year'], { DATABASE_URL: database.url });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(
    /^pts: This database holds something already: give --data-dir of a new directory\. \(CONFLICT\)\n$/,
  );
});
