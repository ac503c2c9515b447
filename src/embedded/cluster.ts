import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.js';
import { dataOf, type Place } from './place.js';
import { give } from './server-user.js';
import { fileTrouble, Trouble } from './trouble.js';

/** The superuser of an embedded cluster and the database in it. */
export const CLUSTER_USER = 'pts';
export const CLUSTER_DATABASE = 'pts';

/** `DATABASE_URL` of a database of the cluster. */
export function clusterUrl(port: number, password: string, database: string = CLUSTER_DATABASE): string {
  return `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the data directory when there is none, and refuses one that this PostgreSQL cannot read. Call it under the lock.
 * In: the place, the binaries, whether the disk is to be waited for. Out: the password of the cluster's user.
 */
export async function ensureCluster(place: Place, binaries: Binaries, durable: boolean): Promise<string> {
  const data = dataOf(place);
  const version = readVersion(data);
  if (version === undefined) {
    refuseForeign(data);
    const password = newPassword(place);
    await makeCluster(place, binaries, durable);
    return password;
  }
  if (version !== binaries.major) {
    throw new Trouble(
      `The data in ${data} were written by PostgreSQL ${version} and cannot be read by PostgreSQL ${binaries.major}: move them away, or choose another directory with --data-dir or PTS_DATA_DIR.`,
    );
  }
  return readPassword(place);
}

/** The password of a cluster that exists. */
export function readPassword(place: Place): string {
  try {
    return readFileSync(passwordFile(place), 'utf8').trim();
  } catch {
    throw new Trouble(
      `The password of the database in ${place.directory} cannot be read: the file ${passwordFile(place)} must exist and belong to this user.`,
    );
  }
}

const passwordFile = (place: Place): string => join(place.directory, 'password');

function newPassword(place: Place): string {
  const password = randomBytes(24).toString('hex');
  rmSync(passwordFile(place), { force: true });
  writeFileSync(passwordFile(place), `${password}\n`, { mode: 0o600 });
  give(passwordFile(place), place.user);
  return password;
}

function readVersion(data: string): string | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function refuseForeign(data: string): void {
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new Trouble(`${data} holds files but no PostgreSQL database: move them away, or choose another directory.`);
  }
}

/** initdb works beside the final name, so that an interrupted one leaves nothing that looks finished. */
async function makeCluster(place: Place, binaries: Binaries, durable: boolean): Promise<void> {
  const data = dataOf(place);
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const { code, output } = await run(place, program(binaries, 'initdb'), [
    `--pgdata=${unfinished}`,
    `--username=${CLUSTER_USER}`,
    `--pwfile=${passwordFile(place)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw initdbTrouble(place, output);
  }
  renameSync(unfinished, data);
}

function initdbTrouble(place: Place, output: string): unknown {
  if (/no space left/i.test(output)) return fileTrouble({ code: 'ENOSPC' }, place.directory);
  const lines = output.trim().split('\n').slice(-5).join('\n');
  return new Trouble(`The database could not be made in ${place.directory}. PostgreSQL says:\n${lines}`);
}

/** Runs a program to its end, apart from our terminal: a Ctrl-C there reaches only us, who then end when it is done. */
function run(place: Place, file: string, words: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { ...serverProcess(place), detached: true, windowsHide: true });
    const kill = () => void child.kill();
    process.once('exit', kill);
    let output = '';
    child.stdout?.on('data', chunk => {
      output += chunk;
    });
    child.stderr?.on('data', chunk => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', code => {
      process.off('exit', kill);
      resolve({ code, output });
    });
  });
}

/** How PostgreSQL's programs are started: as the right user, in a directory he can enter, untouched by PG* and locale. */
export function serverProcess(place: Place): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|TZ$|NODE_|npm_)/.test(name));
  const env = { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' };
  const { user } = place;
  return { cwd: place.directory, env, ...(user ? { uid: user.uid, gid: user.gid } : {}) };
}
