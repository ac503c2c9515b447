import {
  emptyCarry,
  type IssuanceCarry,
  issueMonths,
  type MonthProduction,
  quarterTotals,
} from '../domain/issuance.js';
import { ptsCarryKwhOf } from '../domain/issuance-carry.js';
import { programs } from '../domain/program.js';
import { choiceAt, type JsonObject, listAt, monthAt, objectAt, quantityAt, textAt } from './input.js';
import type { VectorRules } from './rules.js';

/** Rules about the way from kWh to certificates. */
export const issuanceRules: VectorRules = {
  issuance: input => {
    choiceAt(input, 'program', programs);
    const factor = quantityAt(input, 'factor');
    const opening = objectAt(input, 'opening');
    const months = listAt(input, 'months').map(month => ({
      month: monthAt(month, 'month'),
      systems: [{ systemId: 'only', factor, eligibleKwh: quantityAt(month, 'kwh') }],
    }));
    const carry = {
      ptsCarries: [{ factor, kwh: quantityAt(opening, 'ptsCarryKwh') }],
      gisCarryMwh: quantityAt(opening, 'gisCarryMwh'),
    };
    return issued(carry, months);
  },
  'issuance-aggregate': input => {
    choiceAt(input, 'program', programs);
    return issued(emptyCarry, listAt(input, 'months').map(productionOf));
  },
};

function productionOf(month: JsonObject): MonthProduction {
  return {
    month: monthAt(month, 'month'),
    systems: listAt(month, 'systems').map(system => ({
      systemId: textAt(system, 'id'),
      factor: quantityAt(system, 'factor'),
      eligibleKwh: quantityAt(system, 'kwh'),
    })),
  };
}

function issued(opening: IssuanceCarry, production: readonly MonthProduction[]) {
  const months = issueMonths(opening, production);
  return { months: months.map(withCarries), quarters: quarterTotals(months).map(withCarries) };
}

function withCarries<T extends { readonly closing: IssuanceCarry }>(row: T) {
  return { ...row, ptsCarryKwh: ptsCarryKwhOf(row.closing), gisCarryMwh: row.closing.gisCarryMwh };
}
