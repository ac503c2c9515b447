import { enterSupplierLoad } from '../../src/compliance/enter-supplier-load.js';
import { registerSupplier } from '../../src/compliance/register-supplier.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { parseSerialRange } from '../../src/domain/serial-range.js';
import { moveCertificates } from '../../src/ledger/move-certificates.js';
import { insertRows } from '../../src/platform/insert-rows.js';
import { rows, sql } from '../../src/platform/sql.js';
import {
  batchOf,
  issueThirdQuarter,
  makeReporter,
  makeTrader,
  reportJuly,
  type Trader,
  traderDoes,
} from './trading-world.js';
import { createWorld, type World } from './world.js';

/** Puts certificates of a trader into its retail sub-account. */
export async function toRetail(world: World, trader: Trader, at: string, range: string): Promise<void> {
  await traderDoes(world, trader, at, async verb => {
    const { quantity } = await moveCertificates(verb, {
      ...{
        ranges: [parseSerialRange(range)],
        fromState: 'ACTIVE',
        kind: 'TO_RETAIL',
        toState: 'RETAIL',
        toGisAccountId: null,
      },
      where: sql`account.organisation_id = ${trader.organisationId}`,
      unit: { kind: 'TRADE', reason: 'for compliance' },
    });
    return { quantity };
  });
}

/** Closes a trading year for a supplier, as far as compliance sees it: its retail certificates are retired for it. */
export async function closeYearFor(
  world: World,
  trader: Trader,
  year: number,
  ranges: readonly string[],
): Promise<void> {
  await world.act('operator', `${year + 1}-06-16T12:00:00Z`, async verb => {
    const { em, context, now } = verb;
    const moved = await moveCertificates(verb, {
      ...{ ranges: ranges.map(parseSerialRange), fromState: 'RETAIL', kind: 'RETIRE_COMPLIANCE', toState: 'RETIRED' },
      ...{ toGisAccountId: null, where: sql`true`, unit: { kind: 'CLOSE', reason: `close of ${year}` } },
    });
    await insertRows(em, 'certificate_use', moved.parts, [
      ['entry_id', 'bigint', part => part.entryId],
      ['purpose', 'text', () => 'COMPLIANCE'],
      ['organisation_id', 'bigint', () => trader.organisationId],
      ['compliance_year', 'int', () => year],
    ]);
    await rows(
      em,
      sql`insert into trading_year (year, closed_at, closed_by, reason, completed_at)
          values (${year}, ${now}, ${context.actor.accountId}, 'test', ${now}) on conflict do nothing`,
    );
    return { quantity: moved.quantity };
  });
}

/** Enters the load of a supplier: MWh by contract day. */
export async function enterLoad(
  world: World,
  trader: Trader,
  year: number,
  loads: readonly (readonly [contractedOn: string, salesMwh: string, basicService?: boolean])[],
): Promise<void> {
  await traderDoes(world, trader, `${year + 1}-03-01T12:00:00Z`, verb =>
    enterSupplierLoad(verb, {
      complianceYear: year,
      loads: loads.map(([contractedOn, salesMwh, basicService = false]) => ({
        ...{ contractedOn: contractedOn as LocalDate, salesMwh: new Decimal(salesMwh), basicService },
      })),
      evidence: 'settlement statement',
    }),
  );
}

/**
 * Suppliers with certificates of SREC I, in their accounts: `saver` 22,000 of 2015 and 14,000 of 2017, `payer` 14,000 and `hoarder`
 * 18,000 of 2017; all but the first file from 2017 on. Certificates are retired for their years, which are closed. `town` is a
 * municipal light district, `other` a supplier that has nothing.
 */
export interface ComplianceWorld {
  readonly world: World;
  readonly suppliers: Readonly<Record<'saver' | 'payer' | 'hoarder' | 'town' | 'other', Trader>>;
}

const begins = '2015-06-01T12:00:00Z';

export async function createComplianceWorld(): Promise<ComplianceWorld> {
  const world = await createWorld('SET_UP');
  const make = async (name: string, sinceYear: number, kind: 'COMPETITIVE' | 'MUNICIPAL_LIGHT' = 'COMPETITIVE') => {
    const trader = await makeTrader(world, name, ['SUPPLIER', 'SYSTEM_REPRESENTATIVE'], begins);
    await makeReporter(world, trader, begins);
    const { organisationId } = trader;
    await world.act('operator', begins, verb =>
      registerSupplier(verb, { organisationId, kind, sinceYear, reason: 'test' }),
    );
    return trader;
  };
  const suppliers = {
    saver: await make('saver', 2015),
    payer: await make('payer', 2017),
    hoarder: await make('hoarder', 2017),
    town: await make('town', 2017, 'MUNICIPAL_LIGHT'),
    other: await make('other', 2017),
  };
  const retired = [
    ['saver', 2015, 22_000],
    ['saver', 2017, 14_000],
    ['payer', 2017, 14_000],
    ['hoarder', 2017, 18_000],
  ] as const;
  for (const year of [2015, 2017]) {
    const ofYear = retired.filter(each => each[1] === year);
    for (const [name, , mwh] of ofYear) {
      await reportJuly(world, { name: `${name} ${year}`, year, holder: suppliers[name], mwh });
    }
    await issueThirdQuarter(world, year);
    for (const [name, , mwh] of ofYear) {
      const range = `${await batchOf(world, suppliers[name], year)} - 1 to ${mwh}`;
      await toRetail(world, suppliers[name], `${year + 1}-05-01T12:00:00Z`, range);
    }
  }
  return { world, suppliers };
}

/** Closes a year for all who hold certificates of it. */
export async function closeYear({ world, suppliers }: ComplianceWorld, year: number): Promise<void> {
  for (const trader of Object.values(suppliers)) {
    const held = await rows<{ range: string }>(
      world.orm.em.fork(),
      sql`select h.batch_id || ' - ' || h.first_serial || ' to ' || h.last_serial as range
          from certificate_holding h join certificate_batch b on b.id = h.batch_id
          where h.gis_account_id = ${trader.gisAccountId} and h.state = 'RETAIL' and extract(year from b.vintage_month) = ${year}::int`,
    );
    if (held.length > 0)
      await closeYearFor(
        world,
        trader,
        year,
        held.map(({ range }) => range),
      );
  }
}
