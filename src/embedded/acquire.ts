import { join } from 'node:path';
import { type Binaries, completeBinaries, copiedBinaries, installedBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { ensureDatabase, untilAnswering } from './connection.js';
import { withLock } from './lock.js';
import { findPlace, type Place } from './place.js';
import { killPostmaster, type Postmaster, stopPostmaster } from './postmaster.js';
import { barrierOn } from './server-user.js';
import { type Settings, startPostmaster } from './start-postmaster.js';
import { fileTrouble } from './trouble.js';
import { addUser, removeUser, sweepUsers } from './users.js';

const START_PATIENCE_MS = 60_000;

export interface EmbeddedOptions {
  /** The directory asked for, made when missing. */
  readonly directory: string;
  /** PostgreSQL settings beyond the usual ones; they count only when this call is the one that starts the server. */
  readonly settings?: Settings;
  /** Told what takes a moment: that the database is being made, started, stopped. Never told a secret. */
  readonly log?: (line: string) => void;
  readonly startPatienceMs?: number;
  /** Work that does not need the database, such as loading what will: begun where it keeps the start of PostgreSQL from nothing. */
  readonly meanwhile?: () => void;
}

export interface EmbeddedDatabase {
  /** The address with the password in it: not for screens and logs. */
  readonly url: string;
  /** Whether this call started the server; otherwise it ran already. */
  readonly startedHere: boolean;
  /** Where the data really are. */
  readonly directory: string;
  /** Only when that is not where they were asked for: a sentence for the person that says where and why. */
  readonly note?: string;
  /** Ends this use. The server stops with its last user. */
  release(): Promise<void>;
  /** For an impatient second Ctrl-C: ends the use and, if nobody else uses the server, kills it. Does not wait. */
  abandon(): void;
}

/** Joins the PostgreSQL server of a directory, or makes and starts it. */
export async function acquireEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await findPlace(options.directory);
  const say = options.log ?? (() => undefined);
  try {
    return await withLock(lockOf(place), place.user, async () => {
      sweepUsers(place);
      const { url, startedHere } = await joinOrStart(place, options, say);
      const user = addUser(place);
      return {
        url,
        startedHere,
        directory: place.directory,
        ...(place.note === undefined ? {} : { note: place.note }),
        ...endings(place, user, say),
      };
    });
  } catch (error) {
    throw fileTrouble(error, place.directory);
  }
}

const lockOf = (place: Place): string => join(place.directory, 'lock');

async function joinOrStart(
  place: Place,
  options: EmbeddedOptions,
  say: (line: string) => void,
): Promise<{ url: string; startedHere: boolean }> {
  const patienceMs = options.startPatienceMs ?? START_PATIENCE_MS;
  const { settings = {}, meanwhile = () => undefined } = options;
  const binaries = usableBinaries(place);
  const password = await ensureCluster(place, binaries, settings.fsync !== 'off');
  const running = await untilAnswering(place, password, patienceMs);
  const start = (): Promise<Postmaster> => {
    say('Starting PostgreSQL');
    return startPostmaster(place, binaries, { settings, patienceMs, meanwhile });
  };
  const server = running ?? (await start());
  return { url: await ensureDatabase(server.port, password), startedHere: !running };
}

/** The binaries where npm put them or, for a user who cannot enter there, a copy beside the data. */
function usableBinaries(place: Place): Binaries {
  const binaries = installedBinaries();
  completeBinaries(binaries);
  const { user } = place;
  const shut = user && barrierOn(join(binaries.root, 'bin'), user);
  return shut ? copiedBinaries(binaries, place.directory, user) : binaries;
}

function endings(
  place: Place,
  user: string,
  say: (line: string) => void,
): Pick<EmbeddedDatabase, 'release' | 'abandon'> {
  let ended = false;
  const release = async () => {
    if (ended) return;
    ended = true;
    await withLock(lockOf(place), place.user, async () => {
      removeUser(user);
      if (sweepUsers(place) > 0) return;
      say('Stopping PostgreSQL');
      await stopPostmaster(place);
    });
  };
  const abandon = () => {
    removeUser(user);
    if (sweepUsers(place) === 0) killPostmaster(place);
  };
  return { release, abandon };
}
