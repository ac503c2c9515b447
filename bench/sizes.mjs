/*
 * How much of everything a run has: the full one, and the quick one for every day. Systems that report in bulk have reported every month
 * before, so of bulkRows and uploadRows each is at most the one that is measured before it (upload, 4 connections, 1).
 */

const months = 36;
const issued = 30;

export const full = {
  name: 'full',
  population: { systems: 100_000, months, issued, ofAggregator: 2_000 },
  rounds: 5,
  seconds: 3,
  warmUpSeconds: 8,
  bulk: { systems: 100_000, months: 12, issued: 0, ofAggregator: 2_000, complete: true },
  bulkRows: { 1: 20_000, 4: 100_000 },
  uploadRows: 100_000,
  issue: { systems: 100_000, manySystems: 300_000 },
  growth: [1_000, 10_000],
};

export const quick = {
  name: 'quick',
  population: { systems: 5_000, months, issued, ofAggregator: 1_000 },
  rounds: 5,
  seconds: 0.25,
  warmUpSeconds: 0.75,
  fewestOfEach: 1,
  onlyGoals: true,
  of: {
    'portfolio-guarded': { warmUpSeconds: 5 }, // the first page of systems: what comes after it finds the product warm
    start: { rounds: 3 },
    upload: { rounds: 3 },
    'bulk-graphql-4': { rounds: 3 },
    'bulk-graphql-1': { rounds: 3 },
    'issue-quarter': { rounds: 3 },
  },
  bulk: { systems: 20_000, months: 2, issued: 0, ofAggregator: 1_000, complete: true },
  bulkRows: { 1: 10_000, 4: 20_000 },
  uploadRows: 20_000,
  issue: { systems: 1_000 },
  growth: [],
};
