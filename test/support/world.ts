import type { MikroORM } from '@mikro-orm/postgresql';
import { createAccount } from '../../src/account/create-account.js';
import { createOrganisation } from '../../src/account/create-organisation.js';
import type { AccountContext } from '../../src/boundary/context.js';
import { acceptTerms } from '../../src/document/accept-terms.js';
import { currentTermsVersionId } from '../../src/document/terms-version.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { assignGisAsset } from '../../src/gis/assign-gis-asset.js';
import { createGisAccount } from '../../src/gis/create-gis-account.js';
import { createGisAsset } from '../../src/gis/create-gis-asset.js';
import { joinGisAsset } from '../../src/gis/join-gis-asset.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { retireCertificates } from '../../src/ledger/retire-certificates.js';
import { replaceMeter } from '../../src/metering/replace-meter.js';
import { setUpMeter } from '../../src/metering/set-up-meter.js';
import { submitReadings } from '../../src/metering/submit-readings.js';
import { actorFor, contextFor, operatorActor } from '../../src/operator/operator.js';
import { appoint } from '../../src/ownership/appoint.js';
import { approveDasProvider } from '../../src/ownership/approve-das-provider.js';
import { type Outcome, type Performed, perform, type Verb } from '../../src/platform/perform.js';
import { row, sql } from '../../src/platform/sql.js';
import { grantQualification } from '../../src/qualification/grant-qualification.js';
import { openDatabase } from '../../src/server/database.js';
import { registerSystem } from '../../src/system/register-system.js';
import { createTestDatabase, prepareTemplate, type Template } from './database.js';
import { correctWorld } from './world-corrections.js';
import { type PartyName, parties, type SystemName, systems, worldMonths } from './world-data.js';

/**
 * How far a world has come: parties, systems, roles, assets and meters (`SET_UP`); read from July to December 2017 (`READ`);
 * both quarters issued (`ISSUED`); certificates 5 to 9 of NON700001, July 2017, retired (`RETIRED`); readings corrected and what waited
 * decided on, the next quarter reported (`CORRECTED`, see world-corrections.ts).
 */
export const worldStages = ['SET_UP', 'READ', 'ISSUED', 'RETIRED', 'CORRECTED'] as const;
export type WorldStage = (typeof worldStages)[number];

/** A small world in a database of its own, built by the verbs that serve the API; what is in it is in world-data.ts. */
export interface World {
  readonly url: string;
  readonly orm: MikroORM;
  readonly accountIds: Readonly<Record<PartyName, string>>;
  readonly ptsIds: Readonly<Record<SystemName, string>>;
  /** The context in which a party (or the operator, who is staff) acts at an instant. */
  as(party: PartyName | 'operator', at: string): Promise<AccountContext>;
  /** Lets a party do something at an instant, once, under a key of its own unless one is given. */
  act<T extends Outcome>(
    party: PartyName | 'operator',
    at: string,
    work: (verb: Verb) => Promise<T>,
    idempotencyKey?: string,
  ): Promise<T & Performed>;
  /** A reading of a system's meter, as the verb takes it. */
  reading(system: SystemName, readAt: string, valueKwh: string): Parameters<typeof submitReadings>[1]['readings'][0];
  /** Closes the pool and removes the database. */
  end(): Promise<void>;
}

/** Makes a world that has come to a stage: a copy of the one that the run has brought there. The caller ends it. */
export async function createWorld(until: WorldStage = 'RETIRED'): Promise<World> {
  const { template, told } = await prepareWorld(until);
  const database = await createTestDatabase(template);
  const world = await openWorld(database.url, told, () => database.drop());
  await row(world.orm.em.fork(), sql`select change_epoch_now()`); // what changes in a copy is of an epoch of its own
  return world;
}

/** What is known of a world beside its database. */
interface Told {
  /** How many keys its requests had. */
  keys: number;
  readonly accountIds: Partial<Record<PartyName, string>>;
  readonly ptsIds: Partial<Record<SystemName, string>>;
}

/** How a world gets to a stage from the one before it. */
const steps: Readonly<Record<WorldStage, (world: World, told: Told) => Promise<void>>> = {
  SET_UP: setUp,
  READ: readMeters,
  async ISSUED(world) {
    for (const quarter of ['2017-Q3', '2017-Q4'] as Quarter[]) await issue(world, quarter);
  },
  RETIRED: retire,
  CORRECTED: correctWorld,
};

/** Brings a world to a stage, once in a run, from a copy of the stage before it. */
function prepareWorld(stage: WorldStage): Promise<Template<Told>> {
  const stageBefore = worldStages[worldStages.indexOf(stage) - 1];
  return prepareTemplate<Told>(
    `world_${stage.toLowerCase()}`,
    async (url, told = { keys: 0, accountIds: {}, ptsIds: {} }) => {
      const world = await openWorld(url, told);
      try {
        await steps[stage](world, told);
      } finally {
        await world.end();
      }
      return told;
    },
    async () => stageBefore && prepareWorld(stageBefore),
  );
}

async function openWorld(url: string, told: Told, drop = async () => {}): Promise<World> {
  const orm = await openDatabase(url, { poolSize: 20 });
  const world: World = {
    url,
    orm,
    accountIds: told.accountIds as World['accountIds'],
    ptsIds: told.ptsIds as World['ptsIds'],
    async as(party, at) {
      const em = orm.em.fork();
      const now = new Date(at);
      const actor =
        party === 'operator' ? await operatorActor(em, now) : await actorFor(em, world.accountIds[party], now);
      return contextFor(em, actor, now, 'sandbox');
    },
    async act(party, at, work, idempotencyKey = `world ${++told.keys}`) {
      const request = { mutation: 'world', input: idempotencyKey, idempotencyKey, dryRun: false };
      return perform(await world.as(party, at), request, work);
    },
    reading: (system, readAt, valueKwh) => ({
      ptsId: world.ptsIds[system],
      meterLabel: 'main',
      readAt: new Date(readAt),
      valueKwh: new Decimal(valueKwh),
    }),
    async end() {
      await orm.close(true);
      await drop();
    },
  };
  return world;
}

const reason = 'a small world for tests';
const begins = '2017-07-01T12:00:00Z';

async function setUp(world: World, { accountIds, ptsIds }: Told): Promise<void> {
  const staff = <T extends Outcome>(work: (verb: Verb) => Promise<T>) => world.act('operator', begins, work);
  const organisationIds = {} as Record<PartyName, string>;
  for (const name of Object.keys(parties) as PartyName[]) {
    const { kind, kinds } = parties[name];
    const { organisationId } = await staff(verb => createOrganisation(verb, { kind, name, synthetic: true }));
    const account = await staff(verb => createAccount(verb, { organisationId, name, kinds: [...kinds] }));
    organisationIds[name] = organisationId;
    accountIds[name] = account.accountId;
  }
  await staff(verb =>
    approveDasProvider(verb, {
      organisationId: organisationIds.dasProvider,
      approvedOn: '2015-01-01' as LocalDate,
      reason,
    }),
  );
  const open = (name: string) =>
    staff(verb => createGisAccount(verb, { organisationId: organisationIds.aggregator, name }));
  const first = await open('first');
  const second = await open('second');
  const fromMonth = '2017-01' as Month;
  for (const gisId of ['NON700001', 'MSS700002', 'MSS700003']) {
    await staff(verb => createGisAsset(verb, { gisId, gisAccountId: first.gisAccountId, fromMonth, reason }));
  }
  await staff(async verb =>
    acceptTerms(verb, {
      versionId: await currentTermsVersionId(verb.em),
      organisationId: organisationIds.aggregator,
      evidence: 'signed',
    }),
  );
  await staff(verb => assignGisAsset(verb, { gisId: 'MSS700002', ...second, fromMonth: '2017-10' as Month, reason }));
  for (const name of Object.keys(systems) as SystemName[]) {
    ptsIds[name] = await setUpSystem(name);
  }

  async function setUpSystem(name: SystemName): Promise<string> {
    const system = systems[name];
    const { ptsId } = await staff(verb =>
      registerSystem(verb, {
        name,
        technology: system.technology,
        capacityKw: new Decimal(system.capacityKw),
        town: 'Amherst',
        state: 'MA',
        zip: '01002',
        massachusettsFunded: false,
      }),
    );
    const roles = [
      ['SYSTEM_OWNER', 'owner', '2017-01-01'],
      ['REC_OWNER', 'aggregator', '2017-06-01'],
      ['SYSTEM_REPRESENTATIVE', system.representative, '2017-01-01'],
    ] as const;
    for (const [role, party, fromOn] of roles) {
      const organisationId = organisationIds[party];
      await staff(verb =>
        appoint(verb, { ptsId, role, organisationId, fromOn: fromOn as LocalDate, evidence: 'contract', reason }),
      );
    }
    for (const [gisId, from] of system.assets) {
      await staff(verb => joinGisAsset(verb, { ptsId, gisId, fromMonth: from as Month, reason }));
    }
    const { qualification } = system;
    if (qualification) {
      await staff(verb =>
        grantQualification(verb, {
          ptsId,
          sqNumber: `WORLD-${name}`,
          program: qualification.program,
          effectiveOn: qualification.effectiveOn as LocalDate,
          lastEligibleQuarter: qualification.lastEligibleQuarter as Quarter | null,
          marketSector: qualification.program === 'SREC_II' ? 'C' : null,
          srecFactor: new Decimal(qualification.srecFactor),
          factorSource: 'a small world',
          reason,
        }),
      );
    }
    await staff(verb =>
      setUpMeter(verb, {
        ptsId,
        label: 'main',
        accuracyPercent: new Decimal('0.5'),
        registerDigits: system.registerDigits,
        initialValueKwh: new Decimal(system.initialKwh),
        installedOn: '2017-06-30' as LocalDate,
      }),
    );
    return ptsId;
  }
}

/** Every month in its window, the meter of the barn replaced on the way, and one reading of August corrected. */
async function readMeters(world: World): Promise<void> {
  for (const [index, { readAt, submittedAt }] of worldMonths.entries()) {
    if (index === 4) {
      await world.act('operator', '2017-11-12T12:00:00Z', verb =>
        replaceMeter(verb, {
          ptsId: world.ptsIds.barn,
          label: 'main',
          replacedAt: new Date('2017-11-10T15:00:00Z'),
          oldFinalKwh: new Decimal('2050'),
          newInitialKwh: new Decimal('100'),
          reason,
        }),
      );
    }
    for (const party of ['dasProvider', 'owner'] as const) {
      const names = (Object.keys(systems) as SystemName[]).filter(name => systems[name].representative === party);
      const readings = names.flatMap(name => {
        const valueKwh = systems[name].valuesKwh[index];
        return valueKwh ? [world.reading(name, readAt, valueKwh)] : [];
      });
      await report(world, party, submittedAt, readings);
    }
    if (index === 1) {
      const corrected = world.reading('mill', '2017-08-31T20:00:00Z', '83000.5');
      await report(world, 'dasProvider', '2017-08-31T21:00:00Z', [corrected]);
    }
  }
}

async function report(
  world: World,
  party: PartyName,
  at: string,
  readings: Parameters<typeof submitReadings>[1]['readings'],
): Promise<void> {
  const { accepted, outcomes } = await world.act(party, at, verb => submitReadings(verb, { readings }));
  if (accepted !== readings.length) throw new Error(`not all accepted: ${JSON.stringify(outcomes)}`);
}

/** Each quarter is reported and issued some days after its mint date: shares of September came with October's reading long before. */
async function issue(world: World, quarter: Quarter): Promise<void> {
  const at = quarter === '2017-Q3' ? '2018-01-20T12:00:00Z' : '2018-04-20T12:00:00Z';
  await world.act('operator', at, verb => reportQuarter(verb, { quarter, reason, dryRun: false }));
  await world.act('operator', at, verb => issueQuarter(verb, { quarter, reason, dryRun: false }));
}

async function retire(world: World): Promise<void> {
  const { id } = await row<{ id: string }>(
    world.orm.em.fork(),
    sql`select b.id from certificate_batch b join gis_asset a on a.id = b.asset_id
        where a.gis_id = 'NON700001' and b.vintage_month = '2017-07-01'`,
  );
  await world.act('aggregator', '2018-05-01T12:00:00Z', verb =>
    retireCertificates(verb, { ranges: [`${id} - 5 to 9`], reason }),
  );
}
