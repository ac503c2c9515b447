import { Decimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import type { UnitType } from '../domain/market-sector.js';
import type { Program } from '../domain/program.js';
import type { QualificationUnit } from '../domain/qualification-eligibility.js';
import type { Extension, MarketSector } from '../domain/rules/srec-factors.js';
import type { Outcome } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import type { QualificationAnswer } from './application-answer.js';

/** What an applicant states of a unit, as it is kept: quantities as text. */
export interface UnitData {
  readonly parcelCapacityKw: string | null;
  readonly municipalLight: boolean;
  readonly ownedByRegulatedUtility: boolean;
  readonly usesGenerationOnSite: boolean;
  readonly interconnectedOn: LocalDate | null;
  readonly mechanicallyCompleteOn: LocalDate | null;
  readonly commercialOperationOn: LocalDate | null;
  readonly unitType: UnitType | null;
  readonly onSiteShare: string | null;
  readonly extension: Extension;
  readonly massachusettsGrantOn: LocalDate | null;
  readonly arraShareOfCost: string | null;
}

/** What is on record of a system and bears on its qualification. */
export interface UnitOnRecord {
  readonly technology: string;
  readonly capacityKw: string;
  readonly state: string;
  readonly commercialOperationOn?: LocalDate | null | undefined;
}

/** What staff confirmed. */
export interface QualificationReview {
  readonly marketSector: MarketSector | null;
  readonly srecFactor: string;
  readonly factorSource: string;
  readonly factorConfidence: string;
  readonly effectiveOn: LocalDate;
  readonly effectiveSource: string;
}

/** The content of a request of kind QUALIFICATION. A draft has neither a day of filing nor an answer of the rules. */
export interface QualificationContent extends Outcome {
  readonly ptsId: string;
  readonly program: Program;
  readonly unit: UnitData;
  readonly filedOn: LocalDate | null;
  readonly answer: QualificationAnswer | null;
  readonly review: QualificationReview | null;
}

/** The content of a request of kind QUALIFICATION, as `applyForQualification` wrote it. */
export function qualificationContentOf(request: RequestRow): QualificationContent {
  return request.content as QualificationContent;
}

/**
 * The unit that the rules judge: what the applicant states, completed by what is on record of the system. BAD_USER_INPUT names
 * what is missing (a day of operation; for SREC II a type) or cannot be (a parcel with less than the unit itself).
 */
export function unitOf(program: Program, data: UnitData, system: UnitOnRecord): QualificationUnit {
  const commercialOperationOn = data.commercialOperationOn ?? system.commercialOperationOn;
  if (!commercialOperationOn) throw missing('commercialOperationOn', 'The day of commercial operation must be given.');
  if (program === 'SREC_II' && !data.unitType) throw missing('unitType', 'SREC II takes the type of the unit.');
  const capacityKw = new Decimal(system.capacityKw);
  const parcelCapacityKw = orNull(data.parcelCapacityKw) ?? capacityKw;
  if (parcelCapacityKw.lt(capacityKw)) {
    throw new Refusal('BAD_USER_INPUT', 'The capacity on the parcel includes that of the unit.', {
      field: 'parcelCapacityKw',
      value: data.parcelCapacityKw,
      capacityKw: system.capacityKw,
    });
  }
  return {
    ...data,
    solar: system.technology === 'SOLAR_PV',
    capacityKw,
    parcelCapacityKw,
    inMassachusetts: system.state === 'MA',
    commercialOperationOn,
    onSiteShare: orNull(data.onSiteShare),
    arraShareOfCost: orNull(data.arraShareOfCost),
  };
}

function missing(field: string, sentence: string): Refusal {
  return new Refusal('BAD_USER_INPUT', sentence, { field, value: null });
}

function orNull(text: string | null): Decimal | null {
  return text === null ? null : new Decimal(text);
}
