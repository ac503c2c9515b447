/**
 * The kinds of account: three that the programme names, suppliers that must hold certificates, brokers, and the two that run it. An account may hold several.
 * Source: program/001 (System Owner, REC Owner, System Representative); staff of MassCEC and the regulator (DOER) beside them.
 */
export const accountKinds = [
  'SYSTEM_OWNER',
  'REC_OWNER',
  'SYSTEM_REPRESENTATIVE',
  'SUPPLIER',
  'BROKER',
  'STAFF',
  'REGULATOR',
] as const;

export type AccountKind = (typeof accountKinds)[number];

/** The kinds that a party to the programme may ask for. */
export const partyKinds = [
  'SYSTEM_OWNER',
  'REC_OWNER',
  'SYSTEM_REPRESENTATIVE',
] as const satisfies readonly AccountKind[];

export type PartyKind = (typeof partyKinds)[number];
