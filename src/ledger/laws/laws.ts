import { adjustmentLaws } from './adjustment-laws.js';
import { arithmeticLaws } from './arithmetic-laws.js';
import { carryLaws } from './carry-laws.js';
import { certificateLaws } from './certificate-laws.js';
import { chainLaws } from './chain-laws.js';
import { holdingLaws } from './holding-laws.js';
import type { Law } from './law.js';
import { marketLaws } from './market-laws.js';
import { periodLaws } from './period-laws.js';
import { readingLaws } from './reading-laws.js';
import { runOrderLaws } from './run-order-laws.js';
import { stepLaws } from './step-laws.js';
import { useLaws } from './use-laws.js';

/** Every law, from the meter to the certificate and its chain, in the order in which they are run and shown. */
export const laws: readonly Law[] = [
  ...periodLaws,
  ...readingLaws,
  ...useLaws,
  ...stepLaws,
  ...arithmeticLaws,
  ...carryLaws,
  ...adjustmentLaws,
  ...runOrderLaws,
  ...certificateLaws,
  ...holdingLaws,
  ...marketLaws,
  ...chainLaws,
];
