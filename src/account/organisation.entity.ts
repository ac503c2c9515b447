import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { whoAndWhen } from '../boundary/columns.js';

export const organisationKinds = ['PERSON', 'COMPANY', 'PUBLIC_BODY'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** A party: a person, a company or a public body. Roles, GIS accounts and approvals belong to it. */
export const OrganisationEntity = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.bigint('string').primary(),
    kind: p.enum(organisationKinds),
    name: p.text(),
    synthetic: p.boolean().default(false),
    ...whoAndWhen,
  },
});
export type OrganisationRow = InferEntity<typeof OrganisationEntity>;
