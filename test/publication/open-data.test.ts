import { createHash } from 'node:crypto';
import { catalog } from '../../src/publication/catalog.js';
import { publicTables } from '../../src/publication/tables/public-tables.js';

/** What the columns of each table were when its version was written down. */
const released: Readonly<Record<string, string>> = {
  'acp-rates 1.0': 'f15dc0952d7b',
  'auction-results 1.0': '06f2e0f24763',
  'minimum-standards 1.0': 'b49d7652d105',
  'production-by-town-and-month 1.0': '02dbeb5f474e',
  'pts-systems 1.0': 'c1e64951e6a2',
  'qualified-units 1.0': '8aaef6398e66',
  'srecs-minted-and-expected 1.0': '48a545749574',
};

const columnsOf = ({ columns }: (typeof publicTables)[number]) =>
  createHash('sha256')
    .update(columns.map(({ key, kind, nullable }) => `${key} ${kind} ${nullable}`).join('\n'))
    .digest('hex')
    .slice(0, 12);

test('whoever changes the columns of a table gives it a new version', () => {
  const now = Object.fromEntries(publicTables.map(table => [`${table.name} ${table.version}`, columnsOf(table)]));
  expect(now).toEqual(released);
});

interface Dataset {
  readonly identifier: string;
  readonly license: string;
  readonly modified: string;
  readonly keyword: readonly string[];
  readonly distribution: readonly Readonly<Record<string, string>>[];
}

test('the catalogue lists every table with licence, freshness and all its forms, under names that no server changes', () => {
  const asOf = new Date('2018-05-01T12:00:00Z');
  const datasets = (base: string) => (catalog(base, asOf) as { dataset: readonly Dataset[] }).dataset;
  const here = datasets('https://pts.example');
  expect(here.map(({ identifier }) => identifier)).toEqual(publicTables.map(({ name }) => `pts-open-data/${name}`));
  expect(datasets('http://127.0.0.1:4000').map(({ identifier }) => identifier)).toEqual(
    here.map(({ identifier }) => identifier),
  );
  for (const { license, modified, keyword, distribution } of here) {
    expect(license).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
    expect(modified).toMatch(/^(2018-05-01T12:00:00.000Z|R\/P1Y)$/);
    expect(keyword.length).toBeGreaterThan(0);
    expect(distribution.map(({ format }) => format)).toEqual(['CSV', 'XLSX', 'JSON Lines', 'API']);
    for (const { downloadURL, accessURL } of distribution) {
      expect(downloadURL ?? accessURL).toMatch(/^https:\/\/pts\.example\/public\//);
    }
  }
});
