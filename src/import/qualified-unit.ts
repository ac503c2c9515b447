import { createHash } from 'node:crypto';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { type Quarter, quarterOfDate } from '../domain/quarter.js';
import { canonicalJson } from '../platform/canonical-json.js';
import type { ListCells } from './list-columns.js';
import { capacityKwCell, dateCell, gisIdCell, quarterCell, requiredCell, sqNumberCell, zipCell } from './parse-cell.js';

/** A generation unit as DOER qualified it: what of a row is kept. Costs are not. */
export interface QualifiedUnit {
  readonly sqNumber: string;
  readonly gisId: string;
  readonly applicant: string;
  readonly name: string;
  readonly facilityType: string | null;
  readonly town: string;
  readonly zip: string | null;
  readonly capacityKw: string;
  readonly effectiveOn: LocalDate;
  readonly lastEligibleQuarter: Quarter;
  readonly commercialOperationOn: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly utility: string | null;
  readonly installer: string | null;
}

/** The cells of a row -> a unit; BAD_USER_INPUT with the first value that cannot be read. Blank dates of operation and SQ stand. */
export function qualifiedUnitOf(cells: ListCells): QualifiedUnit {
  const unit = {
    sqNumber: sqNumberCell(cells.sqNumber),
    gisId: gisIdCell(cells.gisId),
    applicant: requiredCell('applicant entity', cells.applicant),
    name: requiredCell('unit name', cells.name),
    facilityType: cells.facilityType || null,
    town: requiredCell('town', cells.town),
    zip: zipCell(cells.zip),
    capacityKw: decimalText(capacityKwCell(cells.capacityKw)),
    effectiveOn: dateCell('RPS effective date', cells.effectiveOn),
    lastEligibleQuarter: quarterCell(cells.lastEligibleQuarter),
    commercialOperationOn: optionalDate('commercial operation date', cells.commercialOperationOn),
    decidedOn: optionalDate('SQ date', cells.decidedOn),
    utility: cells.utility || null,
    installer: cells.installer || null,
  };
  if (unit.lastEligibleQuarter < quarterOfDate(unit.effectiveOn)) {
    throw new Refusal('BAD_USER_INPUT', `The term ends (${cells.lastEligibleQuarter}) before it begins.`, {
      value: cells.lastEligibleQuarter,
    });
  }
  return unit;
}

function optionalDate(what: string, text: string): LocalDate | null {
  return text === '' ? null : dateCell(what, text);
}

/** All keys of imported units begin so. */
export const unitKeyPrefix = 'doer-srec-i/';

/**
 * What a row is known by: statement, asset, and the unit's name as a digest, since it may be a person's. Rows that share
 * all three are told apart by what they say (see `match-rows`).
 */
export function unitKeyOf({ sqNumber, gisId, name }: QualifiedUnit): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 24);
  return `${unitKeyPrefix}${sqNumber}/${gisId}/${digest}`;
}

/** SHA-256 over all facts of a unit: another hash under the same key means that the list says something else now. */
export function unitHashOf(unit: QualifiedUnit): Buffer {
  return createHash('sha256')
    .update(canonicalJson({ format: 1, ...unit }))
    .digest();
}
