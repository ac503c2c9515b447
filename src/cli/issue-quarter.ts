import { writeFile } from 'node:fs/promises';
import { Argument, type Command, Option } from 'commander';
import { parseQuarter, type Quarter } from '../domain/quarter.js';
import { type CommandContext, command, does } from './command.js';
import { type House, withHouse } from './house.js';
import type { CommonOptions } from './options.js';

interface QuarterOptions extends CommonOptions {
  readonly reason: string;
  readonly dryRun: boolean;
}

interface ReportOptions extends QuarterOptions {
  readonly file?: string;
}

/** `pts report-quarter QUARTER`: reports a quarter to the GIS and freezes the report, or goes on with one that was interrupted. */
export function reportQuarterCommand() {
  return quarterCommand('report-quarter', 'Report a quarter to the GIS and freeze the report')
    .addOption(new Option('--file <path>', 'write the file for the GIS here'))
    .action(
      does<ReportOptions, [Quarter]>((context, quarter) => {
        const { file } = context.options;
        return inHouse(context, async house => {
          const reported = await report(context, house, quarter);
          if (file !== undefined) {
            const { gisReportFile } = await import('../ledger/gis-report.js');
            const content = await gisReportFile(house.em, quarter);
            if (content !== null) await writeFile(file, content);
            else context.reporter.remark('No file is written: a dry run freezes no report');
          }
          context.reporter.result({ ...reported }, [
            `${quarter}${kept(context)}: ${reported.totals.reportedMwh} MWh reported, ${reported.totals.assets} assets, ` +
              `${reported.lineCount} lines, sha256 ${reported.sha256}.`,
          ]);
        });
      }),
    );
}

/** `pts issue-quarter QUARTER`: reports a quarter unless it is, and mints it, or goes on with what was interrupted. */
export function issueQuarterCommand() {
  return quarterCommand(
    'issue-quarter',
    'Issue a quarter, reporting it first unless it is (a dry run takes one that is reported)',
  ).action(
    does<QuarterOptions, [Quarter]>((context, quarter) =>
      inHouse(context, async house => {
        const { issueQuarterAsOperator } = await import('../operator/quarter-as-operator.js');
        const { reason, dryRun } = context.options;
        if (!dryRun) await report(context, house, quarter);
        const progress = context.reporter.count(`Issuing ${quarter}, assets`);
        const issued = await issueQuarterAsOperator(house.em, house.now, house.mode, {
          quarter,
          reason,
          dryRun,
          progress: progress.at,
        }).finally(progress.done);
        const { certificates, reportedMwh, assets, retiredRemainderMwh } = issued.totals;
        context.reporter.result({ ...issued }, [
          `${quarter}${kept(context)}: ${certificates} certificates from ${reportedMwh} MWh ` +
            `reported, ${assets} assets, ${retiredRemainderMwh} MWh retired as non-eligible.`,
        ]);
      }),
    ),
  );
}

function quarterCommand(name: string, description: string): Command {
  return command(name, `${description}; interrupted, it goes on where it stopped when asked again`)
    .addArgument(new Argument('<quarter>', 'the generation quarter, such as 2017-Q3').argParser(parseQuarter))
    .addOption(new Option('--reason <text>', 'why, for the record').default('issued by the operator'))
    .addOption(new Option('--dry-run', 'compute everything, keep nothing').default(false))
    .addHelpText('after', helpAfter);
}

function inHouse<Options extends QuarterOptions>(
  context: CommandContext<Options>,
  work: (house: House) => Promise<void>,
): Promise<void> {
  return withHouse(context, work, { bindsNoMode: context.options.dryRun });
}

async function report({ reporter, options }: CommandContext<QuarterOptions>, house: House, quarter: Quarter) {
  const { reportQuarterAsOperator } = await import('../operator/quarter-as-operator.js');
  const { reason, dryRun } = options;
  const progress = reporter.count(`Reporting ${quarter}, assets`);
  return reportQuarterAsOperator(house.em, house.now, house.mode, {
    quarter,
    reason,
    dryRun,
    progress: progress.at,
  }).finally(progress.done);
}

function kept({ options }: CommandContext<QuarterOptions>): string {
  return options.dryRun ? ' (dry run, nothing kept)' : '';
}

const helpAfter = `
A quarter is reported from the 10th and issued from the 15th of the first month of the second quarter after it.
The command line acts in the name of an operator's account, which its first use makes; a dry run keeps that, and nothing else.`;
