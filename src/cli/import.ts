import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import type { ImportOutcome } from '../import/import-qualified-units.js';
import { type CommandContext, command, does } from './command.js';
import { FailureReported } from './failure.js';
import { type House, withHouse } from './house.js';
import type { CommonOptions } from './options.js';

interface ImportOptions extends CommonOptions {
  readonly dryRun: boolean;
  readonly despiteTotal: boolean;
}

/** `pts import KIND FILE`: takes in what others publish. */
export function importCommand(): Command {
  const group = new Command('import').summary('Import published data').description('Import published data.');
  const units = command('qualified-units', "Import DOER's list of units qualified for SREC I, as published (CSV)")
    .argument('<file>', 'the list: CSV in windows-1252, layout as published')
    .option('--dry-run', 'check and compute everything, keep nothing', false)
    .option('--despite-total', 'import also when the rows are not as many or as large as the list itself says', false)
    .addHelpText('after', helpAfter)
    .showHelpAfterError('(pts import qualified-units --help explains)')
    .exitOverride()
    .action(does<ImportOptions, [string]>(importUnits));
  return group.addCommand(units);
}

const helpAfter = `
Every row ends as a system with its GIS asset and statement of qualification, or is refused with its line and the reason;
then the exit code is 1. DOER's decisions are kept, what today's rules would not give is flagged. Repeating an import
changes nothing; repeating an interrupted one goes on where it stopped.`;

async function importUnits(context: CommandContext<ImportOptions>, file: string): Promise<void> {
  const { reporter, options } = context;
  const { dryRun } = options;
  await requireReadable(file);
  const take = async ({ em, now }: House) => {
    const { importQualifiedUnits } = await import('../import/import-qualified-units.js');
    const progress = reporter.count('Units');
    return importQualifiedUnits(em, {
      bytes: createReadStream(file),
      now,
      dryRun,
      despiteTotal: options.despiteTotal,
      remark: reporter.remark,
      progress: progress.at,
    }).finally(progress.done);
  };
  const outcome = await withHouse(context, take, { bindsNoMode: dryRun });
  reporter.result({ ...outcome, ...(dryRun ? { dryRun } : {}) }, linesOf(outcome, dryRun));
  if (outcome.refused > 0) throw new FailureReported();
}

/** Opens the file once before the database is started: no file, a directory or no permission is said at once. */
async function requireReadable(file: string): Promise<void> {
  for await (const _ of createReadStream(file, { end: 0 })) break;
}

function linesOf(outcome: ImportOutcome, dryRun: boolean): string[] {
  return [
    ...outcome.refusals.map(({ line, reason }) => `Line ${line} is refused: ${reason}`),
    `${outcome.read} units read, ${outcome.capacityKw} kW: ${outcome.imported} imported, ${outcome.unchanged} unchanged, ` +
      `${outcome.refused} refused; ${outcome.flagged} flagged.`,
    ...(dryRun ? ['That was a dry run: nothing was kept.'] : []),
  ];
}
