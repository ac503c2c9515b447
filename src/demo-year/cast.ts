import { type Nature, type Party, paper, reason, type Stage } from './stage.js';

/** Who takes part, with the systems that two of them applied for. */
export interface Cast {
  readonly homeOwner: Party;
  readonly school: Party;
  readonly aggregator: Party;
  readonly dasProvider: Party;
  readonly supplierA: Party;
  readonly supplierB: Party;
  readonly lightPlant: Party;
  readonly broker: Party;
  readonly regulator: Party;
  readonly roof: string;
  readonly schoolRoof: string;
  readonly meterModelId: string;
}

/**
 * The parties come in: two by an application of a stranger that staff approves, the others entered by staff. The DAS provider and its
 * model of meter are applied for and approved; who holds certificates accepts the terms itself, or on paper.
 */
export async function assemble(stage: Stage): Promise<Cast> {
  const home = await apply(stage, {
    ...{ name: 'Grace Miller', email: 'grace@example.org', nature: 'PERSON', system: 'Miller roof', capacityKw: '8' },
    ...{ estimatedAnnualKwh: '8500', kinds: ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE'] },
  });
  const pupil = await apply(stage, {
    ...{ name: 'Lowell Schools', email: 'office@schools.example.org', nature: 'PUBLIC_BODY', system: 'School roof' },
    ...{ capacityKw: '300', estimatedAnnualKwh: '340000', kinds: ['SYSTEM_OWNER', 'REC_OWNER'] },
  });
  const school = await stage.withGisAccount(pupil.party);
  const aggregator = await stage.withGisAccount(await stage.enter('Merrimack Aggregation', 'COMPANY', ['REC_OWNER']));
  const dasProvider = await stage.enter('Concord Data', 'COMPANY', ['SYSTEM_REPRESENTATIVE']);
  const supplierA = await stage.withGisAccount(await stage.enter('Supplier A', 'COMPANY', ['SUPPLIER']));
  const supplierB = await stage.withGisAccount(await stage.enter('Supplier B', 'COMPANY', ['SUPPLIER']));
  const lightPlant = await stage.enter('Town Light Plant', 'PUBLIC_BODY', ['SUPPLIER']);
  const broker = await stage.enter('Harbour Brokers', 'COMPANY', ['BROKER']);
  const regulator = await stage.enter('DOER', 'PUBLIC_BODY', ['REGULATOR']);
  const meterModelId = await admitReporter(stage, dasProvider);
  await acceptTerms([school, aggregator]);
  return {
    ...{ homeOwner: home.party, school, aggregator, dasProvider, supplierA, supplierB, lightPlant, broker, regulator },
    ...{ roof: home.ptsId, schoolRoof: pupil.ptsId, meterModelId },
  };
}

interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly nature: Nature;
  readonly kinds: readonly string[];
  readonly system: string;
  readonly capacityKw: string;
  readonly estimatedAnnualKwh: string;
}

/** A stranger applies without a credential; staff approves, and sends the new account its credential. */
async function apply(stage: Stage, applicant: Applicant): Promise<{ party: Party; ptsId: string }> {
  const { name, email, nature, kinds, system, capacityKw, estimatedAnnualKwh } = applicant;
  const place = { state: 'MA', town: 'Lowell', zip: '01850', streetAddress: `At ${name}` };
  const asked = {
    applicant: { name, email, organisationKind: nature, ...(nature === 'PERSON' ? {} : { organisationName: name }) },
    accountKinds: kinds,
    system: {
      ...{ name: system, technology: 'SOLAR_PV', capacityKw, estimatedAnnualKwh, ...place },
      commercialOperationOn: '2016-10-20',
    },
    ownedFromOn: '2016-10-20',
  };
  const { requestId } = await stage.anybody.act<{ requestId: string }>('applyForRegistration', asked, 'requestId');
  const { accountId, ptsId } = await stage.staff.act<{ accountId: string; ptsId: string }>(
    'approveRegistration',
    { requestId, reason },
    'accountId ptsId',
  );
  const desk = await stage.deskOf(accountId, name);
  const { me } = await desk.ask<{ me: { organisation: { id: string } } }>('{ me { organisation { id } } }');
  return { party: { name, organisationId: me.organisation.id, desk, gisAccountId: '' }, ptsId };
}

/** The DAS provider applies for itself and for a model of meter; staff approves both. */
async function admitReporter({ staff }: Stage, { desk }: Party): Promise<string> {
  const approvedOn = '2016-11-07';
  const asked = { contact: 'Dana Ray, 555-0100', reason };
  const { requestId } = await desk.act<{ requestId: string }>('applyAsDasProvider', asked, 'requestId');
  await staff.act('approveDasProviderApplication', { requestId, approvedOn, reason }, 'organisationId');
  const evidence = [{ documentId: await paper(desk, 'test report'), purpose: 'TEST_REPORT' }];
  const meter = { manufacturer: 'Elm Meters', model: 'E-1', accuracyPercent: '0.5', evidence, reason };
  const model = await desk.act<{ requestId: string }>('applyForMeterModel', meter, 'requestId');
  return (
    await staff.act<{ meterModelId: string }>('approveMeterModel', { ...model, approvedOn, reason }, 'meterModelId')
  ).meterModelId;
}

async function acceptTerms(parties: readonly Party[]): Promise<void> {
  for (const { desk } of parties) {
    const { programDocuments } = await desk.ask<{ programDocuments: { slug: string; versions: { id: string }[] }[] }>(
      '{ programDocuments { slug versions { id } } }',
    );
    const terms = programDocuments.find(({ slug }) => slug === 'srec-terms-and-conditions');
    await desk.act('acceptTerms', { versionId: terms?.versions[0]?.id }, 'acceptanceId');
  }
}
