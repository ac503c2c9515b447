import type { EntityManager } from '@mikro-orm/postgresql';
import type { LocalDate } from '../domain/local-date.js';
import { rows, sql } from '../platform/sql.js';
import type { MeteredUnit } from './synthetic-months.js';

/** A system that an import made, with the organisation that holds its asset: the applicant. */
export interface ImportedUnit {
  readonly systemId: string;
  readonly ptsId: string;
  readonly capacityKw: string;
  readonly facilityType: string | null;
  readonly operationOn: LocalDate | null;
  readonly applicantId: string;
  readonly applicant: string;
  readonly roles: readonly string[];
  readonly hasMeter: boolean;
}

/** The imported systems that report to the PTS, with what they have; those of `MSS` assets report to ISO-NE. */
export function importedUnits(em: EntityManager): Promise<ImportedUnit[]> {
  return rows<ImportedUnit>(
    em,
    sql`select s.id as "systemId", s.pts_id as "ptsId", s.capacity_kw as "capacityKw", s.facility_type as "facilityType",
               s.commercial_operation_on as "operationOn", applicant.id as "applicantId", applicant.name as applicant,
               array(select distinct role from system_role where system_id = s.id) as roles,
               exists (select from meter where system_id = s.id) as "hasMeter"
        from system s
        cross join lateral (
          select asset_id from gis_asset_membership where system_id = s.id order by from_month limit 1) member
        join gis_asset asset on asset.id = member.asset_id and asset.gis_id like 'NON%'
        cross join lateral (
          select gis_account_id from gis_asset_holder where asset_id = asset.id order by from_month limit 1) holder
        join gis_account on gis_account.id = holder.gis_account_id
        join organisation applicant on applicant.id = gis_account.organisation_id
        where s.source_key is not null
        order by s.id`,
  );
}

/** The serial numbers of synthetic meters begin so. */
export const syntheticSerial = 'SYNTHETIC-';

/** A unit with its synthetic meter and the account that reports it. */
export interface ReportedUnit extends MeteredUnit {
  readonly providerId: string;
  readonly reporterId: string;
}

/** The units that synthetic DAS providers report, in the order in which they were imported. */
export function reportedUnits(em: EntityManager): Promise<ReportedUnit[]> {
  return rows<ReportedUnit>(
    em,
    sql`select s.pts_id as "ptsId", s.source_key as "sourceKey", s.capacity_kw as "capacityKw",
               m.installed_on as "installedOn", m.initial_value_kwh as "initialValueKwh",
               provider.id as "providerId", reporter.id as "reporterId"
        from meter m
        join system s on s.id = m.system_id and s.source_key is not null
        join system_role role on role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE' and role.until_on is null
        join organisation provider on provider.id = role.organisation_id and provider.synthetic
        join account reporter on reporter.organisation_id = provider.id
        where starts_with(m.serial_number, ${syntheticSerial})
        order by s.id`,
  );
}
