import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { localDateColumn, whoAndWhen } from '../boundary/columns.js';

export const systemRoles = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE'] as const;
export type SystemRoleName = (typeof systemRoles)[number];

/** Who holds a role in a system, from a day until a day. The database keeps one holder per role and day. */
export const SystemRoleEntity = defineEntity({
  name: 'SystemRole',
  tableName: 'system_role',
  properties: {
    id: p.bigint('string').primary(),
    systemId: p.bigint('string'),
    role: p.enum(systemRoles),
    organisationId: p.bigint('string'),
    fromOn: p.type(localDateColumn),
    untilOn: p.type(localDateColumn).nullable(),
    evidence: p.text(),
    reason: p.text(),
    synthetic: p.boolean().default(false),
    ...whoAndWhen,
    endedBy: p.bigint('string').nullable(),
    /** Set when it ended without a successor; otherwise the successor's reason is that of the ending. */
    endReason: p.text().nullable(),
  },
});
export type SystemRoleRow = InferEntity<typeof SystemRoleEntity>;
