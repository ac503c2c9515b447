import { rawSql, type Sql } from '../platform/sql.js';
import type { TextRow } from '../platform/text-rows.js';
import { System } from './system.type.js';

const columns = {
  id: 'id',
  ptsId: 'pts_id',
  name: 'name',
  technology: 'technology',
  capacityKw: 'capacity_kw',
  facilityType: 'facility_type',
  streetAddress: 'street_address',
  town: 'town',
  state: 'state',
  zip: 'zip',
  utility: 'utility',
  installer: 'installer',
  commercialOperationOn: 'commercial_operation_on',
  massachusettsFunded: 'massachusetts_funded',
  estimatedAnnualKwh: 'estimated_annual_kwh',
} as const satisfies Record<keyof System, string>;

const names = Object.keys(columns) as (keyof System)[];

/** What is shown of a system, of the table `system` under an alias. */
export function systemColumns(alias: string): Sql {
  return rawSql(
    Object.values(columns)
      .map(column => `${alias}.${column}`)
      .join(', '),
  );
}

/** A row of `systemColumns` -> what is shown of the system: of its class, else every field of it that is asked would make a copy. */
export function listedSystem(row: TextRow): System {
  const system = new System() as unknown as Record<string, unknown>;
  for (let at = 0; at < names.length; at += 1) system[names[at] as string] = row[at];
  system.massachusettsFunded = row[names.indexOf('massachusettsFunded')] === 't';
  return system as unknown as System;
}
