import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { firstDayOf } from '../domain/month.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { minimumPublishedSystems } from '../domain/rules/publication.js';
import { formatSerialNumber, parseSerialNumber, type SerialNumber } from '../domain/serial-range.js';
import { holdingIsSealed } from '../ledger/sealed.js';
import { maybeRow, row, type Sql, sql } from '../platform/sql.js';
import type { PublicCertificate, PublicProvenance } from './certificate.type.js';

interface Found
  extends Pick<
      PublicCertificate,
      'program' | 'vintageMonth' | 'quarter' | 'mintedOn' | 'state' | 'retiredFor' | 'retiredOn'
    >,
    Pick<PublicProvenance, 'revision' | 'unitHash' | 'gisReportSha256'> {
  readonly gisId: string;
  readonly issuanceId: string;
  readonly runId: string;
  readonly reportedMwh: string;
}

/**
 * What everybody may know of a certificate by its serial number; null when there is none of that number. What lies sealed in an auction
 * looks as if it had not moved. BAD_USER_INPUT for what is no serial number.
 */
export async function publicCertificate(em: EntityManager, text: string): Promise<PublicCertificate | null> {
  const serialNumber = parseSerialNumber(text);
  const found = await maybeRow<Found>(em, certificate(serialNumber));
  if (!found) return null;
  const { program, vintageMonth, quarter, mintedOn, state, retiredFor, retiredOn } = found;
  const { revision, unitHash, gisReportSha256 } = found;
  const told = await whatMayBeTold(em, found);
  return {
    serialNumber: formatSerialNumber(serialNumber),
    path: `/public/certificates/${serialNumber.batchId}-${serialNumber.serial}`,
    ...{ program, vintageMonth, quarter, mintedOn, state, retiredFor, retiredOn },
    gisId: told.asset ? found.gisId : null,
    provenance: {
      reportedMwh: told.reportedMwh ? found.reportedMwh : null,
      withheld: !told.reportedMwh,
      ...{ revision, unitHash, gisReportSha256 },
    },
  };
}

function certificate({ batchId, serial }: SerialNumber): Sql {
  const day = (column: Sql) => sql`(${column} at time zone 'America/New_York')::date::text`;
  return sql`
    select seen.program, to_char(seen.vintage_month, 'YYYY-MM') as "vintageMonth", run.quarter, asset.gis_id as "gisId",
           i.id as "issuanceId", run.id as "runId", i.reported_mwh::text as "reportedMwh", i.revision,
           ${day(sql`mint.occurred_at`)} as "mintedOn", encode(unit.hash, 'hex') as "unitHash",
           encode(report.sha256, 'hex') as "gisReportSha256", seen.state,
           case when seen.state = 'RETIRED' then case since.kind
             when 'RETIRE_COMPLIANCE' then 'COMPLIANCE' when 'RETIRE_RESERVE' then 'RESERVE'
             when 'RETIRE_RESIDUAL' then 'RESIDUAL' else 'VOLUNTARY' end end as "retiredFor",
           case when seen.state = 'RETIRED' then ${day(sql`since.occurred_at`)} end as "retiredOn"
    from (
      select b.id, b.program, b.vintage_month, b.asset_id, b.issuance_id, h.since_entry_id,
             case when h.state = 'ROLLED_BACK' then 'ROLLED_BACK'
                  when h.state = 'RETIRED' and not ${holdingIsSealed('h')} then 'RETIRED' else 'ISSUED' end as state
      from certificate_batch b join certificate_holding h on h.batch_id = b.id
      where b.id = ${batchId}::bigint and ${serial}::bigint between h.first_serial and h.last_serial
    ) seen
    join gis_asset asset on asset.id = seen.asset_id
    join issuance i on i.id = seen.issuance_id
    join issuance_run run on run.id = i.run_id
    left join gis_report report on report.run_id = run.id
    join ledger_entry since on since.id = seen.since_entry_id
    join ledger_entry mint on mint.batch_id = seen.id and mint.kind = 'MINT'
    join ledger_unit unit on unit.asset_id = mint.asset_id and unit.sequence = mint.unit_sequence`;
}

/**
 * What of a certificate's asset tells of nobody. The asset is named when its issuance is of enough systems, or when all of them belong to
 * organisations that are no persons. Its MWh are told when they are of enough systems, and so is what they leave over of every sum that
 * is public: of the towns, technologies and sectors of its systems, of its programme, and of the month's small issuances.
 */
async function whatMayBeTold(em: EntityManager, { issuanceId, runId, program, vintageMonth }: Found) {
  const month = monthToDate(vintageMonth);
  const minimum = valueOn(minimumPublishedSystems, firstDayOf(vintageMonth));
  const { systems, ofPersons } = await row<{ systems: number; ofPersons: boolean }>(
    em,
    sql`select count(*)::int as systems, coalesce(bool_or(owned.by_others is not true), true) as "ofPersons"
        from issuance_system step
        left join lateral (
          select bool_and(owner.kind <> 'PERSON') as by_others
          from system_role role join organisation owner on owner.id = role.organisation_id
          where role.system_id = step.system_id and role.role = 'SYSTEM_OWNER'
            and role.from_on < ${month}::date + interval '1 month' and (role.until_on is null or role.until_on > ${month}::date)
        ) owned on true
        where step.issuance_id = ${issuanceId}::bigint`,
  );
  if (systems < minimum) return { asset: !ofPersons, reportedMwh: false };
  const { left } = await row<{ left: number[] }>(
    em,
    sql`with own as (
          select s.town, s.technology, coalesce(q.market_sector, '') as market_sector from issuance_system step
          join system s on s.id = step.system_id
          left join statement_of_qualification q on q.system_id = s.id and q.program = ${program}
          where step.issuance_id = ${issuanceId}::bigint
        ), sums as (
          select * from production_month_rollup where month = ${month}::date
        ), small as (
          select count(*) as systems from issuance i join issuance_system step on step.issuance_id = i.id
          where i.run_id = ${runId}::bigint and i.month = ${month}::date group by i.id having count(*) < ${minimum}::int
        ), counted (systems) as (
          select sum(systems) - ${systems}::int from production_town_rollup where month = ${month}::date and town in (select town from own)
          union all select sum(systems) - ${systems}::int from sums where technology in (select technology from own)
          union all select sum(systems) - ${systems}::int from sums where market_sector in (select market_sector from own)
          union all select sum(systems) - ${systems}::int from sums where program = ${program}
          union all select coalesce(sum(systems), 0) from small
        )
        select array_agg(coalesce(systems, -1)::int) as left from counted`,
  );
  return { asset: true, reportedMwh: left.every(count => count === 0 || count >= minimum) };
}
