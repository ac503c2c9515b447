import type { EntityManager } from '@mikro-orm/postgresql';
import { createAccount } from '../account/create-account.js';
import { createOrganisation } from '../account/create-organisation.js';
import type { Actor } from '../boundary/context.js';
import { clockIsSet, writeClock } from '../clock/clock.js';
import { acceptTerms } from '../document/accept-terms.js';
import { currentTermsVersionId } from '../document/terms-version.js';
import { Decimal } from '../domain/decimal.js';
import { addDays, type LocalDate } from '../domain/local-date.js';
import { type Month, monthOf } from '../domain/month.js';
import { createGisAccount } from '../gis/create-gis-account.js';
import { createGisAsset } from '../gis/create-gis-asset.js';
import { joinGisAsset } from '../gis/join-gis-asset.js';
import { setUpMeter } from '../metering/set-up-meter.js';
import { submitReadings } from '../metering/submit-readings.js';
import { actorFor, contextFor, operatorActor } from '../operator/operator.js';
import { appoint } from '../ownership/appoint.js';
import { approveDasProvider } from '../ownership/approve-das-provider.js';
import { type Outcome, perform, type Verb } from '../platform/perform.js';
import { grantQualification } from '../qualification/grant-qualification.js';
import { registerSystem } from '../system/register-system.js';
import {
  type DemoParty,
  type DemoSystem,
  demoBeginsAt,
  demoMetersInstalledOn,
  demoParties,
  demoReadingInstants,
  demoSystems,
} from './demo-data.js';

const reason = 'demonstration';

/** The accounts of the demonstration, by party. */
export type DemoAccounts = Readonly<Record<DemoParty, { readonly accountId: string; readonly organisationId: string }>>;

/**
 * Builds the demonstration by the same verbs that serve the API: parties, systems, meters, roles, assets, qualifications,
 * the terms accepted by the aggregator, and the readings of spring and summer, each submitted when its window was open; then sets the clock of the sandbox.
 *
 * Every step has an idempotency key: interrupted, it goes on where it stopped; done, it changes nothing and gives the accounts.
 */
export async function buildDemo(em: EntityManager): Promise<DemoAccounts> {
  const staff = await operatorActor(em, demoBeginsAt);
  const once = <T extends Outcome>(key: string, work: (verb: Verb) => Promise<T>) =>
    stepBy(em, staff, demoBeginsAt, key, work);
  const accounts = {} as Record<DemoParty, { accountId: string; organisationId: string }>;
  for (const key of Object.keys(demoParties) as DemoParty[]) {
    const party = demoParties[key];
    const { organisationId } = await once(`organisation ${key}`, verb =>
      createOrganisation(verb, { kind: party.kind, name: party.organisation, synthetic: true }),
    );
    const { accountId } = await once(`account ${key}`, verb =>
      createAccount(verb, { organisationId, name: party.account, kinds: [...party.kinds] }),
    );
    accounts[key] = { accountId, organisationId };
  }
  await once('das provider', verb =>
    approveDasProvider(verb, {
      organisationId: accounts.das.organisationId,
      approvedOn: '2012-01-01' as LocalDate,
      reason,
    }),
  );
  const { gisAccountId } = await once('gis account', verb =>
    createGisAccount(verb, { organisationId: accounts.aggregator.organisationId, name: 'Bay State Aggregation' }),
  );
  const aggregator = await actorFor(em, accounts.aggregator.accountId, demoBeginsAt);
  await stepBy(em, aggregator, demoBeginsAt, 'terms', async verb =>
    acceptTerms(verb, { versionId: await currentTermsVersionId(verb.em) }),
  );
  const ptsIds = new Map<DemoSystem, string>();
  for (const system of demoSystems) ptsIds.set(system, await enterSystem(once, system, accounts, gisAccountId));
  for (const [index, at] of demoReadingInstants.entries()) {
    for (const party of ['owner', 'das', 'neighbours'] as const) {
      const now = new Date(at);
      const readings = demoSystems
        .filter(system => system.roles.SYSTEM_REPRESENTATIVE === party)
        .map(system => ({
          ptsId: ptsIds.get(system) ?? '',
          meterLabel: 'main',
          readAt: now,
          valueKwh: new Decimal(system.valuesKwh[index + 1] ?? 0),
        }));
      const actor = await actorFor(em, accounts[party].accountId, now);
      await stepBy(em, actor, now, `demo readings ${at}`, verb => submitReadings(verb, { readings }));
    }
  }
  if (!(await clockIsSet(em))) await writeClock(em, demoBeginsAt, staff.accountId);
  return accounts;
}

type Once = <T extends Outcome>(key: string, work: (verb: Verb) => Promise<T>) => Promise<T>;

async function enterSystem(
  once: Once,
  system: DemoSystem,
  accounts: DemoAccounts,
  gisAccountId: string,
): Promise<string> {
  const operationOn = system.operationOn as LocalDate;
  const firstMonth: Month = monthOf(operationOn);
  const { ptsId } = await once(`system ${system.name}`, verb =>
    registerSystem(verb, {
      name: system.name,
      technology: system.technology,
      capacityKw: new Decimal(system.capacityKw),
      facilityType: system.facilityType,
      town: system.town,
      state: 'MA',
      zip: system.zip,
      commercialOperationOn: operationOn,
      massachusettsFunded: system.qualification === null,
    }),
  );
  await once(`meter ${system.name}`, verb =>
    setUpMeter(verb, {
      ptsId,
      label: 'main',
      accuracyPercent: new Decimal('0.5'),
      initialValueKwh: new Decimal(system.valuesKwh[0]),
      installedOn: demoMetersInstalledOn,
    }),
  );
  for (const role of ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE'] as const) {
    // the system owner is REC owner from the first day, so another REC owner follows a day later
    if (role === 'REC_OWNER' && system.roles.REC_OWNER === system.roles.SYSTEM_OWNER) continue;
    const fromOn = role === 'REC_OWNER' ? addDays(operationOn, 1) : operationOn;
    const { organisationId } = accounts[system.roles[role]];
    await once(`${role} ${system.name}`, verb =>
      appoint(verb, { ptsId, role, organisationId, fromOn, evidence: 'made up', reason }),
    );
  }
  const { gisId, qualification } = system;
  if (gisId === null || qualification === null) return ptsId;
  const first = demoSystems.find(other => other.gisId === gisId);
  if (first === system) {
    await once(`asset ${gisId}`, verb =>
      createGisAsset(verb, { gisId, gisAccountId, fromMonth: '2014-01' as Month, reason }),
    );
  }
  await once(`member ${system.name}`, verb => joinGisAsset(verb, { ptsId, gisId, fromMonth: firstMonth, reason }));
  await once(`qualification ${system.name}`, verb =>
    grantQualification(verb, {
      ptsId,
      sqNumber: qualification.sqNumber,
      program: qualification.program,
      effectiveOn: operationOn,
      marketSector: qualification.marketSector,
      srecFactor: new Decimal(qualification.srecFactor),
      factorSource: 'domain 1.2, original factors',
      reason,
    }),
  );
  return ptsId;
}

function stepBy<T extends Outcome>(
  em: EntityManager,
  actor: Actor,
  now: Date,
  key: string,
  work: (verb: Verb) => Promise<T>,
): Promise<T> {
  const request = { mutation: 'demonstration', input: key, idempotencyKey: `demo: ${key}`, dryRun: false };
  return perform(contextFor(em, actor, now, 'sandbox'), request, work);
}
