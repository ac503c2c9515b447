import type { Law } from '../ledger/laws/law.js';
import { sql } from '../platform/sql.js';

/** What approved filings came to agrees with the ledger and with each other. Source: domain 2.5. */
export const complianceLaws: readonly Law[] = [
  {
    name: 'credits-are-used-once',
    sentence: 'Of a banked credit no more is used than there is.',
    violations: sql`
      select c.organisation_id as organisation, c.program, c.from_year, c.quantity, sum(u.quantity) as used
      from compliance_credit c join compliance_credit_use u on u.credit_id = c.id
      group by c.id having sum(u.quantity) > c.quantity`,
  },
  {
    name: 'credits-are-used-in-two-years',
    sentence: 'A credit is used by an approved filing of its own supplier, for one of the two years after its own.',
    violations: sql`
      select c.organisation_id as organisation, c.program, c.from_year, f.id as filing, f.organisation_id as filed_by,
             f.compliance_year, f.state
      from compliance_credit_use u
      left join compliance_credit c on c.id = u.credit_id
      left join compliance_filing f on f.id = u.filing_id
      where (f.organisation_id = c.organisation_id and f.state = 'APPROVED'
        and f.compliance_year between c.from_year + 1 and c.from_year + 2) is not true`,
  },
  {
    name: 'credits-are-what-was-banked',
    sentence: 'A credit is what its filing banked: at most a tenth of the obligation; and what was banked is a credit.',
    violations: sql`
      select coalesce(f.organisation_id, c.organisation_id) as organisation, coalesce(r.program, c.program) as program, c.from_year,
             f.compliance_year, c.quantity, r.newly_banked, r.obligation
      from compliance_result r
      join compliance_filing f on f.id = r.filing_id
      full join compliance_credit c on c.filing_id = r.filing_id and c.program = r.program
      where coalesce(r.newly_banked, 0) <> coalesce(c.quantity, 0) or r.newly_banked > floor(r.obligation * 0.1)
        or c.id is not null and (c.organisation_id, c.from_year) is distinct from (f.organisation_id, f.compliance_year)`,
  },
  {
    name: 'filings-meet-their-obligation',
    sentence:
      'In an approved filing certificates, credits and payments add up to the obligation; others have no result.',
    violations: sql`
      select f.id as filing, f.state, r.program, r.obligation, r.new_used, coalesce(used.quantity, 0) as credits_used, r.acp_mwh
      from compliance_filing f
      left join compliance_result r on r.filing_id = f.id
      left join (
        select u.filing_id, c.program, sum(u.quantity) as quantity from compliance_credit_use u
        join compliance_credit c on c.id = u.credit_id group by u.filing_id, c.program) used
        on used.filing_id = f.id and used.program = r.program
      where (f.state = 'APPROVED') <> (r.filing_id is not null)
        or r.obligation <> r.new_used + coalesce(used.quantity, 0) + r.acp_mwh`,
  },
  {
    name: 'filings-count-what-was-retired',
    sentence: 'An approved filing accounts for every certificate that was retired for its year, and for no other.',
    violations: sql`
      select f.id as filing, r.program, r.new_used, r.newly_banked, r.surplus_lost, coalesce(retired.quantity, 0) as retired
      from compliance_result r
      join compliance_filing f on f.id = r.filing_id
      left join (
        select u.organisation_id, u.compliance_year, e.program, sum(e.quantity) as quantity
        from certificate_use u join ledger_entry e on e.id = u.entry_id
        where u.purpose = 'COMPLIANCE' group by u.organisation_id, u.compliance_year, e.program) retired
        on retired.organisation_id = f.organisation_id and retired.compliance_year = f.compliance_year and retired.program = r.program
      where r.new_used + r.newly_banked + r.surplus_lost <> coalesce(retired.quantity, 0)`,
  },
];
