import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../../boundary/columns.js';
import { mintDatesOf } from '../../domain/calendar.js';
import { Decimal, decimalText, kwhToMwh, wholeCertificates, zero } from '../../domain/decimal.js';
import { eligibleKwh } from '../../domain/eligible-production.js';
import type { LocalDate } from '../../domain/local-date.js';
import type { Month } from '../../domain/month.js';
import { firstDayOfQuarter, monthsOf, type Quarter } from '../../domain/quarter.js';
import { valueOn } from '../../domain/rules/dated-table.js';
import { minimumPublishedSystems } from '../../domain/rules/publication.js';
import { isStanding } from '../../ledger/standing.js';
import { maybeRow, rows, sql } from '../../platform/sql.js';
import type { TableRow } from './table.js';
import { type Group, withheldGroups } from './withheld.js';

const srecPrograms = ['SREC_I', 'SREC_II'] as const;
type SrecProgram = (typeof srecPrograms)[number];

/** Sums of issuance of a programme in a quarter that was reported to the GIS. */
interface Issued {
  readonly program: SrecProgram;
  readonly reportedMwh: string;
  readonly certificates: string;
}

/** Production of systems of one factor in a month, with the effective date where it lies in that month. */
interface Produced {
  readonly program: SrecProgram;
  readonly srecFactor: string;
  readonly month: Month;
  readonly effectiveOn: LocalDate | null;
  readonly productionKwh: string;
}

/** What everybody may know of a quarter, by programme; a programme without systems and certificates in it has no row. */
export async function mintedQuarter(em: EntityManager, quarter: Quarter): Promise<TableRow[]> {
  const months = monthsOf(quarter);
  const inQuarter = sql`p.month between ${monthToDate(months[0])}::date and ${monthToDate(months[2])}::date and not p.forfeited`;
  const produced = await rows<Produced>(
    em,
    sql`select p.program, p.srec_factor::text as "srecFactor", to_char(p.month, 'YYYY-MM') as month,
               case when date_trunc('month', p.effective_on::timestamp) = p.month then p.effective_on::text end as "effectiveOn",
               sum(p.production_kwh)::text as "productionKwh"
        from qualified_production p where ${inQuarter} and p.program = any(${[...srecPrograms]}) group by 1, 2, 3, 4`,
  );
  const producers = await rows<Group>(
    em,
    sql`select q.program as name, count(distinct p.system_id)::int as systems
        from production_in_force p
        left join statement_of_qualification q on q.system_id = p.system_id and q.program = any(${[...srecPrograms]})
          and p.month >= date_trunc('month', q.effective_on::timestamp)
          and to_char(p.month, 'YYYY"-Q"Q') <= q.last_eligible_quarter
        where ${inQuarter} group by q.program`,
  );
  const run = await issuanceOf(em, quarter);
  const minimum = valueOn(minimumPublishedSystems, firstDayOfQuarter(quarter));
  const ofFew = withheldGroups(producers, minimum);
  const issuedOfFew = withheldGroups(run?.groups ?? [], minimum);
  return srecPrograms.flatMap(program => {
    const systems = producers.find(({ name }) => name === program)?.systems ?? 0;
    const issued = run?.sums.find(each => each.program === program);
    if (systems === 0 && !issued) return [];
    const ofProgram = produced.filter(each => each.program === program);
    const certificates = run ? Number(issued?.certificates ?? 0) : expectedOf(ofProgram);
    const withheld = ofFew.has(program) || issuedOfFew.has(program);
    const told = <T>(value: T): T | null => (withheld ? null : value);
    return [
      {
        key: `${quarter}/${program}`,
        id: `${program}/${quarter}`,
        program,
        quarter,
        status: run?.status ?? 'EXPECTED',
        systems,
        withheld,
        productionMwh: ofFew.has(program) ? null : productionOf(ofProgram),
        reportedMwh: run ? told(issued?.reportedMwh ?? '0') : null,
        mintOn: mintDatesOf(quarter).mintDate,
        expectedCertificates: run?.status === 'MINTED' ? null : told(certificates),
        mintedCertificates: run?.status === 'MINTED' ? told(certificates) : null,
      },
    ];
  });
}

/** The issuance of a quarter that was reported, by programme, with the systems that it is of; null before. */
async function issuanceOf(em: EntityManager, quarter: Quarter) {
  const run = await maybeRow<{ id: string; status: 'REPORTED' | 'MINTED' }>(
    em,
    sql`select id, case when completed_at is null then 'REPORTED' else 'MINTED' end as status
        from issuance_run where quarter = ${quarter} and frozen_at is not null`,
  );
  if (!run) return null;
  const standing = sql`i.run_id = ${run.id}::bigint and ${isStanding('i.id')}`;
  const sums = await rows<Issued>(
    em,
    sql`select i.program, sum(i.reported_mwh)::text as "reportedMwh", sum(i.minted)::text as certificates
        from issuance i where ${standing} group by i.program`,
  );
  const groups = await rows<Group>(
    em,
    sql`select case when i.program = any(${[...srecPrograms]}) then i.program end as name,
               count(distinct step.system_id)::int as systems
        from issuance i join issuance_system step on step.issuance_id = i.id where ${standing} group by 1`,
  );
  return { status: run.status, sums, groups };
}

function productionOf(produced: readonly Produced[]): string {
  return decimalText(kwhToMwh(produced.reduce((sum, { productionKwh }) => sum.plus(productionKwh), zero)));
}

/** Eligible production times the factor, all systems together, the whole part: what assets carry in and on is not known yet. */
function expectedOf(produced: readonly Produced[]): number {
  const eligible = produced.reduce((sum, { month, effectiveOn, productionKwh, srecFactor }) => {
    const kwh = new Decimal(productionKwh);
    return sum.plus((effectiveOn ? eligibleKwh(month, kwh, effectiveOn) : kwh).times(srecFactor));
  }, zero);
  return wholeCertificates(kwhToMwh(eligible));
}
