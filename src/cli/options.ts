import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { clockRange, isInClockRange } from '../clock/clock-range.js';
import type { Mode } from './ports.js';
import { projectDirectory } from './project.js';

/** What every command understands. */
export interface CommonOptions {
  readonly json: boolean;
  /** Directory of the embedded database; of no account when `databaseUrl` is given. */
  readonly dataDir: string;
  /** An external PostgreSQL instead of the embedded one. */
  readonly databaseUrl?: string;
  /** What kind of system this is to be; a database keeps to the one it was first used in. */
  readonly mode: Mode;
  /** The moment that counts as now; only in sandbox mode. */
  readonly clock?: Date;
}

/** Adds the common options to a command. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(new Option('--json', 'print one JSON object on stdout, everything else on stderr').default(false))
    .addOption(
      new Option('--data-dir <directory>', 'where the embedded PostgreSQL keeps its data')
        .env('PTS_DATA_DIR')
        .default(join(projectDirectory, '.pts', 'postgres'), '.pts/postgres in the project'),
    )
    .addOption(new Option('--database-url <url>', 'use this PostgreSQL (15 or newer) instead').env('DATABASE_URL'))
    .addOption(
      new Option('--mode <mode>', 'sandbox: demo world and movable clock; production: neither')
        .env('PTS_MODE')
        .choices(['sandbox', 'production'])
        .default('sandbox'),
    )
    .addOption(
      new Option('--clock <instant>', 'the moment that counts as now (sandbox mode), such as 2026-08-01T09:30:00-04:00')
        .env('PTS_CLOCK')
        .argParser(parseInstant),
    );
}

/** A TCP port. */
export function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('A port is a number up to 65535.');
  return Number(text);
}

/** Whole seconds, an hour at most. */
export function parseSeconds(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) > 3_600)
    throw new InvalidArgumentError('Seconds are a whole number up to 3600.');
  return Number(text);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant with its offset; a time without one would mean something else on every machine. */
export function parseInstant(text: string): Date {
  const instant = new Date(text);
  if (!INSTANT.test(text) || Number.isNaN(instant.getTime())) {
    throw new InvalidArgumentError('Give date, time and offset: 2026-08-01T09:30:00-04:00 or 2026-08-01T13:30:00Z.');
  }
  const day = text.slice(0, 10);
  if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    throw new InvalidArgumentError(`There is no day ${day}.`);
  }
  if (!isInClockRange(instant)) throw new InvalidArgumentError(clockRange);
  return instant;
}
