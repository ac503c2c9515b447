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
  const system: { [name in keyof System]?: unknown } = new System();
  for (const [at, name] of names.entries()) system[name] = row[at];
  system.massachusettsFunded = system.massachusettsFunded === 't';
  return system as System;
}
