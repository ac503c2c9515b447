import { Command } from 'commander';
import { FailureReported } from './failure.js';

/** `pts vectors`: runs vector files against the rules. It needs no database. */
export function vectorsCommand(): Command {
  return new Command('vectors')
    .summary('Run vector files against the domain rules')
    .description(
      'Run vector files against the domain rules. Each row that differs is printed; the last line counts rows.',
    )
    .argument('<path...>', 'files, or directories of them')
    .action(async (paths: string[]) => {
      const { runVectors } = await import('../vectors/run-vectors.js');
      const { passed, failed, lines } = runVectors(paths);
      for (const line of [...lines, `${passed} passed, ${failed} failed`]) process.stdout.write(`${line}\n`);
      if (failed > 0) throw new FailureReported();
    });
}
