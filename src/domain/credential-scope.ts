/**
 * What a credential may be used for, beside what its account may do at all: a credential that sits in a data logger need not be able to
 * sell certificates. An operation needs the scope of its kind.
 */
export const credentialScopes = ['READ', 'REPORT', 'WRITE', 'CREDENTIALS'] as const;

export type CredentialScope = (typeof credentialScopes)[number];

/** The most days for which a party makes a credential of its own. */
export const longestCredentialDays = 366;
/** The most credentials that may be alive when a party makes one of its own: the one in use, and the one that replaces it. */
export const credentialsAlive = 2;
