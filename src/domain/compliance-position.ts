import { acpPaymentDollars } from './acp.js';
import { Decimal, wholeCertificates } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { srecBanking } from './rules/banking.js';
import { valueOn } from './rules/dated-table.js';

/** Certificates banked from one year. */
export interface BankedYear {
  readonly year: number;
  readonly count: number;
}

/** What a supplier brings to its annual filing. */
export interface ComplianceFiling {
  readonly complianceYear: number;
  readonly obligation: number;
  readonly newCertificates: number;
  readonly banked: readonly BankedYear[];
  readonly acpRateDollars: Decimal;
  readonly useOrder: 'NEW_FIRST' | 'BANKED_FIRST';
  readonly compliantInEarlierYears: boolean;
}

/** What the filing comes to; lists ascend by year and leave out zero counts. */
export interface CompliancePosition {
  readonly newUsed: number;
  readonly bankedUsed: readonly BankedYear[];
  readonly acpMwh: number;
  readonly acpDollars: Decimal;
  readonly newlyBanked: number;
  readonly surplusLost: number;
  readonly bankedKept: readonly BankedYear[];
  readonly bankedExpired: readonly BankedYear[];
}

/**
 * The compliance position: new and banked certificates are used up to the obligation in the chosen order, the oldest banked ones
 * first; what is missing is paid; of a new excess at most 10 % of the obligation is banked, and nothing by a supplier that was not
 * compliant before. Banked certificates are usable in the two years after their own.
 *
 * Certificates, dollars per MWh -> certificates and dollars. Source: domain 2.5.
 */
export function compliancePosition(filing: ComplianceFiling): CompliancePosition {
  const { complianceYear, obligation, newCertificates } = filing;
  const rule = valueOn(srecBanking, `${complianceYear}-01-01` as LocalDate);
  const banked = [...filing.banked].sort((a, b) => a.year - b.year);
  const usable = banked.filter(({ year }) => complianceYear - rule.usableYears <= year && year < complianceYear);
  const usableCount = usable.reduce((sum, { count }) => sum + count, 0);
  const newUsed =
    filing.useOrder === 'NEW_FIRST'
      ? Math.min(newCertificates, obligation)
      : Math.min(newCertificates, Math.max(obligation - usableCount, 0));
  const used = useOldestFirst(usable, obligation - newUsed);
  const left = banked.map(({ year, count }) => ({ year, count: count - (used.get(year) ?? 0) }));
  const acpMwh = obligation - newUsed - [...used.values()].reduce((sum, count) => sum + count, 0);
  const cap = wholeCertificates(new Decimal(obligation).times(rule.largestShareOfObligation));
  const excess = newCertificates - newUsed;
  const newlyBanked = filing.compliantInEarlierYears ? Math.min(excess, cap) : 0;
  const staysUsable = (year: number) => year > complianceYear - rule.usableYears;
  return {
    newUsed,
    bankedUsed: [...used].map(([year, count]) => ({ year, count })).filter(isSome),
    acpMwh,
    acpDollars: acpPaymentDollars(acpMwh, filing.acpRateDollars),
    newlyBanked,
    surplusLost: excess - newlyBanked,
    bankedKept: left.filter(item => isSome(item) && staysUsable(item.year)),
    bankedExpired: left.filter(item => isSome(item) && !staysUsable(item.year)),
  };
}

function useOldestFirst(usable: readonly BankedYear[], needed: number): Map<number, number> {
  const used = new Map<number, number>();
  let missing = needed;
  for (const { year, count } of usable) {
    const taken = Math.min(count, missing);
    used.set(year, (used.get(year) ?? 0) + taken);
    missing -= taken;
  }
  return used;
}

function isSome({ count }: BankedYear): boolean {
  return count > 0;
}
