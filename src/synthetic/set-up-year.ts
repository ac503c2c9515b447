import type { EntityManager } from '@mikro-orm/postgresql';
import { cutThousandthKwh, Decimal, decimalText, zero } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { firstDayOf, type Month, monthOf, monthsBetween } from '../domain/month.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { capacityFactor } from '../domain/rules/plausibility.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import { rows, sql } from '../platform/sql.js';
import { type ImportedUnit, importedUnits, syntheticSerial } from './imported-units.js';
import { ensureParties, type KnownParty, type SetupRecord, syntheticEmail } from './synthetic-parties.js';

/** Stands on everything that is made up here. */
const evidence = 'synthetic: no document';
const reason = 'synthetic year on real units';

/**
 * Gives every imported unit what it lacks to report: a synthetic owner, REC owner and representative, and a meter. One DAS
 * provider and one REC owner for each applicant, one owner for each unit. What is there stays: a second run changes nothing.
 *
 * In the transaction given, a fixed number of statements. Refuses with NOT_FOUND when there are no imported units. Gives the
 * account of the synthetic staff.
 */
export async function setUpYear(em: EntityManager, from: Month, record: SetupRecord): Promise<KnownParty> {
  const units = await importedUnits(em);
  if (units.length === 0) {
    throw new Refusal('NOT_FOUND', 'There are no imported units: run pts import qualified-units FILE first.');
  }
  const applicants = [...new Map(units.map(unit => [unit.applicantId, unit.applicant]))];
  const parties = await ensureParties(
    em,
    [
      { email: syntheticEmail('staff'), organisation: 'Staff of the synthetic year', kind: 'STAFF' },
      ...applicants.flatMap(([id, name]) => [
        {
          email: syntheticEmail('das-provider', id),
          organisation: `DAS provider of ${name} (synthetic)`,
          kind: 'SYSTEM_REPRESENTATIVE' as const,
        },
        {
          email: syntheticEmail('rec-owner', id),
          organisation: `REC owner under contract with ${name} (synthetic)`,
          kind: 'REC_OWNER' as const,
        },
      ]),
    ],
    record,
  );
  const organisationOf = (email: string) => parties.get(email)?.organisationId ?? '';
  await approveProviders(
    em,
    applicants.map(([id]) => organisationOf(syntheticEmail('das-provider', id))),
    firstDayOf(from),
    record,
  );
  const lacking = (role: string) => units.filter(unit => !unit.roles.includes(role));
  const owners = await makeOwners(em, lacking('SYSTEM_OWNER'), record);
  await appointAll(em, from, record, [
    ...owners,
    ...lacking('REC_OWNER').map(unit => ({
      unit,
      role: 'REC_OWNER',
      organisationId: organisationOf(syntheticEmail('rec-owner', unit.applicantId)),
    })),
    ...lacking('SYSTEM_REPRESENTATIVE').map(unit => ({
      unit,
      role: 'SYSTEM_REPRESENTATIVE',
      organisationId: organisationOf(syntheticEmail('das-provider', unit.applicantId)),
    })),
  ]);
  await setUpMeters(
    em,
    from,
    record,
    units.filter(unit => !unit.hasMeter),
  );
  return parties.get(syntheticEmail('staff')) ?? { accountId: '', organisationId: '' };
}

interface Appointment {
  readonly unit: ImportedUnit;
  readonly role: string;
  readonly organisationId: string;
}

async function approveProviders(
  em: EntityManager,
  ids: readonly string[],
  approvedOn: LocalDate,
  { at, by }: SetupRecord,
) {
  await rows(
    em,
    sql`insert into das_provider (organisation_id, approved_on, reason, created_at, created_by)
        select id, ${approvedOn}::date, ${reason}, ${at}::timestamptz, ${by}::bigint from unnest(${ids}::bigint[]) as provider (id)
        on conflict on constraint das_provider_pk do nothing`,
  );
}

/** An organisation for the owner of each unit: a home belongs to a person. */
async function makeOwners(
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

async function appointAll(
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

async function setUpMeters(em: EntityManager, from: Month, { at, by }: SetupRecord, units: readonly ImportedUnit[]) {
  await insertRows(em, 'meter', units, [
    ['system_id', 'bigint', unit => unit.systemId],
    ['label', 'text', () => 'main'],
    ['serial_number', 'text', unit => `${syntheticSerial}${unit.systemId}`],
    ['revenue_grade', 'boolean', () => true],
    ['initial_value_kwh', 'numeric', unit => decimalText(producedBefore(unit, from))],
    ['installed_on', 'date', unit => installedOn(unit, from)],
    ['created_at', 'timestamptz', () => at],
    ['created_by', 'bigint', () => by],
  ]);
}

/** Meters count from the first day of the year on, or from the day on which a unit began to operate after that. */
function installedOn({ operationOn }: ImportedUnit, from: Month): LocalDate {
  return operationOn !== null && operationOn > firstDayOf(from) ? operationOn : firstDayOf(from);
}

/** What the meter of a unit that operated before shows by then, in kWh: by the expected capacity factor, month by month. */
function producedBefore({ operationOn, capacityKw }: ImportedUnit, from: Month): Decimal {
  const months = operationOn === null ? 0 : monthsBetween(monthOf(operationOn), from);
  if (months <= 0) return zero;
  const annualKwh = new Decimal(capacityKw).times(8760).times(valueOn(capacityFactor, firstDayOf(from)));
  return cutThousandthKwh(annualKwh.times(months).div(12));
}
