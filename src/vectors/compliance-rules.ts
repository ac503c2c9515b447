import { acpPaymentDollars, acpRateDollars } from '../domain/acp.js';
import { auctionResult } from '../domain/auction.js';
import { compliancePosition } from '../domain/compliance-position.js';
import { minimumStandardPercent, supplierObligation } from '../domain/minimum-standard.js';
import { programs } from '../domain/program.js';
import type { Lot } from '../domain/proportional-shares.js';
import { choiceAt, countAt, flagAt, type JsonObject, listAt, listsAt, quantityAt, textAt } from './input.js';
import type { VectorRules } from './rules.js';

/** Rules about suppliers: their standard, obligation and payment, and the auction. */
export const complianceRules: VectorRules = {
  'minimum-standard': input => ({
    percent: minimumStandardPercent(quantityAt(input, 'obligationMwh'), quantityAt(input, 'loadMwh')),
  }),
  'supplier-obligation': input =>
    supplierObligation(
      listAt(input, 'cohorts').map(cohort => ({
        salesMwh: quantityAt(cohort, 'salesMwh'),
        minimumStandardPercent: quantityAt(cohort, 'minimumStandardPercent'),
      })),
    ),
  'compliance-position': input =>
    compliancePosition({
      complianceYear: countAt(input, 'complianceYear'),
      obligation: countAt(input, 'obligation'),
      newCertificates: countAt(input, 'newCertificates'),
      banked: listAt(input, 'banked').map(year => ({ year: countAt(year, 'year'), count: countAt(year, 'count') })),
      acpRateDollars: quantityAt(input, 'acpRateDollars'),
      useOrder: choiceAt(input, 'useOrder', ['NEW_FIRST', 'BANKED_FIRST']),
      compliantInEarlierYears: flagAt(input, 'compliantInEarlierYears'),
    }),
  'acp-rate': input => {
    const rateDollars = acpRateDollars(choiceAt(input, 'program', programs), countAt(input, 'complianceYear'));
    return { rateDollars, paymentDollars: acpPaymentDollars(countAt(input, 'shortfallMwh'), rateDollars) };
  },
  auction: input =>
    auctionResult({
      generationYear: countAt(input, 'generationYear'),
      deposits: listAt(input, 'deposits').map(lotOf),
      rounds: listsAt(input, 'rounds').map(bids => bids.map(lotOf)),
      priceDollars: quantityAt(input, 'priceDollars'),
    }),
};

function lotOf(lot: JsonObject): Lot {
  return { id: textAt(lot, 'id'), count: countAt(lot, 'count') };
}
