/*
 * A dashboard of staff: the queues, the health of the reporting window, production of the state, and what a quarter came to.
 *
 *   node examples/dashboard.mjs [--url http://127.0.0.1:4000] [--credentials FILE]
 *
 * It only reads: one request, however many rows the PTS holds, since the sums are kept. It leaves nothing.
 */
import { ask, credentialOf, say } from './api.mjs';

const credential = credentialOf('STAFF');
const { clock, reportingWindow } = await ask(credential, '{ clock { now } reportingWindow { month isOpen } }');
const thisMonth = clock.now.slice(0, 7);
const yearBefore = `${Number(thisMonth.slice(0, 4)) - 1}${thisMonth.slice(4)}`;
const quarter = quarterOf(new Date(Date.UTC(Number(thisMonth.slice(0, 4)), Number(thisMonth.slice(5)) - 7, 1)));

const board = await ask(
  credential,
  `query Board($month: Month!, $from: Month!, $to: Month!, $quarter: Quarter!) {
    staffQueues { queue requestKind lastStep count oldestAt dueOn }
    windowHealth(month: $month) {
      asOf closesAt expectedSystems reportedSystems flaggedReadings
      days { on systems reportedSystems }
      reporters { organisation { name } expectedSystems reportedSystems lastReportedOn }
    }
    byQuarter: productionTotals(by: QUARTER, from: $from, to: $to) { asOf groups { group productionKwh systemMonths eligibleMwh } }
    byTown: productionTotals(by: TOWN, from: $from, to: $to) { groups { group productionKwh } }
    quarterIssuance(quarter: $quarter) {
      status uploadDate mintDate totals { assets certificates reportedMwh retiredRemainderMwh }
    }
  }`,
  { month: reportingWindow.month, from: yearBefore, to: thisMonth, quarter },
);

say(`It is ${clock.now} for the PTS.\n\nWhat waits:`);
for (const { queue, requestKind, count, oldestAt, dueOn } of board.staffQueues) {
  if (count > 0) say(`  ${queue} ${requestKind ?? ''}: ${count}, ${dueOn ? `due on ${dueOn}` : `since ${oldestAt}`}`);
}

const { windowHealth } = board;
say(
  `\nThe window of ${reportingWindow.month}, ${reportingWindow.isOpen ? 'open' : 'not open'}, closes at ${windowHealth.closesAt}:`,
);
say(
  `  ${windowHealth.reportedSystems} of ${windowHealth.expectedSystems} systems, ${windowHealth.flaggedReadings} readings flagged (as of ${windowHealth.asOf})`,
);
for (const { on, systems, reportedSystems } of windowHealth.days)
  say(`  ${on}: ${systems} more, ${reportedSystems} in all`);
for (const { organisation, expectedSystems, reportedSystems } of windowHealth.reporters) {
  say(`  ${organisation?.name ?? 'systems that report by themselves'}: ${reportedSystems} of ${expectedSystems}`);
}

say(`\nProduction, ${yearBefore} to ${thisMonth}:`);
for (const { group, productionKwh, eligibleMwh } of board.byQuarter.groups) {
  say(`  ${group}: ${productionKwh} kWh, ${eligibleMwh} MWh after the factor`);
}
for (const { group, productionKwh } of board.byTown.groups) say(`  ${group}: ${productionKwh} kWh`);

const { status, uploadDate, mintDate, totals } = board.quarterIssuance;
say(`\n${quarter} is ${status}; to be reported on ${uploadDate}, to be minted on ${mintDate}.`);
say(`  ${totals.assets} assets, ${totals.reportedMwh} MWh reported, ${totals.certificates} certificates`);

function quarterOf(day) {
  return `${day.getUTCFullYear()}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
}
