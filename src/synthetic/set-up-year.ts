import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { firstDayOf, type Month } from '../domain/month.js';
import { importedUnits } from './imported-units.js';
import { setUpMeters } from './synthetic-meters.js';
import { ensureParties, type KnownParty, type SetupRecord, syntheticEmail } from './synthetic-parties.js';
import { appointAll, approveProviders, makeOwners } from './synthetic-roles.js';
import { acceptTerms } from './synthetic-terms.js';

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
  await acceptTerms(em, record);
  await setUpMeters(
    em,
    from,
    record,
    units.filter(unit => !unit.hasMeter),
  );
  return parties.get(syntheticEmail('staff')) ?? { accountId: '', organisationId: '' };
}
