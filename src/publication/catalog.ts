import { licence } from './licence.js';
import { publicTables } from './tables/public-tables.js';
import type { PublicTable } from './tables/table.js';

/** The formats of a public table: the ending of its address, its media type, and what people call it. */
export const tableFormats = {
  csv: { mediaType: 'text/csv', called: 'CSV' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', called: 'XLSX' },
  jsonl: { mediaType: 'application/jsonl', called: 'JSON Lines' },
} as const;
export type TableFormat = keyof typeof tableFormats;

/** A stable name of a table, whatever server hands it out. */
export function identifierOf({ name }: Pick<PublicTable, 'name'>): string {
  return `pts-open-data/${name}`;
}

/**
 * The catalogue of the public tables for machines, in the shape of DCAT-US: what each is, on what terms, how fresh, and where its files
 * are. No address for mail is in it, since the programme states none here.
 *
 * The address of this server, and the instant of which the tables are -> plain JSON. Source: DCAT-US 1.1 (resources.data.gov).
 */
export function catalog(base: string, asOf: Date): object {
  return {
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    '@id': `${base}/public/catalog.json`,
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
    dataset: publicTables.map(table => datasetOf(table, base, asOf)),
  };
}

function datasetOf(table: PublicTable, base: string, asOf: Date): object {
  const { name, title, description, version, keywords, refreshed, source } = table;
  const live = refreshed === 'CONTINUOUSLY';
  return {
    '@type': 'dcat:Dataset',
    identifier: identifierOf(table),
    title,
    description: `${description} ${source}`,
    keyword: keywords,
    version,
    modified: live ? asOf.toISOString() : 'R/P1Y',
    accrualPeriodicity: live ? 'R/PT1S' : 'irregular',
    publisher: { '@type': 'org:Organization', name: 'Production Tracking System' },
    contactPoint: { '@type': 'vcard:Contact', fn: 'Production Tracking System' },
    accessLevel: 'public',
    rights: licence.terms,
    license: licence.url,
    language: ['en-US'],
    spatial: 'Massachusetts',
    distribution: [
      ...Object.entries(tableFormats).map(([ending, { mediaType, called }]) => ({
        '@type': 'dcat:Distribution',
        title: `${title} as ${called}`,
        format: called,
        mediaType,
        downloadURL: `${base}/public/tables/${name}.${ending}`,
      })),
      {
        '@type': 'dcat:Distribution',
        title: `${title} page by page`,
        format: 'API',
        accessURL: `${base}/public/graphql`,
      },
    ],
  };
}
