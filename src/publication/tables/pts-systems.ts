import { sql } from '../../platform/sql.js';
import { TechnologyEnum } from '../../system/system.type.js';
import { column, optional } from './column.js';
import { databaseTable } from './table.js';

/**
 * Every system in the PTS, by those columns of the public file of PTS systems (domain 5.6) that are on record here. Not kept, and so
 * not here: costs, grant, county, programme that paid, makers of modules and inverters, third-party ownership.
 */
export const ptsSystems = databaseTable(
  {
    name: 'pts-systems',
    version: '1.0',
    refreshed: 'CONTINUOUSLY',
    keywords: ['solar', 'renewable energy', 'systems'],
    typeName: 'PublicPtsSystem',
    title: 'Systems in the PTS',
    description: 'A system in the PTS, without any name and without an address.',
    source: 'Systems on record; columns of the public file of PTS systems.',
    columns: [
      column('id', 'ID', 'Stable: the PTS id.'),
      column('technology', 'CODE', 'What it makes electricity from.', TechnologyEnum),
      column('capacityKw', 'DECIMAL', 'Nameplate capacity in kW: DC at STC for solar PV, AC otherwise.'),
      optional('commercialOperationOn', 'DATE', 'Date in service.'),
      column('town', 'TEXT', 'City or town.'),
      optional('zip', 'TEXT', 'ZIP code.'),
      optional('facilityType', 'TEXT', 'Kind of the place it stands at.'),
      optional('utility', 'TEXT', 'Electric utility.'),
      optional('installer', 'TEXT', 'Who installed it.'),
      optional('meterManufacturer', 'TEXT', 'Makers of its meters, joined by `;`; known of approved models.'),
      column('srecEligible', 'YES_NO', 'Whether a statement of qualification for SREC I or SREC II is on record.'),
      column('massachusettsFunded', 'YES_NO', 'Whether Massachusetts clean energy funds paid for part of it.'),
      optional('estimatedAnnualKwh', 'DECIMAL', 'Estimated annual production in kWh, as registered; never metered.'),
    ],
  },
  () => sql`
    select s.id as key, s.pts_id as id, s.technology, s.capacity_kw::text as "capacityKw",
           s.commercial_operation_on::text as "commercialOperationOn", s.town, s.zip, s.facility_type as "facilityType",
           s.utility, s.installer,
           (select string_agg(distinct model.manufacturer, ';' order by model.manufacturer)
              from meter join meter_model model on model.id = meter.model_id where meter.system_id = s.id) as "meterManufacturer",
           exists (select from statement_of_qualification q where q.system_id = s.id and q.program <> 'CLASS_I') as "srecEligible",
           s.massachusetts_funded as "massachusettsFunded", s.estimated_annual_kwh::text as "estimatedAnnualKwh"
    from system s`,
);
