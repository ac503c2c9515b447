import type { Break } from '../support/laws.js';

/** For each law of the roll-ups one way to break it that no other law of theirs notices. */
export const breaks: Readonly<Record<string, Break>> = {
  'production-rollup-equals-base': {
    how: 'a reading is put up by 1 kWh behind the back of the log',
    statements: [
      `update reading set production_kwh = production_kwh + 1, difference_kwh = difference_kwh + 1
       where id = (select min(id) from reading where superseded_at is null)`,
    ],
  },
  'reporting-rollup-equals-base': {
    how: 'a first report is dated a day later',
    statements: [
      `update reporting_rollup set reported_on = reported_on + 1 where reported_on = (select min(reported_on) from reporting_rollup)`,
    ],
  },
  'reporter-rollup-equals-base': {
    how: 'what a provider is to report is reported by the systems themselves',
    statements: ['delete from das_provider'],
  },
  'system-rollup-equals-base': {
    how: 'a system is said to be larger',
    statements: [`update system set capacity_kw = capacity_kw + 1 where id = (select min(id) from system)`],
  },
};
