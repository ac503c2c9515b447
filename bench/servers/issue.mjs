/*
 * A process that has the product report and issue a quarter, as `pts issue-quarter` does, and says what it took. By the environment:
 * DATABASE_URL, QUARTER, NOW.
 */
const { DATABASE_URL, QUARTER, NOW } = process.env;
const program = name => import(`../../dist/src/${name}.js`);
const { openDatabase } = await program('server/database');
const { issueQuarterAsOperator, reportQuarterAsOperator } = await program('operator/quarter-as-operator');

const orm = await openDatabase(DATABASE_URL);
const verb = work =>
  work(orm.em.fork(), new Date(NOW), 'sandbox', { quarter: QUARTER, reason: 'bench', dryRun: false });
const before = process.cpuUsage();
const startedAt = performance.now();
await verb(reportQuarterAsOperator);
const reportedAt = performance.now();
const { totals } = await verb(issueQuarterAsOperator);
const issuedAt = performance.now();
const { user, system } = process.cpuUsage(before);
await orm.close(true);
process.send({
  seconds: (issuedAt - startedAt) / 1000,
  reportSeconds: (reportedAt - startedAt) / 1000,
  nodeSeconds: (user + system) / 1e6,
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  certificates: totals.certificates,
});
process.disconnect();
