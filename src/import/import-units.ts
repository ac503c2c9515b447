import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { classIFactor } from '../domain/class-i-eligibility.js';
import { decimalText } from '../domain/decimal.js';
import { monthOf } from '../domain/month.js';
import { classIFrom } from '../domain/opt-in-term.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import { rows, sql } from '../platform/sql.js';
import { continuationReason } from '../qualification/write-statements.js';
import { ptsIdOf } from '../system/pts-id.js';
import { assetIdsOf, type ListedAsset } from './import-asset.js';
import { gisAccountsOf, type ImportRecord } from './import-party.js';
import type { NewUnit } from './match-rows.js';
import type { QualifiedUnit } from './qualified-unit.js';
import { unitFlags } from './unit-flags.js';

/**
 * Enters units, in the transaction given: system, membership in its asset from the month of its effective date on, statement of
 * qualification as DOER decided it; applicant and asset on first sight. A fixed number of statements, however many units.
 */
export async function importUnits(
  em: EntityManager,
  units: readonly NewUnit[],
  assets: ReadonlyMap<string, ListedAsset>,
  record: ImportRecord,
): Promise<void> {
  const needed = [...new Set(units.map(each => each.unit.gisId))].flatMap(gisId => assets.get(gisId) ?? []);
  const applicants = [...needed.map(asset => asset.applicant), ...units.map(each => each.unit.applicant)];
  const gisAccounts = await gisAccountsOf(em, applicants, record);
  const assetIds = await assetIdsOf(em, needed, gisAccounts, record);
  const ids = await nextIds(em, 'system_id_seq', units.length);
  const numbered = units.map((each, index) => ({ ...each, ...each.unit, id: ids[index] ?? '' }));
  await insertRows(em, 'system', numbered, [
    ['id', 'bigint', unit => unit.id],
    ['pts_id', 'text', unit => ptsIdOf(unit.id, 'SOLAR_PV', unit.commercialOperationOn)],
    ['name', 'text', unit => unit.name],
    ['technology', 'text', () => 'SOLAR_PV'],
    ['capacity_kw', 'numeric', unit => unit.capacityKw],
    ['facility_type', 'text', unit => unit.facilityType],
    ['town', 'text', unit => unit.town],
    ['zip', 'text', unit => unit.zip],
    ['utility', 'text', unit => unit.utility],
    ['installer', 'text', unit => unit.installer],
    ['commercial_operation_on', 'date', unit => unit.commercialOperationOn],
    ['source_key', 'text', unit => unit.sourceKey],
    ['source_hash', 'bytea', unit => unit.sourceHash],
    ['created_at', 'timestamptz', () => record.at],
    ['created_by', 'bigint', () => record.by],
  ]);
  await insertRows(em, 'gis_asset_membership', numbered, [
    ['asset_id', 'bigint', unit => assetIds.get(unit.gisId)],
    ['system_id', 'bigint', unit => unit.id],
    ['from_month', 'date', unit => monthToDate(monthOf(unit.effectiveOn))],
    ['reason', 'text', () => record.reason],
    ['created_at', 'timestamptz', () => record.at],
    ['created_by', 'bigint', () => record.by],
  ]);
  await grantAsDecided(em, numbered, record);
  await continueAsClassI(em, numbered, record);
}

/** Statements by one statement of our own: a column of lists is more than `insertRows` takes. */
async function grantAsDecided(
  em: EntityManager,
  units: readonly (QualifiedUnit & { readonly id: string })[],
  { at, by, reason }: ImportRecord,
): Promise<void> {
  const each = (value: (unit: QualifiedUnit & { readonly id: string }) => string | null) => units.map(value);
  await rows(
    em,
    sql`insert into statement_of_qualification (system_id, sq_number, program, effective_on, last_eligible_quarter,
                                                srec_factor, factor_source, factor_confidence, flags, decided_on, reason,
                                                created_at, created_by)
        select system_id, sq_number, 'SREC_I', effective_on, last_quarter, 1, 'program/003: SREC I has no factor', 'PROGRAM',
               string_to_array(flags, ','), decided_on, ${reason}::text, ${at}::timestamptz, ${by}::bigint
        from unnest(${each(unit => unit.id)}::bigint[], ${each(unit => unit.sqNumber)}::text[],
                    ${each(unit => unit.effectiveOn)}::date[], ${each(unit => unit.lastEligibleQuarter)}::text[],
                    ${each(unit => unitFlags(unit).join(','))}::text[], ${each(unit => unit.decidedOn)}::date[])
          as decided (system_id, sq_number, effective_on, last_quarter, flags, decided_on)`,
  );
}

/** With each statement the one of Class I that continues it after its term, as `writeStatements` gives it. */
async function continueAsClassI(
  em: EntityManager,
  units: readonly (QualifiedUnit & { readonly id: string })[],
  { at, by }: ImportRecord,
): Promise<void> {
  const each = (value: (unit: QualifiedUnit & { readonly id: string }) => string) => units.map(value);
  await rows(
    em,
    sql`insert into statement_of_qualification (system_id, sq_number, program, effective_on, srec_factor, factor_source,
                                                factor_confidence, reason, created_at, created_by, continues_id)
        select carve_out.system_id, carve_out.sq_number, 'CLASS_I', term.class_i_from, ${decimalText(classIFactor.factor)}::numeric,
               ${classIFactor.source}::text, 'PROGRAM', ${continuationReason}::text, ${at}::timestamptz, ${by}::bigint, carve_out.id
        from unnest(${each(unit => unit.id)}::bigint[], ${each(unit => classIFrom(unit.lastEligibleQuarter))}::date[])
          as term (system_id, class_i_from)
        join statement_of_qualification carve_out on carve_out.system_id = term.system_id`,
  );
}
