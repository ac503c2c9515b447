import { sql } from '../../platform/sql.js';
import { MarketSectorEnum, ProgramEnum } from '../../qualification/qualification.type.js';
import { column, optional } from './column.js';
import { databaseTable } from './table.js';

/**
 * The units that DOER granted a statement of qualification, by the columns of its own list (program/002; domain 5.6), less the names
 * of unit and applicant. What continues a unit as RPS Class I is listed from its first day on.
 */
export const qualifiedUnits = databaseTable(
  {
    name: 'qualified-units',
    version: '1.0',
    refreshed: 'CONTINUOUSLY',
    keywords: ['statement of qualification', 'SREC', 'systems'],
    typeName: 'PublicQualifiedUnit',
    title: 'Qualified Units',
    description:
      'A unit with a statement of qualification, as DOER lists them, without the names of unit and applicant and without an address.',
    source: 'Statements of qualification on record; columns of the list of DOER.',
    columns: [
      column('id', 'ID', 'Stable: PTS id and effective date.'),
      column('program', 'CODE', 'The programme.', ProgramEnum),
      column('sqNumber', 'TEXT', 'Number of the statement of qualification (MA RPS ID); an aggregation shares one.'),
      column('ptsId', 'ID', 'The PTS id of the unit.'),
      optional('gisId', 'ID', 'The asset at the NEPOOL GIS that it is in today.'),
      column('inAggregation', 'YES_NO', 'Whether other units are in that asset today.'),
      optional('facilityType', 'TEXT', 'Kind of the place it stands at.'),
      column('town', 'TEXT', 'City or town.'),
      optional('zip', 'TEXT', 'ZIP code.'),
      column('capacityKw', 'DECIMAL', 'Nameplate capacity in kW: DC at STC for solar PV, AC otherwise.'),
      optional('marketSector', 'CODE', 'Market sector, of SREC II.', MarketSectorEnum),
      column('srecFactor', 'DECIMAL', 'Certificates for each MWh.'),
      column('effectiveOn', 'DATE', 'RPS effective date.'),
      optional('lastEligibleQuarter', 'QUARTER', 'Last quarter of its opt-in term; Class I has none.'),
      optional('commercialOperationOn', 'DATE', 'Commercial operation date.'),
      optional('decidedOn', 'DATE', 'Date of the statement of qualification.'),
      optional('utility', 'TEXT', 'Electric utility.'),
      optional('installer', 'TEXT', 'Who installed it.'),
    ],
  },
  on => sql`
    select q.id as key, s.pts_id || '/' || q.effective_on as id, q.program, q.sq_number as "sqNumber", s.pts_id as "ptsId",
           placed.gis_id as "gisId", coalesce(placed.shared, false) as "inAggregation", s.facility_type as "facilityType",
           s.town, s.zip, s.capacity_kw::text as "capacityKw", q.market_sector as "marketSector",
           q.srec_factor::text as "srecFactor", q.effective_on::text as "effectiveOn",
           q.last_eligible_quarter as "lastEligibleQuarter", s.commercial_operation_on::text as "commercialOperationOn",
           q.decided_on::text as "decidedOn", s.utility, s.installer
    from statement_of_qualification q
    join system s on s.id = q.system_id
    left join lateral (
      select asset.gis_id, exists (select from gis_asset_membership other
               where other.asset_id = asset.id and other.system_id <> s.id
                 and other.from_month <= ${on}::date and (other.until_month is null or other.until_month > ${on}::date)) as shared
      from gis_asset_membership member join gis_asset asset on asset.id = member.asset_id
      where member.system_id = s.id
        and member.from_month <= ${on}::date and (member.until_month is null or member.until_month > ${on}::date)
    ) placed on true
    where q.continues_id is null or q.effective_on <= ${on}::date`,
);
