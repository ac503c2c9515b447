import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { addMonths, type Month, monthsBetween } from '../../domain/month.js';
import { maybeRow, sql } from '../../platform/sql.js';
import { townsOfMonth } from '../public-data.js';
import { column, optional } from './column.js';
import type { Asked, PublicTable, TableRow } from './table.js';

/**
 * What the towns produced, by month: the sums of `production(town:)`, withheld as they are. Production of a single system is in no
 * table: most are homes, and what a home makes tells when somebody lives there.
 */
export const productionByTownAndMonth: PublicTable = {
  name: 'production-by-town-and-month',
  version: '1.0',
  refreshed: 'CONTINUOUSLY',
  keywords: ['production', 'town', 'solar', 'renewable energy'],
  typeName: 'PublicTownProduction',
  title: 'Production by town and month',
  description: 'Production of a month of all systems of a town together; never that of a few.',
  source: 'Readings in force.',
  columns: [
    column('id', 'ID', 'Stable: month and town.'),
    column('month', 'MONTH', 'The generation month.'),
    column('town', 'TEXT', 'City or town.'),
    column('systems', 'INTEGER', 'Systems that reported it.'),
    column(
      'withheld',
      'YES_NO',
      'Yes: the production is withheld, for fewer systems reported than `minimum-published-systems`, or the rest of the state, or of the towns withheld, would be of fewer.',
    ),
    optional('productionKwh', 'DECIMAL', 'Production in kWh, shares of missed months included; empty where withheld.'),
  ],
  rowsAfter: ({ em }, key, limit) => rowsAfter(em, key, limit),
  async fingerprint({ em }: Asked) {
    const hash = createHash('sha256');
    for (const month of await monthsOnRecord(em)) hash.update(JSON.stringify(await rowsOf(em, month)));
    return hash.digest('hex');
  },
};

/** Rows after a key: month by month, so that a page costs what its months cost. */
async function rowsAfter(em: EntityManager, key: string | null, limit: number): Promise<TableRow[]> {
  const found: TableRow[] = [];
  for (const month of await monthsOnRecord(em)) {
    if (key !== null && month < key.slice(0, month.length)) continue;
    found.push(...(await rowsOf(em, month)).filter(row => key === null || row.key > key));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** The rows of a month in the order of their keys, which is that of code units. */
async function rowsOf(em: EntityManager, month: Month): Promise<TableRow[]> {
  const towns = await townsOfMonth(em, month);
  return towns
    .map(({ town, systems, withheld, productionKwh }) => {
      const key = `${month}/${town}`;
      return { key, id: key, month, town, systems, withheld, productionKwh };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Every month from the first with production to the last that was read. */
async function monthsOnRecord(em: EntityManager): Promise<Month[]> {
  const span = await maybeRow<{ first: Month | null; last: Month | null }>(
    em,
    sql`select to_char(least((select min(month) from reading), (select min(month) from estimated_share)), 'YYYY-MM') as first,
               to_char((select max(month) from reading), 'YYYY-MM') as last`,
  );
  const { first, last } = span ?? {};
  if (!first || !last) return [];
  return Array.from({ length: monthsBetween(first, last) + 1 }, (_, index) => addMonths(first, index));
}
