import { Command } from 'commander';
import { loadVectors } from './ports.js';

/** `pts vectors`: runs vector files against the rules. It needs no database. */
export function vectorsCommand(): Command {
  return new Command('vectors')
    .summary('Run vector files against the domain rules')
    .description(
      'Run vector files against the domain rules; each row that differs is printed, the last line counts rows.',
    )
    .argument('<path...>', 'files, or directories of them')
    .action(async (paths: string[]) => {
      const { main } = await loadVectors();
      process.exit(await main(paths));
    });
}
