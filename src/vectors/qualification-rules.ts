import { unitTypes } from '../domain/market-sector.js';
import { factorProposal } from '../domain/srec-factor.js';
import { srecIEligibility } from '../domain/srec-i-eligibility.js';
import { choiceAt, dateAt, flagAt, orNull, quantityAt } from './input.js';
import type { VectorRules } from './rules.js';

/** Rules about what a unit is worth and whether it may take part. */
export const qualificationRules: VectorRules = {
  'factor-proposal': input =>
    factorProposal({
      capacityKw: quantityAt(input, 'capacityKwDc'),
      unitType: choiceAt(input, 'unitType', unitTypes),
      onSiteShare: orNull(quantityAt, input, 'onSiteShare'),
      interconnectedOn: orNull(dateAt, input, 'interconnectedOn'),
      mechanicallyCompleteOn: orNull(dateAt, input, 'mechanicallyCompleteOn'),
      extension: choiceAt(input, 'extension', ['NONE', 'GOOD_CAUSE']),
    }),
  'srec-i-eligibility': input => {
    const { eligible, reasons } = srecIEligibility({
      parcelCapacityKw: quantityAt(input, 'parcelCapacityKwDc'),
      inMassachusetts: flagAt(input, 'inMassachusetts'),
      usesGenerationOnSite: flagAt(input, 'usesGenerationOnSite'),
      interconnected: flagAt(input, 'interconnected'),
      commercialOperationOn: dateAt(input, 'commercialOperationDate'),
      massachusettsGrantOn: orNull(dateAt, input, 'massachusettsGrantDate'),
      arraShareOfCost: orNull(quantityAt, input, 'arraShareOfCost'),
    });
    return { eligible, reasons: reasons.map(reason => reason.code) };
  },
};
