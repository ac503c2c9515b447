import type { CertificateState } from '../ledger/certificate.entity.js';

/** Sub-accounts of a GIS account, each a state of its certificates. */
export const subaccounts = ['ACTIVE', 'RETAIL', 'RESERVE', 'BANKED'] as const satisfies readonly CertificateState[];
export type Subaccount = (typeof subaccounts)[number];
