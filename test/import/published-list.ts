import { resolve } from 'node:path';

/** The list as DOER published it lies beside the project where it is developed; elsewhere a made-up one stands in for it. */
export const published = resolve('..', 'shared', 'data', 'qualified-units-srec1.csv');
