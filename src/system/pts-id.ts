import type { LocalDate } from '../domain/local-date.js';
import type { Technology } from './technology.js';

const marks: Readonly<Record<Technology, string>> = {
  SOLAR_PV: 'PV',
  WIND: 'WD',
  HYDRO: 'HY',
  ANAEROBIC_DIGESTER: 'AD',
  BIOMASS: 'BM',
  LANDFILL_GAS: 'LG',
  FUEL_CELL: 'FC',
  OTHER: 'OT',
};

/**
 * The PTS id of a system: three parts joined by dashes, the last one the integer key (domain 5.6). Ours are
 * `PTS-<technology><year of operation, 0000 when unknown>-<key>`; ids of other programmes may begin otherwise.
 */
export function ptsIdOf(key: string, technology: Technology, operationOn: LocalDate | null): string {
  return `PTS-${marks[technology]}${operationOn?.slice(0, 4) ?? '0000'}-${key}`;
}
