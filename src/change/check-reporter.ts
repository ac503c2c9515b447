import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { isBoundToReport, mayReportThrough } from '../domain/reporting-channel.js';
import { row, sql } from '../platform/sql.js';
import type { SystemRow } from '../system/system.entity.js';
import { srecSystemsOf } from './srec-system.js';

/**
 * Checks that an organisation may become the reporter of a system: it has an account that can report (BAD_USER_INPUT), and for a
 * bound system above the limit of reporting by hand it is an approved DAS provider on that day (AUTOMATED_REPORTING_REQUIRED). null
 * stands for a party that is named by e-mail and not on record: an account will be opened for it, and it is no DAS provider.
 * Source: program/001; domain 5.2, 5.4.
 */
export async function checkReporter(
  em: EntityManager,
  system: SystemRow,
  organisationId: string | null,
  on: LocalDate,
): Promise<void> {
  const found = await row<{ reports: boolean; isDasProvider: boolean }>(
    em,
    sql`select exists (select from account where organisation_id = ${organisationId}::bigint
                 and 'SYSTEM_REPRESENTATIVE' = any (kinds)) as reports,
               exists (select from das_provider where organisation_id = ${organisationId}::bigint
                 and approved_on <= ${on} and (revoked_on is null or revoked_on > ${on})) as "isDasProvider"`,
  );
  if (organisationId !== null && !found.reports) {
    throw new Refusal('BAD_USER_INPUT', 'No account of that organisation is of kind SYSTEM_REPRESENTATIVE.', {
      organisationId,
      expected: 'an organisation with an account of kind SYSTEM_REPRESENTATIVE',
    });
  }
  const bound = isBoundToReport({
    massCecFunded: system.massachusettsFunded,
    srecQualified: (await srecSystemsOf(em, [system.id])).has(system.id),
  });
  const capacityKw = new Decimal(system.capacityKw);
  if (!bound || mayReportThrough(found.isDasProvider ? 'AUTOMATED' : 'MANUAL', capacityKw, on)) return;
  throw new Refusal('AUTOMATED_REPORTING_REQUIRED', 'This system is above the limit of reporting by hand.', {
    ptsId: system.ptsId,
    capacityKw: decimalText(capacityKw),
    on,
    expected: 'an organisation that is an approved DAS provider on that day',
  });
}
