import { createAccount } from '../../src/account/create-account.js';
import { createOrganisation } from '../../src/account/create-organisation.js';
import type { AccountContext } from '../../src/boundary/context.js';
import { acceptTerms } from '../../src/document/accept-terms.js';
import { currentTermsVersionId } from '../../src/document/terms-version.js';
import type { AccountKind } from '../../src/domain/account-kind.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { createGisAccount } from '../../src/gis/create-gis-account.js';
import { createGisAsset } from '../../src/gis/create-gis-asset.js';
import { joinGisAsset } from '../../src/gis/join-gis-asset.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { setUpMeter } from '../../src/metering/set-up-meter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { actorFor, contextFor } from '../../src/operator/operator.js';
import { appoint } from '../../src/ownership/appoint.js';
import { approveDasProvider } from '../../src/ownership/approve-das-provider.js';
import { type Outcome, type Performed, perform, type Verb } from '../../src/platform/perform.js';
import { row, sql } from '../../src/platform/sql.js';
import { grantQualification } from '../../src/qualification/grant-qualification.js';
import { registerSystem } from '../../src/system/register-system.js';
import type { World } from './world.js';

const reason = 'a trading world for tests';

/** A party with a GIS account, beside those of the small world. */
export interface Trader {
  readonly organisationId: string;
  readonly accountId: string;
  readonly gisAccountId: string;
}

/** Makes an organisation with an account of some kinds and a GIS account; the SREC terms are accepted for it. */
export async function makeTrader(
  world: World,
  name: string,
  kinds: readonly AccountKind[],
  at: string,
): Promise<Trader> {
  const staff = <T extends Outcome>(work: (verb: Verb) => Promise<T>) => world.act('operator', at, work);
  const { organisationId } = await staff(verb => createOrganisation(verb, { kind: 'COMPANY', name, synthetic: true }));
  const { accountId } = await staff(verb => createAccount(verb, { organisationId, name, kinds: [...kinds] }));
  const { gisAccountId } = await staff(verb => createGisAccount(verb, { organisationId, name }));
  await staff(async verb =>
    acceptTerms(verb, { versionId: await currentTermsVersionId(verb.em), organisationId, evidence: 'signed' }),
  );
  return { organisationId, accountId, gisAccountId };
}

/** The context in which a trader acts at an instant. */
export async function asTrader(world: World, trader: Trader, at: string): Promise<AccountContext> {
  const em = world.orm.em.fork();
  const now = new Date(at);
  return contextFor(em, await actorFor(em, trader.accountId, now), now, 'sandbox');
}

let keys = 0;

/** Lets a trader do something at an instant, once. */
export async function traderDoes<T extends Outcome>(
  world: World,
  trader: Trader,
  at: string,
  work: (verb: Verb) => Promise<T>,
): Promise<T & Performed> {
  keys += 1;
  const idempotencyKey = `trader ${keys}`;
  const request = { mutation: 'trade', input: idempotencyKey, idempotencyKey, dryRun: false };
  return perform(await asTrader(world, trader, at), request, work);
}

/** A July in which a plant produces whole MWh, for one account, in SREC I or II at factor 1. */
export interface Plant {
  readonly name: string;
  readonly year: number;
  readonly holder: Trader;
  readonly mwh: number;
  readonly program?: 'SREC_I' | 'SREC_II';
  readonly capacityKw?: string;
}

/** Builds a plant of its own asset and reports its July; the quarter is not issued. */
export async function reportJuly(world: World, plant: Plant): Promise<void> {
  const { name, year, holder, mwh, program = 'SREC_I', capacityKw = '60000' } = plant;
  const at = `${year}-06-30T12:00:00Z`;
  const staff = <T extends Outcome>(work: (verb: Verb) => Promise<T>) => world.act('operator', at, work);
  const place = { town: 'Amherst', state: 'MA', zip: '01002', massachusettsFunded: false };
  const system = { name, technology: 'SOLAR_PV', capacityKw: new Decimal(capacityKw), ...place } as const;
  const { ptsId } = await staff(verb => registerSystem(verb, system));
  const fromOn = `${year}-06-01` as LocalDate;
  const { organisationId } = holder;
  for (const role of ['SYSTEM_OWNER', 'SYSTEM_REPRESENTATIVE'] as const) {
    await staff(verb => appoint(verb, { ptsId, role, organisationId, fromOn, evidence: 'contract', reason }));
  }
  keys += 1;
  const gisId = `NON8${String(keys).padStart(5, '0')}`;
  const fromMonth = `${year}-06` as Month;
  await staff(verb => createGisAsset(verb, { gisId, gisAccountId: holder.gisAccountId, fromMonth, reason }));
  await staff(verb => joinGisAsset(verb, { ptsId, gisId, fromMonth, reason }));
  await staff(verb =>
    grantQualification(verb, {
      ...{ ptsId, sqNumber: `TRADE-${name}`, program, effectiveOn: fromOn, lastEligibleQuarter: null },
      ...{ marketSector: program === 'SREC_II' ? 'C' : null, srecFactor: new Decimal(1), factorSource: 'test', reason },
    }),
  );
  await staff(verb =>
    setUpMeter(verb, {
      ...{ ptsId, label: 'main', accuracyPercent: new Decimal('0.5'), registerDigits: null },
      ...{ initialValueKwh: new Decimal(0), installedOn: `${year}-06-30` as LocalDate },
    }),
  );
  const readings = [
    { ptsId, meterLabel: 'main', readAt: new Date(`${year}-07-31T16:00:00Z`), valueKwh: new Decimal(mwh).times(1000) },
  ];
  const { accepted, outcomes } = await traderDoes(world, holder, `${year}-07-31T17:00:00Z`, verb =>
    submitReadings(verb, { readings }),
  );
  if (accepted !== 1) throw new Error(`not accepted: ${JSON.stringify(outcomes)}`);
}

/** Makes an organisation report automatically, as plants of this size must. */
export async function makeReporter(world: World, { organisationId }: Trader, at: string): Promise<void> {
  const approvedOn = '2010-01-01' as LocalDate;
  await world.act('operator', at, verb => approveDasProvider(verb, { organisationId, approvedOn, reason }));
}

/** Reports and issues the third quarter of a year. */
export async function issueThirdQuarter(world: World, year: number): Promise<void> {
  const at = `${year + 1}-01-20T12:00:00Z`;
  const quarter = `${year}-Q3` as Quarter;
  await world.act('operator', at, verb => reportQuarter(verb, { quarter, reason, dryRun: false }));
  await world.act('operator', at, verb => issueQuarter(verb, { quarter, reason, dryRun: false }));
}

/** The one batch that an account got of a year. */
export async function batchOf(
  world: World,
  { gisAccountId }: Trader,
  year: number,
  program = 'SREC_I',
): Promise<string> {
  const { id } = await row<{ id: string }>(
    world.orm.em.fork(),
    sql`select b.id from certificate_batch b join ledger_entry e on e.batch_id = b.id and e.kind = 'MINT'
        where e.to_gis_account_id = ${gisAccountId} and extract(year from b.vintage_month) = ${year}::int and b.program = ${program}`,
  );
  return id;
}
