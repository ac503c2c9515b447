import type { Command } from 'commander';
import { command, does } from './command.js';
import { withDatabase } from './database.js';

/** `pts migrate`: brings the database to the shape that this version needs. */
export function migrateCommand(): Command {
  return command('migrate', 'Bring the database to the shape that this version needs').action(
    does(context =>
      withDatabase(
        context,
        async ({ applied }) => {
          const summary = applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`;
          context.reporter.result({ applied }, [summary]);
        },
        { migrateExternal: true, bindsNoMode: true },
      ),
    ),
  );
}
