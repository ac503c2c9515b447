import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { LogDefect } from './errors.js';
import { withoutSecrets } from './log-stream.js';

/** The structured log of a worker on a stream: a line for each job that failed, with an id of its own. */
export function jobLog(stream: { write(line: string): void }): LogDefect {
  const log = pino({ level: 'warn' }, withoutSecrets(stream));
  return err => {
    const id = randomUUID();
    log.error({ err, jobFailureId: id }, 'a job failed');
    return id;
  };
}
