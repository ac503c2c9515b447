import { decimalPlacesAtMost, wholeDigitsAtMost } from '../boundary/decimal-places.js';
import { type Decimal, decimalText, one } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { QualificationUnitInput } from './application.input.js';
import type { UnitData } from './application.js';

/** What an applicant states, as it is kept. BAD_USER_INPUT: a share outside 0 to 1, a capacity that is none. */
export function unitDataOf(unit: QualificationUnitInput): UnitData {
  checkShare('onSiteShare', unit.onSiteShare);
  checkShare('arraShareOfCost', unit.arraShareOfCost);
  if (unit.parcelCapacityKw) {
    wholeDigitsAtMost(9, 'parcelCapacityKw', unit.parcelCapacityKw);
    decimalPlacesAtMost(3, 'parcelCapacityKw', unit.parcelCapacityKw);
  }
  return {
    parcelCapacityKw: textOf(unit.parcelCapacityKw),
    municipalLight: unit.municipalLight,
    ownedByRegulatedUtility: unit.ownedByRegulatedUtility,
    usesGenerationOnSite: unit.usesGenerationOnSite,
    interconnectedOn: unit.interconnectedOn ?? null,
    mechanicallyCompleteOn: unit.mechanicallyCompleteOn ?? null,
    commercialOperationOn: unit.commercialOperationOn ?? null,
    unitType: unit.unitType ?? null,
    onSiteShare: textOf(unit.onSiteShare),
    extension: unit.extension,
    massachusettsGrantOn: unit.massachusettsGrantOn ?? null,
    arraShareOfCost: textOf(unit.arraShareOfCost),
  };
}

function textOf(value: Decimal | null | undefined): string | null {
  return value ? decimalText(value) : null;
}

function checkShare(field: string, share: Decimal | null | undefined): void {
  if (!share || (share.gte(0) && share.lte(one))) return;
  throw new Refusal('BAD_USER_INPUT', 'A share is 0 to 1.', { field, value: decimalText(share) });
}
