import type { Cast } from './cast.js';
import { type Party, paper, reason, type Stage } from './stage.js';

/** A system that reports, with what its meter counts month by month of 2017. */
export interface Plant {
  readonly ptsId: string;
  readonly gisId: string;
  readonly reporter: Party;
  readonly monthsKwh: readonly number[];
}

export interface Plants {
  readonly roof: Plant;
  readonly school: Plant;
  readonly wind: Plant;
}

const roofKwh = [400, 500, 700, 850, 950, 1000, 1050, 950, 800, 600, 400, 300];
const schoolKwh = [16_000, 20_000, 28_000, 34_000, 38_000, 40_000, 42_000, 38_000, 32_000, 24_000, 16_000, 12_000];
const windKwh = [26_000, 24_000, 25_000, 21_000, 18_000, 14_500, 12_000, 11_500, 15_000, 21_000, 24_500, 27_500];

/** The systems get meters, reporters, statements of qualification and GIS assets, before the year begins. */
export async function buildPlants(stage: Stage, cast: Cast): Promise<Plants> {
  const { homeOwner, school, aggregator, dasProvider } = cast;
  const wind = await registerTurbine(stage, school);
  const plants = {
    roof: { ptsId: cast.roof, gisId: 'NON70001', reporter: homeOwner, monthsKwh: roofKwh },
    school: { ptsId: cast.schoolRoof, gisId: 'MSS70001', reporter: dasProvider, monthsKwh: schoolKwh },
    wind: { ptsId: wind, gisId: 'MSS70002', reporter: dasProvider, monthsKwh: windKwh },
  };
  for (const { ptsId, gisId, reporter } of Object.values(plants)) {
    await appoint(stage, ptsId, 'SYSTEM_REPRESENTATIVE', reporter);
    const holder = ptsId === plants.school.ptsId ? school : aggregator;
    const asset = { gisId, fromMonth: '2017-01', reason };
    await stage.staff.act('createGisAsset', { ...asset, gisAccountId: holder.gisAccountId }, 'gisId');
    await stage.staff.act('joinGisAsset', { ...asset, ptsId }, 'ptsId');
  }
  await qualify(stage, cast, homeOwner, { ptsId: plants.roof.ptsId, program: 'SREC_II', sqNumber: 'PV-7001-16' });
  await qualify(stage, cast, school, { ptsId: plants.school.ptsId, program: 'SREC_II', sqNumber: 'PV-7002-16' });
  await qualify(stage, cast, school, { ptsId: plants.wind.ptsId, program: 'CLASS_I', sqNumber: 'WT-7003-16' });
  await stage.at('2016-12-31T20:00:00Z');
  for (const { ptsId } of Object.values(plants)) {
    const meter = { ptsId, meterModelId: cast.meterModelId, initialValueKwh: '0', installedOn: '2016-12-31' };
    await stage.staff.act('setUpMeter', meter, 'meterId');
  }
  return plants;
}

async function registerTurbine(stage: Stage, owner: Party): Promise<string> {
  const turbine = {
    ...{ name: 'School turbine', technology: 'WIND', capacityKw: '100', estimatedAnnualKwh: '240000' },
    ...{ town: 'Lowell', zip: '01850', streetAddress: 'Hill 1', commercialOperationOn: '2016-10-20' },
  };
  const { ptsId } = await stage.staff.act<{ ptsId: string }>('registerSystem', turbine, 'ptsId');
  await appoint(stage, ptsId, 'SYSTEM_OWNER', owner);
  return ptsId;
}

async function appoint({ staff }: Stage, ptsId: string, role: string, { organisationId }: Party): Promise<void> {
  const appointment = { ptsId, role, organisationId, fromOn: '2016-11-01', evidence: 'contract', reason };
  await staff.act('appoint', appointment, 'roleIds');
}

interface Filed {
  readonly requestId: string;
  readonly qualification: {
    readonly answer: {
      readonly effectiveOn: string | null;
      readonly factorProposal: { readonly sector: string; readonly factor: string | null } | null;
    } | null;
  };
}

/** The owner applies with evidence, staff confirms what the rules propose, the regulator decides. */
async function qualify(
  { staff }: Stage,
  { regulator }: Cast,
  { desk }: Party,
  { ptsId, program, sqNumber }: { ptsId: string; program: string; sqNumber: string },
): Promise<void> {
  const documentId = await paper(desk, 'authorization to interconnect');
  const unit = {
    ...{ interconnectedOn: '2016-10-20', commercialOperationOn: '2016-10-20', usesGenerationOnSite: true },
    ...(program === 'CLASS_I' ? {} : { unitType: 'BUILDING_MOUNTED', arraShareOfCost: '0', onSiteShare: '1' }),
  };
  const evidence = [{ documentId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }];
  const { requestId, qualification } = await desk.act<Filed & Record<string, unknown>>(
    'applyForQualification',
    { ptsId, program, unit, evidence, reason },
    'requestId qualification { answer { effectiveOn factorProposal { sector factor } } }',
  );
  const proposal = qualification.answer?.factorProposal;
  const review = {
    ...{ requestId, effectiveOn: qualification.answer?.effectiveOn ?? '2017-01-01', reason },
    ...{ effectiveSource: 'letter of DOER' },
    ...(proposal ? { marketSector: proposal.sector, srecFactor: proposal.factor } : {}),
  };
  await staff.act('reviewQualification', review, 'state');
  await regulator.desk.act('decideQualification', { requestId, approve: true, sqNumber, reason }, 'state');
}
