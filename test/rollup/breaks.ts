import type { Break } from '../support/laws.js';

/** For each law of the roll-ups one way to break it that no other law of theirs notices. */
export const breaks: Readonly<Record<string, Break>> = {
  'system-month-rollup-equals-base': {
    how: 'a factor is halved behind the back of the log',
    statements: [
      `update statement_of_qualification set srec_factor = srec_factor / 2 where program = 'SREC_II' and market_sector = 'C'`,
    ],
  },
  'production-rollup-equals-systems': {
    how: 'a cell gets 1 kWh more',
    statements: [`update production_rollup set production_kwh = production_kwh + 1 where month = '2017-08-01'`],
  },
  'coarse-rollups-equal-systems': {
    how: 'a town gets 1 kWh more',
    statements: [`update production_town_rollup set production_kwh = production_kwh + 1 where month = '2017-08-01'`],
  },
  'minted-account-rollup-equals-base': {
    how: 'what is in one account is said to be in another',
    statements: [`update minted_account_rollup set gis_account_id = gis_account_id + 1000`],
  },
  'minted-rollup-equals-accounts': {
    how: 'a month has a certificate more',
    statements: [
      `update minted_rollup set certificates = certificates + 1 where month = (select min(month) from minted_rollup)`,
    ],
  },
  'reporting-rollup-equals-systems': {
    how: 'a first report is dated a day later',
    statements: [
      `update reporting_rollup set reported_on = reported_on + 1 where reported_on = (select min(reported_on) from reporting_rollup)`,
    ],
  },
  'reporter-rollup-equals-systems': {
    how: 'what a provider is to report is said of another',
    statements: [`update reporter_rollup set das_provider_id = das_provider_id + 1000`],
  },
  'system-rollup-equals-base': {
    how: 'a system is said to be larger',
    statements: [`update system set capacity_kw = capacity_kw + 1 where id = (select min(id) from system)`],
  },
};
