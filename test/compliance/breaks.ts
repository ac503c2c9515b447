import type { Break } from '../support/laws.js';

const result = (column: string, by: string) =>
  `update compliance_result set ${column} where filing_id = (select min(id) from compliance_filing where ${by})`;

/** For each law of compliance one way to break it that no other law of auction or compliance notices. */
export const breaks: Readonly<Record<string, Break>> = {
  'credits-are-used-once': {
    how: 'what was paid for is said to have been met by the same credit',
    statements: [
      `update compliance_credit_use u set quantity = quantity + r.acp_mwh
       from compliance_result r where r.filing_id = u.filing_id and r.program = 'SREC_I' and r.acp_mwh > 0`,
      `update compliance_result set acp_mwh = 0 where program = 'SREC_I' and filing_id in (select filing_id from compliance_credit_use)`,
    ],
  },
  'credits-are-used-in-two-years': {
    how: 'a filing is dated to the year of the credit that it used, nothing retired for it',
    statements: [
      `update compliance_filing set compliance_year = 2018 where compliance_year = 2016 and state = 'APPROVED'`,
    ],
  },
  'credits-are-what-was-banked': {
    how: 'a credit is made larger than what was banked',
    statements: ['update compliance_credit set quantity = quantity + 1'],
  },
  'filings-meet-their-obligation': {
    how: 'a payment is forgotten',
    statements: [result('acp_mwh = acp_mwh - 1', `state = 'APPROVED' and compliance_year = 2017`)],
  },
  'filings-count-what-was-retired': {
    how: 'certificates that were lost are left out',
    statements: [`update compliance_result set surplus_lost = 0 where surplus_lost > 0`],
  },
};
