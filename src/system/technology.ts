/** What a system makes electricity from. All are welcome to report; capacity is DC at STC for solar PV, AC for the rest. */
export const technologies = [
  'SOLAR_PV',
  'WIND',
  'HYDRO',
  'ANAEROBIC_DIGESTER',
  'BIOMASS',
  'LANDFILL_GAS',
  'FUEL_CELL',
  'OTHER',
] as const;

export type Technology = (typeof technologies)[number];
