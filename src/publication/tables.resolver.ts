import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { localDateOf } from '../domain/time-zone.js';
import { acpRates } from './tables/acp-rates.js';
import { auctionResults } from './tables/auction-results.js';
import { minimumStandards } from './tables/minimum-standards.js';
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
} from './tables.type.js';

/** No source states a licence for these data, and the house claims none. */
const terms = 'Public information of the programme: use it freely, and name the PTS and the instant as of which it is.';

/** The public tables: each a page by page query here, and two files (`server/table-routes`). */
@Resolver()
export class TablesResolver {
  @Query(() => [PublicTableDescription], { description: 'Every public table, with its columns and files.' })
  publicTables(): PublicTableDescription[] {
    return publicTables.map(({ name, title, description, source, columns }) => ({
      key: name,
      title,
      description,
      source,
      terms,
      csvPath: `/public/tables/${name}.csv`,
      xlsxPath: `/public/tables/${name}.xlsx`,
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
}

async function read(table: PublicTable, page: PageArgs, { em, now }: Context): Promise<TablePage> {
  return { ...(await pageOfTable(table, { em, on: localDateOf(now) }, page)), asOf: now };
}
