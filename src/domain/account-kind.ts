/**
 * The kinds of account: three that the programme names, and the two that run it. An account may hold several.
 * Source: program/001 (System Owner, REC Owner, System Representative); staff of MassCEC and the regulator (DOER) beside them.
 */
export const accountKinds = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE', 'STAFF', 'REGULATOR'] as const;

export type AccountKind = (typeof accountKinds)[number];
