import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CommandContext, command, does } from './command.js';
import { openDatabase } from './database.js';
import { Interrupted } from './failure.js';
import { type OperationOptions, operationOf, withOperation } from './operation-options.js';
import type { CommonOptions } from './options.js';
import { loadServer } from './ports.js';

interface WorkOptions extends CommonOptions, OperationOptions {
  readonly concurrency: number;
}

/** `pts work`: a worker in the foreground, beside any number of servers and other workers on the same database. */
export function workCommand(): Command {
  return withOperation(command('work', 'Do the jobs of the queue (webhooks, exports, roll-ups) until Ctrl-C'))
    .addOption(new Option('--concurrency <number>', 'jobs done at once').default(2).argParser(parseConcurrency))
    .action(does<WorkOptions, []>(work));
}

async function work(context: CommandContext<WorkOptions>): Promise<void> {
  const { mode, concurrency } = context.options;
  const database = await openDatabase(context);
  try {
    const { startWorkerAlone } = await loadServer();
    if (context.stop.signal.aborted) throw new Interrupted(context.stop.signal.reason);
    const worker = await startWorkerAlone({
      ...{ databaseUrl: database.url, mode, concurrency },
      ...operationOf(context.options),
    });
    context.reporter.result({ mode, concurrency }, [`A worker is at work (${mode}). Ctrl-C ends it.`]);
    await context.stop.requested;
    context.reporter.remark('Stopping');
    await worker.close();
  } finally {
    await database.close();
  }
}

function parseConcurrency(text: string): number {
  const concurrency = Number(text);
  if (!/^\d{1,3}$/.test(text) || concurrency < 1) throw new InvalidArgumentError('It is a number from 1 to 999.');
  return concurrency;
}
