import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { localDateOf } from '../domain/time-zone.js';
import { licence } from './licence.js';
import { acpRates } from './tables/acp-rates.js';
import { auctionResults } from './tables/auction-results.js';
import { minimumStandards } from './tables/minimum-standards.js';
import { productionByTownAndMonth } from './tables/production-by-town-and-month.js';
import { ptsSystems } from './tables/pts-systems.js';
import { publicTables } from './tables/public-tables.js';
import { qualifiedUnits } from './tables/qualified-units.js';
import { srecsMintedAndExpected } from './tables/srecs-minted-and-expected.js';
import { type PublicTable, pageOfTable } from './tables/table.js';
import type { TablePage } from './tables/table-type.js';
import {
  AcpRateTable,
  AuctionResultTable,
  MinimumStandardTable,
  MintedAndExpectedTable,
  PtsSystemTable,
  PublicTableDescription,
  QualifiedUnitTable,
  TownProductionTable,
} from './tables.type.js';

/** The public tables: each a page by page query here, and three files (`server/table-routes`). */
@Resolver()
export class TablesResolver {
  @Query(() => [PublicTableDescription], { description: 'Every public table, with its columns and files.' })
  publicTables(@Ctx() { now }: Context): PublicTableDescription[] {
    return publicTables.map(({ name, title, description, source, version, refreshed, columns }) => ({
      key: name,
      title,
      description,
      source,
      terms: licence.terms,
      license: licence.spdx,
      licenseUrl: licence.url,
      version,
      refreshed,
      asOf: now,
      csvPath: `/public/tables/${name}.csv`,
      xlsxPath: `/public/tables/${name}.xlsx`,
      jsonLinesPath: `/public/tables/${name}.jsonl`,
      columns,
    }));
  }

  @Query(() => MintedAndExpectedTable, {
    description: 'SRECs minted and expected, by generation quarter and programme, oldest first.',
  })
  srecsMintedAndExpected(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return read(srecsMintedAndExpected, page, context);
  }

  @Query(() => QualifiedUnitTable, {
    description: 'Units with a statement of qualification, as DOER lists them, without names; oldest record first.',
  })
  qualifiedUnits(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return read(qualifiedUnits, page, context);
  }

  @Query(() => PtsSystemTable, { description: 'Every system in the PTS, without names; oldest registration first.' })
  ptsSystems(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return read(ptsSystems, page, context);
  }

  @Query(() => MinimumStandardTable, { description: 'The Minimum Standard by programme and compliance year.' })
  minimumStandards(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return read(minimumStandards, page, context);
  }

  @Query(() => AcpRateTable, { description: 'Alternative Compliance Payment rates by programme and compliance year.' })
  acpRates(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return read(acpRates, page, context);
  }

  @Query(() => AuctionResultTable, { description: 'Results of the auctions that are settled.' })
  auctionResults(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return read(auctionResults, page, context);
  }

  @Query(() => TownProductionTable, {
    description: 'Production by month and town, oldest month first. Sums of too few systems are withheld.',
  })
  productionByTownAndMonth(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return read(productionByTownAndMonth, page, context);
  }
}

async function read(table: PublicTable, page: PageArgs, { em, now }: Context): Promise<TablePage> {
  const { edges, pageInfo } = await pageOfTable(table, { em, on: localDateOf(now) }, page);
  return { edges, pageInfo, asOf: now };
}
