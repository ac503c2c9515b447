import type { EntityManager } from '@mikro-orm/postgresql';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import { rows, sql } from '../platform/sql.js';
import type { ImportedUnit } from './imported-units.js';
import { installedOn } from './synthetic-meters.js';
import type { SetupRecord } from './synthetic-parties.js';

/** Stands on everything that is made up here. */
const evidence = 'synthetic: no document';
const reason = 'synthetic year on real units';

/** An organisation's role in a unit, to be entered. */
export interface Appointment {
  readonly unit: ImportedUnit;
  readonly role: string;
  readonly organisationId: string;
}

/** Approves organisations as DAS providers; an approval on record stays. */
export async function approveProviders(
  em: EntityManager,
  ids: readonly string[],
  approvedOn: LocalDate,
  { at, by }: SetupRecord,
) {
  await rows(
    em,
    sql`insert into das_provider (organisation_id, approved_on, reason, created_at, created_by)
        select id, ${approvedOn}::date, ${reason}, ${at}::timestamptz, ${by}::bigint from unnest(${ids}::bigint[]) as provider (id)
        on conflict do nothing`,
  );
}

/** An organisation for the owner of each unit: a home belongs to a person. */
export async function makeOwners(
  em: EntityManager,
  units: readonly ImportedUnit[],
  { at, by }: SetupRecord,
): Promise<Appointment[]> {
  const ids = await nextIds(em, 'organisation_id_seq', units.length);
  const owners = units.map((unit, index) => ({ unit, role: 'SYSTEM_OWNER', organisationId: ids[index] ?? '' }));
  await insertRows(em, 'organisation', owners, [
    ['id', 'bigint', owner => owner.organisationId],
    ['kind', 'text', owner => (/residential/i.test(owner.unit.facilityType ?? '') ? 'PERSON' : 'COMPANY')],
    ['name', 'text', owner => `Owner of ${owner.unit.ptsId} (synthetic)`],
    ['synthetic', 'boolean', () => true],
    ['created_at', 'timestamptz', () => at],
    ['created_by', 'bigint', () => by],
  ]);
  return owners;
}

/** Enters appointments from the day on which a unit's meter begins to count. */
export async function appointAll(
  em: EntityManager,
  from: Month,
  { at, by }: SetupRecord,
  appointments: readonly Appointment[],
) {
  await insertRows(em, 'system_role', appointments, [
    ['system_id', 'bigint', each => each.unit.systemId],
    ['role', 'text', each => each.role],
    ['organisation_id', 'bigint', each => each.organisationId],
    ['from_on', 'date', each => installedOn(each.unit, from)],
    ['evidence', 'text', () => evidence],
    ['reason', 'text', () => reason],
    ['synthetic', 'boolean', () => true],
    ['created_at', 'timestamptz', () => at],
    ['created_by', 'bigint', () => by],
  ]);
}
