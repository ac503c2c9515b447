/* Runs the process that issues a quarter to its end. */
import { fork } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RUNTIME_OPTIONS } from '../../bin/node-runtime.mjs';

/** Gives what the process says of itself. */
export function issueQuarter(databaseUrl, quarter, now, { directory }) {
  const output = openSync(join(directory, 'issuing.log'), 'a');
  const child = fork(fileURLToPath(new URL('issue.mjs', import.meta.url)), {
    execArgv: RUNTIME_OPTIONS,
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, QUARTER: quarter, NOW: now },
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return new Promise((resolve, reject) => {
    let said;
    child.once('message', message => {
      said = message;
    });
    child.once('error', reject);
    child.once('exit', code => {
      process.off('exit', kill);
      if (code === 0 && said) resolve(said);
      else reject(new Error(`${quarter} could not be issued (see ${join(directory, 'issuing.log')})`));
    });
  });
}
