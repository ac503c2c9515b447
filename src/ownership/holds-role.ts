import type { EntityManager } from '@mikro-orm/postgresql';
import type { LocalDate } from '../domain/local-date.js';
import { join, row, sql } from '../platform/sql.js';
import type { SystemRoleName } from './system-role.entity.js';

/** Whether an organisation holds one of some roles in a system on a day. */
export async function holdsRole(
  em: EntityManager,
  organisationId: string,
  systemId: string,
  roles: readonly SystemRoleName[],
  on: LocalDate,
): Promise<boolean> {
  const { holds } = await row<{ holds: boolean }>(
    em,
    sql`select exists (select from system_role where system_id = ${systemId} and organisation_id = ${organisationId}
          and role in (${join([...roles, ''])}) and from_on <= ${on} and (until_on is null or until_on > ${on})) as holds`,
  );
  return holds;
}
