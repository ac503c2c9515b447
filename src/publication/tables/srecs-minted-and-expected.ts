import type { EntityManager } from '@mikro-orm/postgresql';
import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../boundary/enum-of.js';
import type { Month } from '../../domain/month.js';
import { addQuarters, type Quarter, quarterOf, quartersBetween } from '../../domain/quarter.js';
import { maybeRow, sql } from '../../platform/sql.js';
import { ProgramEnum } from '../../qualification/qualification.type.js';
import { column, optional } from './column.js';
import { mintedQuarter } from './minted-quarter.js';
import { listedTable, type PublicTable, type TableRow } from './table.js';

const MintingStatusEnum = enumOf(['EXPECTED', 'REPORTED', 'MINTED']);
registerEnumType(MintingStatusEnum, {
  name: 'PublicMintingStatus',
  description: 'How far a generation quarter has come.',
  valuesConfig: {
    EXPECTED: { description: 'Not reported to the NEPOOL GIS yet.' },
    REPORTED: { description: 'Reported to the NEPOOL GIS and not minted yet.' },
    MINTED: { description: 'Minted.' },
  },
});

const columns = [
  column('id', 'ID', 'Stable: programme and generation quarter.'),
  column('program', 'CODE', 'The programme: SREC I or SREC II.', ProgramEnum),
  column('quarter', 'QUARTER', 'The generation quarter.'),
  column('status', 'CODE', 'How far the quarter has come.', MintingStatusEnum),
  column('systems', 'INTEGER', 'Qualified systems whose production of the quarter is on record.'),
  column(
    'withheld',
    'YES_NO',
    'Yes: MWh reported to the GIS and certificates are withheld, and production where it would tell: they, or what they leave over, would be of fewer systems than `minimum-published-systems`.',
  ),
  optional(
    'productionMwh',
    'DECIMAL',
    'MWh reported to the PTS: production in force, shares of missed months included.',
  ),
  optional('reportedMwh', 'DECIMAL', 'MWh reported to the NEPOOL GIS; empty before.'),
  column('mintOn', 'DATE', 'Day on which the NEPOOL GIS mints the quarter by the calendar.'),
  optional(
    'expectedCertificates',
    'INTEGER',
    'Certificates that will be minted; empty once they are. Reported to the GIS: as computed for the report. Before: eligible production on record times the factor, the whole part of the sum of all systems, without what assets carry in or on.',
  ),
  optional('mintedCertificates', 'INTEGER', 'Certificates minted, corrections included; empty before.'),
];

/** The page "SRECs Minted & Expected" (program/002), by programme and generation quarter. */
export const srecsMintedAndExpected: PublicTable = {
  ...listedTable(
    {
      name: 'srecs-minted-and-expected',
      version: '1.0',
      refreshed: 'CONTINUOUSLY',
      keywords: ['SREC', 'certificates', 'production'],
      typeName: 'PublicMintedAndExpected',
      title: 'SRECs Minted & Expected',
      description: 'SRECs of a programme and generation quarter: reported, minted, and expected.',
      source: 'Readings in force and issuance on record.',
      columns,
    },
    async ({ em }) => quartersAfter(em, null, Number.POSITIVE_INFINITY),
  ),
  rowsAfter: ({ em }, key, limit) => quartersAfter(em, key, limit),
};

/** Rows after a key: quarter by quarter, so that a page costs what its quarters cost. */
async function quartersAfter(em: EntityManager, key: string | null, limit: number): Promise<TableRow[]> {
  const found: TableRow[] = [];
  for (const quarter of await quartersOnRecord(em)) {
    if (key !== null && quarter < key.slice(0, quarter.length)) continue;
    const ofQuarter = await mintedQuarter(em, quarter);
    found.push(...ofQuarter.filter(row => key === null || row.key > key));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** Every quarter from the first with production or a report to the last. */
async function quartersOnRecord(em: EntityManager): Promise<Quarter[]> {
  const span = await maybeRow<{
    first: Month | null;
    last: Month | null;
    firstRun: Quarter | null;
    lastRun: Quarter | null;
  }>(
    em,
    sql`select to_char(least((select min(month) from reading), (select min(month) from estimated_share)), 'YYYY-MM') as first,
               to_char((select max(month) from reading), 'YYYY-MM') as last,
               (select min(quarter) from issuance_run where frozen_at is not null) as "firstRun",
               (select max(quarter) from issuance_run where frozen_at is not null) as "lastRun"`,
  );
  const ends = [
    span?.first ? quarterOf(span.first) : null,
    span?.last ? quarterOf(span.last) : null,
    span?.firstRun ?? null,
    span?.lastRun ?? null,
  ]
    .filter(quarter => quarter !== null)
    .sort();
  const [first] = ends;
  const last = ends.at(-1);
  if (!first || !last) return [];
  return Array.from({ length: quartersBetween(first, last) + 1 }, (_, index) => addQuarters(first, index));
}
