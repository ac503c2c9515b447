import type { EntityManager } from '@mikro-orm/postgresql';
import { decimalPlacesAtMost, wholeDigitsAtMost } from '../boundary/decimal-places.js';
import { textOfLength } from '../boundary/text-length.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { nextIds } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { row, rows, sql } from '../platform/sql.js';
import type { EnterSupplierLoadInput, LoadInput } from './compliance.input.js';
import { requireSupplier } from './find-supplier.js';
import { requireYear } from './register-supplier.js';

const mostRows = 500;
/** Rows of a supplier and year that may be in force together. */
const mostInForce = 5_000;
/** Below 100 million MWh: all of Massachusetts takes half of that. */
const wholeDigits = 8;

/**
 * Enters load of a compliance year. A row takes the place of the one of the same contract day and service; what was entered stays. A
 * filing that was submitted keeps the load that it was computed from.
 */
export async function enterSupplierLoad({ em, context, now }: Verb, input: EnterSupplierLoadInput) {
  textOfLength(2000, 'evidence', input.evidence);
  requireYear('complianceYear', input.complianceYear);
  refuseRows(input.loads);
  const { organisationId } = await requireSupplier(em, context.actor, input.organisationId);
  await rows(em, sql`select from supplier where organisation_id = ${organisationId} for update`);
  const ids = await nextIds(em, 'supplier_load_id_seq', input.loads.length);
  const { superseded } = await row<{ superseded: number }>(
    em,
    sql`with entered as (
          select * from unnest(${ids}::bigint[], ${input.loads.map(load => load.contractedOn)}::date[],
            ${input.loads.map(load => load.basicService)}::boolean[], ${input.loads.map(load => decimalText(load.salesMwh))}::numeric[])
            as entered (id, contracted_on, basic_service, sales_mwh)
        ), superseded as (
          update supplier_load old set superseded_by = entered.id from entered
          where old.organisation_id = ${organisationId} and old.compliance_year = ${input.complianceYear} and old.superseded_by is null
            and old.contracted_on = entered.contracted_on and old.basic_service = entered.basic_service
          returning old.id
        ), counted as (select count(*)::int as superseded from superseded
        ), written as (
          insert into supplier_load (id, organisation_id, compliance_year, contracted_on, basic_service, sales_mwh, evidence, created_at,
            created_by)
          select id, ${organisationId}::bigint, ${input.complianceYear}::int, contracted_on, basic_service, sales_mwh,
                 ${input.evidence}::text, ${now}::timestamptz, ${context.actor.accountId}::bigint
          from entered, counted returning id)
        select superseded from counted, (select count(*) from written) as done`,
  );
  await refuseTooMuch(em, organisationId, input.complianceYear);
  return { organisationId, entered: input.loads.length, superseded };
}

/** What is in force of a year is asked for whole: TOO_MANY_ROWS, and BAD_USER_INPUT for more than anybody could sell. */
async function refuseTooMuch(em: EntityManager, organisationId: string, complianceYear: number): Promise<void> {
  const inForce = await row<{ count: number; sum: string }>(
    em,
    sql`select count(*)::int as count, coalesce(sum(sales_mwh), 0)::text as sum from supplier_load
        where organisation_id = ${organisationId} and compliance_year = ${complianceYear} and superseded_by is null`,
  );
  if (inForce.count > mostInForce) {
    throw new Refusal('TOO_MANY_ROWS', `A year takes at most ${mostInForce} rows in force.`, { maximum: mostInForce });
  }
  wholeDigitsAtMost(wholeDigits, 'loads', new Decimal(inForce.sum));
}

function refuseRows(loads: readonly LoadInput[]): void {
  if (loads.length === 0) throw new Refusal('BAD_USER_INPUT', 'Name at least one row.', { field: 'loads' });
  if (loads.length > mostRows) {
    throw new Refusal('TOO_MANY_ROWS', `One call takes at most ${mostRows} rows.`, { maximum: mostRows });
  }
  const seen = new Set<string>();
  for (const [at, { contractedOn, basicService, salesMwh }] of loads.entries()) {
    decimalPlacesAtMost(3, `loads[${at}].salesMwh`, salesMwh);
    wholeDigitsAtMost(wholeDigits, `loads[${at}].salesMwh`, salesMwh);
    const key = `${contractedOn} ${basicService}`;
    if (seen.has(key)) {
      throw new Refusal('BAD_USER_INPUT', 'Two rows are of the same contract day and service.', {
        field: `loads[${at}].contractedOn`,
        value: contractedOn,
      });
    }
    seen.add(key);
  }
}
