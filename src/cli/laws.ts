import type { LawResult, Place } from '../ledger/laws/law.js';
import { type CommandContext, command, does } from './command.js';
import { FailureReported, UsageError } from './failure.js';
import { type House, withHouse } from './house.js';
import type { CommonOptions } from './options.js';

interface LawsOptions extends CommonOptions {
  readonly list: boolean;
}

/** `pts laws [NAME...]`: runs the laws of the data on one state of the database, and says which fails and where. */
export function lawsCommand() {
  return command('laws', 'Check that the laws of the data hold, and say where one does not')
    .argument('[name...]', 'only these laws')
    .option('--list', 'print the laws instead of running them', false)
    .action(
      does<LawsOptions, [string[]]>(async (context, names) => {
        const { allLaws: laws } = await import('../operator/all-laws.js');
        const unknown = names.find(name => !laws.some(law => law.name === name));
        if (unknown !== undefined) throw new UsageError(`There is no law "${unknown}"; pts laws --list names them.`);
        const chosen = names.length === 0 ? laws : laws.filter(law => names.includes(law.name));
        if (context.options.list) return list(context, chosen);
        await run(
          context,
          chosen.map(law => law.name),
        );
      }),
    );
}

function list({ reporter }: CommandContext, laws: readonly { name: string; sentence: string }[]): void {
  const width = Math.max(...laws.map(law => law.name.length));
  reporter.result(
    { laws: laws.map(({ name, sentence }) => ({ name, sentence })) },
    laws.map(({ name, sentence }) => `${name.padEnd(width)}  ${sentence}`),
  );
}

async function run(context: CommandContext, names: readonly string[]): Promise<void> {
  const { reporter } = context;
  const ask = async ({ em }: House) => {
    const [{ runLaws }, { allLaws }] = await Promise.all([
      import('../ledger/laws/run-laws.js'),
      import('../operator/all-laws.js'),
    ]);
    const progress = reporter.progress('Laws', names.length);
    return runLaws(em, { laws: allLaws, only: names, each: () => progress.advance() }).finally(() => progress.done());
  };
  const results = await withHouse(context, ask, { bindsNoMode: true });
  const failed = results.filter(result => !result.holds).length;
  const verdict = failed === 0 ? `All ${results.length} laws hold.` : `${failed} of ${results.length} laws FAIL.`;
  reporter.result({ holds: failed === 0, failed, laws: results }, [...results.flatMap(linesOf), verdict]);
  if (failed > 0) throw new FailureReported();
}

function linesOf({ name, sentence, holds, count, places }: LawResult): string[] {
  if (holds) return [`ok     ${name}`];
  const more = count > places.length ? [`         and ${count - places.length} more`] : [];
  const where = count === 1 ? 'one place' : `${count} places`;
  return [`FAILS  ${name} at ${where}: ${sentence}`, ...places.map(place => `         ${lineOf(place)}`), ...more];
}

function lineOf(place: Place): string {
  return Object.entries(place)
    .map(([name, value]) => `${name} ${value ?? '-'}`)
    .join(', ');
}
