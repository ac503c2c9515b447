import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { destroyEmbeddedDatabase } from '../../src/embedded/destroy.js';
import { startPtsGroup } from '../support/process-group.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { credentialsOn, processesOf, serve } from './serving.js';

/** The second test goes on with what the first one left. */
const directory = join(temporaryDirectory('interrupted'), 'postgres');
const patience = 120_000;

afterAll(() => destroyEmbeddedDatabase(directory));

test(
  'Ctrl-C while the database is being made ends quietly and leaves no process',
  async () => {
    const group = startPtsGroup(['serve', '--data-dir', directory], { PORT: '0' });
    while (!existsSync(join(directory, 'data.unfinished'))) {
      if (group.hasEnded()) throw new Error(`it ended: ${JSON.stringify(await group.ended)}`);
      await sleep(2);
    }
    group.signal('SIGINT');
    const { exitCode, stdout, stderr } = await group.ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
    expect(stderr.replaceAll(/^(Starting|Stopping) PostgreSQL\n/gm, '')).toBe('');
    expect(processesOf(directory)).toEqual([]);
  },
  patience,
);

test(
  'the next start makes the demonstration',
  async () => {
    const serving = await serve(['--data-dir', directory]);
    expect(credentialsOn(serving.screen).size).toBe(5);
    expect((await serving.stop('SIGINT')).exitCode).toBe(0);
  },
  patience,
);
