import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Trouble } from './trouble.js';

/** The account of the operating system that PostgreSQL runs as, where it is not the one that runs us. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who is to run PostgreSQL, which refuses to run as root. In: the directory that (will) hold the data.
 * Out: undefined for an ordinary user, who runs it himself. For root: the owner of the data, or of the directory they
 * will lie in, so that root and the owner of a clone can take turns; if that is root too, `postgres` (made when missing).
 */
export function serverUserFor(dataDirectory: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ownerUid = statSync(nearestExisting(dataDirectory)).uid;
  const owner = ownerUid === 0 ? undefined : lookUp(String(ownerUid));
  return owner ?? lookUp('postgres') ?? created() ?? lookUp('nobody') ?? noUser();
}

/** The path itself, or the nearest directory above it that exists. */
export function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

function lookUp(nameOrUid: string): ServerUser | undefined {
  try {
    const told = execFileSync('id', [nameOrUid], { encoding: 'utf8', stdio: 'pipe' }); // uid=107(postgres) gid=114(postgres) ...
    const [, uid, name, gid] = /^uid=(\d+)\((.+?)\) gid=(\d+)/.exec(told) ?? [];
    return name === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

function created(): ServerUser | undefined {
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ]);
  return made.status === 0 ? lookUp('postgres') : undefined;
}

function noUser(): never {
  throw new Trouble(
    'PostgreSQL refuses to run as root and no other user could be found or made: start as an ordinary user, or add a user named postgres.',
  );
}

/**
 * The first directory on the way to `path` (itself included) that this user cannot enter, tried as that user.
 * Out: undefined when the way is open, or when there is no other user to ask for.
 */
export function barrierOn(path: string, user: ServerUser | undefined): string | undefined {
  if (!user) return undefined;
  const way: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    way.unshift(at);
    if (dirname(at) === at) break;
  }
  const script = 'for at in "$@"; do [ -x "$at" ] || { printf %s "$at"; exit 1; }; done';
  const tried = spawnSync('/bin/sh', ['-c', script, 'sh', ...way], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    encoding: 'utf8',
  });
  return tried.status === 0 ? undefined : tried.stdout || path;
}

/** Makes a file or directory of ours belong to the user who runs PostgreSQL; nothing to do where that is ourselves. */
export function give(path: string, user: ServerUser | undefined): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/** The same for a directory and all in it. */
export function giveTree(directory: string, user: ServerUser): void {
  give(directory, user);
  for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(directory, entry), user.uid, user.gid);
  }
}
