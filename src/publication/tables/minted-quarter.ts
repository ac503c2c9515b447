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
import { isStanding } from '../../ledger/quarter-totals.js';
import { maybeRow, rows, type Sql, sql } from '../../platform/sql.js';
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
  const inQuarter = (alias: Sql) =>
    sql`${alias}.month between ${monthToDate(months[0])}::date and ${monthToDate(months[2])}::date`;
  const produced = await rows<Produced>(
    em,
    sql`select p.program, p.srec_factor::text as "srecFactor", to_char(p.month, 'YYYY-MM') as month,
               case when date_trunc('month', p.effective_on::timestamp) = p.month then p.effective_on::text end as "effectiveOn",
               sum(p.production_kwh)::text as "productionKwh"
        from qualified_production p
        where ${inQuarter(sql`p`)} and not p.forfeited and p.program = any(${[...srecPrograms]}) group by 1, 2, 3, 4`,
  );
  const groups = await rows<Group & { program: SrecProgram | null }>(
    em,
    sql`select q.program as name, count(distinct p.system_id)::int as systems
        from production_in_force p
        left join statement_of_qualification q on q.system_id = p.system_id and q.program = any(${[...srecPrograms]})
          and p.month >= date_trunc('month', q.effective_on::timestamp)
          and to_char(p.month, 'YYYY"-Q"Q') <= q.last_eligible_quarter
        where ${inQuarter(sql`p`)} and not p.forfeited group by q.program`,
  );
  const run = await maybeRow<{ id: string; completed: boolean }>(
    em,
    sql`select id, completed_at is not null as completed from issuance_run where quarter = ${quarter} and frozen_at is not null`,
  );
  const issued = run
    ? await rows<Issued>(
        em,
        sql`select i.program, sum(i.reported_mwh)::text as "reportedMwh", sum(i.minted)::text as certificates
            from issuance i where i.run_id = ${run.id}::bigint and ${isStanding('i')} group by i.program`,
      )
    : [];
  const withheld = withheldGroups(groups, valueOn(minimumPublishedSystems, firstDayOfQuarter(quarter)));
  return srecPrograms.flatMap(program => {
    const systems = groups.find(({ name }) => name === program)?.systems ?? 0;
    const ofProgram = issued.find(each => each.program === program);
    if (systems === 0 && !ofProgram) return [];
    const hidden = withheld.has(program);
    const told = <T>(value: T): T | null => (hidden ? null : value);
    const expected = run
      ? Number(ofProgram?.certificates ?? 0)
      : expectedOf(produced.filter(each => each.program === program));
    return [
      {
        key: `${quarter}/${program}`,
        id: `${program}/${quarter}`,
        program,
        quarter,
        status: run ? (run.completed ? 'MINTED' : 'REPORTED') : 'EXPECTED',
        systems,
        withheld: hidden,
        productionMwh: told(productionOf(produced.filter(each => each.program === program))),
        reportedMwh: run ? told(ofProgram?.reportedMwh ?? '0') : null,
        mintOn: mintDatesOf(quarter).mintDate,
        expectedCertificates: run?.completed ? null : told(expected),
        mintedCertificates: run?.completed ? told(expected) : null,
      },
    ];
  });
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
