import { spreadOverMonths } from '../domain/estimate-spread.js';
import { productionBetween } from '../domain/production.js';
import { mayReportThrough } from '../domain/reporting-channel.js';
import { choiceAt, countAt, dateAt, monthAt, objectAt, orNull, quantityAt } from './input.js';
import type { VectorRules } from './rules.js';

/** Rules about readings: channel, production, missed months. */
export const reportingRules: VectorRules = {
  'reporting-channel': input => ({
    allowed: mayReportThrough(
      choiceAt(input, 'channel', ['MANUAL', 'AUTOMATED']),
      quantityAt(input, 'capacityKwDc'),
      dateAt(input, 'on'),
    ),
  }),
  production: input => {
    const replacement = orNull(objectAt, input, 'replacement');
    return {
      productionKwh: productionBetween({
        previousKwh: quantityAt(input, 'previousKwh'),
        currentKwh: quantityAt(input, 'currentKwh'),
        registerDigits: orNull(countAt, input, 'registerDigits'),
        replacements:
          replacement === null
            ? []
            : [
                {
                  oldFinalKwh: quantityAt(replacement, 'oldFinalKwh'),
                  newInitialKwh: quantityAt(replacement, 'newInitialKwh'),
                },
              ],
      }),
    };
  },
  'estimate-spread': input => ({
    months: spreadOverMonths(
      monthAt(input, 'lastReportedMonth'),
      monthAt(input, 'reportedMonth'),
      quantityAt(input, 'productionKwh'),
      'ESTIMATE',
    ),
  }),
};
