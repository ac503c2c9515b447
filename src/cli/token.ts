import { InvalidArgumentError, Option } from 'commander';
import { type AccountKind, accountKinds } from '../domain/account-kind.js';
import { command, does } from './command.js';
import { withHouse } from './house.js';
import type { CommonOptions } from './options.js';

interface TokenOptions extends CommonOptions {
  readonly account?: string;
  readonly organisation?: string;
  readonly kind?: AccountKind[];
  readonly label: string;
}

/** `pts token`: makes a credential; the first way in to a new database. */
export function tokenCommand() {
  return command('token', 'Make a credential for an account, or for a new account of a new organisation')
    .addOption(new Option('--account <id>', 'an account that exists').conflicts(['organisation', 'kind']))
    .addOption(new Option('--organisation <name>', 'name of a new organisation with one account'))
    .addOption(
      new Option('--kind <kinds...>', `kinds of the new account: ${accountKinds.join(', ')}`).argParser(collectKind),
    )
    .addOption(new Option('--label <text>', 'what the credential is for').default('command line'))
    .addHelpText('after', '\nExample: pts token --organisation MassCEC --kind STAFF')
    .action(
      does<TokenOptions, []>(context =>
        withHouse(context, async ({ em, now, mode }) => {
          const { makeToken } = await import('../operator/make-token.js');
          const { account, organisation, kind = [], label } = context.options;
          const made = await makeToken(em, now, mode, {
            label,
            for: account === undefined ? { organisation: organisation ?? '', kinds: kind } : { accountId: account },
          });
          context.reporter.result({ ...made }, [
            `Credential of account ${made.accountId}, shown this once:`,
            '',
            `  ${made.secret}`,
            '',
            'Send it as "Authorization: Bearer <credential>".',
          ]);
        }),
      ),
    );
}

function collectKind(text: string, before: AccountKind[] | undefined): AccountKind[] {
  const kind = accountKinds.find(known => known === text);
  if (!kind) throw new InvalidArgumentError(`A kind is one of ${accountKinds.join(', ')}.`);
  return [...(before ?? []), kind];
}
