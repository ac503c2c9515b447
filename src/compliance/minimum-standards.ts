import { type Decimal, decimalText, publishedPercentText } from '../domain/decimal.js';
import { type CarveOut, carveOuts, minimumStandardsOf, minimumStandardTables } from '../domain/load-cohort.js';
import type { LocalDate } from '../domain/local-date.js';
import { classIMinimumStandards } from '../domain/rules/class-i-standards.js';
import { rowsOn } from '../domain/rules/dated-table.js';
import type { MinimumStandards } from './obligation.type.js';
import { requireYear } from './register-supplier.js';

/** The Minimum Standards of a carve-out and year, beside that of Class I, of which they are part. NO_RULE_IN_FORCE without. */
export function minimumStandards(program: CarveOut, complianceYear: number): MinimumStandards {
  requireYear('complianceYear', complianceYear);
  const on = `${complianceYear}-01-01` as LocalDate;
  const classI = rowsOn(classIMinimumStandards, on)[0]?.value ?? null;
  return {
    program,
    complianceYear,
    standards: minimumStandardsOf(program, complianceYear).map(({ value, source, confidence }) => ({
      percent: publishedPercentText(value.percent),
      obligationMwh: value.obligationMwh && decimalText(value.obligationMwh),
      contractedBefore: value.contractedBefore,
      source,
      confidence,
    })),
    classIPercent: classI && decimalText(classI),
    classIRemainderPercent: classI && remainder(classI, on),
  };
}

/** Class I less both carve-outs, where all are on record; SREC II began in 2014. */
function remainder(classI: Decimal, on: LocalDate): string | null {
  let left = classI;
  for (const program of carveOuts) {
    const table = minimumStandardTables[program];
    const general = rowsOn(table, on).find(({ value }) => value.contractedBefore === null);
    if (general) left = left.minus(general.value.percent);
    else if ((table.rows[0]?.from ?? on) <= on) return null;
  }
  return decimalText(left);
}
