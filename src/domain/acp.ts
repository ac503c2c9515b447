import type { Decimal } from './decimal.js';
import type { LocalDate } from './local-date.js';
import type { Program } from './program.js';
import { classIAcpRates, srecIAcpRates, srecIIAcpRates } from './rules/acp-rates.js';
import { type DatedTable, valueOn } from './rules/dated-table.js';

const tables = { SREC_I: srecIAcpRates, SREC_II: srecIIAcpRates, CLASS_I: classIAcpRates } as const satisfies Readonly<
  Record<Program, DatedTable<Decimal>>
>;

/**
 * The Alternative Compliance Payment: what a supplier pays for each MWh it is short of in a compliance year.
 *
 * Program, year -> dollars per MWh; NO_RULE_IN_FORCE without a verified rate. Source: program/002; domain 2.1.
 */
export function acpRateDollars(program: Program, complianceYear: number): Decimal {
  return valueOn(tables[program], `${complianceYear}-01-01` as LocalDate);
}

/** Shortfall in whole MWh times the rate, in dollars, exactly. */
export function acpPaymentDollars(shortfallMwh: number, rateDollars: Decimal): Decimal {
  return rateDollars.times(shortfallMwh);
}
