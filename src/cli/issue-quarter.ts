import { Argument, Option } from 'commander';
import { parseQuarter, type Quarter } from '../domain/quarter.js';
import { command, does } from './command.js';
import { type House, withHouse } from './house.js';
import type { CommonOptions } from './options.js';

interface IssueOptions extends CommonOptions {
  readonly reason: string;
  readonly dryRun: boolean;
}

/** `pts issue-quarter QUARTER`: issues a quarter, or goes on with one that was interrupted. */
export function issueQuarterCommand() {
  return command('issue-quarter', 'Issue a quarter; interrupted, it goes on where it stopped when asked again')
    .addArgument(new Argument('<quarter>', 'the generation quarter, such as 2017-Q3').argParser(parseQuarter))
    .addOption(new Option('--reason <text>', 'why, for the record').default('issued by the operator'))
    .addOption(new Option('--dry-run', 'compute everything, keep nothing').default(false))
    .addHelpText('after', helpAfter)
    .action(
      does<IssueOptions, [Quarter]>((context, quarter) => {
        const issue = async ({ em, now, mode }: House) => {
          const { issueQuarterAsOperator } = await import('../operator/issue-quarter-as-operator.js');
          const { reason, dryRun } = context.options;
          const progress = context.reporter.count(`Issuing ${quarter}, assets`);
          const issued = await issueQuarterAsOperator(em, now, mode, {
            quarter,
            reason,
            dryRun,
            progress: progress.at,
          }).finally(progress.done);
          context.reporter.result({ ...issued }, [
            `${quarter}${dryRun ? ' (dry run, nothing kept)' : ''}: ${issued.certificates} certificates from ${issued.reportedMwh} MWh ` +
              `reported, ${issued.assets} assets, ${issued.retiredRemainderMwh} MWh retired as non-eligible.`,
          ]);
        };
        return withHouse(context, issue, { bindsNoMode: context.options.dryRun });
      }),
    );
}

const helpAfter = `
The command line acts in the name of an operator's account, which its first use makes; a dry run keeps that, and nothing else.`;
