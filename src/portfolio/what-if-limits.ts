import { Refusal } from '../domain/error.js';
import { isMeterValue, meterValueExpected } from '../metering/meter-value.js';
import type { WhatIfInput } from './what-if.type.js';

/** The most months that are supposed at once: each is computed for all systems of the asset. */
export const maximumMonths = 36;

/** Refuses too much of anything, a row twice, and numbers that are none of their kind: BAD_USER_INPUT. */
export function refuseMalformed({ production, readings, factors, joining, leaving }: WhatIfInput): void {
  const refuse = (field: string, sentence: string) => {
    throw new Refusal('BAD_USER_INPUT', sentence, { field });
  };
  if (production.length > 2_000) refuse('production', 'At most 2,000 rows of production.');
  if (readings.length > 2_000) refuse('readings', 'At most 2,000 readings.');
  if (factors.length > 500) refuse('factors', 'At most 500 factors.');
  if (joining.length > 500) refuse('joining', 'At most 500 systems join.');
  if (leaving.length > 500) refuse('leaving', 'At most 500 systems leave.');
  const keys = production.map(({ ptsId, month }) => `${ptsId} ${month}`);
  if (new Set(keys).size < keys.length) refuse('production', 'A system and month is given twice.');
  if (production.some(({ productionKwh }) => productionKwh.isNegative() || productionKwh.gte('1e12')))
    refuse('productionKwh', 'Production is 0 to below 10^12 kWh.');
  if (!readings.every(({ valueKwh }) => isMeterValue(valueKwh)))
    refuse('valueKwh', `A meter value is ${meterValueExpected}.`);
  if (factors.some(({ srecFactor }) => srecFactor.lte(0) || srecFactor.gt(1)))
    refuse('srecFactor', 'A factor is above 0 and at most 1.');
}
