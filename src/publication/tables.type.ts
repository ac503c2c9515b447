import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateTimeScalar } from '../boundary/scalars.js';
import { acpRates } from './tables/acp-rates.js';
import { auctionResults } from './tables/auction-results.js';
import { minimumStandards } from './tables/minimum-standards.js';
import { productionByTownAndMonth } from './tables/production-by-town-and-month.js';
import { ptsSystems } from './tables/pts-systems.js';
import { qualifiedUnits } from './tables/qualified-units.js';
import { srecsMintedAndExpected } from './tables/srecs-minted-and-expected.js';
import type { Refreshed } from './tables/table.js';
import { pageTypeOf } from './tables/table-type.js';

export const MintedAndExpectedTable = pageTypeOf(srecsMintedAndExpected);
export const QualifiedUnitTable = pageTypeOf(qualifiedUnits);
export const PtsSystemTable = pageTypeOf(ptsSystems);
export const MinimumStandardTable = pageTypeOf(minimumStandards);
export const AcpRateTable = pageTypeOf(acpRates);
export const AuctionResultTable = pageTypeOf(auctionResults);
export const TownProductionTable = pageTypeOf(productionByTownAndMonth);

export const RefreshedEnum = enumOf(['CONTINUOUSLY', 'ON_DECISION']);
registerEnumType(RefreshedEnum, {
  name: 'PublicTableRefreshed',
  description: 'When the rows of a public table change.',
  valuesConfig: {
    CONTINUOUSLY: { description: 'With what is on record; a file or page is of the instant `asOf`.' },
    ON_DECISION: { description: 'When a figure is decided and entered.' },
  },
});

@ObjectType({ description: 'A column of a public table.' })
export class PublicTableColumn {
  @Field(() => ID, { description: 'Its key: the field of the query, and the header of the files.' })
  key!: string;

  @Field(() => String, {
    description: 'ID, CODE (a word of a list), TEXT, INTEGER, DECIMAL, DATE, MONTH, QUARTER, INSTANT or YES_NO.',
  })
  kind!: string;

  @Field(() => Boolean, { description: 'Whether it may be empty.' })
  nullable!: boolean;

  @Field(() => String, { description: 'What it holds.' })
  description!: string;
}

@ObjectType({ description: 'A table that everybody may read and take along: what is in it, and where its files are.' })
export class PublicTableDescription {
  @Field(() => ID, { description: 'Identifies it, e.g. `qualified-units`.' })
  key!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'What a row is.' })
  description!: string;

  @Field(() => String, { description: 'Where its rows come from.' })
  source!: string;

  @Field(() => String, { description: 'On what terms it may be used.' })
  terms!: string;

  @Field(() => String, { description: 'Path of its CSV file (RFC 4180, UTF-8).' })
  csvPath!: string;

  @Field(() => String, { description: 'Path of its xlsx file.' })
  xlsxPath!: string;

  @Field(() => String, {
    description: 'Path of its JSON Lines file (UTF-8, one object a line, exact numbers as text).',
  })
  jsonLinesPath!: string;

  @Field(() => String, {
    description:
      'Version of its columns, e.g. `1.0`: the first number changes when a column goes or changes its meaning, the second when one is added.',
  })
  version!: string;

  @Field(() => String, { description: 'The licence by its SPDX identifier: `CC0-1.0`.' })
  license!: string;

  @Field(() => String, { description: 'Address of the licence.' })
  licenseUrl!: string;

  @Field(() => RefreshedEnum, { description: 'When its rows change.' })
  refreshed!: Refreshed;

  @Field(() => DateTimeScalar, { description: 'The instant of which its rows are when they are read now.' })
  asOf!: Date;

  @Field(() => [PublicTableColumn], {
    description: 'Its columns in order; the files end with `asOf`, when it was read.',
  })
  columns!: readonly PublicTableColumn[];
}
