import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../../domain/month.js';
import { rows, sql } from '../../platform/sql.js';
import { publicProductionBy } from '../public-production.js';
import { column, optional } from './column.js';
import type { Asked, PublicTable, TableRow } from './table.js';

/**
 * What the towns produced, by month: the sums of `productionBy`, withheld as they are. Production of a single system is in no
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
  source: 'Readings in force, by sums that follow them within a minute.',
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
  const towns = await publicProductionBy(em, 'TOWN', month);
  return towns
    .map(({ group, systems, withheld, productionKwh }) => {
      const town = group ?? '';
      const key = `${month}/${town}`;
      return { key, id: key, month, town, systems, withheld, productionKwh };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Every month with production, oldest first. */
async function monthsOnRecord(em: EntityManager): Promise<Month[]> {
  const found = await rows<{ month: Month }>(
    em,
    sql`select distinct to_char(month, 'YYYY-MM') as month from production_town_rollup order by month`,
  );
  return found.map(({ month }) => month);
}
