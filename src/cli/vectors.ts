import { Command, Option } from 'commander';
import { FailureReported } from './failure.js';
import { createReporter } from './reporter.js';

/** `pts vectors`: runs vector files against the rules. It needs no database. */
export function vectorsCommand(): Command {
  return new Command('vectors')
    .summary('Run vector files against the domain rules')
    .description(
      'Run vector files against the domain rules. Each row that differs is printed; the last line counts rows.',
    )
    .argument('<path...>', 'files, or directories of them')
    .addOption(new Option('--json', 'print one JSON object on stdout').default(false))
    .action(async (paths: string[], { json }: { json: boolean }) => {
      const { runVectors } = await import('../vectors/run-vectors.js');
      const { passed, failed, lines } = runVectors(paths);
      const summary = [...lines, `${passed} passed, ${failed} failed`];
      createReporter(json).result({ passed, failed, differences: lines }, summary);
      if (failed > 0) throw new FailureReported();
    });
}
